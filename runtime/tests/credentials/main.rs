//! Where credentials come from: files, variables, commands and servers, all of them invented.
#![allow(clippy::unwrap_used, clippy::panic, clippy::expect_used, clippy::indexing_slicing, unreachable_pub)]

mod chain;
mod command;
mod concurrency;
mod debug;
mod ecs;
mod external;
mod fake;
mod files;
mod from_env;
mod gone;
mod ini_profile;
mod modes;
mod oauth;
mod oidc;
mod outside;
mod ram_role;
mod refreshing;
#[cfg(feature = "reqwest")]
mod server;
#[cfg(feature = "reqwest")]
mod sockets;
mod sso;
mod uri;
