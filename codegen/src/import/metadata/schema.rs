//! Types and the facts about values of them.

/// A type with what the document tells about its values.
///
/// The facts of a reference are those written beside it; they are about this use of the component and come
/// before the component's own. All texts are trimmed and none is empty.
#[derive(Clone, Debug, PartialEq)]
pub struct Schema {
    /// Type.
    pub kind: Kind,
    /// Documentation in Markdown.
    pub description: Option<String>,
    /// Title: a label for people, or the name of a type inside the service.
    pub title: Option<String>,
    /// Example as text, whatever the type; often does not fit it.
    pub example: Option<String>,
    /// Whether a request must hold it. Of no meaning in replies.
    pub required: bool,
    /// Default as text; may be empty, and may not fit the type.
    pub default: Option<String>,
    /// Values as texts, each once, whatever the type. Empty: any value.
    pub values: Vec<String>,
    /// Values and their labels in document order. Documentation: the values are neither all nor only those of
    /// [`values`](Self::values). Empty: none.
    pub value_titles: Vec<(String, String)>,
    /// Bounds of values.
    pub limits: Limits,
    /// Whether it should not be used any more.
    pub deprecated: bool,
    /// Whether only replies hold it.
    pub read_only: bool,
    /// Whether it is the URL of a file that official SDKs can upload on the way.
    pub file_url: bool,
    /// Whether the document marks an object with one list in it as a wrapper around the list.
    pub list_wrapper: bool,
    /// Format of a string where the document gives one that is no type of its own, for example `iso8601`.
    pub format: Option<String>,
}

impl Schema {
    /// A schema of a kind, without facts.
    pub fn new(kind: Kind) -> Self {
        Self {
            kind,
            description: None,
            title: None,
            example: None,
            required: false,
            default: None,
            values: Vec::new(),
            value_titles: Vec::new(),
            limits: Limits::default(),
            deprecated: false,
            read_only: false,
            file_url: false,
            list_wrapper: false,
            format: None,
        }
    }
}

/// A type.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// Text.
    String,
    /// Bytes as they are: only body parameters and roots of replies.
    Binary,
    /// Bytes without a content type: only body parameters and roots of replies.
    Byte,
    /// Integer of 32 bits.
    Int32,
    /// Integer of 64 bits, also where the document gives no width: what is too wide holds every value.
    Int64,
    /// Number of 32 bits.
    Float,
    /// Number of 64 bits, also where the document gives no width.
    Double,
    /// Truth value.
    Boolean,
    /// Any JSON value.
    Any,
    /// Object with at least one property.
    Object(Vec<Property>),
    /// Object that nothing is known about; services send any JSON value for it.
    BareObject,
    /// Object of any keys.
    Map(Box<Schema>),
    /// List.
    Array(Box<Schema>),
    /// The component of this name, which the document has.
    Reference(String),
}

impl Kind {
    /// Whether it is an object with properties.
    pub fn is_object_with_properties(&self) -> bool {
        matches!(self, Self::Object(_))
    }
}

/// A property of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Property {
    /// Name on the wire. Another property's name may differ from it by case only.
    pub name: String,
    /// Type and facts.
    pub schema: Schema,
}

/// Bounds of values. They may not fit the type.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// Least value, as the document writes it.
    pub minimum: Option<String>,
    /// Greatest value, as the document writes it.
    pub maximum: Option<String>,
    /// Whether the least value itself is excluded.
    pub exclusive_minimum: bool,
    /// Whether the greatest value itself is excluded.
    pub exclusive_maximum: bool,
    /// Least number of characters.
    pub min_length: Option<u64>,
    /// Greatest number of characters.
    pub max_length: Option<u64>,
    /// Least number of elements.
    pub min_items: Option<u64>,
    /// Greatest number of elements.
    pub max_items: Option<u64>,
    /// Regular expression; may use look-around.
    pub pattern: Option<String>,
}
