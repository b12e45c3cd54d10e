//! Where documents come from: files, folders, addresses and the portal.

mod address;
mod documents;
mod download;
mod folder;
mod limits;
mod source;
mod trouble;

pub use documents::{Input, Wanted};
pub use download::{Downloading, download};
pub use limits::Limits;
pub use source::{PORTAL, Source};
pub(crate) use trouble::trouble;
