use crate::operation::{LongRunning, Operation};
use crate::response::Response;
use std::fmt;
use std::ops::Deref;

/// Work that a call started and that is done. It dereferences to the answer that said so.
pub struct Finished<R: LongRunning> {
    /// The reply of the call that started the work.
    pub started: R::Reply,
    /// The answer that said that the work is done.
    pub last: Response<<R::Polled as Operation>::Reply>,
}

impl<R: LongRunning> Deref for Finished<R> {
    type Target = Response<<R::Polled as Operation>::Reply>;

    fn deref(&self) -> &Self::Target {
        &self.last
    }
}

impl<R: LongRunning> fmt::Debug for Finished<R>
where
    R::Reply: fmt::Debug,
    <R::Polled as Operation>::Reply: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Finished").field("started", &self.started).field("last", &self.last).finish()
    }
}
