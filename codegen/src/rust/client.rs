use super::docs::{Docs, line};
use super::example;
use crate::model::Product;
use crate::options::{Layout, Options};
use proc_macro2::TokenStream;
use quote::quote;

/// The client of a product. The methods of its operations stand in their own modules.
pub(super) fn client(product: &Product, options: &Options) -> TokenStream {
    let docs = docs(product, options).outer();
    let scripted = (options.layout == Layout::Crate).then(scripted);
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

            /// A client with region and credentials from where the official SDKs look: environment, profiles, roles. See
            /// [`Config::from_env`].
            ///
            /// # Errors
            /// There is no region, a file cannot be read, or as [`Client::new`]. That there are no credentials is told
            /// by the first call.
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

            #scripted
        }
    }
}

fn docs(product: &Product, options: &Options) -> Docs {
    let docs = Docs::default()
        .paragraph(format!("A client of {}, version {}.", line(&product.title), product.version))
        .paragraph("Cheap to clone: clones share connections and credentials. Make one and keep it.");
    let Some(operation) = product.operations.first() else { return docs };
    docs.paragraph(example::of_client(product, operation, options)).paragraph(
        "In a program without an async runtime, `.blocking()?` behind `send()` takes the place of `.await?`: the same call, \
         made on the calling thread.",
    )
}

/// Only a crate has the feature to ask for.
fn scripted() -> TokenStream {
    quote! {
        /// A client for tests, and the script that answers it: nothing is sent, and waiting takes no time.
        ///
        /// # Errors
        /// As [`Client::new`].
        #[cfg(feature = "test-util")]
        pub fn scripted() -> Result<(Self, alicloud_runtime::testing::Script)> {
            let script = alicloud_runtime::testing::Script::new();
            Ok((Self::new(script.config())?, script))
        }
    }
}
