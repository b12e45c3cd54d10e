//! Rules on the parts of a call, and of the operation that is asked about it, that waiting goes by.

use super::product::Product;
use super::reply_path::{self, Found, Missing};
use super::scope::{Scope, below};
use super::{contradictions, typed};
use crate::diagnostics::{Diagnostic, codes, suggest};
use crate::source::{SourceFile, Step};
use crate::spec::OperationSpec;
use crate::spec::raw::{Asynchronous, Operation, Parameter, Type};

/// Parameters and paths are there, the status is a single value, and its values are said. `asked` is the operation that
/// tells how far the call is, where it is described here.
pub(super) fn operation(
    operation: &Operation,
    asynchronous: &Asynchronous,
    asked: Option<&OperationSpec>,
    product: &Product<'_>,
    scope: &mut Scope<'_>,
) {
    let mut check = Check { operation, asynchronous, asked, product, scope };
    for (parameter, own) in &asynchronous.from_request {
        check.asked_parameter("from_request", parameter);
        check.own_parameter(parameter, own);
    }
    for (parameter, path) in &asynchronous.from_reply {
        check.asked_parameter("from_reply", parameter);
        check.own_reply(parameter, path);
        if asynchronous.from_request.contains_key(parameter) {
            check.twice(parameter);
        }
    }
    match &asynchronous.status {
        Some(status) => {
            check.unfilled();
            check.values();
            check.status(status);
        }
        None => check.pointless(),
    }
}

struct Check<'a, 'b, 's> {
    operation: &'a Operation,
    asynchronous: &'a Asynchronous,
    asked: Option<&'a OperationSpec>,
    product: &'a Product<'b>,
    scope: &'a mut Scope<'s>,
}

