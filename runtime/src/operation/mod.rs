//! What an operation is: a request type, a reply type and one table of facts.
//!
//! Every generated request type is an [`Operation`], so code can be written once for all of them:
//!
//! ```
//! use alicloud_runtime::operation::Operation;
//! use alicloud_runtime::{Client, Response, Result};
//! use std::time::{Duration, Instant};
//!
//! /// Makes a call and tells how long it took.
//! async fn timed<R: Operation>(client: &Client, request: &R) -> (Result<Response<R::Reply>>, Duration) {
//!     let started = Instant::now();
//!     let outcome = client.send(request).await;
//!     let took = started.elapsed();
//!     println!("{} of {}: {took:?}", R::DESCRIPTOR.name(), R::DESCRIPTOR.product().code());
//!     (outcome, took)
//! }
//! # use alicloud_runtime::operation::{Descriptor, Effect, Kind, Method, Parameter, Product, Protocol};
//! # use alicloud_runtime::testing::{block_on, config};
//! # static ECHO: Product = Product::new("Echo", "2020-01-01", Protocol::Https, &[]);
//! # #[derive(Default)]
//! # struct Say { text: Option<String> }
//! # #[derive(Default)]
//! # struct Said { text: Option<String> }
//! # alicloud_runtime::record! { Say { text: String = 0: "Text" } }
//! # alicloud_runtime::record! { Said { text: String = 0: "Text" } }
//! # impl Operation for Say {
//! #     type Reply = Said;
//! #     const DESCRIPTOR: &'static Descriptor =
//! #         &Descriptor::new("Say", &ECHO, Method::Post, Effect::Read, &[Parameter::query("Text", Kind::String)]);
//! # }
//! # let client = Client::new(&ECHO, config(r#"{"Text":"hello"}"#))?;
//!
//! let (reply, took) = block_on(timed(&client, &Say { text: Some("hello".to_owned()) }));
//! assert_eq!(reply?.text.as_deref(), Some("hello"));
//! assert!(took < Duration::from_secs(5));
//! # Ok::<(), alicloud_runtime::Error>(())
//! ```

mod body;
mod descriptor;
mod method;
mod operation_trait;
mod pagination;
mod parameter;
mod poll;
mod product;
mod security;

pub use body::Body;
pub use descriptor::{Descriptor, Effect};
pub use method::Method;
pub use operation_trait::{LongRunning, Operation, Paged, PagedItems, Streaming};
pub use pagination::{PageBy, Pagination};
pub use parameter::{Kind, Parameter, Position, Style};
pub use poll::Poll;
pub use product::{Product, Protocol};
pub use security::Security;
