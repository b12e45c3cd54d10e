use super::{facts, types};
use crate::model::{Definitions, Member, Operation, Product, Scalar, Type};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

/// The one set of setters, on the call. A required one changes the call's type, so that `send` exists only when all
/// are given.
pub(super) fn setters(operation: &Operation) -> TokenStream {
    let Some(request) = operation.shape(Operation::REQUEST) else { return TokenStream::new() };
    let (required, optional): (Vec<_>, Vec<_>) = request.members.iter().partition(|member| member.required);
    let optional: TokenStream = optional.iter().map(|member| setter(operation, member)).collect();
    let rest = free(operation, std::iter::once("S".to_owned()).chain(numbered())).next();
    let state = if required.is_empty() { None } else { Some(quote!(<#rest>)) };
    let with_state = if required.is_empty() { quote!(Call<Request>) } else { quote!(Call<Request, #rest>) };
    let optional = (!optional.is_empty()).then(|| quote!(impl #state #with_state { #optional }));
    let required_setters = required
        .iter()
        .enumerate()
        .map(|(index, member)| required_setter(operation, member, index, required.len()));
    let required_block = (!required.is_empty()).then(|| {
        let variables = variables(operation, required.len());
        let list = list(variables.iter().map(|variable| quote!(#variable)));
        let allow = allow(operation);
        quote!(#allow impl<#(#variables),*> Call<Request, #list> { #(#required_setters)* })
    });
    quote!(#optional #required_block)
}

/// The markers of required parameters, named after their setters.
pub(super) fn markers(operation: &Operation) -> Option<TokenStream> {
    let names: Vec<_> = required(operation).map(|member| &member.name).collect();
    if names.is_empty() {
        return None;
    }
    let docs = names.iter().map(|name| format!(" Set by `{name}`."));
    Some(quote! {
        /// Names of the required parameters, for the compiler to say which is missing.
        #[allow(non_camel_case_types)]
        pub mod required {
            #(#[doc = #docs] pub enum #names {})*
        }
    })
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

/// The state of a call grows with the number of required parameters. Nobody writes it out.
pub(super) fn allow(operation: &Operation) -> Option<TokenStream> {
    (required(operation).count() > 1).then(|| quote!(#[allow(clippy::type_complexity)]))
}

pub(super) fn required(operation: &Operation) -> impl Iterator<Item = &Member> {
    let members = operation.shape(Operation::REQUEST).map(|shape| shape.members.as_slice());
    members.unwrap_or_default().iter().filter(|member| member.required)
}

/// Whether an operation of the product has a required parameter.
pub(super) fn any_required(product: &Product) -> bool {
    product.operations.iter().any(|operation| required(operation).next().is_some())
}

fn setter(operation: &Operation, member: &Member) -> TokenStream {
    let parts = Parts::of(operation, member);
    let Parts { docs, attributes, name, parameter, value } = &parts;
    quote! {
        #docs
        #attributes
        pub fn #name(self, value: #parameter) -> Self {
            self.with(|request| request.#name = Some(#value))
        }
    }
}

fn required_setter(operation: &Operation, member: &Member, index: usize, count: usize) -> TokenStream {
    let parts = Parts::of(operation, member);
    let Parts { docs, attributes, name, parameter, value } = &parts;
    let after = list(
        variables(operation, count)
            .iter()
            .enumerate()
            .map(|(at, variable)| if at == index { quote!(Set) } else { quote!(#variable) }),
    );
    quote! {
        #docs
        #attributes
        pub fn #name(self, value: #parameter) -> Call<Request, #after> {
            self.with(|request| request.#name = Some(#value)).restate()
        }
    }
}

struct Parts<'a> {
    docs: TokenStream,
    attributes: TokenStream,
    name: &'a crate::naming::Ident,
    parameter: TokenStream,
    value: TokenStream,
}

impl<'a> Parts<'a> {
    fn of(operation: &Operation, member: &'a Member) -> Self {
        let name = &member.name;
        let link = format!(" Sets [`Request::{}`].", name.as_str());
        let deprecated = facts::deprecated(member.deprecated.as_deref());
        let allow = deprecated.is_some().then(|| quote!(#[allow(deprecated)]));
        // Whoever writes `.add(1)` on a call means the parameter.
        const OPERATORS: &[&str] =
            &["add", "bitand", "bitor", "bitxor", "div", "mul", "rem", "shl", "shr", "sub"];
        let operator =
            OPERATORS.contains(&name.as_str()).then(|| quote!(#[allow(clippy::should_implement_trait)]));
        let (parameter, value) = argument(&operation.definitions, &member.kind);
        Self {
            docs: quote!(#[doc = #link]),
            attributes: quote!(#deprecated #allow #operator #[inline]),
            name,
            parameter,
            value,
        }
    }
}

/// Whether a value is taken as anything that converts into it. Not numbers: `[1.5]` could not become a list of `f32`.
fn converts(kind: &Type) -> bool {
    matches!(kind, Type::Scalar(Scalar::String | Scalar::Any) | Type::Enumeration(_))
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
