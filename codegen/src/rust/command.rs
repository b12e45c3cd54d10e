use crate::options::Options;
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

/// The program of an emitted crate: its tables, given to the command line of the runtime.
pub(super) fn command(options: &Options) -> TokenStream {
    let package = Ident::new(&options.package.replace('-', "_"), Span::call_site());
    quote! {
        //! The command line: calls every operation of this crate.

        use alicloud_runtime::cli;
        use std::process::ExitCode;

        fn main() -> ExitCode {
            let products: Vec<cli::Product> = #package::PRODUCTS
                .iter()
                .map(|product| cli::Product {
                    module: product.module,
                    product: product.product,
                    operations: product.operations,
                    help: product.help,
                })
                .collect();
            cli::main(env!("CARGO_PKG_VERSION"), &products)
        }
    }
}
