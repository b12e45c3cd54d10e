use super::scope::Scope;
use crate::diagnostics::{Diagnostic, codes};
use crate::source::Step;
use crate::spec::raw::Operation;

/// Rules on lists of words: none twice, and methods at least one.
pub(super) fn operation(operation: &Operation, scope: &mut Scope<'_>) {
    if operation.methods.is_empty() {
        let problem = Diagnostic::error(codes::MISSING_KEY, "`methods` is empty");
        scope.report(
            &["methods".into()],
            "no method",
            problem.help("list the HTTP methods that the service allows, such as `POST`"),
        );
    }
    once("methods", operation.methods.iter().map(|method| method.as_str()), scope);
    once("security", operation.security.iter().map(|security| security.as_str()), scope);
}

fn once(key: &'static str, words: impl Iterator<Item = &'static str>, scope: &mut Scope<'_>) {
    let mut seen: Vec<&str> = Vec::new();
    for (index, word) in words.enumerate() {
        if let Some(first) = seen.iter().position(|earlier| *earlier == word) {
            let problem = Diagnostic::new(codes::DUPLICATE_VALUE, format!("`{word}` is listed twice"))
                .help("delete one of the two");
            let first: [Step; 2] = [key.into(), first.into()];
            let problem = scope.also(problem, &first, "first time");
            scope.report(&[key.into(), index.into()], "second time", problem);
        }
        seen.push(word);
    }
}
