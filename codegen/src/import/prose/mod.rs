//! Descriptions of the official metadata, made into clean Markdown.
//!
//! They are Markdown only nearly: with tags of several kinds, links that lead nowhere outside the portal, code that is
//! not marked, and marks that are not closed. Each is read as what it was meant to be (`html`, then `block`, then
//! `inline`) and written as what any reader of Markdown takes for that.

mod block;
mod clean;
mod cut;
mod html;
mod inline;
mod line;
mod links;
mod normal;
mod summary;

pub use clean::clean;
pub use links::Links;
pub use summary::summary;
