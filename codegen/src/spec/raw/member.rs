use super::{Allowed, Disagreement, Origin, ParameterStyle, Position, Type};
use crate::spec::layout::record;

record! {
    /// One request parameter.
    #[derive(Clone, Debug)]
    pub struct Parameter {
        /// Wire name.
        pub name: String,
        /// Type.
        #[serde(rename = "type")]
        pub kind: Type,
        /// Where in the request it goes.
        pub position: Position,
        /// How an array, map or object is written; `flat` when absent. Never on a scalar.
        pub style: Option<ParameterStyle>,
        /// Whether the service refuses a call without it.
        #[serde(default)]
        pub required: bool,
        /// What the service assumes when the parameter is absent. Documentation only, never sent.
        pub default: Option<String>,
        /// Example of the documentation.
        pub example: Option<String>,
        /// Valid values with their meaning. On an array: of its items.
        #[serde(default)]
        pub values: Vec<Value>,
        /// Name of the enumeration type; from the field's name when absent.
        pub enumeration: Option<String>,
        /// Documented limits.
        pub constraints: Option<Constraints>,
        /// Reason or replacement when the parameter is deprecated.
        pub deprecated: Option<String>,
        /// Whether the value must not be printed.
        #[serde(default)]
        pub sensitive: bool,
        /// Whether it is the address of a file, which the official SDKs can upload as well.
        #[serde(default)]
        pub file_url: bool,
        /// Documentation in our own words, Markdown.
        pub description: Option<String>,
        /// Remarks, such as when the value takes effect.
        #[serde(default)]
        pub notes: Vec<String>,
        /// Where the documentation disagrees with itself about this parameter.
        #[serde(default)]
        pub disagrees: Vec<Disagreement>,
        /// Identifier to use in Rust where the derived one would collide.
        pub rust_name: Option<String>,
        /// Name of the struct, for `type: object`, where the derived one is taken.
        pub type_name: Option<String>,
        /// Members, for `type: object`.
        #[serde(default)]
        pub fields: Vec<Field>,
        /// Name of a shared shape, for `type: object`, instead of `fields`.
        pub shape: Option<String>,
        /// Items, for `type: array`, or values, for `type: map`.
        pub items: Option<Box<Item>>,
    }
}

record! {
    /// A member of an object: of the reply, of an array's items or of an object parameter.
    #[derive(Clone, Debug)]
    pub struct Field {
        /// Wire name.
        pub name: String,
        /// Type.
        #[serde(rename = "type")]
        pub kind: Type,
        /// Request members only: whether the service refuses the object without it.
        #[serde(default)]
        pub required: bool,
        /// What the service assumes when the member is absent. Documentation only, never sent.
        pub default: Option<String>,
        /// Example of the documentation.
        pub example: Option<String>,
        /// Valid values with their meaning. On an array: of its items.
        #[serde(default)]
        pub values: Vec<Value>,
        /// Name of the enumeration type; from the field's name when absent.
        pub enumeration: Option<String>,
        /// Documented limits.
        pub constraints: Option<Constraints>,
        /// Reason or replacement when the member is deprecated.
        pub deprecated: Option<String>,
        /// Whether the value must not be printed.
        #[serde(default)]
        pub sensitive: bool,
        /// Whether it is the address of a file, which the official SDKs can upload as well.
        #[serde(default)]
        pub file_url: bool,
        /// Documentation in our own words, Markdown.
        pub description: Option<String>,
        /// Remarks, such as when the value takes effect.
        #[serde(default)]
        pub notes: Vec<String>,
        /// Where the documentation disagrees with itself about this member.
        #[serde(default)]
        pub disagrees: Vec<Disagreement>,
        /// Identifier to use in Rust where the derived one would collide.
        pub rust_name: Option<String>,
        /// Name of the struct, for `type: object`, where the derived one is taken.
        pub type_name: Option<String>,
        /// Members, for `type: object`.
        #[serde(default)]
        pub fields: Vec<Field>,
        /// Name of a shared shape, for `type: object`, instead of `fields`.
        pub shape: Option<String>,
        /// Items, for `type: array`, or values, for `type: map`.
        pub items: Option<Box<Item>>,
    }
}

record! {
    /// What an array holds, or a map's values.
    #[derive(Clone, Debug)]
    pub struct Item {
        /// Name that the documentation gives to a row, if it gives one. Never on the wire.
        pub name: Option<String>,
        /// Type.
        #[serde(rename = "type")]
        pub kind: Type,
        /// Example of the documentation.
        pub example: Option<String>,
        /// Documentation in our own words, Markdown.
        pub description: Option<String>,
        /// Name of the struct, for `type: object`, where the derived one is taken.
        pub type_name: Option<String>,
        /// Members, for `type: object`.
        #[serde(default)]
        pub fields: Vec<Field>,
        /// Name of a shared shape, for `type: object`, instead of `fields`.
        pub shape: Option<String>,
        /// Items, for `type: array`, or values, for `type: map`.
        pub items: Option<Box<Item>>,
    }
}

record! {
    /// A shared shape: an object that several places refer to by name. Its own file in `shapes/` beside the operations.
    #[derive(Clone, Debug)]
    pub struct SharedShape {
        /// Name that `shape:` refers to, and name of the type.
        pub name: String,
        /// Documentation in our own words, Markdown.
        pub description: Option<String>,
        /// Its members. They may refer to shared shapes, also to this one.
        pub fields: Vec<Field>,
        /// Where the file was imported from. Absent in files that people wrote.
        pub origin: Option<Origin>,
        /// Warnings and notes that are no problem in this file.
        #[serde(default)]
        pub allow: Vec<Allowed>,
    }
}

record! {
    /// A valid value.
    #[derive(Clone, Debug)]
    pub struct Value {
        /// The value as it is on the wire, whatever its type.
        pub value: String,
        /// What it means, in our own words.
        pub meaning: Option<String>,
        /// Name of the variant; from the value when absent. Needed for numbers that have a meaning.
        pub name: Option<String>,
        /// How the documentation writes the value where it differs.
        pub documented: Option<String>,
    }
}

record! {
    /// Documented limits. Recorded and documented; the service checks them.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct Constraints {
        /// Least number.
        pub minimum: Option<String>,
        /// Greatest number.
        pub maximum: Option<String>,
        /// Least length in characters.
        pub min_length: Option<u64>,
        /// Greatest length in characters.
        pub max_length: Option<u64>,
        /// Least number of items.
        pub min_items: Option<u64>,
        /// Greatest number of items.
        pub max_items: Option<u64>,
        /// Regular expression, as documented.
        pub pattern: Option<String>,
    }
}
