use super::Scripted;
use crate::{Config, Credentials};

/// A configuration whose client answers its first call with status 200 and `reply`, whatever the product.
///
/// Made for examples: credentials and endpoint are invented, and nothing leaves the process.
pub fn config(reply: impl Into<String>) -> Config {
    Config::new("example", Credentials::new("example-id", "example-secret"))
        .endpoint("endpoint.example")
        .transport(Scripted::new().json(200, reply))
}
