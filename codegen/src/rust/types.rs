use crate::model::{Operation, Scalar, Type};
use proc_macro2::TokenStream;
use quote::quote;

/// The Rust type of a value.
pub(super) fn value(operation: &Operation, kind: &Type) -> TokenStream {
    match kind {
        Type::Scalar(scalar) => self::scalar(*scalar),
        Type::Enumeration(id) => {
            let name = operation.enumeration(*id).map(|enumeration| &enumeration.name);
            quote!(#name)
        }
        Type::Object(id) => {
            let name = operation.shape(*id).map(|shape| &shape.name);
            quote!(#name)
        }
        Type::List(inner) => {
            let inner = value(operation, inner);
            quote!(Vec<#inner>)
        }
        Type::Map(inner) => {
            let inner = value(operation, inner);
            quote!(BTreeMap<String, #inner>)
        }
    }
}

/// The Rust type of a field. In replies, lists and maps are never `Option`; in requests unset and empty differ.
pub(super) fn field(operation: &Operation, kind: &Type, sent: bool) -> TokenStream {
    let value = value(operation, kind);
    match kind {
        Type::List(_) | Type::Map(_) if !sent => value,
        _ => quote!(Option<#value>),
    }
}

fn scalar(scalar: Scalar) -> TokenStream {
    match scalar {
        Scalar::String => quote!(String),
        Scalar::Integer => quote!(i32),
        Scalar::Long => quote!(i64),
        Scalar::Float => quote!(f32),
        Scalar::Double => quote!(f64),
        Scalar::Boolean => quote!(bool),
        Scalar::Any => quote!(Value),
    }
}

/// The slot variant of a type.
pub(super) fn slot(kind: &Type) -> TokenStream {
    match kind {
        Type::Scalar(Scalar::String) => quote!(String),
        Type::Scalar(Scalar::Integer) => quote!(Integer),
        Type::Scalar(Scalar::Long) => quote!(Long),
        Type::Scalar(Scalar::Float) => quote!(Float),
        Type::Scalar(Scalar::Double) => quote!(Double),
        Type::Scalar(Scalar::Boolean) => quote!(Boolean),
        Type::Scalar(Scalar::Any) => quote!(Any),
        Type::Enumeration(_) => quote!(Enumeration),
        Type::Object(_) => quote!(Record),
        Type::List(_) => quote!(List),
        Type::Map(_) => quote!(Map),
    }
}

/// The parameter kind of a type, as the dynamic call checks it.
pub(super) fn kind(operation: &Operation, kind: &Type) -> TokenStream {
    match kind {
        Type::Enumeration(id) => {
            let scalar = operation.enumeration(*id).map_or(Scalar::String, |enumeration| enumeration.scalar);
            slot(&Type::Scalar(scalar))
        }
        Type::Object(_) => quote!(Object),
        Type::List(_) => quote!(Array),
        other => slot(other),
    }
}

/// Whether `test` holds for a type or anything inside it.
pub(super) fn any(kind: &Type, test: &impl Fn(&Type) -> bool) -> bool {
    test(kind)
        || match kind {
            Type::List(inner) | Type::Map(inner) => any(inner, test),
            _ => false,
        }
}
