//! The built-in transport of calls that are awaited: reqwest, which is hyper on a computer and fetch in a browser.

mod adapter;
mod failure;
#[cfg(target_arch = "wasm32")]
mod fetch;
#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(not(target_arch = "wasm32"))]
mod setup;

pub use adapter::ReqwestTransport;
