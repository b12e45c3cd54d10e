use super::{facts, types};
use crate::model::{Member, Operation, Product, Scalar, Type};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

/// The one set of setters, on the call. A required one changes the call's type, so that `send` exists only when all
/// are given.
pub(super) fn setters(operation: &Operation) -> TokenStream {
    let Some(request) = operation.shape(Operation::REQUEST) else { return TokenStream::new() };
    let (required, optional): (Vec<_>, Vec<_>) = request.members.iter().partition(|member| member.required);
    let optional: TokenStream = optional.iter().map(|member| setter(operation, member)).collect();
    let state = if required.is_empty() { None } else { Some(quote!(<S>)) };
    let with_state = if required.is_empty() { quote!(Call<Request>) } else { quote!(Call<Request, S>) };
    let optional = (!optional.is_empty()).then(|| quote!(impl #state #with_state { #optional }));
    let required_setters = required
        .iter()
        .enumerate()
        .map(|(index, member)| required_setter(operation, member, index, required.len()));
    let required_block = (!required.is_empty()).then(|| {
        let variables = variables(required.len());
        let list = list(variables.iter().map(|variable| quote!(#variable)));
        quote!(impl<#(#variables),*> Call<Request, #list> { #(#required_setters)* })
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
        variables(count).iter().enumerate().map(
            |(at, variable)| {
                if at == index { quote!(Set) } else { quote!(#variable) }
            },
        ),
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
        let (parameter, value) = argument(operation, &member.kind);
        Self {
            docs: quote!(#[doc = #link]),
            attributes: quote!(#deprecated #allow #[inline]),
            name,
            parameter,
            value,
        }
    }
}

/// The type of a setter's argument, and how it becomes the field's value.
fn argument(operation: &Operation, kind: &Type) -> (TokenStream, TokenStream) {
    let exact = types::value(operation, kind);
    match kind {
        Type::Scalar(Scalar::String | Scalar::Any) | Type::Enumeration(_) => {
            (quote!(impl Into<#exact>), quote!(value.into()))
        }
        Type::Scalar(_) | Type::Object(_) => (exact, quote!(value)),
        Type::List(inner) => {
            let inner = types::value(operation, inner);
            (
                quote!(impl IntoIterator<Item = impl Into<#inner>>),
                quote!(value.into_iter().map(Into::into).collect()),
            )
        }
        Type::Map(inner) => {
            let inner = types::value(operation, inner);
            (
                quote!(impl IntoIterator<Item = (impl Into<String>, impl Into<#inner>)>),
                quote!(value.into_iter().map(|(key, value)| (key.into(), value.into())).collect()),
            )
        }
    }
}

/// One type variable per required parameter: `A`, `B`, … `Z`, `A1`, …
fn variables(count: usize) -> Vec<Ident> {
    (0..count)
        .map(|index| {
            let letter = char::from(b'A'.wrapping_add(u8::try_from(index % 26).unwrap_or_default()));
            let name = if index < 26 { letter.to_string() } else { format!("{letter}{}", index / 26) };
            Ident::new(&name, Span::call_site())
        })
        .collect()
}

/// `(a, (b, ()))`.
fn list(items: impl DoubleEndedIterator<Item = TokenStream>) -> TokenStream {
    items.rev().fold(quote!(()), |tail, head| quote!((#head, #tail)))
}
