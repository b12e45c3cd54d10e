use crate::error::{Error, ErrorKind, Result};
use http::HeaderValue;

/// Value of the `user-agent` header (`docs/wire.md`, "User agent").
///
/// The version behind `Rust/` is the oldest that this crate compiles with: the one that compiled it is not
/// known without a build script.
pub(super) fn user_agent(part: Option<&str>) -> Result<HeaderValue> {
    let part = part.map(str::trim).filter(|part| !part.is_empty());
    let text = format!(
        "AlibabaCloud ({os}; {arch}) Rust/{rust} Core/{core} TeaDSL/2 alicloud/{core}{space}{part}",
        os = std::env::consts::OS,
        arch = std::env::consts::ARCH,
        rust = env!("CARGO_PKG_RUST_VERSION"),
        core = env!("CARGO_PKG_VERSION"),
        space = if part.is_some() { " " } else { "" },
        part = part.unwrap_or_default(),
    );
    HeaderValue::from_str(&text).map_err(|error| {
        let message = "the user agent holds a character that a header cannot carry; use visible ASCII";
        Error::builder(ErrorKind::Configuration).message(message).source(error).build()
    })
}
