//! What an operation is: a request type, a reply type and one table of facts.

mod body;
mod descriptor;
mod method;
mod operation_trait;
mod pagination;
mod parameter;
mod poll;
mod product;
mod security;

pub use body::Body;
pub use descriptor::{Descriptor, Effect};
pub use method::Method;
pub use operation_trait::{Operation, Streaming};
pub use pagination::{PageBy, Pagination};
pub use parameter::{Kind, Parameter, Position, Style};
pub use poll::Poll;
pub use product::{Product, Protocol};
pub use security::Security;
