use alicloud_runtime::testing::block_on;
use alicloud_runtime::transport::{
    ReqwestTransport, Settings, Timeouts, Transport, TransportError, UreqTransport,
};
use alicloud_sdk::Error;
use bytes::Bytes;
use http::{Request, Response};
use tokio::runtime::Runtime;

/// One of the built-in transports, with what drives it.
pub(crate) enum Carrier {
    Async(ReqwestTransport, Runtime),
    Blocking(UreqTransport),
}

impl Carrier {
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Async(..) => "async",
            Self::Blocking(_) => "blocking",
        }
    }

    /// The answer with its whole body.
    pub(crate) fn exchange(
        &self,
        request: Request<Bytes>,
        timeouts: Timeouts,
    ) -> Result<Response<Bytes>, TransportError> {
        match self {
            Self::Async(transport, runtime) => runtime.block_on(collect(transport, request, timeouts)),
            Self::Blocking(transport) => block_on(collect(transport, request, timeouts)),
        }
    }

    /// A request with no more than an address, under the usual limits.
    pub(crate) fn get(&self, address: &str) -> Result<Response<Bytes>, TransportError> {
        self.exchange(get(address), Timeouts::default())
    }
}

async fn collect(
    transport: &dyn Transport,
    request: Request<Bytes>,
    timeouts: Timeouts,
) -> Result<Response<Bytes>, TransportError> {
    let (parts, body) = transport.send(request, timeouts).await?.into_parts();
    Ok(Response::from_parts(parts, body.collect(1 << 20).await?))
}

pub(crate) fn get(address: &str) -> Request<Bytes> {
    Request::builder().uri(address).body(Bytes::new()).unwrap()
}

pub(crate) fn post(address: &str, body: &'static str) -> Request<Bytes> {
    Request::builder().method("POST").uri(address).body(Bytes::from_static(body.as_bytes())).unwrap()
}

/// Both transports with these settings.
pub(crate) fn try_both(settings: &Settings) -> Result<[Carrier; 2], Error> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    Ok([
        Carrier::Async(ReqwestTransport::with_settings(settings)?, runtime),
        Carrier::Blocking(UreqTransport::with_settings(settings)?),
    ])
}

pub(crate) fn both_with(settings: &Settings) -> [Carrier; 2] {
    try_both(settings).unwrap()
}

pub(crate) fn both() -> [Carrier; 2] {
    both_with(&Settings::default())
}

/// The messages with which both transports refuse settings.
pub(crate) fn refusals(settings: &Settings) -> [Error; 2] {
    [
        ReqwestTransport::with_settings(settings).unwrap_err(),
        UreqTransport::with_settings(settings).unwrap_err(),
    ]
}
