/// Runs a future on this thread until it is done. Enough for scripted calls; the built-in transport needs tokio.
pub fn block_on<F: IntoFuture>(future: F) -> F::Output {
    crate::io::block_on(future.into_future())
}
