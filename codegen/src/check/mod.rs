//! The rules that go beyond structure: values of their type, samples that fit the reply, names that can be
//! used.
//!
//! Documentation pages contradict themselves. Such a contradiction is an error here unless the spec records
//! it (`disagrees`), and so is a recorded one that does not occur: what a spec says about its page is always
//! true.

mod disagreements;
mod examples;
mod json;
mod members;
mod names;
mod products;
mod ram;
mod run;
mod sample;
mod scope;
mod shapes;
mod typed;
mod values;

pub use run::check;
