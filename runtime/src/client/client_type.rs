use super::config::Config;
use super::core::Core;
use super::event_source::EventSource;
use super::event_stream::EventStream;
use super::pending::Pending;
use super::reply::Reply;
use crate::BoxFuture;
use crate::error::{Error, ErrorKind, Result};
use crate::operation::{Descriptor, Operation, Product, Streaming};
use crate::record::Record;
use crate::suggest::did_you_mean;
use crate::wire::{self, Unsigned};
use serde_json::Value;
use std::fmt;
use std::sync::Arc;
use tracing::Instrument;

/// Calls the operations of one product in one region.
///
/// Cheap to clone; clones share connections. Make one and keep it.
#[derive(Clone)]
pub struct Client {
    core: Arc<Core>,
}

impl Client {
    /// A client for `product`.
    ///
    /// # Errors
    /// [`ErrorKind::Endpoint`] for a region without a known endpoint or a malformed endpoint,
    /// [`ErrorKind::Configuration`] for a configuration that cannot work. Nothing is sent.
    pub fn new(product: &'static Product, config: Config) -> Result<Self> {
        Ok(Self { core: Arc::new(Core::new(product, config)?) })
    }

    /// Calls an operation with its request type. The request is read before this returns.
    ///
    /// # Errors
    /// The future's: see [`ErrorKind`].
    pub fn send<R: Operation>(&self, request: &R) -> Pending<R::Reply> {
        let exchange = self.start(R::DESCRIPTOR, request);
        Pending::new(Some(R::DESCRIPTOR), exchange, Reply::typed::<R::Reply>)
    }

    /// Calls an operation by its wire name, with its parameters as a JSON object. `operations` is the product's table.
    ///
    /// The parameters go through the same checks and the same encoding as those of a typed call; `null` counts as
    /// unset. A reply without a body is [`Value::Null`].
    ///
    /// # Errors
    /// The future's: see [`ErrorKind`]. An unknown name is [`ErrorKind::Request`].
    pub fn call(
        &self,
        operations: &'static [&'static Descriptor],
        operation: &str,
        parameters: Value,
    ) -> Pending<Value> {
        let found = operations.iter().copied().find(|candidate| candidate.name() == operation);
        let exchange = match found {
            Some(found) => self.run(found, wire::from_json(found, &parameters)),
            None => {
                let names = operations.iter().map(|candidate| candidate.name());
                let message = format!(
                    "{} has no operation `{}` here{}",
                    self.core.product.code(),
                    operation.escape_debug(),
                    did_you_mean(operation, names)
                );
                Box::pin(std::future::ready(Err(Error::local(ErrorKind::Request, message))))
            }
        };
        Pending::new(found, exchange, Reply::untyped)
    }

    /// Calls an operation whose answer is a stream of events. The request is read before this returns, and sent when
    /// the first event is asked for.
    ///
    /// ```
    /// # use alicloud_runtime::operation::Streaming;
    /// # async fn show<R: Streaming>(client: alicloud_runtime::Client, request: R) -> alicloud_runtime::Result<()> {
    /// let mut events = client.stream(&request);
    /// while let Some(event) = events.next().await {
    ///     println!("{}", event?.text());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn stream<R: Streaming>(&self, request: &R) -> EventStream<R::Reply> {
        EventStream::new(R::DESCRIPTOR, self.core.strict, self.open(R::DESCRIPTOR, request))
    }

    /// Not generic, so that it is compiled once.
    fn open(&self, operation: &'static Descriptor, request: &dyn Record) -> EventSource {
        EventSource::new(
            Arc::clone(&self.core),
            operation,
            wire::from_record(operation, request),
            self.span(operation),
        )
    }

    /// Not generic, so that it is compiled once.
    fn start(
        &self,
        operation: &'static Descriptor,
        request: &dyn Record,
    ) -> BoxFuture<'static, Result<Reply>> {
        self.run(operation, wire::from_record(operation, request))
    }

    fn run(
        &self,
        operation: &'static Descriptor,
        unsigned: Result<Unsigned>,
    ) -> BoxFuture<'static, Result<Reply>> {
        let core = Arc::clone(&self.core);
        let span = self.span(operation);
        Box::pin(async move { core.exchange(operation, unsigned?).await }.instrument(span))
    }

    fn span(&self, operation: &'static Descriptor) -> tracing::Span {
        tracing::info_span!(
            "alicloud.call",
            product = self.core.product.code(),
            operation = operation.name(),
            region = self.core.region.as_str(),
        )
    }

    /// The product that is called.
    pub fn product(&self) -> &'static Product {
        self.core.product
    }

    /// The region that was configured.
    pub fn region(&self) -> &str {
        &self.core.region
    }

    /// The endpoint that is called, such as `https://tds.ap-southeast-1.aliyuncs.com`.
    pub fn endpoint(&self) -> String {
        self.core.endpoint.to_string()
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let core = &self.core;
        f.debug_struct("Client")
            .field("product", &core.product.code())
            .field("version", &core.product.version())
            .field("region", &core.region)
            .field("endpoint", &self.endpoint())
            .field("credentials", &core.credentials)
            .field("transport", &core.transport)
            .field("timeouts", &core.timeouts)
            .field("strict", &core.strict)
            .finish_non_exhaustive()
    }
}
