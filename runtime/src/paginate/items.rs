use super::Pages;
use crate::error::Result;
use crate::operation::PagedItems;
use futures_core::Stream;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::vec::IntoIter;

/// The items of all pages, one by one; the next page is asked for when the items of the one before are used up.
#[must_use = "a stream does nothing until its items are asked for"]
pub struct Items<R: PagedItems> {
    pages: Pages<R>,
    page: IntoIter<R::Item>,
}

impl<R: PagedItems> Items<R> {
    pub(crate) fn new(pages: Pages<R>) -> Self {
        Self { pages, page: Vec::new().into_iter() }
    }

    /// The next item; `None` after the last.
    ///
    /// # Errors
    /// Those of the call for a page. After one there are no more items.
    pub async fn next(&mut self) -> Option<Result<R::Item>> {
        poll_fn(|context| self.poll(context)).await
    }

    /// The items as an iterator that waits on this thread, without an async runtime; see
    /// [`Pending::blocking`](crate::Pending::blocking).
    #[cfg(not(target_arch = "wasm32"))]
    pub fn blocking(mut self) -> impl Iterator<Item = Result<R::Item>> {
        self.pages.walk.block();
        std::iter::from_fn(move || crate::io::block_on(self.next()))
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<R::Item>>> {
        loop {
            if let Some(item) = self.page.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(self.pages.walk.poll_next(context)) {
                Some(Ok(page)) => self.page = R::into_items(page.into_inner()).into_iter(),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

impl<R: PagedItems> Stream for Items<R> {
    type Item = Result<R::Item>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll(context)
    }
}

impl<R: PagedItems> fmt::Debug for Items<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").field("operation", &R::DESCRIPTOR.name()).finish_non_exhaustive()
    }
}
