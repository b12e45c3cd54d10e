use super::Recorded;
use super::answer::Answer;
use super::plan::Plan;
use crate::operation::Descriptor;
use crate::transport::TransportError;
use std::time::Duration;

/// The rules of a script, and what became of them.
#[derive(Default)]
pub(super) struct State {
    pub(super) rules: Vec<Entry>,
    pub(super) requests: Vec<Recorded>,
    pub(super) unmatched: Vec<String>,
    pub(super) request_ids: usize,
}

/// One rule.
pub(super) struct Entry {
    pub(super) operation: &'static Descriptor,
    pub(super) takes: Box<dyn Fn(&Recorded) -> bool + Send + Sync>,
    pub(super) says: String,
    pub(super) plan: Plan,
    pub(super) requests: Vec<Recorded>,
}

impl State {
    /// The answer of the first rule that takes the request and has one left.
    pub(super) fn answer(&mut self, request: Recorded) -> (Answer, Option<Duration>) {
        self.requests.push(request.clone());
        for rule in self.rules.iter_mut().filter(|rule| rule.is_for(&request) && (rule.takes)(&request)) {
            if let Some(given) = rule.plan.after(rule.requests.len()) {
                rule.requests.push(request);
                return given;
            }
        }
        let problem = self.unmatched(&request);
        self.unmatched.push(problem.clone());
        let error = TransportError::refused(problem);
        (Answer::Failure(error.kind(), error.to_string()), Some(Duration::ZERO))
    }

    /// What was called, and which rules there are.
    fn unmatched(&self, request: &Recorded) -> String {
        let called = match request.operation() {
            Some(operation) => format!("`{}`", operation.name()),
            None => format!("{} {}", request.method(), request.path()),
        };
        let names: Vec<String> = request.parameter_names().iter().map(|name| format!("`{name}`")).collect();
        let with = if names.is_empty() {
            "without parameters".to_owned()
        } else {
            format!("with {}", names.join(", "))
        };
        let own: Vec<&Entry> = self.rules.iter().filter(|rule| rule.is_for(request)).collect();
        let rules = match own.is_empty() {
            false => own.iter().map(|rule| rule.to_string()).collect::<Vec<_>>().join("; "),
            true if self.rules.is_empty() => "there is none; make one with `Script::on`".to_owned(),
            true => {
                let mut others: Vec<String> =
                    self.rules.iter().map(|rule| format!("`{}`", rule.operation.name())).collect();
                others.dedup();
                format!("there are only rules for {}", others.join(", "))
            }
        };
        format!("no rule of the script takes this call of {called} {with}: {rules}")
    }

    /// What was planned and did not happen, and what happened and was not planned.
    pub(super) fn left(&self) -> Vec<String> {
        let unused = self.rules.iter().filter(|rule| rule.requests.len() < rule.plan.length());
        let unused =
            unused.map(|rule| format!("{} calls of {} took {rule}", rule.requests.len(), rule.plan.length()));
        unused.chain(self.unmatched.iter().cloned()).collect()
    }
}

impl Entry {
    fn is_for(&self, request: &Recorded) -> bool {
        request.operation().is_some_and(|operation| {
            operation.name() == self.operation.name()
                && operation.product().code() == self.operation.product().code()
                && operation.product().version() == self.operation.product().version()
        })
    }
}

impl std::fmt::Display for Entry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the rule for `{}` takes {}", self.operation.name(), self.says)?;
        match self.plan.after(self.requests.len()) {
            Some(_) => Ok(()),
            None if self.plan.is_empty() => f.write_str(" and has no answer"),
            None => write!(f, " and has given all its answers ({})", self.requests.len()),
        }
    }
}
