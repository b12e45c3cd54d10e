//! From the model to the text of Rust files, one file here per emitted item.
//!
//! Fragments are tokens; [`file`] turns them into formatted text. Nothing here knows YAML or chooses a name.

mod authorization;
mod call;
mod call_tests;
mod client;
mod command;
mod common;
mod common_errors;
mod crate_root;
mod docs;
mod emit;
mod enumeration;
mod error_code;
mod example;
mod facts;
mod file;
mod help;
mod items;
mod links;
mod manifest;
mod markdown;
mod operation;
mod product;
mod remarks;
mod request;
mod rows;
mod runtime_path;
mod sample_tests;
mod sensitive;
mod setters;
mod shape;
mod shared;
mod types;
mod waiting;

pub use emit::emit;
pub use file::{EmitError, Files, HEADER, is_generated};
