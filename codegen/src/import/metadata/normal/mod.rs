//! From documents as they are written to documents without slips.

mod api;
mod asynchronous;
mod components;
mod context;
mod cycles;
mod demos;
mod document;
mod endpoints;
mod errors;
mod facts;
mod kind;
mod names;
mod parameters;
mod paths;
mod permissions;
mod place;
mod placeholders;
mod prose;
mod refusals;
mod replies;
mod schema;
mod security;
mod template;
mod values;

pub(super) use document::document;
pub(super) use refusals::body;
