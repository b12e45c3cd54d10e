//! Documents as they are written, with room for every slip: a member of the wrong type never fails the rest.

mod api;
mod document;
mod loose;
mod members;
mod record;
mod schema;

pub(super) use api::{RawApi, RawError, RawParameter, RawRam, RawResponse, RawStatic};
pub(super) use document::{RawDocument, RawEndpoint};
pub(super) use loose::{Loose, Word};
pub(super) use members::{Items, Members};
pub(super) use record::{Boxed, Found, Record};
pub(super) use schema::{RawSchema, SchemaBox};
