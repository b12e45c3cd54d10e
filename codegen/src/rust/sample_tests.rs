use crate::model::{Operation, Place, Product, Sample};
use crate::naming;
use crate::options::Options;
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;
use std::str::FromStr;

/// The root of a product's generated tests.
pub(super) fn root(product: &Product) -> TokenStream {
    let docs = format!(" The sample replies of {} decode and encode back.", product.title);
    let feature = product.module.as_str();
    let modules = product.operations.iter().filter(|operation| !operation.samples.is_empty());
    let modules = modules.map(|operation| &operation.module);
    quote! {
        #![doc = #docs]
        #![cfg(feature = #feature)]
        #(mod #modules;)*
    }
}

/// One test per sample reply.
pub(super) fn tests(product: &Product, operation: &Operation, options: &Options) -> TokenStream {
    let package = Ident::new(&options.package.replace('-', "_"), Span::call_site());
    let (product_module, module) = (&product.module, &operation.module);
    let disagreements = disagreements(operation);
    let mut scope = naming::Scope::default();
    let tests = operation.samples.iter().filter_map(|sample| test(sample, &disagreements, &mut scope));
    quote! {
        use #package::#product_module::#module::Reply;
        use alicloud_runtime::testing::check_sample;

        #(#tests)*
    }
}

fn test(sample: &Sample, disagreements: &[String], scope: &mut naming::Scope) -> Option<TokenStream> {
    let origin = naming::Origin { wire: sample.title.clone(), span: 0..0 };
    let name = scope.first_free(&[naming::field(&sample.title)?], &origin)?;
    let constant = naming::constant(name.as_str())?;
    let body = raw_string(&sample.body);
    Some(quote! {
        const #constant: &str = #body;

        #[test]
        fn #name() -> Result<(), String> {
            check_sample::<Reply>(#constant, &[#(#disagreements),*])
        }
    })
}

/// Paths where the sample is known to depart from the documented form.
fn disagreements(operation: &Operation) -> Vec<String> {
    let members = operation.shapes.iter().filter(|shape| !shape.sent).flat_map(|shape| &shape.members);
    members
        .filter(|member| member.disagrees.iter().any(|disagreement| disagreement.place == Place::Sample))
        .map(|member| member.path.clone())
        .collect()
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
