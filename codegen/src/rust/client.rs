use super::docs::{Docs, line};
use crate::model::Product;
use proc_macro2::TokenStream;
use quote::quote;

/// The client of a product. The methods of its operations stand in their own modules.
pub(super) fn client(product: &Product) -> TokenStream {
    let docs = Docs::default()
        .paragraph(format!("A client of {}, version {}.", line(&product.title), product.version))
        .paragraph("Cheap to clone: clones share connections and credentials.")
        .outer();
    quote! {
        use super::{OPERATIONS, PRODUCT};
        use alicloud_runtime::operation::Operation;
        use alicloud_runtime::record::Value;
        use alicloud_runtime::{Config, Pending, Result};

        #docs
        #[derive(Clone, Debug)]
        pub struct Client {
            pub(super) runtime: alicloud_runtime::Client,
        }

        impl Client {
            /// A client with the given settings.
            ///
            /// # Errors
            /// The region has no endpoint, or a setting is not usable.
            pub fn new(config: Config) -> Result<Self> {
                alicloud_runtime::Client::new(&PRODUCT, config).map(|runtime| Self { runtime })
            }

            /// A client with credentials and region from the environment.
            ///
            /// # Errors
            /// A variable is missing, which the error names, or as [`Client::new`].
            pub fn from_env() -> Result<Self> {
                Self::new(Config::from_env()?)
            }

            /// Sends a request that was built as plain data.
            ///
            /// # Errors
            /// A required parameter is missing, or as [`Call::send`](super::Call::send).
            #[inline]
            pub fn send<R: Operation>(&self, request: &R) -> Pending<R::Reply> {
                self.runtime.send(request)
            }

            /// Calls an operation by its wire name, with its parameters as a JSON object.
            ///
            /// # Errors
            /// The operation or a parameter is not known, a required parameter is missing, or as
            /// [`Call::send`](super::Call::send).
            pub fn call(&self, operation: &str, parameters: Value) -> Pending<Value> {
                self.runtime.call(OPERATIONS, operation, parameters)
            }
        }
    }
}
