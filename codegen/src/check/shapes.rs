use super::cause::Cause;
use super::members::{Member, Role};
use super::scope::{Scope, below};
use super::typed;
use crate::diagnostics::{Diagnostic, codes};
use crate::spec::raw::{Item, Type};

/// Rules on keys that go with some types only.
pub(super) fn member(member: &Member<'_>, scope: &mut Scope<'_>) {
    let kind = member.kind;
    let has_values = scope.has(&below(&member.path, ["values".into()]));
    let mut misfit = |is_misfit: bool, key: &'static str, message: &str, help: &str| {
        if is_misfit {
            against_type(member, key, message, help, scope);
        }
    };
    let holds_items = matches!(kind, Type::Array | Type::Map);
    misfit(
        kind != Type::Object && !member.fields.is_empty(),
        "fields",
        "only objects have `fields`",
        "put them below `items`, if these are the members of what an array or map holds, or write `type: object`",
    );
    misfit(
        kind != Type::Object && member.shape.is_some(),
        "shape",
        "only objects have a `shape`",
        "put it below `items`, if that is the shape of what an array or map holds, or write `type: object`",
    );
    misfit(
        holds_items && member.items.is_none() && member.fields.is_empty() && member.shape.is_none(),
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
        member.type_name.is_some() && kind != Type::Object,
        "type_name",
        "only objects have a `type_name`",
        "delete it, or put it below `items`, if that is where the object is",
    );
    misfit(
        member.file_url && !holds_strings(kind, member.items),
        "file_url",
        "only strings are the address of a file",
        "delete it, or move it to the string that is the address",
    );
    let listed = member.value_kind();
    // What an array without `items` lists cannot be said.
    let is_open = kind == Type::Array && listed.is_none();
    misfit(
        !member.values.is_empty() && !is_open && !listed.is_some_and(typed::is_scalar),
        "values",
        "only single values and arrays of them have valid `values`",
        "move the list to the member that takes these values",
    );
    misfit(
        member.enumeration.is_some() && has_values && !is_open && !listed.is_some_and(typed::is_enumerable),
        "enumeration",
        "an enumeration is of texts or whole numbers",
        "delete the name",
    );
    let alone = [
        (
            member.enumeration.is_some() && !has_values,
            "enumeration",
            "an enumeration needs `values`",
            "list the `values`, or delete the name",
        ),
        (
            member.shape.is_some() && member.type_name.is_some() && kind == Type::Object,
            "type_name",
            "a shared shape has a name of its own",
            "delete the `type_name`; the shape's `name` is that of the type",
        ),
        (
            member.shape.is_some() && !member.fields.is_empty(),
            "shape",
            "an object has `fields` of its own or a shared `shape`",
            "delete one of the two",
        ),
        (
            member.required && matches!(member.role, Role::ReplyField | Role::ReplyHeader),
            "required",
            "fields of a reply are never `required`",
            "delete it: a reply may leave any field out",
        ),
    ];
    for (_, key, message, help) in alone.into_iter().filter(|(is_misfit, ..)| *is_misfit) {
        let problem = Diagnostic::new(codes::KEY_DOES_NOT_FIT, message).help(help);
        scope.report(&below(&member.path, [key.into()]), "", problem);
    }
}

/// Whether there are strings in it, or in the lists and maps that it holds.
fn holds_strings(kind: Type, items: Option<&Item>) -> bool {
    match (kind, items) {
        (Type::String, _) => true,
        (Type::Array | Type::Map, Some(item)) => holds_strings(item.kind, item.items.as_deref()),
        _ => false,
    }
}

/// Reports a key that speaks against the type.
fn against_type(member: &Member<'_>, key: &'static str, message: &str, help: &str, scope: &mut Scope<'_>) {
    let label = format!("`{}` is of type {}", member.name, member.kind.as_str());
    let problem = Diagnostic::new(codes::KEY_DOES_NOT_FIT, message).help(help);
    let problem = match key {
        "type" => problem,
        _ => scope.also(problem, &below(&member.path, ["type".into()]), "the type"),
    };
    let mark = scope.file.place(&below(&member.path, [key.into()])).mark;
    // An array lists the values of its items.
    let is_about_items = matches!(key, "values" | "enumeration") && member.kind == Type::Array;
    let owner = if is_about_items { below(&member.path, ["items".into()]) } else { member.path.clone() };
    scope.because(Cause::type_of(&owner), problem.at(&scope.file.source, mark, label));
}
