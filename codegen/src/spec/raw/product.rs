use super::{Allowed, Origin};
use crate::spec::layout::{record, words};
use std::collections::BTreeMap;

record! {
    /// `product.yaml`: what all operations of one product version share.
    #[derive(Clone, Debug)]
    pub struct Product {
        /// Version of the spec language. This generator knows `1` and `2`.
        pub language: u32,
        /// Product code in its official case, for example `Sas`.
        pub code: String,
        /// API version, for example `2018-12-03`.
        pub version: String,
        /// Wire style of the product.
        pub style: Style,
        /// Module of the emitted crate, and the name of its feature, for example `sas`.
        pub module: String,
        /// Name of the product as its documentation writes it.
        pub title: String,
        /// What the product does, for the module's documentation.
        pub description: Option<String>,
        /// Address of the product's API documentation.
        pub documentation: Option<String>,
        /// Scheme of the endpoints.
        pub protocol: Protocol,
        /// Prefix of the product's RAM actions, for example `yundun-sas`.
        pub ram_prefix: Option<String>,
        /// Region to host.
        pub endpoints: BTreeMap<String, String>,
        /// Where the file was imported from. Absent in files that people wrote.
        pub origin: Option<Origin>,
        /// Warnings and notes that are no problem in this file.
        #[serde(default)]
        pub allow: Vec<Allowed>,
    }
}

words! {
    /// Wire style.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Style {
        /// The operation's name is sent in a header, the path is `/`.
        Rpc = "RPC",
        /// Every operation has a path of its own.
        Roa = "ROA",
        /// Both: an operation that has a path is called by it, the others by their name.
        V3 = "V3",
    }
}

words! {
    /// Scheme of the endpoints.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Protocol {
        /// TLS.
        Https = "HTTPS",
        /// Plain text.
        Http = "HTTP",
    }
}
