use crate::operation::Poll;
use crate::record::{self, Node};

/// What an answer says about the work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Status {
    /// It goes on, or has not begun; with the status that says so.
    Open(String),
    Done,
    /// It ended with this status.
    Failed(String),
}

/// Reads the status of an answer. Where it has several, all of them have to say that the work is done, and one is enough
/// to say that it failed.
pub(super) fn read(facts: &Poll, answer: Node<'_>) -> Status {
    let found: Vec<String> =
        record::all(answer, facts.status_path()).into_iter().filter_map(record::scalar).collect();
    let is = |values: &[&str], status: &String| values.contains(&status.as_str());
    if let Some(failed) = found.iter().find(|status| is(facts.failed(), status)) {
        return Status::Failed(failed.clone());
    }
    match found.iter().find(|status| !is(facts.done(), status)) {
        Some(open) => Status::Open(open.clone()),
        None if found.is_empty() => Status::Open(String::new()),
        None => Status::Done,
    }
}
