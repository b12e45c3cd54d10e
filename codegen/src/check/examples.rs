use super::cause::Cause;
use super::contradictions::{self, Contradiction, Documented};
use super::disagreements::Finding;
use super::members::Member;
use super::scope::{Scope, below};
use crate::diagnostics::{Diagnostic, codes};
use crate::source::Step;
use crate::spec::raw::{Disagreement, Type};

/// What contradicts the type or the valid values in the examples of a member and its items, and in its valid
/// values.
pub(super) fn findings(member: &Member<'_>, scope: &Scope<'_>) -> Vec<Finding> {
    let Member { kind, example, values, items, .. } = *member;
    let found = contradictions::all(&Documented { kind, example, values, items });
    found.iter().map(|contradiction| finding(member, contradiction, scope)).collect()
}

fn finding(member: &Member<'_>, contradiction: &Contradiction<'_>, scope: &Scope<'_>) -> Finding {
    let (cause, problem) = match *contradiction {
        Contradiction::ExampleNotOfType(kind, text) => {
            not_of_type(member.name, kind, text, &member.path, scope)
        }
        Contradiction::ItemNotOfType(level, kind, text) => {
            let items = std::iter::repeat_n(Step::from("items"), level);
            let owner: Vec<Step> = member.path.iter().cloned().chain(items).collect();
            not_of_type(member.name, kind, text, &owner, scope)
        }
        Contradiction::ExampleNotListed(_, text) => not_listed(member, text, scope),
        Contradiction::ValuesNotOfType(kind, _, index) => values(member, kind, index, scope),
    };
    let Disagreement { place, documented, observed } = contradiction.record();
    Finding { place, documented, observed, cause, problem, is_covered: false }
}

fn not_listed(member: &Member<'_>, text: &str, scope: &Scope<'_>) -> (Cause, Diagnostic) {
    let message = format!("the example `{text}` of `{}` is not among its valid values", member.name);
    let problem = Diagnostic::new(codes::EXAMPLE_NOT_LISTED, message);
    let problem = scope.also(problem, &below(&member.path, ["values".into()]), "the valid values");
    let mark = scope.file.place(&below(&member.path, ["example".into()])).mark;
    let cause = Cause::Unlisted(member.path.clone(), text.to_owned());
    (cause, problem.at(&scope.file.source, mark, "not listed"))
}

/// `owner` is the place of the member or item that has the example and the type.
fn not_of_type(name: &str, kind: Type, text: &str, owner: &[Step], scope: &Scope<'_>) -> (Cause, Diagnostic) {
    let kind = kind.as_str();
    let message = format!("the example `{text}` of `{name}` is not of type {kind}");
    let problem = Diagnostic::new(codes::VALUE_NOT_OF_TYPE, message);
    let problem = scope.also(problem, &below(owner, ["type".into()]), "the type");
    let mark = scope.file.place(&below(owner, ["example".into()])).mark;
    (Cause::type_of(owner), problem.at(&scope.file.source, mark, format!("no {kind}")))
}

fn values(member: &Member<'_>, kind: Type, index: usize, scope: &Scope<'_>) -> (Cause, Diagnostic) {
    let mark = scope.file.place(&below(&member.path, ["values".into(), index.into(), "value".into()])).mark;
    let kind = kind.as_str();
    let value = member.values.get(index).map_or("", |value| &value.value);
    let message = format!("the valid value `{value}` of `{}` is not of type {kind}", member.name);
    let owner =
        if member.kind == Type::Array { below(&member.path, ["items".into()]) } else { member.path.clone() };
    let problem = Diagnostic::new(codes::VALUE_NOT_OF_TYPE, message);
    let problem = scope.also(problem, &below(&owner, ["type".into()]), "the type");
    (Cause::type_of(&owner), problem.at(&scope.file.source, mark, format!("no {kind}")))
}
