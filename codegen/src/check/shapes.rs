use super::members::{Member, Role};
use super::scope::{Scope, below};
use super::typed;
use crate::diagnostics::{Diagnostic, codes};
use crate::spec::raw::{Constraints, Type};

/// Rules on keys that go with some types only.
pub(super) fn member(member: &Member<'_>, scope: &mut Scope<'_>) {
    let kind = member.kind;
    let mut misfit = |is_misfit: bool, key: &'static str, message: &str, help: &str| {
        if is_misfit {
            report(member, key, message, help, scope);
        }
    };
    let holds_items = matches!(kind, Type::Array | Type::Map);
    misfit(
        kind == Type::Object && member.fields.is_empty(),
        "type",
        "an object needs `fields`",
        "describe its `fields`; where the names are not known write `type: map`, where nothing is known `type: any`",
    );
    misfit(
        kind != Type::Object && !member.fields.is_empty(),
        "fields",
        "only objects have `fields`",
        "put them below `items`, if these are the members of what an array or map holds, or write `type: object`",
    );
    misfit(
        holds_items && member.items.is_none(),
        "type",
        "arrays and maps need `items`",
        "add `items:` with the `type` of what it holds",
    );
    misfit(
        !holds_items && member.items.is_some(),
        "items",
        "only arrays and maps have `items`",
        "delete it, or write `type: array`",
    );
    misfit(
        member.style.is_some() && typed::is_scalar(kind),
        "style",
        "a single value has no `style`",
        "delete it: there is one way only to write a single value",
    );
    misfit(
        member.required && member.role == Role::ReplyField,
        "required",
        "fields of a reply are never `required`",
        "delete it: a reply may leave any field out",
    );
    let listed = member.value_kind();
    misfit(
        !member.values.is_empty() && !listed.is_some_and(typed::is_scalar),
        "values",
        "only single values and arrays of them have valid `values`",
        "move the list to the member that takes these values",
    );
    misfit(
        member.enumeration.is_some()
            && (member.values.is_empty() || !listed.is_some_and(typed::is_enumerable)),
        "enumeration",
        "an enumeration needs `values` that are texts or whole numbers",
        "list the `values`, or delete the name",
    );
    if let Some(constraints) = member.constraints {
        limits(member, constraints, scope);
    }
}

fn limits(member: &Member<'_>, constraints: &Constraints, scope: &mut Scope<'_>) {
    let Constraints { minimum, maximum, min_length, max_length, min_items, max_items, pattern } = constraints;
    let of_numbers = [("minimum", minimum.is_some()), ("maximum", maximum.is_some())];
    let of_texts = [
        ("min_length", min_length.is_some()),
        ("max_length", max_length.is_some()),
        ("pattern", pattern.is_some()),
    ];
    let of_arrays = [("min_items", min_items.is_some()), ("max_items", max_items.is_some())];
    for (keys, fits, what) in [
        (&of_numbers[..], typed::is_number(member.kind), "numbers"),
        (&of_texts[..], member.kind == Type::String, "strings"),
        (&of_arrays[..], member.kind == Type::Array, "arrays"),
    ] {
        for (key, _) in keys.iter().filter(|(_, given)| *given && !fits) {
            let message =
                format!("`{key}` limits {what}, and `{}` is of type {}", member.name, member.kind.as_str());
            limit(member, key, &message, "delete it, or correct the type", scope);
        }
    }
    let number = |text: &Option<String>| text.as_ref().and_then(|text| text.parse::<f64>().ok());
    let excludes_all = number(minimum).zip(number(maximum)).is_some_and(|(least, greatest)| least > greatest);
    let is_reversed = |least: &Option<u64>, greatest: &Option<u64>| {
        least.zip(*greatest).is_some_and(|(least, greatest)| least > greatest)
    };
    for (key, is_wrong) in [
        ("minimum", excludes_all),
        ("min_length", is_reversed(min_length, max_length)),
        ("min_items", is_reversed(min_items, max_items)),
    ] {
        if is_wrong {
            limit(
                member,
                key,
                "the limits exclude every value",
                "the least must not be above the greatest",
                scope,
            );
        }
    }
}

fn report(member: &Member<'_>, key: &'static str, message: &str, help: &str, scope: &mut Scope<'_>) {
    let label = format!("`{}` is of type {}", member.name, member.kind.as_str());
    let problem = Diagnostic::error(codes::KEY_DOES_NOT_FIT, message).help(help);
    scope.report(&below(&member.path, [key.into()]), &label, problem);
}

fn limit(member: &Member<'_>, key: &'static str, message: &str, help: &str, scope: &mut Scope<'_>) {
    let problem = Diagnostic::error(codes::KEY_DOES_NOT_FIT, message).help(help);
    scope.report(&below(&member.path, ["constraints".into(), key.into()]), "", problem);
}
