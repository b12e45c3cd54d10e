//! Operations of a document.

use super::{Asynchronous, Demo, ErrorCode, Parameter, RamAction, SuccessReply};

/// One operation.
#[derive(Clone, Debug)]
pub struct Api {
    /// Name, for example `DescribeInstances`. An identifier in all known documents, but not always in Pascal
    /// case.
    pub name: String,
    /// HTTP methods it accepts, at least one, each once, in document order.
    pub methods: Vec<Method>,
    /// Schemes in lower case, each once: `http`, `https`, `sse` (it can answer with server-sent events) and others.
    pub schemes: Vec<String>,
    /// Alternative ways to authenticate, at least one, each once, the preferred one first.
    pub security: Vec<Security>,
    /// How it is called.
    pub call: Call,
    /// What it does to resources, as far as the document says.
    pub effect: Effect,
    /// Whether it should not be used any more.
    pub deprecated: bool,
    /// What to use in place of a deprecated operation.
    pub replacement: Replacement,
    /// First line of its documentation; may hold line breaks and be long.
    pub summary: Option<String>,
    /// Title, mostly the name again.
    pub title: Option<String>,
    /// Documentation in Markdown.
    pub description: Option<String>,
    /// Parameters, no two with the same name and position.
    pub parameters: Vec<Parameter>,
    /// Reply to a call that succeeded; none where the document describes no reply with a 2xx status.
    pub success: Option<SuccessReply>,
    /// Errors it is known to answer with, no two equal.
    pub errors: Vec<ErrorCode>,
    /// Sample replies.
    pub demos: Vec<Demo>,
    /// Content types of request bodies, in lower case and without parameters.
    pub consumes: Vec<String>,
    /// Content types of replies, in lower case and without parameters.
    pub produces: Vec<String>,
    /// How to wait for its result, where it only starts something.
    pub asynchronous: Option<Asynchronous>,
    /// What a caller needs permission for, where the document tells.
    pub ram_actions: Vec<RamAction>,
}

impl Api {
    /// Whether the service can answer with server-sent events.
    pub fn streams(&self) -> bool {
        self.schemes.iter().any(|scheme| scheme == "sse")
            || self.produces.iter().any(|produced| produced == "text/event-stream")
    }
}

/// HTTP method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "their names say it all")]
pub enum Method {
    Get,
    Post,
    Put,
    Delete,
    Patch,
    Head,
    Options,
}

impl Method {
    /// All methods.
    pub const ALL: [Self; 7] =
        [Self::Get, Self::Post, Self::Put, Self::Delete, Self::Patch, Self::Head, Self::Options];

    /// The method in upper case.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
            Self::Patch => "PATCH",
            Self::Head => "HEAD",
            Self::Options => "OPTIONS",
        }
    }
}

/// A way to authenticate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Security {
    /// A request signed with an access key.
    AccessKey,
    /// A bearer token.
    Bearer,
    /// Nothing.
    Anonymous,
    /// Another scheme, by the name the document gives it.
    Other(String),
}

/// How an operation is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Call {
    /// By its name (RPC style).
    Action,
    /// By this path (ROA style).
    ///
    /// Starts with `/` and holds `{name}` for every parameter whose position is the path, and for no other. A
    /// placeholder can be a part of its segment, and constant query can follow a `?`. `{+name}` keeps the slashes
    /// of its value: it is the rest of the path or, where nothing stands before it, the whole path.
    Path(String),
}

/// What an operation does, in the words of the two places that tell: none, one or both of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effect {
    /// `operationType`: `read`, `write`, `readAndWrite` and stray others. Unreliable.
    pub operation: Option<String>,
    /// `systemTags.operationType`: `get`, `list`, `create`, `update`, `delete`, `none`.
    pub tag: Option<String>,
    /// Whether the tags call it risky.
    pub risky: bool,
    /// Whether the tags say that a call costs money.
    pub paid: bool,
}

/// What to use in place of a deprecated operation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Replacement {
    /// Operations that replace it.
    pub operations: Vec<OperationName>,
    /// Why there is none.
    pub none_because: Option<String>,
}

/// An operation of this or another product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OperationName {
    /// Product code; none where the document gives only the operation.
    pub product: Option<String>,
    /// Version of the product; none where the document gives only the operation.
    pub version: Option<String>,
    /// Name of the operation.
    pub name: String,
}
