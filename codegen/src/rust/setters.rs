use super::{facts, types};
use crate::model::{Definitions, Member, Operation, Product, Scalar, Type};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

/// The one set of setters, on the call. A required one changes the call's type, so that `send` exists only when all
/// are given.
pub(super) fn setters(operation: &Operation) -> TokenStream {
    let Some(request) = operation.shape(Operation::REQUEST) else { return TokenStream::new() };
    let (required, optional): (Vec<_>, Vec<_>) = request.members.iter().partition(|member| member.required);
    let rest = free(operation, std::iter::once("S".to_owned()).chain(numbered())).next();
    let state = if required.is_empty() { None } else { rest };
    let call = state.as_ref().map_or_else(|| quote!(Call<Request>), |rest| quote!(Call<Request, #rest>));
    let rows: Vec<TokenStream> = optional.iter().map(|member| setter(operation, member, None)).collect();
    let optional = (!rows.is_empty()).then(|| quote!(setters! { impl<#state> #call { #(#rows)* } }));
    let rows: Vec<TokenStream> = required
        .iter()
        .enumerate()
        .map(|(index, member)| setter(operation, member, Some(after(operation, index, required.len()))))
        .collect();
    let required = (!rows.is_empty()).then(|| {
        let variables = variables(operation, required.len());
        let list = list(variables.iter().map(|variable| quote!(#variable)));
        quote!(required! { impl<#(#variables),*> Call<Request, #list> { #(#rows)* } })
    });
    quote!(#optional #required)
}

/// The type of a call on which nothing is set yet.
pub(super) fn fresh_call(operation: &Operation) -> TokenStream {
    let missing: Vec<_> = required(operation)
        .map(|member| {
            let name = &member.name;
            quote!(Missing<required::#name>)
        })
        .collect();
    if missing.is_empty() {
        return quote!(Call<Request>);
    }
    let list = list(missing.into_iter());
    quote!(Call<Request, #list>)
}

pub(super) fn required(operation: &Operation) -> impl Iterator<Item = &Member> {
    let members = operation.shape(Operation::REQUEST).map(|shape| shape.members.as_slice());
    members.unwrap_or_default().iter().filter(|member| member.required)
}

/// Whether an operation of the product has a required parameter.
pub(super) fn any_required(product: &Product) -> bool {
    product.operations.iter().any(|operation| required(operation).next().is_some())
}

/// A row: the parameter, what it takes, and how that becomes the field's value.
fn setter(operation: &Operation, member: &Member, after: Option<TokenStream>) -> TokenStream {
    let name = &member.name;
    let deprecated = facts::deprecated(member.deprecated.as_deref());
    let (parameter, value) = argument(&operation.definitions, &member.kind);
    let after = after.map(|after| quote!(-> #after));
    quote!(#deprecated #name(value: #parameter) #after = #value;)
}

/// What is missing when one required parameter more is set.
fn after(operation: &Operation, index: usize, count: usize) -> TokenStream {
    let variables = variables(operation, count);
    let items = variables.iter().enumerate();
    list(items.map(|(at, variable)| if at == index { quote!(Set) } else { quote!(#variable) }))
}

/// Whether a value is taken as anything that converts into it. Not numbers: `[1.5]` could not become a list of `f32`.
fn converts(kind: &Type) -> bool {
    matches!(
        kind,
        Type::Scalar(Scalar::String | Scalar::Object | Scalar::Any | Scalar::Bytes) | Type::Enumeration(_)
    )
}

/// The type of a setter's argument, and how it becomes the field's value.
fn argument(definitions: &Definitions, kind: &Type) -> (TokenStream, TokenStream) {
    let exact = types::value(definitions, kind);
    match kind {
        kind if converts(kind) => (quote!(impl Into<#exact>), quote!(value.into())),
        Type::Scalar(_) | Type::Enumeration(_) | Type::Object(_) | Type::Shared(_) => (exact, quote!(value)),
        Type::List(inner) => {
            let exact = types::value(definitions, inner);
            if converts(inner) {
                return (
                    quote!(impl IntoIterator<Item = impl Into<#exact>>),
                    quote!(value.into_iter().map(Into::into).collect()),
                );
            }
            (quote!(impl IntoIterator<Item = #exact>), quote!(value.into_iter().collect()))
        }
        Type::Map(inner) => {
            let exact = types::value(definitions, inner);
            let (item, converted) = if converts(inner) {
                (quote!(impl Into<#exact>), quote!(value.into()))
            } else {
                (exact, quote!(value))
            };
            (
                quote!(impl IntoIterator<Item = (impl Into<String>, #item)>),
                quote!(value.into_iter().map(|(key, value)| (key.into(), #converted)).collect()),
            )
        }
    }
}

/// One type variable per required parameter: `A`, `B`, … `Z`, `A1`, …, without those that are types of the operation.
fn variables(operation: &Operation, count: usize) -> Vec<Ident> {
    free(operation, ('A'..='Z').map(String::from).chain(numbered())).take(count).collect()
}

fn numbered() -> impl Iterator<Item = String> {
    (1_u32..).flat_map(|round| ('A'..='Z').map(move |letter| format!("{letter}{round}")))
}

/// A type variable would hide a type of its name.
fn free(operation: &Operation, names: impl Iterator<Item = String>) -> impl Iterator<Item = Ident> {
    let is_type = |name: &str| {
        operation.definitions.shapes.iter().any(|shape| shape.name.as_str() == name)
            || operation.definitions.enumerations.iter().any(|item| item.name.as_str() == name)
    };
    names.filter(move |name| !is_type(name)).map(|name| Ident::new(&name, Span::call_site()))
}

/// `(a, (b, ()))`.
fn list(items: impl DoubleEndedIterator<Item = TokenStream>) -> TokenStream {
    items.rev().fold(quote!(()), |tail, head| quote!((#head, #tail)))
}
