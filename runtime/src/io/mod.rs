//! What a client and its credentials reach the outside with: a transport, a scheduler and a clock.

#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
mod browser;
mod bundle;
mod race;
mod scheduler;
#[cfg(not(target_arch = "wasm32"))]
mod thread;
#[cfg(not(target_arch = "wasm32"))]
mod timer;
#[cfg(all(feature = "reqwest", not(target_arch = "wasm32")))]
mod tokio;
mod wall_clock;

#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
pub use browser::BrowserScheduler;
pub use bundle::Io;
pub use scheduler::Scheduler;
#[cfg(not(target_arch = "wasm32"))]
pub use thread::ThreadScheduler;
#[cfg(all(feature = "reqwest", not(target_arch = "wasm32")))]
pub use tokio::TokioScheduler;

pub(crate) use bundle::Clock;
pub(crate) use race::within;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use thread::block_on;
pub(crate) use wall_clock::system_time;
