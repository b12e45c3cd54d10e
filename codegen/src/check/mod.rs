//! The rules that go beyond structure: values of their type, samples that fit the reply, names that can be
//! used.
//!
//! Documentation pages contradict themselves. Such a contradiction is an error here unless the spec records
//! it (`disagrees`), and so is a recorded one that does not occur: what a spec says about its page is always
//! true.

mod allow;
mod cause;
mod disagreements;
mod documentation;
mod evidence;
mod examples;
mod json;
mod limits;
mod members;
mod names;
mod products;
mod ram;
mod references;
mod regions;
mod run;
mod sample;
mod scope;
mod shapes;
mod typed;
mod values;

pub use allow::allow;
pub use run::check;
