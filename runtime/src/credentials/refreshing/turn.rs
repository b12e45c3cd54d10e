use super::state::State;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll};

/// Waits until a request of somebody else has ended, or was given up; where there is something to use, also until it has
/// turned out to be late.
pub(super) struct Turn<'a> {
    state: &'a Mutex<State>,
    id: u64,
    has_kept: bool,
    key: Option<u64>,
}

impl<'a> Turn<'a> {
    pub(super) fn new(state: &'a Mutex<State>, id: u64, has_kept: bool) -> Self {
        Self { state, id, has_kept, key: None }
    }
}

impl Future for Turn<'_> {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if !state.is_awaited(self.id, self.has_kept) {
            return Poll::Ready(());
        }
        state.register(&mut self.key, context.waker());
        Poll::Pending
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        if let Some(key) = self.key {
            self.state.lock().unwrap_or_else(PoisonError::into_inner).leave(key);
        }
    }
}
