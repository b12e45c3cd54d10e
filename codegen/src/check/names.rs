use super::members::{Member, Role};
use super::scope::{Scope, below};
use super::typed;
use crate::diagnostics::{Diagnostic, codes};
use crate::naming::{self, Ident};
use crate::source::Step;
use crate::spec::raw::{Field, Operation, Position, SharedShape};
use std::collections::HashMap;

/// Rules on the names that an operation has outside its members, and on names given twice.
pub(super) fn operation(operation: &Operation, scope: &mut Scope<'_>) {
    usable(&operation.name, &["name".into()], scope);
    // Names in different places of a request are told apart where Rust can tell them apart.
    let parameters = operation.parameters.iter().map(|parameter| {
        let identifier = parameter.rust_name.as_deref().unwrap_or(&parameter.name);
        (parameter.name.as_str(), naming::field(identifier), parameter.position)
    });
    parameters_once(parameters.collect(), scope);
    let headers = operation.reply.iter().flat_map(|reply| &reply.headers);
    let headers = headers.map(|header| header.name.as_str());
    unique(headers, "header", &["reply".into(), "headers".into()], scope);
}

fn parameters_once(parameters: Vec<(&str, Ident, Position)>, scope: &mut Scope<'_>) {
    let mut seen: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, (name, identifier, position)) in parameters.iter().enumerate() {
        let earlier = seen.entry(name).or_default();
        let mut same = earlier.iter().copied();
        let first = same.find(|first| {
            parameters.get(*first).is_some_and(|(_, other, there)| there == position || other == identifier)
        });
        if let Some(first) = first {
            let is_here = parameters.get(first).is_some_and(|(_, _, there)| there == position);
            let help = if is_here { ONCE } else { "delete one of the two, or give one a `rust_name`" };
            twice("parameter", name, &["parameters".into()], [first, index], help, scope);
        }
        earlier.push(index);
    }
}

/// Rules on the names of a shared shape outside its members' own.
pub(super) fn shape(shape: &SharedShape, scope: &mut Scope<'_>) {
    usable(&shape.name, &["name".into()], scope);
    unique(field_names(&shape.fields), "field", &["fields".into()], scope);
}

/// Rules on the names of a member and of its members.
pub(super) fn member(member: &Member<'_>, scope: &mut Scope<'_>) {
    let at = |step: &'static str| below(&member.path, [step.into()]);
    // Every other name has letters, or signs that have names.
    if member.name.is_empty() && !matches!(member.role, Role::Item | Role::ReplyRoot) {
        usable(member.name, &at("name"), scope);
    }
    if let Some(name) = member.enumeration {
        usable(name, &at("enumeration"), scope);
    }
    if let Some(name) = member.rust_name {
        identifier(name, &at("rust_name"), scope);
    }
    if let Some(name) = member.type_name {
        type_name(name, &at("type_name"), scope);
    }
    if is_enumerated(member) {
        let named =
            member.values.iter().enumerate().filter_map(|(index, value)| Some((index, value.name.as_ref()?)));
        for (index, name) in named {
            usable(name, &below(&member.path, ["values".into(), index.into(), "name".into()]), scope);
        }
    }
    if !member.fields.is_empty() {
        unique(field_names(member.fields), "field", &at("fields"), scope);
    }
}

/// Whether the values become variants; truth values and fractions do not.
fn is_enumerated(member: &Member<'_>) -> bool {
    member.value_kind().is_some_and(typed::is_enumerable)
}

fn field_names(fields: &[Field]) -> impl Iterator<Item = &str> {
    fields.iter().map(|field| field.name.as_str())
}

fn unique<'a>(names: impl Iterator<Item = &'a str>, what: &str, list: &[Step], scope: &mut Scope<'_>) {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for (index, name) in names.enumerate() {
        match seen.get(name) {
            Some(first) => twice(what, name, list, [*first, index], ONCE, scope),
            None => drop(seen.insert(name, index)),
        }
    }
}

const ONCE: &str = "delete one of the two; the wire knows each name once";

fn twice(what: &str, name: &str, list: &[Step], indices: [usize; 2], help: &str, scope: &mut Scope<'_>) {
    let [first, second] = indices;
    let first = scope.file.place(&below(list, [first.into(), "name".into()])).mark;
    let problem = Diagnostic::error(codes::DUPLICATE_MEMBER, format!("{what} `{name}` is described twice"))
        .also(&scope.file.source, first, "first described here")
        .help(help);
    scope.report(&below(list, [second.into(), "name".into()]), "described here again", problem);
}

fn usable(name: &str, path: &[Step], scope: &mut Scope<'_>) {
    if !name.chars().any(|character| character.is_ascii_alphanumeric()) {
        let problem =
            Diagnostic::error(codes::UNUSABLE_NAME, format!("no identifier can be made of `{name}`"));
        let help = "a name needs at least one letter or digit";
        scope.report(path, "has neither letter nor digit", problem.help(help));
    }
}

fn identifier(name: &str, path: &[Step], scope: &mut Scope<'_>) {
    let starts_well = name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_');
    let goes_on_well = name.chars().all(|character| character.is_ascii_alphanumeric() || character == '_');
    let has_letter = name.chars().any(|character| character.is_ascii_alphanumeric());
    if !(starts_well && goes_on_well && has_letter) {
        let problem = Diagnostic::error(codes::UNUSABLE_NAME, format!("`{name}` is no identifier"));
        scope.report(
            path,
            "cannot be used as it is",
            problem.help("use letters, digits and underscores, with no digit in front"),
        );
    }
}

/// A name that is emitted as it is, so it must be what naming would make of it.
fn type_name(name: &str, path: &[Step], scope: &mut Scope<'_>) {
    let is_identifier = name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.chars().all(|character| character.is_ascii_alphanumeric() || character == '_');
    let made = naming::type_name(name).map(|made| made.to_string());
    // Something is put behind names that are taken.
    let is_taken = made.as_ref().is_some_and(|made| *made == format!("{name}Value"));
    if !is_identifier || is_taken {
        let problem = Diagnostic::error(codes::UNUSABLE_NAME, format!("`{name}` is no name for a struct"));
        let help = match made {
            Some(made) => format!("write for example `{made}`"),
            None => "use letters and digits, an upper-case letter first".to_owned(),
        };
        scope.report(path, "cannot be used as it is", problem.help(help));
    }
}
