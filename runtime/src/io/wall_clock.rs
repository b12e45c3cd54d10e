use std::time::SystemTime;

/// The time of day of this machine.
#[cfg(not(all(target_arch = "wasm32", target_os = "unknown")))]
pub(crate) fn system_time() -> SystemTime {
    SystemTime::now()
}

/// The time of day of the browser; the standard library has none there and would panic.
#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
pub(crate) fn system_time() -> SystemTime {
    SystemTime::UNIX_EPOCH + std::time::Duration::from_millis(js_sys::Date::now() as u64)
}
