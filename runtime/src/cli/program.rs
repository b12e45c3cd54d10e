use crate::operation::{self, Descriptor};
use std::fmt;

/// The name that people call.
pub(super) const NAME: &str = "alicloud";

/// A product on the command line.
#[derive(Clone, Copy, Debug)]
pub struct Product {
    /// The word it is called by, such as `sas`.
    pub module: &'static str,
    /// Its code, version and endpoints.
    pub product: &'static operation::Product,
    /// The facts of every operation.
    pub operations: &'static [&'static Descriptor],
    /// The texts of its operations.
    pub help: Texts,
}

/// The texts of a product's operations: JSON, one line for each after the product's own. Empty where there are none.
#[derive(Clone, Copy, Default)]
pub struct Texts(pub &'static str);

impl fmt::Debug for Texts {
    /// Not the texts: there may be megabytes of them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Texts({} bytes)", self.0.len())
    }
}

/// What a command line is made from.
#[derive(Clone, Copy, Debug)]
pub struct Program<'a> {
    /// Its version.
    pub version: &'static str,
    /// The products that it knows.
    pub products: &'a [Product],
}
