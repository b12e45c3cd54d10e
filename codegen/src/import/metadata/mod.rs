//! The official description of a product version (`api-docs.json`), read into a form without its slips.
//!
//! [`read`] takes the text of a document and, if there is one, that of the same document in another language.
//! Structure comes from the first, texts for people from the second. Whatever is malformed, doubtful or missing
//! is decided here and reported as a [`Finding`], so that nobody who uses a [`Document`] meets it again.

mod api;
mod document;
mod finding;
mod normal;
mod parameter;
mod raw;
mod read;
mod refusal;
mod reply;
mod schema;
mod support;

pub use api::{Api, Call, Effect, Method, OperationName, Replacement, Security};
pub use document::{Component, Components, Document, Endpoint, Language, Style};
pub use finding::{Finding, FindingKind};
pub use parameter::{Parameter, ParameterStyle, Position};
pub use read::read;
pub use refusal::{Refusal, RefusalKind};
pub use reply::{Asynchronous, Demo, DemoFormat, ErrorCode, RamAction, RamResource, SuccessReply};
pub use schema::{Kind, Limits, Property, Schema};
pub use support::{CLOSED_LIST, Feature, Unsupported, unsupported};
