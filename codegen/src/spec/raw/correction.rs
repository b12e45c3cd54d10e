use super::{Asynchronous, Field, Item, Kind, Pagination, ParameterStyle, Position, Type, Value};
use crate::spec::layout::record;

record! {
    /// `corrections.yaml`: what is wrong with imported facts of a product version. Stands beside its `product.yaml`.
    #[derive(Clone, Debug)]
    pub struct Corrections {
        /// The corrections, applied in this order.
        pub corrections: Vec<Correction>,
    }
}

record! {
    /// One change of an imported fact. It says what it is about, exactly one change, and a reason.
    #[derive(Clone, Debug)]
    pub struct Correction {
        /// Name of the operation that it is about.
        pub operation: Option<String>,
        /// Name of the shared shape that it is about, instead of an operation.
        pub shape: Option<String>,
        /// Place in it: `parameter Filter.Since`, `reply Data.Items[].Size`, `reply`, `header X-Total-Count`, or in a shape
        /// `field Disks[].Size`. Absent where the whole operation or shape is meant.
        pub at: Option<String>,
        /// Another wire name.
        pub rename: Option<String>,
        /// Another type.
        #[serde(rename = "type")]
        pub kind: Option<Type>,
        /// Beside `type: object`: its members.
        #[serde(default)]
        pub fields: Vec<Field>,
        /// Beside `type: object`: name of the shared shape that it has.
        pub of_shape: Option<String>,
        /// Beside `type: array` or `type: map`: what it holds.
        pub items: Option<Box<Item>>,
        /// Whether the service refuses a request without it.
        pub required: Option<bool>,
        /// Valid values that are missing.
        #[serde(default)]
        pub values: Vec<Value>,
        /// Whether the list of valid values is none, and is to go.
        #[serde(default)]
        pub no_values: bool,
        /// Another position in the request.
        pub position: Option<Position>,
        /// Another way of writing an array, map or object.
        pub style: Option<ParameterStyle>,
        /// Reason or replacement of what is deprecated.
        pub deprecated: Option<String>,
        /// Whether the value must not be printed.
        pub sensitive: Option<bool>,
        /// Another description, Markdown.
        pub description: Option<String>,
        /// Whether the operation changes anything.
        #[serde(rename = "kind")]
        pub effect: Option<Kind>,
        /// How the operation's reply is read page by page.
        pub pagination: Option<Pagination>,
        /// Whether the operation is not read page by page although its names look like it.
        #[serde(default)]
        pub no_pagination: bool,
        /// How to wait for what the operation only starts.
        pub asynchronous: Option<Asynchronous>,
        /// Whether it is to be left out.
        #[serde(default)]
        pub drop: bool,
        /// Why the document is wrong, and how that is known.
        pub reason: String,
    }
}
