use crate::model::{Operation, Place, Product, Sample, Scalar, Type};
use crate::naming;
use crate::options::Options;
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;
use serde_json::Value;
use std::collections::BTreeSet;
use std::str::FromStr;

/// The root of a product's generated tests.
pub(super) fn root(product: &Product) -> TokenStream {
    let docs = format!(
        " Calls of {} by name and by type are the same, and its sample replies decode and encode back.",
        super::docs::line(&product.title)
    );
    let feature = product.module.as_str();
    let modules = product.operations.iter().filter(|operation| !operation.samples.is_empty());
    let modules = modules.map(|operation| &operation.module);
    let calls = (!product.operations.is_empty()).then(|| {
        quote!(
            mod calls;
        )
    });
    quote! {
        #![doc = #docs]
        #![cfg(feature = #feature)]
        #calls
        #(mod #modules;)*
    }
}

/// One test per sample reply.
pub(super) fn tests(product: &Product, operation: &Operation, options: &Options) -> TokenStream {
    let package = Ident::new(&options.package.replace('-', "_"), Span::call_site());
    let (product_module, module) = (&product.module, &operation.module);
    let mut scope = naming::Scope::default();
    // The name of what every test calls.
    let taken = naming::Origin { wire: String::new(), span: 0..0 };
    let _ = scope.claim(&naming::field("check_reply"), taken);
    let tests = operation.samples.iter().filter_map(|sample| test(operation, sample, &mut scope));
    quote! {
        use #package::#product_module::#module::Request;
        use alicloud_runtime::testing::check_reply;

        #(#tests)*
    }
}

fn test(operation: &Operation, sample: &Sample, scope: &mut naming::Scope) -> Option<TokenStream> {
    let origin = naming::Origin { wire: sample.title.clone(), span: 0..0 };
    // Without a letter, the test and its constant would have one name.
    let has_letter = sample.title.contains(|letter: char| letter.is_ascii_alphabetic());
    let title = if has_letter { sample.title.clone() } else { format!("sample {}", sample.title) };
    let title = naming::field(&title);
    let name = scope.first_free(&[title], &origin)?;
    let constant = naming::constant(name.as_str())?;
    let body = raw_string(&sample.body);
    let paths: BTreeSet<String> =
        disagreements(operation, &sample.body).into_iter().chain(sample.departs.iter().cloned()).collect();
    let (list, argument) = if paths.is_empty() {
        (None, quote!(&[]))
    } else {
        {
            let paths = paths.iter();
            (Some(quote!(let departures = [#(#paths),*];)), quote!(&departures))
        }
    };
    Some(quote! {
        const #constant: &str = #body;

        #[test]
        fn #name() -> Result<(), String> {
            #list
            check_reply::<Request>(#constant, #argument)
        }
    })
}

/// Paths where this sample is known to depart from the documented form.
fn disagreements(operation: &Operation, body: &str) -> Vec<String> {
    let sample: Value = serde_json::from_str(body).unwrap_or_default();
    let members =
        operation.definitions.shapes.iter().filter(|shape| !shape.sent).flat_map(|shape| &shape.members);
    let mut paths = Vec::new();
    for member in members {
        if member.disagrees.iter().all(|disagreement| disagreement.place != Place::Sample) {
            continue;
        }
        let (mut path, mut kind) = (member.path.clone(), &member.kind);
        loop {
            if shows(&sample, &path, &|value| departs(operation, kind, value)) {
                paths.push(path.clone());
            }
            match kind {
                Type::List(inner) => (path, kind) = (format!("{path}[]"), inner),
                Type::Map(inner) => (path, kind) = (format!("{path}{{}}"), inner),
                _ => break,
            }
        }
    }
    paths
}

/// Whether a decode reports the value as coerced or unlisted.
fn departs(operation: &Operation, kind: &Type, value: &Value) -> bool {
    let is_of = |scalar: Scalar| match scalar {
        Scalar::String => value.is_string(),
        Scalar::Integer | Scalar::Long => value.is_i64(),
        Scalar::Float | Scalar::Double => value.is_number(),
        Scalar::Boolean => value.is_boolean(),
        Scalar::Object | Scalar::Any | Scalar::Bytes => true,
    };
    match kind {
        Type::Scalar(scalar) => !is_of(*scalar),
        Type::Enumeration(id) => operation.definitions.enumeration(*id).is_some_and(|enumeration| {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            !is_of(enumeration.scalar) || enumeration.variants.iter().all(|variant| variant.value != text)
        }),
        Type::Object(_) | Type::Shared(_) | Type::Map(_) => !value.is_object(),
        Type::List(_) => !value.is_array(),
    }
}

/// Whether `test` holds for a value at `path`, such as `Data.Rows[].Width`.
fn shows(value: &Value, path: &str, test: &dyn Fn(&Value) -> bool) -> bool {
    let path = path.strip_prefix(['.', '$']).unwrap_or(path);
    if let Some(rest) = path.strip_prefix("[]") {
        return value.as_array().is_some_and(|items| items.iter().any(|item| shows(item, rest, test)));
    }
    if let Some(rest) = path.strip_prefix("{}") {
        return value.as_object().is_some_and(|map| map.values().any(|item| shows(item, rest, test)));
    }
    if path.is_empty() {
        return test(value);
    }
    // A wire name may hold any of these marks, so the longest name that the sample knows counts.
    let members = value.as_object().into_iter().flatten();
    let known = members.filter(|(name, _)| {
        path.strip_prefix(name.as_str())
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[', '{']))
    });
    known
        .max_by_key(|(name, _)| name.len())
        .is_some_and(|(name, item)| shows(item, path.get(name.len()..).unwrap_or_default(), test))
}

/// A raw string literal, so that a sample reads as it is documented.
fn raw_string(text: &str) -> Literal {
    let longest = text
        .split('"')
        .skip(1)
        .map(|rest| rest.chars().take_while(|letter| *letter == '#').count().saturating_add(1))
        .max()
        .unwrap_or(0);
    let fence = "#".repeat(longest);
    // A bare carriage return cannot stand in a raw string.
    let raw = (!text.contains('\r')).then(|| Literal::from_str(&format!("r{fence}\"{text}\"{fence}")).ok());
    raw.flatten().unwrap_or_else(|| Literal::string(text))
}
