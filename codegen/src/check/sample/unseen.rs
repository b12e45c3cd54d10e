use crate::check::scope::{Scope, below};
use crate::diagnostics::{Diagnostic, codes, suggest};
use crate::source::Step;
use crate::spec::raw::{Field, Item, Reply, Type};
use serde_json::{Map, Value};

/// An object of a sample.
type Object = Map<String, Value>;

/// Reports the fields of the reply that no sample shows, in one report with all that is inside them.
pub(super) fn report(samples: &[Value], reply: &Reply, scope: &mut Scope<'_>) {
    let shown: Vec<_> = samples.iter().filter(|sample| !sample.is_null()).collect();
    let inside = Inside { kind: reply.root(), fields: &reply.fields, items: reply.items.as_deref() };
    if inside.kind == Type::Object {
        let objects: Vec<_> = shown.iter().filter_map(|value| value.as_object()).collect();
        if !objects.is_empty() {
            members(&objects, inside.fields, &["reply".into()], scope);
        }
    } else if !shown.is_empty() {
        values(&shown, &inside, &["reply".into()], scope);
    }
}

/// Compares all objects that stand at one place with the fields that are described for it.
fn members(objects: &[&Object], fields: &[Field], owner: &[Step], scope: &mut Scope<'_>) {
    let misspelt = misspelt(objects, fields);
    for (index, field) in fields.iter().enumerate() {
        let place = below(owner, ["fields".into(), index.into()]);
        let shown = objects.iter().filter_map(|object| object.get(&field.name));
        // Null is what an absent field may be shown as.
        let shown: Vec<_> = shown.filter(|value| !value.is_null()).collect();
        if !shown.is_empty() {
            let inside = Inside { kind: field.kind, fields: &field.fields, items: field.items.as_deref() };
            if values(&shown, &inside, &place, scope).is_empty() {
                push(field, &place, "shows what it holds", "always shown empty", scope);
            }
        } else if !misspelt.contains(&field.name.as_str()) {
            push(field, &place, "shows it", "never shown", scope);
        }
    }
}

/// What is described inside a field or item.
struct Inside<'a> {
    kind: Type,
    fields: &'a [Field],
    items: Option<&'a Item>,
}

/// Whether samples show something of what is described inside a field.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    /// Something, or there is nothing to be shown.
    Something,
    /// Nothing but empty lists and objects.
    Empty,
}

impl Shown {
    fn is_empty(self) -> bool {
        self == Self::Empty
    }
}

/// Looks into values that stand at one place. Those of another type than the described one are reported elsewhere.
fn values(shown: &[&Value], inside: &Inside<'_>, owner: &[Step], scope: &mut Scope<'_>) -> Shown {
    match inside.kind {
        Type::Object => {
            let objects: Vec<_> = shown.iter().filter_map(|value| value.as_object()).collect();
            let is_empty = objects.iter().all(|object| object.is_empty());
            if objects.is_empty() || inside.fields.is_empty() {
                return Shown::Something;
            }
            if is_empty {
                return Shown::Empty;
            }
            members(&objects, inside.fields, owner, scope);
            Shown::Something
        }
        Type::Array | Type::Map => items(shown, inside, owner, scope),
        _ => Shown::Something,
    }
}

fn items(shown: &[&Value], inside: &Inside<'_>, owner: &[Step], scope: &mut Scope<'_>) -> Shown {
    let Some(item) = inside.items.filter(|item| has_fields(item)) else { return Shown::Something };
    let mut collections = 0;
    let mut inner: Vec<&Value> = Vec::new();
    for value in shown {
        match (value, inside.kind) {
            (Value::Array(items), Type::Array) => inner.extend(items),
            (Value::Object(members), Type::Map) => inner.extend(members.values()),
            _ => continue,
        }
        collections += 1;
    }
    inner.retain(|value| !value.is_null());
    if inner.is_empty() {
        return if collections == 0 { Shown::Something } else { Shown::Empty };
    }
    let inside = Inside { kind: item.kind, fields: &item.fields, items: item.items.as_deref() };
    values(&inner, &inside, &below(owner, ["items".into()]), scope)
}

/// Whether fields are described somewhere in an item. Those of a shared shape are everyone's.
fn has_fields(item: &Item) -> bool {
    !item.fields.is_empty() || item.items.as_deref().is_some_and(has_fields)
}

/// Fields that a member of a sample that is not described was probably meant to be, which is reported elsewhere.
fn misspelt<'a>(objects: &[&Object], fields: &'a [Field]) -> Vec<&'a str> {
    let names = || fields.iter().map(|field| field.name.as_str());
    let unknown = objects.iter().flat_map(|object| object.keys());
    let unknown = unknown.filter(|key| names().all(|name| name != *key));
    unknown.filter_map(|key| suggest(key, names())).collect()
}

fn push(field: &Field, place: &[Step], what: &str, label: &str, scope: &mut Scope<'_>) {
    let name = &field.name;
    let problem =
        Diagnostic::new(codes::NOT_IN_SAMPLES, format!("the reply has `{name}`, and no sample {what}"))
            .help("check its name and its place; if the documentation leaves it out, say so under `allow`");
    scope.report(&below(place, ["name".into()]), label, problem);
}
