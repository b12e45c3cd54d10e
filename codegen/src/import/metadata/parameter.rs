//! Parameters of operations.

use super::Schema;

/// One parameter. Whether it is required is in its schema.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Name on the wire.
    pub name: String,
    /// Part of the request that it goes to.
    pub position: Position,
    /// How a list or an object is written; none for scalars and where the document gives none.
    pub style: Option<ParameterStyle>,
    /// Type and facts. Parameters in the path are always required.
    pub schema: Schema,
}

/// Part of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Position {
    /// Query string.
    Query,
    /// Form body.
    FormData,
    /// Whole body: at most one parameter of an operation, which then has none in a form.
    Body,
    /// Placeholder in the path.
    Path,
    /// Header.
    Header,
    /// Label in front of the host name.
    Host,
}

impl Position {
    /// The word that documents use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Query => "query",
            Self::FormData => "formData",
            Self::Body => "body",
            Self::Path => "path",
            Self::Header => "header",
            Self::Host => "host",
        }
    }
}

/// How a list or an object is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterStyle {
    /// One JSON text.
    Json,
    /// Elements joined with commas.
    Simple,
    /// `Name.1`, `Name.1.Key`.
    RepeatList,
    /// The same on the wire as [`RepeatList`](Self::RepeatList), also for objects: `Name.Key`.
    Flat,
    /// XML document.
    Xml,
}
