//! What generated Alibaba Cloud clients stand on.
//!
//! A generated crate such as `alicloud-sdk` holds tables: the fields of every request and reply, the parameters
//! of every operation, the endpoints of every product. This crate turns them into calls: it encodes the
//! request, signs it, sends it, decodes the reply and tells what went wrong. Users meet [`Config`],
//! [`Credentials`], [`Response`] and [`Error`] here; the rest is for generated code and for extensions
//! ([`transport::Transport`], [`CredentialsProvider`], [`retry::RetryPolicy`], [`io::Scheduler`]).
//!
//! ```
//! use alicloud_runtime::operation::{Descriptor, Effect, Kind, Method, Parameter, Product, Protocol};
//! use alicloud_runtime::testing::{Scripted, block_on};
//! use alicloud_runtime::{Client, Config, Credentials};
//!
//! // Generated code: a product, and the table of one of its operations.
//! static ECHO: Product =
//!     Product::new("Echo", "2020-01-01", Protocol::Https, &[("ap-southeast-1", "echo.example.com")]);
//! static SAY: Descriptor =
//!     Descriptor::new("Say", &ECHO, Method::Post, Effect::Read, &[Parameter::query("Text", Kind::String)]);
//! static OPERATIONS: &[&Descriptor] = &[&SAY];
//!
//! let transport = Scripted::new().json(200, r#"{"Text":"hello","RequestId":"R-1"}"#);
//! let config = Config::new("ap-southeast-1", Credentials::new("key-id", "key secret")).transport(transport.clone());
//! let client = Client::new(&ECHO, config)?;
//! let reply = block_on(client.call(OPERATIONS, "Say", serde_json::json!({ "Text": "hello" })))?;
//! assert_eq!((reply["Text"].as_str(), reply.request_id()), (Some("hello"), "R-1"));
//! assert_eq!(transport.last().unwrap().uri(), "https://echo.example.com/?Text=hello");
//! # Ok::<(), alicloud_runtime::Error>(())
//! ```
//!
//! # Features
//!
//! | feature | default | what it adds |
//! |---|---|---|
//! | `reqwest` | yes | the built-in transport of calls that are awaited |
//! | `rustls` | yes | TLS for the built-in transports |
//! | `blocking` | no | the built-in transport of calls that block |
//! | `sm3` | no | [`Algorithm::HmacSm3`] |
//! | `serde` | no | `Serialize` and `Deserialize` on generated types |
//! | `test-util` | no | the module `testing` |
//! | `cli` | no | the module `cli`: the command line `alicloud` |

#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(all(feature = "cli", not(target_arch = "wasm32")))]
pub mod cli;
mod client;
pub mod credentials;
mod date;
mod endpoint;
mod error;
mod event;
mod future;
pub mod io;
pub mod operation;
mod paginate;
pub mod record;
mod response;
pub mod retry;
mod sign;
mod suggest;
#[cfg(all(feature = "test-util", target_arch = "wasm32"))]
compile_error!("the feature `test-util` needs threads, which wasm32 has not: run tests on the host");
#[cfg(feature = "test-util")]
pub mod testing;
pub mod transport;
mod wait;
mod wire;

pub use client::{CallOptions, Client, Config, DryRun, EventStream, Pending, SignedRequest};
pub use credentials::{Credentials, CredentialsProvider};
pub use error::{Error, ErrorBuilder, ErrorKind, Result};
pub use event::Event;
pub use future::BoxFuture;
pub use paginate::{DynamicPages, Items, Pages};
pub use response::Response;
pub use sign::Algorithm;
pub use wait::{Finished, Waiting};

#[cfg(feature = "serde")]
#[doc(hidden)]
pub use serde;
