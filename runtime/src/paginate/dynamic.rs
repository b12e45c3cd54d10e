use super::source::ByName;
use super::walk::Walk;
use crate::client::{CallOptions, Client};
use crate::error::Result;
use crate::operation::Descriptor;
use crate::response::Response;
use futures_core::Stream;
use serde_json::Value;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

/// As [`Pages`](super::Pages), for calls by name.
#[must_use = "a stream does nothing until its pages are asked for"]
pub struct DynamicPages {
    walk: Walk<ByName>,
}

impl DynamicPages {
    pub(crate) fn new(
        client: Client,
        descriptor: &'static Descriptor,
        parameters: Value,
        options: CallOptions,
    ) -> Self {
        Self { walk: Walk::new(ByName { client, descriptor, parameters, options }) }
    }

    /// The next page; `None` after the last.
    ///
    /// # Errors
    /// Those of the call. After one the walk is over.
    pub async fn next(&mut self) -> Option<Result<Response<Value>>> {
        poll_fn(|context| self.walk.poll_next(context)).await
    }

    /// The pages as an iterator that waits on this thread, without an async runtime; see
    /// [`Pending::blocking`](crate::Pending::blocking).
    #[cfg(not(target_arch = "wasm32"))]
    pub fn blocking(mut self) -> impl Iterator<Item = Result<Response<Value>>> {
        self.walk.block();
        std::iter::from_fn(move || crate::io::block_on(self.next()))
    }
}

impl Stream for DynamicPages {
    type Item = Result<Response<Value>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.walk.poll_next(context)
    }
}

impl fmt::Debug for DynamicPages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DynamicPages").field("operation", &self.walk.name()).finish_non_exhaustive()
    }
}
