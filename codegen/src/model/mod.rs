//! The resolved model: what the checked spec files mean, with every name chosen.
//!
//! It knows neither YAML nor Rust tokens. Everything is in the order of the spec files, products and operations
//! sorted by path, so whatever is made from it is deterministic.

mod enumerations;
mod explicit;
mod fields;
mod filter;
mod members;
mod operations;
mod position;
mod prune;
mod resolve;
mod roots;
mod scalars;
mod shapes;
mod shared;
mod types;

pub use crate::spec::raw::{
    Asynchronous, Authorization, Change, Constraints, Disagreement, ErrorCode, Kind, Method, PageKey,
    Pagination, ParameterStyle, Place, Position, Protocol, Ram, Sample, Security, Source, Value,
};
pub use filter::retain;
pub use resolve::resolve;
pub use types::{
    Definitions, Enumeration, EnumerationId, Item, Member, Model, Operation, Origin, Parameter, Product,
    ReplyBody, Scalar, Shape, ShapeId, Shared, SharedShapes, Type, Variant, Wire,
};
