use crate::spec::layout::{record, words};
use std::collections::BTreeMap;

record! {
    /// How a reply is read page by page.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Pagination {
        /// What the request asks the next page by.
        pub by: PageKey,
        /// Parameter that takes the number of the page, or the token of the next one.
        pub parameter: String,
        /// Parameter that takes the number of items on a page.
        pub size: Option<String>,
        /// Path of the reply's list of items: `Data.Items`.
        pub items: String,
        /// Path of the total number of items.
        pub total: Option<String>,
        /// Path of the next page's token.
        pub next: Option<String>,
    }
}

words! {
    /// What a request asks the next page by.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum PageKey {
        /// Its number, from 1.
        Page = "page",
        /// A token that the reply before it gave.
        Token = "token",
    }
}

record! {
    /// How to wait for what a call only starts.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct Asynchronous {
        /// Operation that tells how far it is. With its product and version where those differ: `Ecs@2014-05-26:DescribeTasks`.
        pub operation: String,
        /// Milliseconds between two questions.
        pub interval: Option<u32>,
        /// Greatest number of questions.
        pub attempts: Option<u32>,
        /// Parameters of that operation that take the value of a parameter of this one: its name, and the name of this
        /// one's.
        #[serde(default)]
        pub from_request: BTreeMap<String, String>,
        /// Parameters of that operation that take a value of this one's reply: its name, and the path in the reply.
        #[serde(default)]
        pub from_reply: BTreeMap<String, String>,
        /// Path of the status in the reply of that operation: `Task.Status`. A list on the way means all of its items.
        pub status: Option<String>,
        /// Statuses with which the work is done.
        #[serde(default)]
        pub done: Vec<String>,
        /// Statuses with which it has failed.
        #[serde(default)]
        pub failed: Vec<String>,
    }
}
