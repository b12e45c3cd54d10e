//! Providers that ask a server.

mod ask;
mod ecs;
mod oidc;
mod ram_role;
mod received;
mod sts;
mod uri;

pub use ecs::EcsProvider;
pub use oidc::OidcProvider;
pub use ram_role::RamRoleProvider;
pub use uri::UriProvider;

pub(super) use ask::{Repeat, Server, request};
pub(super) use received::received;
pub(super) use sts::Sts;
