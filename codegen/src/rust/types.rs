use crate::model::{Definitions, Scalar, Type};
use proc_macro2::TokenStream;
use quote::quote;

/// The Rust type of a value.
pub(super) fn value(definitions: &Definitions, kind: &Type) -> TokenStream {
    match kind {
        Type::Scalar(scalar) => self::scalar(*scalar),
        Type::Enumeration(id) => {
            let name = definitions.enumeration(*id).map(|enumeration| &enumeration.name);
            quote!(#name)
        }
        Type::Object(id) => {
            let name = definitions.shape(*id).map(|shape| &shape.name);
            quote!(#name)
        }
        Type::Shared(shared) => {
            let name = &shared.name;
            let module = (shared.module != definitions.module).then_some(&shared.module);
            let path = module.map_or_else(|| quote!(#name), |module| quote!(#module::#name));
            if shared.boxed { quote!(Box<#path>) } else { path }
        }
        Type::List(inner) => {
            let inner = value(definitions, inner);
            quote!(Vec<#inner>)
        }
        Type::Map(inner) => {
            let inner = value(definitions, inner);
            quote!(BTreeMap<String, #inner>)
        }
    }
}

/// The Rust type of a field. In replies, lists and maps are never `Option`; in requests unset and empty differ.
pub(super) fn field(definitions: &Definitions, kind: &Type, sent: bool) -> TokenStream {
    let value = value(definitions, kind);
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
        Type::Object(_) | Type::Shared(_) => quote!(Record),
        Type::List(_) => quote!(List),
        Type::Map(_) => quote!(Map),
    }
}

/// The parameter kind of a type, as the dynamic call checks it.
pub(super) fn kind(definitions: &Definitions, kind: &Type) -> TokenStream {
    match kind {
        Type::Enumeration(id) => {
            let scalar =
                definitions.enumeration(*id).map_or(Scalar::String, |enumeration| enumeration.scalar);
            slot(&Type::Scalar(scalar))
        }
        Type::Object(_) | Type::Shared(_) => quote!(Object),
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

/// What a module needs for its types besides its own.
pub(super) fn imports(definitions: &Definitions) -> TokenStream {
    let is_any = |kind: &Type| *kind == Type::Scalar(Scalar::Any);
    let is_map = |kind: &Type| matches!(kind, Type::Map(_));
    let uses = |test: &dyn Fn(&Type) -> bool| definitions.members().any(|member| any(&member.kind, &test));
    let unlisted = (!definitions.enumerations.is_empty()).then(|| quote!(Unlisted));
    let value = uses(&is_any).then(|| quote!(Value));
    let names: Vec<_> = unlisted.into_iter().chain(value).collect();
    let records = (!names.is_empty()).then(|| quote!(use alicloud_runtime::record::{#(#names),*};));
    let maps = uses(&is_map).then(|| {
        quote!(
            use std::collections::BTreeMap;
        )
    });
    quote!(#records #maps)
}
