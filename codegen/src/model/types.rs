use super::{
    Asynchronous, Authorization, Change, Constraints, Disagreement, ErrorCode, Kind, Method, Pagination,
    ParameterStyle, Position, Protocol, Sample, Security, Source, Value,
};
use crate::naming::Ident;

/// All products of a spec folder.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// Sorted by the path of their `product.yaml`.
    pub products: Vec<Product>,
}

/// Where something comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Path below the spec folder, with `/`.
    pub path: String,
    /// SHA-256 of the file in hexadecimal.
    pub hash: String,
}

/// One version of one product.
#[derive(Clone, Debug)]
pub struct Product {
    /// Product code, for example `Sas`.
    pub code: String,
    /// API version.
    pub version: String,
    /// Module of the emitted crate and name of its feature.
    pub module: Ident,
    /// Name of the product as its documentation writes it.
    pub title: String,
    /// What the product does.
    pub description: Option<String>,
    /// Address of the documentation.
    pub documentation: Option<String>,
    /// Scheme of the endpoints.
    pub protocol: Protocol,
    /// Prefix of the product's RAM actions.
    pub ram_prefix: Option<String>,
    /// Regions and hosts, sorted by region.
    pub endpoints: Vec<(String, String)>,
    /// Sorted by path.
    pub operations: Vec<Operation>,
    /// Shared shapes: those of requests and those of replies, as far as operations use them.
    pub shared: Vec<SharedShapes>,
    /// Its `product.yaml`.
    pub origin: Origin,
}

/// One operation.
#[derive(Clone, Debug)]
pub struct Operation {
    /// Wire name.
    pub name: String,
    /// Module of the operation, and stem of its file.
    pub module: Ident,
    /// Method of the client.
    pub method_name: Ident,
    /// One sentence.
    pub summary: String,
    /// More documentation.
    pub description: Option<String>,
    /// Whether it changes anything.
    pub kind: Kind,
    /// The HTTP method that is used: POST where it is allowed, else the first.
    pub method: Method,
    /// All HTTP methods that the service allows.
    pub methods: Vec<Method>,
    /// Path of a call that has one of its own, with placeholders.
    pub path: Option<String>,
    /// Kinds of credentials that the service accepts, at least one.
    pub security: Vec<Security>,
    /// Whether the service can answer with a stream of events, each of the reply's shape.
    pub streams: bool,
    /// How the reply is read page by page.
    pub pagination: Option<Pagination>,
    /// How to wait for what the call only starts.
    pub asynchronous: Option<Asynchronous>,
    /// RAM authorization.
    pub authorization: Option<Authorization>,
    /// Replacement or reason when deprecated.
    pub deprecated: Option<String>,
    /// How each member of the request travels, in its order.
    pub parameters: Vec<Parameter>,
    /// What the body of the reply is.
    pub reply_body: ReplyBody,
    /// How many of the reply's last members come from HTTP headers.
    pub reply_headers: usize,
    /// HTTP status of success where it is not 200.
    pub status: Option<u16>,
    /// Name of the reply's root on the page.
    pub reply_title: Option<String>,
    /// Its own types: the request first, the reply second, then the nested ones in the order of their first use.
    pub definitions: Definitions,
    /// Sample replies.
    pub samples: Vec<Sample>,
    /// Documented errors.
    pub errors: Vec<ErrorCode>,
    /// Where the facts come from.
    pub sources: Vec<Source>,
    /// Change history.
    pub history: Vec<Change>,
    /// Its file.
    pub origin: Origin,
}

/// Index of a shape in its [`Definitions`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ShapeId(pub usize);

/// Index of an enumeration in its [`Definitions`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EnumerationId(pub usize);

impl Operation {
    /// The request's members.
    pub const REQUEST: ShapeId = ShapeId(0);
    /// The reply's members.
    pub const REPLY: ShapeId = ShapeId(1);

    /// A shape of this operation.
    pub fn shape(&self, id: ShapeId) -> Option<&Shape> {
        self.definitions.shape(id)
    }
}

/// The types of one module.
#[derive(Clone, Debug)]
pub struct Definitions {
    /// The module.
    pub module: Ident,
    /// Structs.
    pub shapes: Vec<Shape>,
    /// Enumerations in the order of their first use.
    pub enumerations: Vec<Enumeration>,
}

impl Definitions {
    /// The struct of an id.
    pub fn shape(&self, id: ShapeId) -> Option<&Shape> {
        self.shapes.get(id.0)
    }

    /// The members of all structs.
    pub fn members(&self) -> impl Iterator<Item = &Member> {
        self.shapes.iter().flat_map(|shape| &shape.members)
    }

    /// The references to shared shapes.
    pub fn shared(&self) -> impl Iterator<Item = &Shared> {
        self.members().filter_map(|member| member.kind.shared())
    }

    /// The enumeration of an id.
    pub fn enumeration(&self, id: EnumerationId) -> Option<&Enumeration> {
        self.enumerations.get(id.0)
    }
}

