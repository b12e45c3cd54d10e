use super::{Allowed, Authorization, Field, Parameter};
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
        /// What RAM needs to allow, or the words `none disclosed`.
        pub authorization: Authorization,
        /// Request parameters in the order of the documentation. May be empty.
        pub parameters: Vec<Parameter>,
        /// The reply's fields.
        pub reply: Reply,
        /// Sample replies of the documentation, to the letter.
        #[serde(default)]
        pub samples: Vec<Sample>,
        /// Documented errors.
        #[serde(default)]
        pub errors: Vec<ErrorCode>,
        /// Where the facts of this file come from.
        pub sources: Vec<Source>,
        /// Change history of the documentation page.
        #[serde(default)]
        pub history: Vec<Change>,
        /// Replacement or reason when the operation is deprecated.
        pub deprecated: Option<String>,
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
        /// Members of the reply's root object.
        pub fields: Vec<Field>,
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
    }
}

record! {
    /// A documented error.
    #[derive(Clone, Debug)]
    pub struct ErrorCode {
        /// HTTP status.
        pub status: u16,
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
