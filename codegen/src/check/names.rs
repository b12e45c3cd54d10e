use super::members::{Member, Role};
use super::scope::{Scope, below};
use super::typed;
use crate::diagnostics::{Diagnostic, codes};
use crate::source::Step;
use crate::spec::raw::{Field, Operation, SharedShape};
use std::collections::HashMap;

/// Rules on the names that an operation has outside its members, and on names given twice.
pub(super) fn operation(operation: &Operation, scope: &mut Scope<'_>) {
    usable(&operation.name, &["name".into()], scope);
    let names = operation.parameters.iter().map(|parameter| parameter.name.as_str());
    unique(names, "parameter", &["parameters".into()], scope);
    unique(field_names(&operation.reply.fields), "field", &["reply".into(), "fields".into()], scope);
}

/// Rules on the names of a shared shape outside its members' own.
pub(super) fn shape(shape: &SharedShape, scope: &mut Scope<'_>) {
    usable(&shape.name, &["name".into()], scope);
    unique(field_names(&shape.fields), "field", &["fields".into()], scope);
}

/// Rules on the names of a member and of its members.
pub(super) fn member(member: &Member<'_>, scope: &mut Scope<'_>) {
    let at = |step: &'static str| below(&member.path, [step.into()]);
    if member.role != Role::Item {
        usable(member.name, &at("name"), scope);
    }
    if let Some(name) = member.enumeration {
        usable(name, &at("enumeration"), scope);
    }
    if let Some(name) = member.rust_name {
        identifier(name, &at("rust_name"), scope);
    }
    if is_enumerated(member) {
        for (index, value) in member.values.iter().enumerate() {
            let key = if value.name.is_some() { "name" } else { "value" };
            let name = value.name.as_deref().unwrap_or(&value.value);
            usable(name, &below(&member.path, ["values".into(), index.into(), key.into()]), scope);
        }
    }
    unique(field_names(member.fields), "field", &at("fields"), scope);
}

/// Whether the values become variants; truth values and fractions do not.
fn is_enumerated(member: &Member<'_>) -> bool {
    member.value_kind().is_some_and(typed::is_enumerable)
}

fn field_names(fields: &[Field]) -> impl Iterator<Item = &str> {
    fields.iter().map(|field| field.name.as_str())
}

fn unique<'a>(names: impl Iterator<Item = &'a str>, what: &str, list: &[Step], scope: &mut Scope<'_>) {
    let mut seen: HashMap<&str, Vec<Step>> = HashMap::new();
    for (index, name) in names.enumerate() {
        let path = below(list, [index.into(), "name".into()]);
        match seen.get(name) {
            Some(first) => {
                let first = scope.file.place(first).mark;
                let problem =
                    Diagnostic::error(codes::DUPLICATE_MEMBER, format!("{what} `{name}` is described twice"))
                        .also(&scope.file.source, first, "first described here")
                        .help("delete one of the two; the wire knows each name once");
                scope.report(&path, "described here again", problem);
            }
            None => {
                seen.insert(name, path);
            }
        }
    }
}

fn usable(name: &str, path: &[Step], scope: &mut Scope<'_>) {
    if !name.chars().any(|character| character.is_ascii_alphanumeric()) {
        let problem =
            Diagnostic::error(codes::UNUSABLE_NAME, format!("no identifier can be made of `{name}`"));
        let help = match path.last() {
            Some(Step::Key(key)) if key == "value" => {
                "give the value a `name`, from which its variant is named"
            }
            _ => "a name needs at least one letter or digit",
        };
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
