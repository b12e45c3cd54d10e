//! Where calls go: the host of a region, or the one that was given.

mod endpoint_type;
#[cfg(test)]
mod tests;

pub(crate) use endpoint_type::{Endpoint, printable};
