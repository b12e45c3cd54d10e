//! Help for tests: a service that answers as a test says, recordings of a real one, and values to be answered.
//!
//! # Testing code that makes calls
//!
//! A [`Script`] is the service. Rules say what it answers to which calls, with the same types as the client; nothing
//! leaves the process, and nothing waits, not even for a retry.
//!
//! ```
//! # use alicloud_runtime::operation::{Descriptor, Effect, Kind, Method, Operation, Parameter, Product, Protocol};
//! # static ECHO: Product = Product::new("Echo", "2020-01-01", Protocol::Https, &[]);
//! # #[derive(Default)]
//! # struct GetQuota { region: Option<String> }
//! # alicloud_runtime::record! { GetQuota { region: String = 0: "Region" } }
//! # #[derive(Default)]
//! # struct Quota { used: Option<i64> }
//! # alicloud_runtime::record! { Quota { used: Long = 0: "Used" } }
//! # impl Operation for GetQuota {
//! #     type Reply = Quota;
//! #     const DESCRIPTOR: &'static Descriptor = &Descriptor::new(
//! #         "GetQuota", &ECHO, Method::Post, Effect::Read, &[Parameter::query("Region", Kind::String)],
//! #     );
//! # }
//! use alicloud_runtime::testing::{Any, Script, block_on};
//! use alicloud_runtime::{Client, Error};
//!
//! /// The code under test: what is used in all of these regions together.
//! async fn used(client: &Client, regions: &[&str]) -> Result<i64, Error> {
//!     let mut sum = 0;
//!     for region in regions {
//!         let mut request = GetQuota::default();
//!         request.region = Some(region.to_string());
//!         match client.send(&request).await {
//!             Ok(quota) => sum += quota.used.unwrap_or(0),
//!             // A region where nothing was bought.
//!             Err(error) if error.is("NotActivated") => {}
//!             Err(error) => return Err(error),
//!         }
//!     }
//!     Ok(sum)
//! }
//!
//! /// The same for one region, without an async runtime.
//! fn used_blocking(client: &Client) -> Result<i64, Error> {
//!     Ok(client.send(&GetQuota::default()).blocking()?.used.unwrap_or(0))
//! }
//!
//! # fn main() -> Result<(), Error> {
//! let script = Script::new();
//! let client = Client::new(&ECHO, script.config())?;
//! let quota = |used| Quota { used: Some(used) };
//!
//! // A request takes the calls that have the same values for the fields that it sets. Rules are tried in order.
//! let shanghai = GetQuota { region: Some("cn-shanghai".to_owned()) };
//! let busy = script.on::<GetQuota>(shanghai).error(503, "ServiceUnavailable", "try again").reply(quota(3));
//! let beijing = GetQuota { region: Some("cn-beijing".to_owned()) };
//! script.on::<GetQuota>(beijing).error(400, "NotActivated", "the product was not bought");
//! script.on::<GetQuota>(Any).reply(quota(4));
//!
//! assert_eq!(block_on(used(&client, &["cn-shanghai", "cn-beijing", "cn-hangzhou"]))?, 7);
//! assert_eq!(used_blocking(&client)?, 4);
//!
//! // What was sent: the busy region was asked twice.
//! assert_eq!(busy.calls(), 2);
//! assert_eq!(busy.requests()[1].parameter("Region").as_deref(), Some("cn-shanghai"));
//! script.assert_done();
//!
//! // An error that the code cannot cope with.
//! let script = Script::new();
//! script.on::<GetQuota>(Any).error(403, "NoPermission", "ask for it");
//! let client = Client::new(&ECHO, script.config())?;
//! assert!(block_on(used(&client, &["cn-shanghai"])).unwrap_err().is("NoPermission"));
//! # Ok(())
//! # }
//! ```
//!
//! The typed client of a product is made in the same way, from [`Script::config`].
//!
//! # What else there is
//!
//! | for | there is |
//! |---|---|
//! | answers of a real service, recorded once, without its secrets | [`Recorder`], [`Replay`] |
//! | replies that hold whatever the service may send | [`synthesize`] |
//! | code that takes a response, an event or an error | [`response()`], [`event`], [`Error::builder`](crate::Error::builder) |
//! | answers byte by byte, whatever was called | [`Scripted`] |
//! | time that passes without waiting | [`Paused`] |
//! | futures without an async runtime | [`block_on`] |
//! | generated code: samples, calls by name | [`check_sample`], [`check_reply`], [`check_call`] |

mod answer;
mod arrival;
mod block_on;
mod cassette;
mod check_call;
mod chunks;
mod config;
mod encode_reply;
mod json;
mod late;
mod matcher;
mod owner;
mod paused;
mod places;
mod plan;
mod recorded;
mod responses;
mod restore;
mod rule;
mod sample;
mod script;
mod script_state;
mod scripted;
mod synthesize;
mod typed;
mod wire_form;

pub use block_on::block_on;
pub use cassette::{Recorder, Replay};
pub use check_call::check_call;
pub use config::config;
pub use matcher::{Any, Matcher, Matching, matching};
pub use paused::Paused;
pub use recorded::Recorded;
pub use responses::{ResponseBuilder, event, response};
pub use restore::restore;
pub use rule::Rule;
pub use sample::{check_reply, check_sample};
pub use script::Script;
pub use scripted::Scripted;
pub use synthesize::{synthesize, synthesize_request};
