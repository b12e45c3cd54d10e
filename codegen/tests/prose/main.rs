//! Descriptions of the official metadata become Markdown that every reader takes for what it was meant to be.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod cases;
mod corpus;
mod judge;
#[path = "../memory/mod.rs"]
mod memory;
mod properties;

use alicloud_codegen::import::prose::Links;

/// The operations of an invented product.
struct Some(&'static [&'static str]);

impl Links for Some {
    fn is_operation(&self, name: &str) -> bool {
        self.0.contains(&name)
    }
}

const LINKS: Some = Some(&["ListLanterns", "GetLantern", "Light"]);
