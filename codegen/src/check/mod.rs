//! The rules that go beyond structure: values of their type, samples that fit the reply, names that can be
//! used.
//!
//! Documentation pages contradict themselves. Such a contradiction is an error here unless the spec records
//! it (`disagrees`), and so is a recorded one that does not occur: what a spec says about its page is always
//! true.

mod allow;
mod asynchronous;
mod cause;
mod contradictions;
mod disagreements;
mod documentation;
mod evidence;
mod examples;
mod headers;
mod json;
mod limits;
mod lists;
mod members;
mod names;
mod pagination;
mod path;
mod positions;
mod product;
mod products;
mod ram;
mod references;
mod regions;
mod reply_path;
mod run;
mod sample;
mod scope;
mod shapes;
mod statuses;
mod template;
mod typed;
mod values;
mod waiting;

pub use allow::allow;
pub use contradictions::{Documented, example_disagreements};
pub use headers::{is_header_name, is_reserved_header};
pub use products::modules;
pub use run::check;
pub use sample::{Shapes, departures};