impl Check<'_, '_, '_> {
    /// A key of the two tables is a parameter of the operation that is asked.
    fn asked_parameter(&mut self, key: &'static str, name: &str) {
        let Some(asked) = self.asked else { return };
        let parameters = &asked.operation.parameters;
        if parameters.iter().any(|parameter| parameter.name == name) {
            return;
        }
        let message = format!("`{}` has no parameter `{name}`", asked.operation.name);
        let problem = unknown_parameter(message, name, parameters, "name one of that operation's parameters");
        let place = self.scope.file.place(&self.entry(key, name)).key;
        let place = self.scope.file.source.first_line(&place);
        self.scope.push(problem.at(&self.scope.file.source, place, "not among its `parameters`"));
    }

    fn own_parameter(&mut self, parameter: &str, own: &str) {
        let parameters = &self.operation.parameters;
        if parameters.iter().all(|parameter| parameter.name != own) {
            let message = format!("there is no parameter `{own}`");
            let problem =
                unknown_parameter(message, own, parameters, "name one of the operation's parameters");
            let place = self.entry("from_request", parameter);
            self.scope.report(&place, "not among `parameters`", problem);
        }
    }

    fn own_reply(&mut self, parameter: &str, path: &str) {
        if let Err(Missing::Field { name, near }) = reply_path::find(self.operation, self.product, path) {
            let place = self.entry("from_reply", parameter);
            self.nowhere("the reply", &place, path, &name, near);
        }
    }

    fn twice(&mut self, parameter: &str) {
        let problem = Diagnostic::new(codes::WAITING, format!("`{parameter}` is filled twice"))
            .help("delete it from `from_request` or from `from_reply`");
        let problem = self.scope.also(problem, &self.entry("from_request", parameter), "from the request");
        self.scope.report(&self.entry("from_reply", parameter), "and from the reply", problem);
    }

    /// Without its required parameters the operation cannot be asked.
    fn unfilled(&mut self) {
        let Some(asked) = self.asked else { return };
        let Asynchronous { from_request, from_reply, .. } = self.asynchronous;
        let is_filled = |name: &str| from_request.contains_key(name) || from_reply.contains_key(name);
        let parameters = asked.operation.parameters.iter().enumerate();
        for (index, parameter) in
            parameters.filter(|(_, parameter)| parameter.required && !is_filled(&parameter.name))
        {
            let name = &parameter.name;
            let message =
                format!("`{}` requires the parameter `{name}`, and nothing fills it", asked.operation.name);
            let mark = asked.file.place(&["parameters".into(), index.into(), "name".into()]).mark;
            let problem = Diagnostic::new(codes::WAITING, message)
                .also(&asked.file.source, mark, "required")
                .help(format!(
                    "add `{name}` to `from_reply`, with the path of its value in the reply, or to `from_request`, with a parameter of this \
                     operation"
                ));
            self.scope.report(&["asynchronous".into(), "operation".into()], "cannot be asked", problem);
        }
    }

    /// A status whose values mean nothing tells nothing.
    fn values(&mut self) {
        let Asynchronous { done, failed, .. } = self.asynchronous;
        if done.is_empty() {
            let problem = Diagnostic::new(codes::WAITING, "no status says that the work is done")
                .help("add `done`, a list of the statuses with which it is: `done: [Success]`");
            self.scope.report(&["asynchronous".into(), "status".into()], "has no `done`", problem);
        }
        for (index, value) in failed.iter().enumerate() {
            if let Some(first) = done.iter().position(|done| done == value) {
                let message = format!("`{value}` cannot mean that the work is done and that it has failed");
                let problem =
                    Diagnostic::new(codes::WAITING, message).help("delete it from one of the two lists");
                let problem =
                    self.scope.also(problem, &["asynchronous".into(), "done".into(), first.into()], "done");
                self.scope.report(
                    &["asynchronous".into(), "failed".into(), index.into()],
                    "and failed",
                    problem,
                );
            }
        }
    }

    fn pointless(&mut self) {
        let Asynchronous { done, failed, .. } = self.asynchronous;
        for (key, values) in [("done", done), ("failed", failed)] {
            if !values.is_empty() {
                let problem = Diagnostic::new(codes::WAITING, format!("`{key}` says what a status means, and there is none"))
                    .help("add `status`, the path of the status in the reply of the operation that is asked, or delete it");
                self.scope.report(&["asynchronous".into(), key.into()], "has no `status`", problem);
            }
        }
    }

    /// In the reply of the operation that is asked, the path leads to a single value, or to several through lists.
    fn status(&mut self, path: &str) {
        let Some(asked) = self.asked else { return };
        let place: [Step; 2] = ["asynchronous".into(), "status".into()];
        match reply_path::find_in_lists(&asked.operation, self.product, path) {
            Err(Missing::Shape) => {}
            Err(Missing::Field { name, near }) => {
                let whose = format!("the reply of `{}`", asked.operation.name);
                self.nowhere(&whose, &place, path, &name, near);
            }
            Ok(Found { kind, field, .. }) if typed::is_scalar(kind) || kind == Type::Any => {
                let listed = field.map(|field| field.values.as_slice()).unwrap_or_default();
                self.unlisted("done", listed, kind, asked);
                self.unlisted("failed", listed, kind, asked);
            }
            // What is wrong with the type is reported where it stands.
            Ok(Found { field: Some(field), .. })
                if contradictions::is_reported(field) || !field.values.is_empty() => {}
            Ok(Found { kind, place: described, .. }) => {
                let message =
                    format!("`{path}` is of type {}, and `status` must be a single value", kind.as_str());
                let file: &SourceFile = match described.shape.and_then(|name| self.product.shape(name)) {
                    Some(shape) => &shape.file,
                    None => &asked.file,
                };
                let mark = file.place(&below(&described.path, ["type".into()])).mark;
                let problem = Diagnostic::new(codes::WAITING, message)
                    .also(&file.source, mark, "the type")
                    .help("correct the path, or the type there");
                self.scope.report(&place, "does not fit", problem);
            }
        }
    }

    /// A status that is misspelt never comes.
    fn unlisted(
        &mut self,
        key: &'static str,
        listed: &[crate::spec::raw::Value],
        kind: Type,
        asked: &OperationSpec,
    ) {
        let Asynchronous { done, failed, .. } = self.asynchronous;
        let values = if key == "done" { done } else { failed };
        for (index, value) in values.iter().enumerate() {
            if typed::is_listed(kind, listed, value) {
                continue;
            }
            let message = format!("`{value}` is no status that `{}` documents", asked.operation.name);
            let near = suggest(value, listed.iter().map(|known| known.value.as_str()));
            let help = match near {
                Some(near) => format!("is it `{near}`?"),
                None => "write one of the values that are listed there, or list it".to_owned(),
            };
            let problem = Diagnostic::new(codes::WAITING, message).help(help);
            self.scope.report(&["asynchronous".into(), key.into(), index.into()], "not listed", problem);
        }
    }

    fn nowhere(&mut self, whose: &str, place: &[Step], path: &str, name: &str, near: Option<String>) {
        let help = match near {
            Some(near) => format!("is it `{near}`?"),
            None => "write the names of fields on the way, with dots between: `Task.Status`".to_owned(),
        };
        let message = format!("{whose} has no `{path}`: there is no field `{name}`");
        self.scope.report(place, "leads nowhere", Diagnostic::new(codes::WAITING, message).help(help));
    }

    fn entry(&self, key: &'static str, name: &str) -> [Step; 3] {
        ["asynchronous".into(), key.into(), name.to_owned().into()]
    }
}

fn unknown_parameter(message: String, name: &str, parameters: &[Parameter], otherwise: &str) -> Diagnostic {
    let near = suggest(name, parameters.iter().map(|parameter| parameter.name.as_str()));
    let help = near.map_or_else(|| otherwise.to_owned(), |near| format!("is it `{near}`?"));
    Diagnostic::new(codes::WAITING, message).help(help)
}
