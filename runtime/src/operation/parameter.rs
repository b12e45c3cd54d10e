/// One request parameter: how it gets from the request type's field of the same index onto the wire.
#[derive(Clone, Copy, Debug)]
pub struct Parameter {
    name: &'static str,
    kind: Kind,
    position: Position,
    style: Style,
    required: bool,
}

/// Type of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
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
    /// Members with names of their own.
    Object,
    /// List.
    Array,
    /// Free names, one type of value.
    Map,
    /// Any JSON value.
    Any,
    /// Bytes, sent as `application/octet-stream`.
    Binary,
    /// Bytes, sent without a content type.
    Byte,
}

/// Where in the request a parameter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    /// Query string.
    Query,
    /// Form in the body; in the query string where the method is GET.
    Form,
    /// Place in the path that has the parameter's name.
    Path,
    /// Header of the parameter's name.
    Header,
    /// Label in front of the endpoint's host.
    Host,
    /// The body itself.
    Body,
}

/// How an array, map or object is written (`docs/wire.md`, "Parameter styles").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `Name.1`, `Name.1.Key`, `Name.Key`.
    Flat,
    /// One JSON text.
    Json,
    /// Items joined by commas.
    Simple,
}

impl Parameter {
    /// An optional, flat parameter of the query string.
    pub const fn query(name: &'static str, kind: Kind) -> Self {
        Self { name, kind, position: Position::Query, style: Style::Flat, required: false }
    }

    /// An optional, flat parameter of the form.
    pub const fn form(name: &'static str, kind: Kind) -> Self {
        Self { position: Position::Form, ..Self::query(name, kind) }
    }

    /// An optional parameter that stands in the path.
    pub const fn path(name: &'static str, kind: Kind) -> Self {
        Self { position: Position::Path, ..Self::query(name, kind) }
    }

    /// An optional parameter that is a header.
    pub const fn header(name: &'static str, kind: Kind) -> Self {
        Self { position: Position::Header, ..Self::query(name, kind) }
    }

    /// An optional parameter that is a label in front of the endpoint's host.
    pub const fn host(name: &'static str, kind: Kind) -> Self {
        Self { position: Position::Host, ..Self::query(name, kind) }
    }

    /// An optional parameter that is the body.
    pub const fn body(name: &'static str, kind: Kind) -> Self {
        Self { position: Position::Body, ..Self::query(name, kind) }
    }

    /// Makes the parameter required.
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Sends the parameter as one JSON text.
    pub const fn json(mut self) -> Self {
        self.style = Style::Json;
        self
    }

    /// Sends a list as its items joined by commas.
    pub const fn simple(mut self) -> Self {
        self.style = Style::Simple;
        self
    }

    /// Wire name.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Type.
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// Where it goes.
    pub const fn position(&self) -> Position {
        self.position
    }

    /// How it is written.
    pub const fn style(&self) -> Style {
        self.style
    }

    /// Whether a call without it is refused before it is sent.
    pub const fn is_required(&self) -> bool {
        self.required
    }
}
