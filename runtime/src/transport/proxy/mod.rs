//! Which proxy leads to which host (`docs/wire.md`, "Proxies").

#[cfg(all(any(feature = "reqwest", feature = "blocking"), not(target_arch = "wasm32")))]
mod address;
mod choice;
#[cfg(all(any(feature = "reqwest", feature = "blocking"), not(target_arch = "wasm32")))]
mod exceptions;
#[cfg(all(any(feature = "reqwest", feature = "blocking"), not(target_arch = "wasm32")))]
mod routes;
#[cfg(all(test, any(feature = "reqwest", feature = "blocking")))]
mod tests;

pub use choice::Proxy;
#[cfg(all(any(feature = "reqwest", feature = "blocking"), not(target_arch = "wasm32")))]
pub(super) use routes::Routes;
