use super::{Allowed, Asynchronous, Authorization, Field, Item, Origin, Pagination, Parameter, Type};
use crate::spec::layout::{record, words};

record! {
    /// One operation: its own file beside `product.yaml`.
    #[derive(Clone, Debug)]
    pub struct Operation {
        /// Wire name, for example `GetCheckSale`.
        pub name: String,
        /// One sentence: the first line of the documentation.
        pub summary: String,
        /// More documentation, in Markdown.
        pub description: Option<String>,
        /// Whether the call changes anything.
        pub kind: Kind,
        /// HTTP methods that the service allows. POST is used where it is allowed, else the first.
        pub methods: Vec<Method>,
        /// Path with its placeholders, for example `/clusters/{ClusterId}`. `{+name}` keeps the slashes of its value;
        /// a constant query may follow behind `?`. Absent in RPC calls.
        pub path: Option<String>,
        /// Kinds of credentials that the service accepts; access keys where it is absent.
        #[serde(default)]
        pub security: Vec<Security>,
        /// Whether the service can answer with a stream of server-sent events. Each has the reply's fields.
        #[serde(default)]
        pub streams: bool,
        /// What RAM needs to allow, or the words `none disclosed`. Only imported files leave it out.
        pub authorization: Option<Authorization>,
        /// Request parameters in the order of the documentation. May be empty.
        pub parameters: Vec<Parameter>,
        /// The reply. Absent where it has no body.
        pub reply: Option<Reply>,
        /// How the reply is read page by page.
        pub pagination: Option<Pagination>,
        /// How to wait for what the call only starts.
        pub asynchronous: Option<Asynchronous>,
        /// Sample replies of the documentation, to the letter.
        #[serde(default)]
        pub samples: Vec<Sample>,
        /// Documented errors.
        #[serde(default)]
        pub errors: Vec<ErrorCode>,
        /// Where the facts of this file come from. Only imported files leave it out.
        #[serde(default)]
        pub sources: Vec<Source>,
        /// Change history of the documentation page.
        #[serde(default)]
        pub history: Vec<Change>,
        /// Replacement or reason when the operation is deprecated.
        pub deprecated: Option<String>,
        /// Where the file was imported from. Absent in files that people wrote.
        pub origin: Option<Origin>,
        /// Warnings and notes that are no problem in this file.
        #[serde(default)]
        pub allow: Vec<Allowed>,
    }
}

words! {
    /// Whether an operation changes anything.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Kind {
        /// Reads only: safe to repeat.
        Read = "read",
        /// May change state.
        Write = "write",
    }
}

words! {
    /// HTTP method.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Method {
        /// GET.
        Get = "GET",
        /// POST.
        Post = "POST",
        /// PUT.
        Put = "PUT",
        /// DELETE.
        Delete = "DELETE",
        /// PATCH.
        Patch = "PATCH",
        /// HEAD.
        Head = "HEAD",
        /// OPTIONS.
        Options = "OPTIONS",
    }
}

record! {
    /// The reply.
    #[derive(Clone, Debug)]
    pub struct Reply {
        /// Name that the documentation gives to the reply's root, if it gives one.
        pub title: Option<String>,
        /// Documentation in our own words, Markdown.
        pub description: Option<String>,
        /// HTTP status of success where it is not 200.
        pub status: Option<u16>,
        /// HTTP headers that mean something to the caller.
        #[serde(default)]
        pub headers: Vec<Field>,
        /// Type of the root; an object where it is absent.
        #[serde(rename = "type")]
        pub kind: Option<Type>,
        /// Members of the reply's root object.
        #[serde(default)]
        pub fields: Vec<Field>,
        /// Name of a shared shape, for an object, instead of `fields`.
        pub shape: Option<String>,
        /// Items, for `type: array`, or values, for `type: map`.
        pub items: Option<Box<Item>>,
    }
}

impl Reply {
    /// Type of the root; an object where the file does not say.
    #[must_use]
    pub fn root(&self) -> Type {
        self.kind.unwrap_or(Type::Object)
    }
}

impl Operation {
    /// Fields of the reply's root object. None where the reply is something else, or nothing.
    #[must_use]
    pub fn reply_fields(&self) -> &[Field] {
        self.reply.as_ref().map_or(&[], |reply| &reply.fields)
    }
}

words! {
    /// A kind of credentials.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Security {
        /// An access key, also a temporary one.
        AccessKey = "AK",
        /// A bearer token.
        BearerToken = "BearerToken",
        /// None: the request is not signed.
        Anonymous = "Anonymous",
    }
}

record! {
    /// A sample reply.
    #[derive(Clone, Debug)]
    pub struct Sample {
        /// What it shows.
        pub title: String,
        /// The JSON text, exactly as documented.
        pub body: String,
        /// Places where the sample shows another type, a value that is not listed, or a field that is not described:
        /// `Data[].Used`, `Labels{}`; `$` is the root.
        #[serde(default)]
        pub departs: Vec<String>,
    }
}

record! {
    /// A documented error.
    #[derive(Clone, Debug)]
    pub struct ErrorCode {
        /// HTTP status. Absent where the documentation gives none.
        pub status: Option<u16>,
        /// Error code, for example `NoPermission`.
        pub code: String,
        /// Message as the service words it.
        pub message: String,
        /// What it means, in our own words. Absent where the page gives none.
        pub description: Option<String>,
    }
}

record! {
    /// Where facts come from.
    #[derive(Clone, Debug)]
    pub struct Source {
        /// Title of the page or document.
        pub title: String,
        /// Address, where there is one.
        pub url: Option<String>,
        /// Date of the page, `YYYY-MM-DD`.
        pub updated: Option<String>,
        /// Whether the page says that a machine translated it.
        #[serde(default)]
        pub machine_translated: bool,
        /// The keys of this file that come from here, or `everything else`.
        pub supplies: Vec<String>,
    }
}

record! {
    /// A row of the change history.
    #[derive(Clone, Debug)]
    pub struct Change {
        /// Date, `YYYY-MM-DD`.
        pub date: String,
        /// What changed, in our own words.
        pub summary: String,
    }
}
