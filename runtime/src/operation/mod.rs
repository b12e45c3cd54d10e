//! What an operation is: a request type, a reply type and one table of facts.

mod descriptor;
mod parameter;
mod product;

pub use descriptor::{Descriptor, Effect, Method, Operation};
pub use parameter::{Kind, Parameter, Position, Style};
pub use product::{Product, Protocol};
