use crate::client::{CallOptions, Client, Pending};
use crate::error::{Error, ErrorKind, Result};
use crate::operation::{Descriptor, Kind, Operation};
use crate::record::{self, Node, Record};
use serde_json::Value;

/// A request that is made again for every page, typed or by name.
pub(super) trait Source {
    type Reply;

    fn descriptor(&self) -> &'static Descriptor;

    #[cfg(not(target_arch = "wasm32"))]
    fn client(&self) -> &Client;

    /// The parameters.
    fn request(&self) -> Node<'_>;

    /// Sets the parameter that names the page; whether it can hold the value.
    fn set(&mut self, name: &str, value: Value) -> bool;

    fn send(&self) -> Pending<Self::Reply>;

    fn reply(reply: &Self::Reply) -> Node<'_>;

    /// # Errors
    /// [`ErrorKind::Request`]: the parameter cannot hold the value.
    fn turn_to(&mut self, name: &str, value: Value) -> Result<()> {
        if self.set(name, value) {
            return Ok(());
        }
        let message = format!("parameter `{name}` cannot hold what names the next page");
        Err(Error::local(ErrorKind::Request, message).during(self.descriptor()))
    }
}

pub(super) struct Typed<R> {
    pub(super) client: Client,
    pub(super) request: R,
    pub(super) options: CallOptions,
}

impl<R: Operation> Source for Typed<R> {
    type Reply = R::Reply;

    fn descriptor(&self) -> &'static Descriptor {
        R::DESCRIPTOR
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn client(&self) -> &Client {
        &self.client
    }

    fn request(&self) -> Node<'_> {
        Node::Record(&self.request)
    }

    fn set(&mut self, name: &str, value: Value) -> bool {
        record::assign(&mut self.request, name, value)
    }

    fn send(&self) -> Pending<R::Reply> {
        self.client.send_with(&self.request, self.options.clone())
    }

    fn reply(reply: &R::Reply) -> Node<'_> {
        Node::Record(reply as &dyn Record)
    }
}

pub(super) struct ByName {
    pub(super) client: Client,
    pub(super) descriptor: &'static Descriptor,
    pub(super) parameters: Value,
    pub(super) options: CallOptions,
}

impl Source for ByName {
    type Reply = Value;

    fn descriptor(&self) -> &'static Descriptor {
        self.descriptor
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn client(&self) -> &Client {
        &self.client
    }

    fn request(&self) -> Node<'_> {
        Node::Any(&self.parameters)
    }

    fn set(&mut self, name: &str, value: Value) -> bool {
        let kind = self.descriptor.parameters().iter().find(|parameter| parameter.name() == name);
        let value = match (kind.map(|parameter| parameter.kind()), value) {
            (Some(Kind::String), Value::Number(number)) => Value::String(number.to_string()),
            (Some(Kind::Integer | Kind::Long), Value::String(text)) => match text.parse::<i64>() {
                Ok(number) => Value::from(number),
                Err(_) => return false,
            },
            (Some(_), value) => value,
            (None, _) => return false,
        };
        match &mut self.parameters {
            Value::Object(members) => {
                members.insert(name.to_owned(), value);
                true
            }
            _ => false,
        }
    }

    fn send(&self) -> Pending<Value> {
        self.client.call_with(self.descriptor, &self.parameters, self.options.clone())
    }

    fn reply(reply: &Value) -> Node<'_> {
        Node::Any(reply)
    }
}
