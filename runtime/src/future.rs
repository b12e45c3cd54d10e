use std::pin::Pin;

/// A future behind a pointer: what the object-safe traits of this crate return.
///
/// On `wasm32` it is not `Send`: a browser has one thread, and its own futures are not.
#[cfg(not(target_arch = "wasm32"))]
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A future behind a pointer: what the object-safe traits of this crate return.
///
/// On `wasm32` it is not `Send`: a browser has one thread, and its own futures are not.
#[cfg(target_arch = "wasm32")]
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;
