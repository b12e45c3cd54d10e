use super::{Parameter, Product};
use crate::record::Record;

/// A request type: what to send, and what comes back.
pub trait Operation: Record + Default {
    /// Type of the reply's body.
    type Reply: Record + Default;

    /// The operation's facts. Its parameters are the fields of the request type, index by index.
    const DESCRIPTOR: &'static Descriptor;
}

/// The facts of one operation that a request is built from.
#[derive(Debug)]
pub struct Descriptor {
    name: &'static str,
    product: &'static Product,
    method: Method,
    effect: Effect,
    parameters: &'static [Parameter],
}

/// HTTP method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// GET.
    Get,
    /// POST.
    Post,
}

/// Whether an operation changes anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Reads only: safe to repeat.
    Read,
    /// May change state.
    Write,
}

impl Descriptor {
    /// The facts of one operation.
    pub const fn new(
        name: &'static str,
        product: &'static Product,
        method: Method,
        effect: Effect,
        parameters: &'static [Parameter],
    ) -> Self {
        Self { name, product, method, effect, parameters }
    }

    /// Wire name, sent as `x-acs-action`.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The product the operation belongs to.
    pub const fn product(&self) -> &'static Product {
        self.product
    }

    /// HTTP method of the call.
    pub const fn method(&self) -> Method {
        self.method
    }

    /// Whether the operation changes anything.
    pub const fn effect(&self) -> Effect {
        self.effect
    }

    /// Request parameters in the order of the documentation.
    pub const fn parameters(&self) -> &'static [Parameter] {
        self.parameters
    }
}

impl Method {
    /// The method's name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
        }
    }
}