/// The shared shapes of a product that requests use, or those that replies use: lists differ between the two.
#[derive(Clone, Debug)]
pub struct SharedShapes {
    /// Whether requests use them.
    pub sent: bool,
    /// Wire name and struct of each shared shape; the other structs are nested in these.
    pub named: Vec<(String, ShapeId)>,
    /// Their types.
    pub definitions: Definitions,
    /// Their files.
    pub origins: Vec<Origin>,
}

/// How a member of the request travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// Where it goes.
    pub position: Position,
    /// How it is written, where the spec says so.
    pub style: Option<ParameterStyle>,
    /// Whether it is bytes that are sent without a content type.
    pub untyped: bool,
}

/// What the body of a reply is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplyBody {
    /// A JSON object, whose members are the reply's.
    Object,
    /// JSON with any root, which is the reply's first member.
    Payload,
    /// Text, which is the reply's first member.
    Text,
    /// Bytes, which are the reply's first member.
    Bytes,
    /// None: the reply has no members but headers.
    Empty,
}

/// A struct.
#[derive(Clone, Debug)]
pub struct Shape {
    /// Its type name.
    pub name: Ident,
    /// What it is.
    pub description: Option<String>,
    /// Whether it is sent: then unset and empty lists differ.
    pub sent: bool,
    /// Its members.
    pub members: Vec<Member>,
}

/// A field of a struct.
#[derive(Clone, Debug)]
pub struct Member {
    /// Wire name.
    pub wire: String,
    /// Path from the root of the request or the reply: `Data.TrialRecordList[].ModuleCode`.
    pub path: String,
    /// Field, and setter.
    pub name: Ident,
    /// Its type.
    pub kind: Type,
    /// Whether the service refuses a request without it.
    pub required: bool,
    /// Documented default. Never sent.
    pub default: Option<String>,
    /// Documented example.
    pub example: Option<String>,
    /// Documented valid values.
    pub values: Vec<Value>,
    /// Documented limits.
    pub constraints: Option<Constraints>,
    /// Replacement or reason when deprecated.
    pub deprecated: Option<String>,
    /// Whether it must not be printed.
    pub sensitive: bool,
    /// Whether it is the address of a file that official SDKs can upload.
    pub file_url: bool,
    /// What it is.
    pub description: Option<String>,
    /// Remarks.
    pub notes: Vec<String>,
    /// Where the documentation contradicts itself.
    pub disagrees: Vec<Disagreement>,
    /// The documentation's row for an array's items or a map's values.
    pub item: Option<Item>,
}

/// The documentation's row for an array's items or a map's values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Name of the row.
    pub name: Option<String>,
    /// What an item is.
    pub description: Option<String>,
    /// Example of an item.
    pub example: Option<String>,
}

/// Type of a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// A single value.
    Scalar(Scalar),
    /// One of an open set of values.
    Enumeration(EnumerationId),
    /// A struct of the same module.
    Object(ShapeId),
    /// A shared struct.
    Shared(Shared),
    /// A list.
    List(Box<Type>),
    /// A map from texts.
    Map(Box<Type>),
}

impl Type {
    /// The shared shape that the type is or holds.
    pub fn shared(&self) -> Option<&Shared> {
        match self {
            Self::Shared(shared) => Some(shared),
            Self::List(inner) | Self::Map(inner) => inner.shared(),
            Self::Scalar(_) | Self::Enumeration(_) | Self::Object(_) => None,
        }
    }
}

/// A reference to a shared shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// Name in the spec.
    pub wire: String,
    /// Its type name.
    pub name: Ident,
    /// Module of the type.
    pub module: Ident,
    /// Whether it is boxed: the shape contains itself without a list or map between.
    pub boxed: bool,
}

/// A type without parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scalar {
    /// Text.
    String,
    /// 32-bit integer.
    Integer,
    /// 64-bit integer.
    Long,
    /// 32-bit floating point number.
    Float,
    /// 64-bit floating point number.
    Double,
    /// Truth value.
    Boolean,
    /// An object of which no member is described: any JSON value.
    Object,
    /// Any JSON value.
    Any,
    /// Bytes.
    Bytes,
}

/// An open enumeration.
#[derive(Clone, Debug)]
pub struct Enumeration {
    /// Its type name.
    pub name: Ident,
    /// What its values are on the wire.
    pub wire: Wire,
    /// The type the spec declares: string, integer or long.
    pub scalar: Scalar,
    /// What it stands for: the description of the first field that uses it.
    pub description: Option<String>,
    /// The listed values.
    pub variants: Vec<Variant>,
}

/// What an enumeration's values are on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wire {
    /// Texts.
    Text,
    /// Integers.
    Integer,
}

/// A listed value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// Its variant name.
    pub name: Ident,
    /// The value as text.
    pub value: String,
    /// What it means.
    pub meaning: Option<String>,
    /// How the documentation writes the value where it differs.
    pub documented: Option<String>,
}
