use super::common_errors::CommonErrors;
use super::docs::{Docs, code, line};
use crate::model::{Authorization, Operation};

/// What RAM must allow, and the documented errors.
pub(super) fn describe(docs: Docs, common: &CommonErrors<'_>, operation: &Operation) -> Docs {
    let docs = match &operation.authorization {
        None => docs,
        Some(Authorization::NoneDisclosed) => {
            docs.paragraph("The documentation discloses no RAM action for this operation.")
        }
        Some(Authorization::Ram(ram)) => {
            let resources: Vec<String> = ram
                .resources
                .iter()
                .map(|resource| format!("{} ({})", code(&resource.name), line(&resource.kind)))
                .collect();
            let mut text = format!(
                "RAM action: {}, access level {}, resources: {}.",
                code(&ram.action),
                code(&ram.access_level),
                resources.join(", ")
            );
            for (what, names) in [
                ("Condition keys", &ram.condition_keys),
                ("Operations that must be allowed as well", &ram.associated_operations),
            ] {
                if !names.is_empty() {
                    let names: Vec<String> = names.iter().map(|name| code(name)).collect();
                    text.push_str(&format!(" {what}: {}.", names.join(", ")));
                }
            }
            docs.paragraph(text)
        }
    };
    errors(docs, common, operation)
}

/// The operation's own errors; those that every operation has, the module of the codes tells.
fn errors(docs: Docs, common: &CommonErrors<'_>, operation: &Operation) -> Docs {
    let mut codes: Vec<(&str, Vec<String>)> = Vec::new();
    for error in operation.errors.iter().filter(|error| !common.holds(error)) {
        let meaning = error.description.as_deref().map(|text| line(text.trim_end_matches('.')));
        let about = match (error.status, meaning) {
            (Some(status), Some(meaning)) => format!("{status}: {meaning}"),
            (Some(status), None) => status.to_string(),
            (None, Some(meaning)) => meaning,
            (None, None) => String::new(),
        };
        let index = codes.iter().position(|(code, _)| *code == error.code);
        match index.and_then(|index| codes.get_mut(index)) {
            Some((_, known)) if known.contains(&about) => {}
            Some((_, known)) => known.push(about),
            None => codes.push((&error.code, vec![about])),
        }
    }
    let one = |(wire, about): (&str, Vec<String>)| {
        let about: Vec<String> = about.into_iter().filter(|about| !about.is_empty()).collect();
        if about.is_empty() { code(wire) } else { format!("{} ({})", code(wire), about.join("; ")) }
    };
    let codes: Vec<String> = codes.into_iter().map(one).collect();
    if codes.is_empty() {
        return docs;
    }
    let text = format!("[Errors](super::error_code): {}.", codes.join(", "));
    // Behind the RAM action, not behind the operation's own text.
    if operation.authorization.is_some() { docs.aside(&text) } else { docs.paragraph(text) }
}
