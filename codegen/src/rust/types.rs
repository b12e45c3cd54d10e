use crate::model::{Definitions, Scalar, Shared, Type};
use proc_macro2::TokenStream;
use quote::quote;

/// The Rust type of a value in the module of its definitions.
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

/// The Rust type of a value of a module of shared shapes, in the module of an operation.
pub(super) fn value_outside(definitions: &Definitions, kind: &Type) -> TokenStream {
    let module = &definitions.module;
    match kind {
        Type::Scalar(Scalar::Object | Scalar::Any | Scalar::Bytes) => {
            let value = value(definitions, kind);
            quote!(alicloud_runtime::#value)
        }
        Type::Scalar(_) => value(definitions, kind),
        Type::Enumeration(_) | Type::Object(_) => {
            let name = value(definitions, kind);
            quote!(#module::#name)
        }
        Type::Shared(Shared { name, module, .. }) => quote!(#module::#name),
        Type::List(inner) => {
            let inner = value_outside(definitions, inner);
            quote!(Vec<#inner>)
        }
        Type::Map(inner) => {
            let inner = value_outside(definitions, inner);
            quote!(std::collections::BTreeMap<String, #inner>)
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
        Scalar::Object | Scalar::Any => quote!(record::Value),
        Scalar::Bytes => quote!(record::Bytes),
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
        Type::Scalar(Scalar::Object | Scalar::Any) => quote!(Any),
        Type::Scalar(Scalar::Bytes) => quote!(Bytes),
        Type::Enumeration(_) => quote!(Enumeration),
        Type::Object(_) | Type::Shared(_) => quote!(Record),
        Type::List(_) => quote!(List),
        Type::Map(_) => quote!(Map),
    }
}

/// The parameter kind of a type, as the dynamic call checks it. `untyped`: bytes go without a content type.
pub(super) fn kind(definitions: &Definitions, kind: &Type, untyped: bool) -> TokenStream {
    match kind {
        Type::Scalar(Scalar::Bytes) if untyped => quote!(Byte),
        Type::Scalar(Scalar::Bytes) => quote!(Binary),
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

/// What a module needs for its types besides its own. The rest is named by its path in the runtime.
pub(super) fn maps(definitions: &Definitions) -> Option<TokenStream> {
    let is_map = |kind: &Type| matches!(kind, Type::Map(_));
    let has_maps = definitions.members().any(|member| any(&member.kind, &is_map));
    has_maps.then(|| {
        quote!(
            use std::collections::BTreeMap;
        )
    })
}

/// The runtime's module of values, where the types need it.
pub(super) fn values(definitions: &Definitions) -> Option<TokenStream> {
    let is_value = |kind: &Type| matches!(kind, Type::Scalar(Scalar::Object | Scalar::Any | Scalar::Bytes));
    let has_values = definitions.members().any(|member| any(&member.kind, &is_value));
    has_values.then(|| {
        quote!(
            use alicloud_runtime::record;
        )
    })
}
