use super::source::Typed;
use super::walk::Walk;
use crate::client::{CallOptions, Client};
use crate::error::Result;
use crate::operation::Paged;
use crate::response::Response;
use futures_core::Stream;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

/// The pages of a reply, each asked for when it is wanted. A `Stream`; the page that the request asks for is the first.
///
/// It ends with the page that has no successor (`docs/wire.md`, "Pages"), and with an error where the service leads in
/// circles: it never goes on for ever.
#[must_use = "a stream does nothing until its pages are asked for"]
pub struct Pages<R: Paged> {
    pub(super) walk: Walk<Typed<R>>,
}

impl<R: Paged> Pages<R> {
    pub(crate) fn new(client: Client, request: R, options: CallOptions) -> Self {
        Self { walk: Walk::new(Typed { client, request, options }) }
    }

    /// The next page; `None` after the last.
    ///
    /// # Errors
    /// Those of the call. After one the walk is over.
    pub async fn next(&mut self) -> Option<Result<Response<R::Reply>>> {
        poll_fn(|context| self.walk.poll_next(context)).await
    }

    /// The pages as an iterator that waits on this thread, without an async runtime; see
    /// [`Pending::blocking`](crate::Pending::blocking).
    #[cfg(not(target_arch = "wasm32"))]
    pub fn blocking(mut self) -> impl Iterator<Item = Result<Response<R::Reply>>> {
        self.walk.block();
        std::iter::from_fn(move || crate::io::block_on(self.next()))
    }
}

impl<R: Paged> Stream for Pages<R> {
    type Item = Result<Response<R::Reply>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.walk.poll_next(context)
    }
}

impl<R: Paged> fmt::Debug for Pages<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").field("operation", &self.walk.name()).finish_non_exhaustive()
    }
}
