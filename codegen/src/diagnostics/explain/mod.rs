//! What each code means at length: why it is a problem, how it looks, and how it is put right.
//!
//! One table per group of codes. The examples are real: a test puts each of them into a small spec folder, and the wrong one is reported with
//! that code and no other, and the right one not at all.

mod e01_source;
mod e02_structure;
mod e03_names;
mod e04_values;
mod e05_product;
mod e06_documentation;
mod e07_allow;
mod e08_corrections;
mod e09_request;
mod example;
mod explanation;
mod group;
mod markdown;
mod plain;

pub use example::{Encoding, Example};
pub use explanation::Explanation;
pub use group::{GROUPS, Group, of};
pub use markdown::page;
pub use plain::{explanation, list};
