use super::example;
use crate::model::{Operation, Product, Scalar, Type};
use crate::options::Options;
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

/// The generated tests of a product's calls; `None` where there is no operation to call.
pub(super) fn calls(product: &Product, options: &Options) -> Option<TokenStream> {
    let package = Ident::new(&options.package.replace('-', "_"), Span::call_site());
    let module = &product.module;
    let checks = product.operations.iter().map(|operation| {
        let name = &operation.module;
        quote!(check_call::<#module::#name::Request>)
    });
    let size = size(module, largest(product)?)?;
    Some(quote! {
        //! A call by name is the typed call, and takes little room in the future that makes it.

        use #package::#module;
        use alicloud_runtime::testing::{check_call, config};

        #[test]
        fn a_call_by_name_is_the_typed_call() {
            let checks: &[fn() -> Result<(), String>] = &[#(#checks),*];
            let failures: Vec<String> = checks.iter().filter_map(|check| check().err()).collect();
            assert!(failures.is_empty(), "{}", failures.join("\n"));
        }

        #size
    })
}

/// The operation with the most parameters, the first of several.
fn largest(product: &Product) -> Option<&Operation> {
    let count =
        |operation: &Operation| operation.shape(Operation::REQUEST).map_or(0, |shape| shape.members.len());
    product.operations.iter().rev().max_by_key(|operation| count(operation))
}

/// What a call adds to the future that makes it.
fn size(module: &crate::naming::Ident, operation: &Operation) -> Option<TokenStream> {
    let method = &operation.method_name;
    let setters: TokenStream = example::setters(operation).concat().parse().ok()?;
    let members =
        operation.shape(Operation::REQUEST).map(|shape| shape.members.as_slice()).unwrap_or_default();
    let is_deprecated = operation.deprecated.is_some()
        || members.iter().any(|member| member.required && member.deprecated.is_some());
    let allow = is_deprecated.then(|| quote!(#[allow(deprecated)]));
    // An example may be a number that clippy knows by name.
    let has_float = members.iter().any(|member| is_float(&member.kind));
    let approximate = has_float.then(|| quote!(#[allow(clippy::approx_constant)]));
    Some(quote! {
        #[test]
        #allow
        #approximate
        fn a_call_is_small() -> alicloud_runtime::Result<()> {
            let client = #module::Client::new(config("{}"))?;
            let call = async {
                let reply = client.#method()#setters.send().await?;
                Ok::<_, alicloud_runtime::Error>(reply.request_id().len())
            };
            let size = size_of_val(&call);
            assert!(size <= 1024, "the future of a call has {size} bytes");
            Ok(())
        }
    })
}

fn is_float(kind: &Type) -> bool {
    match kind {
        Type::Scalar(scalar) => matches!(scalar, Scalar::Double | Scalar::Float),
        Type::List(inner) | Type::Map(inner) => is_float(inner),
        Type::Enumeration(_) | Type::Object(_) | Type::Shared(_) => false,
    }
}
