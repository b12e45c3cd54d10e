//! From the words of `at` to what they mean.

use super::file::Fault;
use crate::diagnostics::suggest;
use crate::spec::raw::{Field, Item, Operation, Parameter, Reply, SharedShape, Type};

/// What a correction is about.
pub(super) enum Found<'a> {
    Operation(&'a mut Operation),
    Shape(&'a mut SharedShape),
    Parameter(&'a mut Vec<Parameter>, usize),
    Field(&'a mut Vec<Field>, usize),
    Item(&'a mut Item),
    Reply(&'a mut Reply),
}

/// The words that a place can begin with, and the path behind it.
pub(super) fn words(at: &str) -> (&str, &str) {
    let at = at.trim();
    at.split_once(' ').map_or((at, ""), |(word, path)| (word, path.trim_start()))
}

/// A place in an operation.
pub(super) fn in_operation<'a>(operation: &'a mut Operation, at: Option<&str>) -> Result<Found<'a>, Fault> {
    let Some(at) = at else { return Ok(Found::Operation(operation)) };
    let name = operation.name.clone();
    match words(at) {
        ("parameter", path) if !path.is_empty() => {
            let (index, rest) =
                find(operation.parameters.iter().map(|parameter| parameter.name.as_str()), path)
                    .map_err(|near| missing(&name, "parameter", path, near))?;
            if rest.is_empty() {
                return Ok(Found::Parameter(&mut operation.parameters, index));
            }
            let parameter = operation.parameters.get_mut(index).ok_or_else(|| no_place(at))?;
            let inner = Inner {
                kind: parameter.kind,
                shape: parameter.shape.as_deref(),
                fields: &mut parameter.fields,
                items: &mut parameter.items,
            };
            descend(inner, rest, at)
        }
        ("header", path) if !path.is_empty() => {
            let reply = operation.reply.as_mut().ok_or_else(|| no_reply(&name))?;
            member(&mut reply.headers, path, at)
        }
        ("reply", "") => operation.reply.as_mut().map(Found::Reply).ok_or_else(|| no_reply(&name)),
        ("reply", path) => {
            let reply = operation.reply.as_mut().ok_or_else(|| no_reply(&name))?;
            let rest = if path.starts_with(['[', '{']) { path.to_owned() } else { format!(".{path}") };
            let kind = reply.root();
            let inner = Inner {
                kind,
                shape: reply.shape.as_deref(),
                fields: &mut reply.fields,
                items: &mut reply.items,
            };
            descend(inner, &rest, at)
        }
        _ => Err(no_place(at)),
    }
}

/// A place in a shared shape.
pub(super) fn in_shape<'a>(shape: &'a mut SharedShape, at: Option<&str>) -> Result<Found<'a>, Fault> {
    match at.map(|at| (words(at), at)) {
        None => Ok(Found::Shape(shape)),
        Some((("field", path), at)) if !path.is_empty() => member(&mut shape.fields, path, at),
        Some((_, at)) => Err(Fault::new(
            format!("`{at}` is no place in a shared shape"),
            "not a place",
            "write `field` and the path of the field, for example `field Disks[].Size`",
        )),
    }
}

/// What can hold members.
struct Inner<'a, 's> {
    kind: Type,
    shape: Option<&'s str>,
    fields: &'a mut Vec<Field>,
    items: &'a mut Option<Box<Item>>,
}

fn descend<'a>(inner: Inner<'a, '_>, rest: &str, at: &str) -> Result<Found<'a>, Fault> {
    if let Some(path) = rest.strip_prefix('.') {
        return match inner.shape {
            Some(shape) => Err(Fault::new(
                format!("`{at}` lies in the shared shape `{shape}`"),
                "not of this operation alone",
                format!("correct it there, with `shape: {shape}` and `at: field {path}`"),
            )),
            None => member(inner.fields, path, at),
        };
    }
    let step = match inner.kind {
        Type::Map => "{}",
        _ => "[]",
    };
    let rest = rest.strip_prefix(step);
    let (Some(rest), Some(item)) = (rest, inner.items.as_deref_mut()) else {
        let help = "write `[]` behind an array and `{}` behind a map, and nothing else";
        return Err(Fault::new(
            format!("`{at}` goes into something of type `{}`", inner.kind.as_str()),
            "no such place",
            help,
        ));
    };
    if rest.is_empty() {
        return Ok(Found::Item(item));
    }
    let Item { kind, shape, fields, items, .. } = item;
    descend(Inner { kind: *kind, shape: shape.as_deref(), fields, items }, rest, at)
}

fn member<'a>(fields: &'a mut Vec<Field>, path: &str, at: &str) -> Result<Found<'a>, Fault> {
    let found = find(fields.iter().map(|field| field.name.as_str()), path);
    let (index, rest) = found.map_err(|near| {
        let help = match near {
            Some(near) => format!("did you mean `{near}`? Else it no longer applies: delete it"),
            None => "it no longer applies: delete it".to_owned(),
        };
        Fault::new(format!("there is no `{at}`"), "no such field", help)
    })?;
    if rest.is_empty() {
        return Ok(Found::Field(fields, index));
    }
    let field = fields.get_mut(index).ok_or_else(|| no_place(at))?;
    let Field { kind, shape, fields, items, .. } = field;
    descend(Inner { kind: *kind, shape: shape.as_deref(), fields, items }, rest, at)
}

/// The member that a path begins with, and the rest of the path. Names can hold dots, so the longest one counts. Without
/// one, the name that is nearest.
fn find(
    names: impl Iterator<Item = impl AsRef<str>> + Clone,
    path: &str,
) -> Result<(usize, &str), Option<String>> {
    let fits = |name: &str| {
        let rest = path.strip_prefix(name)?;
        (rest.is_empty() || rest.starts_with('.') || rest.starts_with("[]") || rest.starts_with("{}"))
            .then_some(rest)
    };
    let found = names.clone().enumerate().filter_map(|(index, name)| Some((index, fits(name.as_ref())?)));
    found.min_by_key(|(_, rest)| rest.len()).ok_or_else(|| {
        let names: Vec<String> = names.map(|name| name.as_ref().to_owned()).collect();
        let wanted = path.split(['.', '[', '{']).next().unwrap_or(path);
        suggest(wanted, names.iter().map(String::as_str)).map(str::to_owned)
    })
}

fn missing(operation: &str, what: &str, path: &str, near: Option<String>) -> Fault {
    let help = match near {
        Some(near) => format!("did you mean `{near}`? Else it no longer applies: delete it"),
        None => "it no longer applies: delete it".to_owned(),
    };
    Fault::new(format!("`{operation}` has no {what} `{path}`"), "no such place", help)
}

fn no_reply(operation: &str) -> Fault {
    let message = format!("the reply of `{operation}` has no body");
    Fault::new(message, "no such place", "it no longer applies: delete it")
}

fn no_place(at: &str) -> Fault {
    let help = "write `parameter`, `reply` or `header` and a path, for example `reply Data.Items[].Size`";
    Fault::new(format!("`{at}` is no place in an operation"), "not a place", help)
}
