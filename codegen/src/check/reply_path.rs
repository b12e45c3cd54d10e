use super::product::Product;
use super::sample::Place;
use super::scope::below;
use crate::diagnostics::suggest;
use crate::spec::raw::{Field, Item, Operation, Type};

/// What a path into the reply leads to.
pub(super) struct Found<'a> {
    pub(super) kind: Type,
    /// The field; none at the root.
    pub(super) field: Option<&'a Field>,
    /// Where it is described.
    pub(super) place: Place<'a>,
}

/// Why a path leads nowhere.
pub(super) enum Missing {
    /// It goes through a shared shape that is not there, which is reported elsewhere.
    Shape,
    /// A name on the way is none of a field.
    Field {
        /// The name.
        name: String,
        /// The field that was probably meant.
        near: Option<String>,
    },
}

/// Follows a path of field names with dots between, such as `Data.Items`; `$` is the root of the reply.
pub(super) fn find<'a>(
    operation: &'a Operation,
    product: &Product<'a>,
    path: &str,
) -> Result<Found<'a>, Missing> {
    start(operation, product, path, Lists::End)
}

/// As [`find`], where a list on the way stands for each of its items, also at the end: `Tasks.Status`.
pub(super) fn find_in_lists<'a>(
    operation: &'a Operation,
    product: &Product<'a>,
    path: &str,
) -> Result<Found<'a>, Missing> {
    start(operation, product, path, Lists::Through)
}

/// What a list on the way is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lists {
    /// The end of all ways.
    End,
    /// Each of its items.
    Through,
}

fn start<'a>(
    operation: &'a Operation,
    product: &Product<'a>,
    path: &str,
    lists: Lists,
) -> Result<Found<'a>, Missing> {
    let nothing = || Missing::Field { name: path.to_owned(), near: None };
    let reply = operation.reply.as_ref().ok_or_else(nothing)?;
    let place = Place { shape: None, path: vec!["reply".into()] };
    if path == "$" {
        return Ok(Found { kind: reply.root(), field: None, place });
    }
    let inside = Inside { fields: &reply.fields, shape: reply.shape.as_deref(), place };
    let inside = match items(reply.root(), reply.items.as_deref(), &inside.place, lists) {
        Some((_, items)) => items,
        None => inside,
    };
    // Shapes may refer to themselves, but each step uses up a part of the path.
    follow(inside, product, path, lists)
}

struct Inside<'a> {
    fields: &'a [Field],
    shape: Option<&'a str>,
    place: Place<'a>,
}

/// What the lists that begin at a place hold, through any number of them, and its type; `None` where there is no list to go through.
fn items<'a>(
    kind: Type,
    item: Option<&'a Item>,
    place: &Place<'a>,
    lists: Lists,
) -> Option<(Type, Inside<'a>)> {
    let item = item.filter(|_| kind == Type::Array && lists == Lists::Through)?;
    let place = Place { path: below(&place.path, ["items".into()]), ..place.clone() };
    let inner = items(item.kind, item.items.as_deref(), &place, lists);
    Some(inner.unwrap_or((item.kind, Inside { fields: &item.fields, shape: item.shape.as_deref(), place })))
}

fn follow<'a>(
    inside: Inside<'a>,
    product: &Product<'a>,
    path: &str,
    lists: Lists,
) -> Result<Found<'a>, Missing> {
    let (fields, place) = match inside.shape {
        Some(name) => match product.shapes.get(name) {
            Some(shape) => (shape.fields.as_slice(), Place { shape: Some(&shape.name), path: Vec::new() }),
            None => return Err(Missing::Shape),
        },
        None => (inside.fields, inside.place),
    };
    let place_of =
        |index: usize| Place { path: below(&place.path, ["fields".into(), index.into()]), ..place.clone() };
    // Names may have dots themselves, so every field that the path can begin with is tried.
    let mut deeper = None;
    for (index, field) in fields.iter().enumerate() {
        let Some(rest) = path.strip_prefix(field.name.as_str()) else { continue };
        let place = place_of(index);
        let items = items(field.kind, field.items.as_deref(), &place, lists);
        if rest.is_empty() {
            let (kind, place) = items.map_or((field.kind, place), |(kind, inside)| (kind, inside.place));
            return Ok(Found { kind, field: Some(field), place });
        }
        if let Some(rest) = rest.strip_prefix('.') {
            let inside = match items {
                Some((_, inside)) => inside,
                None => Inside { fields: &field.fields, shape: field.shape.as_deref(), place },
            };
            match follow(inside, product, rest, lists) {
                Err(missing) => deeper = Some(missing),
                found => return found,
            }
        }
    }
    let name = path.split('.').next().unwrap_or(path);
    let near = suggest(name, fields.iter().map(|field| field.name.as_str())).map(str::to_owned);
    Err(deeper.unwrap_or_else(|| Missing::Field { name: name.to_owned(), near }))
}
