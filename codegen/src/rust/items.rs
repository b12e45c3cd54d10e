use super::types;
use crate::model::{Definitions, Member, Operation, Product, ReplyBody, ShapeId, Shared, Type};
use proc_macro2::TokenStream;
use quote::quote;

/// The row that takes the items of a page out of the reply; `None` where they are no list with a type of its own.
pub(super) fn row(product: &Product, operation: &Operation) -> Option<TokenStream> {
    let path = &operation.pagination.as_ref()?.items;
    let reply = operation.shape(Operation::REPLY)?;
    let inside = Inside { definitions: &operation.definitions, is_shared: false, members: &reply.members };
    let mut way = Vec::new();
    let (item, owner) = if path == "$" {
        let body = reply.members.first().filter(|_| operation.reply_body == ReplyBody::Payload)?;
        way.push(body);
        (list(body)?, inside)
    } else {
        follow(product, inside, path, &mut way)?
    };
    let item = if owner.is_shared {
        types::value_outside(owner.definitions, item)
    } else {
        types::value(owner.definitions, item)
    };
    let taken = take(&way)?;
    Some(quote!(items(reply) -> Vec<#item> = #taken;))
}

/// The members of a struct.
#[derive(Clone, Copy)]
struct Inside<'a> {
    definitions: &'a Definitions,
    /// Whether it stands in the module of the shared shapes.
    is_shared: bool,
    members: &'a [Member],
}

/// The type of the items of the list at a path, and the struct that the list stands in. Wire names may hold dots
/// themselves, so every member that the path can begin with is tried.
fn follow<'a>(
    product: &'a Product,
    inside: Inside<'a>,
    path: &str,
    way: &mut Vec<&'a Member>,
) -> Option<(&'a Type, Inside<'a>)> {
    inside.members.iter().find_map(|member| {
        let rest = path.strip_prefix(member.wire.as_str())?;
        way.push(member);
        let found = match rest.strip_prefix('.') {
            Some(rest) => {
                next(product, inside, &member.kind).and_then(|next| follow(product, next, rest, way))
            }
            None => list(member).filter(|_| rest.is_empty()).map(|item| (item, inside)),
        };
        if found.is_none() {
            way.pop();
        }
        found
    })
}

fn list(member: &Member) -> Option<&Type> {
    match &member.kind {
        Type::List(item) => Some(item),
        _ => None,
    }
}

/// What stands inside a member.
fn next<'a>(product: &'a Product, inside: Inside<'a>, kind: &Type) -> Option<Inside<'a>> {
    match kind {
        Type::Object(id) => Some(Inside { members: &inside.definitions.shape(*id)?.members, ..inside }),
        Type::Shared(shared) => {
            let (definitions, id) = find(product, shared)?;
            Some(Inside { definitions, is_shared: true, members: &definitions.shape(id)?.members })
        }
        _ => None,
    }
}

/// The struct of a shared shape.
pub(super) fn find<'a>(product: &'a Product, shared: &Shared) -> Option<(&'a Definitions, ShapeId)> {
    let shapes = product.shared.iter().find(|shapes| shapes.definitions.module == shared.module)?;
    let (_, id) = shapes.named.iter().find(|(wire, _)| *wire == shared.wire)?;
    Some((&shapes.definitions, *id))
}

/// The list at the end of a way of fields. In replies all structs on it are optional, and lists are not.
fn take(way: &[&Member]) -> Option<TokenStream> {
    let (list, structs) = way.split_last()?;
    let list = &list.name;
    let Some((first, others)) = structs.split_first() else { return Some(quote!(reply.#list)) };
    let mut last = &first.name;
    let mut taken = quote!(reply.#last);
    for member in others {
        let name = &member.name;
        taken = quote!(#taken.and_then(|#last| #last.#name));
        last = name;
    }
    Some(quote!(#taken.map(|#last| #last.#list).unwrap_or_default()))
}
