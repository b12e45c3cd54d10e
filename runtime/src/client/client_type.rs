use super::config::Config;
use super::core::Core;
use super::dry_run::DryRun;
use super::event_source::EventSource;
use super::event_stream::EventStream;
use super::options::CallOptions;
use super::pending::Pending;
use super::reply::{typed, untyped};
use super::running::Running;
use super::start::Start;
use crate::error::{Error, ErrorKind, Result};
use crate::io::Io;
use crate::operation::{Descriptor, LongRunning, Operation, Paged, PagedItems, Product, Streaming};
use crate::paginate::{DynamicPages, Items, Pages};
use crate::record::Record;
use crate::suggest::did_you_mean;
use crate::wait::Waiting;
use crate::wire;
use serde_json::Value;
use std::fmt;
use std::sync::Arc;

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
        self.send_with(request, CallOptions::new())
    }

    /// As [`Client::send`], with options for this call.
    ///
    /// # Errors
    /// As [`Client::send`].
    pub fn send_with<R: Operation>(&self, request: &R, options: CallOptions) -> Pending<R::Reply> {
        Pending::new(self.begin(R::DESCRIPTOR, request, options), typed::<R::Reply>)
    }

    /// As [`Client::send_with`], for emitted code: what it is given is dropped by code that is compiled once, so that a
    /// call costs its caller next to nothing.
    #[doc(hidden)]
    #[inline]
    pub fn send_boxed<R: Operation>(self, request: Box<R>, options: CallOptions) -> Pending<R::Reply> {
        Pending::new(self.begin_boxed(R::DESCRIPTOR, request, options), typed::<R::Reply>)
    }

    /// Completes and signs the request of a call, and does not send it.
    ///
    /// # Errors
    /// The future's: those of the request, the credentials and the endpoint.
    pub fn dry_run<R: Operation>(&self, request: &R, options: CallOptions) -> DryRun {
        DryRun::new(R::DESCRIPTOR, self.start(R::DESCRIPTOR, request, options))
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
        match self.find(operations, operation) {
            Ok(found) => self.call_with(found, &parameters, CallOptions::new()),
            Err(error) => Pending::new(Running::new(None, Err(error)), untyped),
        }
    }

    /// As [`Client::call`], with the operation's descriptor and options for this call.
    ///
    /// # Errors
    /// As [`Client::call`].
    pub fn call_with(
        &self,
        operation: &'static Descriptor,
        parameters: &Value,
        options: CallOptions,
    ) -> Pending<Value> {
        let unsigned = wire::from_json(operation, parameters);
        let start = Start::new(&self.core, operation, unsigned, options);
        Pending::new(Running::new(Some(operation), start), untyped)
    }

    /// As [`Client::dry_run`], with the parameters as a JSON object.
    ///
    /// # Errors
    /// As [`Client::dry_run`].
    pub fn dry_run_with(
        &self,
        operation: &'static Descriptor,
        parameters: &Value,
        options: CallOptions,
    ) -> DryRun {
        let unsigned = wire::from_json(operation, parameters);
        DryRun::new(operation, Start::new(&self.core, operation, unsigned, options))
    }

    /// An operation of a table, by its wire name.
    ///
    /// # Errors
    /// [`ErrorKind::Request`]: there is none of this name.
    fn find(
        &self,
        operations: &'static [&'static Descriptor],
        operation: &str,
    ) -> Result<&'static Descriptor> {
        operations.iter().copied().find(|candidate| candidate.name() == operation).ok_or_else(|| {
            let names = operations.iter().map(|candidate| candidate.name());
            let message = format!(
                "{} has no operation `{}` here{}",
                self.core.product.code(),
                operation.escape_debug(),
                did_you_mean(operation, names)
            );
            Error::local(ErrorKind::Request, message)
        })
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
        self.stream_with(request, CallOptions::new())
    }

    /// As [`Client::stream`], with options for this call. A timeout limits the time until the stream begins.
    pub fn stream_with<R: Streaming>(&self, request: &R, options: CallOptions) -> EventStream<R::Reply> {
        let source = EventSource::new(self.core.body_limit, self.start(R::DESCRIPTOR, request, options));
        EventStream::new(R::DESCRIPTOR, self.core.strict, source)
    }

    /// Calls an operation page by page, beginning with the page that the request asks for.
    ///
    /// ```
    /// # use alicloud_runtime::operation::Paged;
    /// # async fn show<R: Paged>(client: alicloud_runtime::Client, request: R) -> alicloud_runtime::Result<()> {
    /// # use alicloud_runtime::CallOptions;
    /// let mut pages = client.pages(request, CallOptions::new());
    /// while let Some(page) = pages.next().await {
    ///     println!("{}", page?.request_id());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn pages<R: Paged>(&self, request: R, options: CallOptions) -> Pages<R> {
        Pages::new(self.clone(), request, options)
    }

    /// As [`Client::pages`], by the operation's descriptor and with its parameters as a JSON object.
    pub fn pages_with(
        &self,
        operation: &'static Descriptor,
        parameters: Value,
        options: CallOptions,
    ) -> DynamicPages {
        DynamicPages::new(self.clone(), operation, parameters, options)
    }

    /// The items of all pages.
    pub fn items<R: PagedItems>(&self, request: R, options: CallOptions) -> Items<R> {
        Items::new(self.pages(request, options))
    }

    /// Calls an operation that only starts something, and asks until it has ended.
    pub fn wait_until_done<R: LongRunning>(&self, request: R, options: CallOptions) -> Waiting<R> {
        Waiting::new(self.clone(), request, options)
    }

    pub(crate) fn awaited_io(&self) -> Result<Io> {
        self.core.outside.awaited().cloned()
    }

    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn blocking_io(&self) -> Result<Io> {
        self.core.outside.blocking().cloned()
    }

    /// Not generic, so that it is compiled once.
    fn start(
        &self,
        operation: &'static Descriptor,
        request: &dyn Record,
        options: CallOptions,
    ) -> Result<Box<Start>> {
        Start::new(&self.core, operation, wire::from_record(operation, request), options)
    }

    fn begin(&self, operation: &'static Descriptor, request: &dyn Record, options: CallOptions) -> Running {
        Running::new(Some(operation), self.start(operation, request, options))
    }

    fn begin_boxed(
        self,
        operation: &'static Descriptor,
        request: Box<dyn Record>,
        options: CallOptions,
    ) -> Running {
        self.begin(operation, &*request, options)
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
            .field("outside", &core.outside)
            .field("retry", &core.retry)
            .field("timeouts", &core.timeouts)
            .field("strict", &core.strict)
            .finish_non_exhaustive()
    }
}
