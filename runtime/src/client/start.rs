use super::core::Core;
use super::options::CallOptions;
use crate::endpoint::Endpoint;
use crate::error::{Error, ErrorKind, Result};
use crate::operation::Descriptor;
use crate::wire::Unsigned;
use std::sync::Arc;

/// A call that can be made: everything that is the same for all of its attempts.
pub(super) struct Start {
    pub(super) core: Arc<Core>,
    pub(super) operation: &'static Descriptor,
    pub(super) unsigned: Unsigned,
    pub(super) endpoint: Endpoint,
    pub(super) options: CallOptions,
}

impl Start {
    /// # Errors
    /// The request, the options or the endpoint are not usable. Nothing was sent.
    pub(super) fn new(
        core: &Arc<Core>,
        operation: &'static Descriptor,
        unsigned: Result<Unsigned>,
        options: CallOptions,
    ) -> Result<Box<Self>> {
        check_product(core, operation)?;
        let mut unsigned = unsigned?;
        options.get().apply(&mut unsigned)?;
        let endpoint = endpoint(core, &options)?.with_labels(&unsigned.host)?;
        Ok(Box::new(Self { core: Arc::clone(core), operation, unsigned, endpoint, options }))
    }

    pub(super) fn span(&self) -> tracing::Span {
        let Self { core, operation, endpoint, options, .. } = self;
        // Names of OpenTelemetry's conventions for RPC clients, which other SDKs use too.
        tracing::info_span!(
            "alicloud.call",
            otel.name = format_args!("{}.{}", core.product.code(), operation.name()),
            otel.kind = "client",
            rpc.system = "alibaba_cloud",
            rpc.service = core.product.code(),
            rpc.method = operation.name(),
            cloud.region = options.get().region.as_deref().unwrap_or(&core.region),
            server.address = endpoint.authority.as_str(),
            http.response.status_code = tracing::field::Empty,
            alibaba_cloud.request_id = tracing::field::Empty,
            error.type = tracing::field::Empty,
        )
    }
}

fn endpoint(core: &Core, options: &CallOptions) -> Result<Endpoint> {
    let options = options.get();
    match (&options.endpoint, &options.region) {
        (None, None) => Ok(core.endpoint.clone()),
        (endpoint, region) => {
            Endpoint::resolve(core.product, region.as_deref().unwrap_or(&core.region), endpoint.as_deref())
        }
    }
}

/// Another product lives at another endpoint and has other versions.
fn check_product(core: &Core, operation: &Descriptor) -> Result<()> {
    let (own, other) = (core.product, operation.product());
    if own.code() == other.code() && own.version() == other.version() {
        return Ok(());
    }
    let message = format!(
        "the operation belongs to {} {}, but this client calls {} {}; make a client for that product",
        other.code(),
        other.version(),
        own.code(),
        own.version()
    );
    Err(Error::local(ErrorKind::Request, message))
}
