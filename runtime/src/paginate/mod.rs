//! Replies that come page by page: when there is a next page and how it is asked for, as pure functions, and the
//! streams that ask.

mod cursor;
mod dynamic;
mod items;
mod pages;
mod source;
mod walk;

pub use dynamic::DynamicPages;
pub use items::Items;
pub use pages::Pages;
