use super::Allowed;
use crate::spec::layout::{record, words};
use std::collections::BTreeMap;

record! {
    /// `product.yaml`: what all operations of one product version share.
    #[derive(Clone, Debug)]
    pub struct Product {
        /// Version of the spec language. This generator knows `1`.
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
        pub documentation: String,
        /// Scheme of the endpoints.
        pub protocol: Protocol,
        /// Prefix of the product's RAM actions, for example `yundun-sas`.
        pub ram_prefix: String,
        /// Region to host.
        pub endpoints: BTreeMap<String, String>,
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
