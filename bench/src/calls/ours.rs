//! The emitted client on the transports of the runtime.

use std::net::SocketAddr;
use std::time::SystemTime;

use http::HeaderValue;
use http::header::USER_AGENT;

use super::parameters::{CRITERIA, CURRENT_PAGE, KEY_ID, KEY_SECRET, LANGUAGE, PAGE_SIZE, REGION};
use crate::decode::emitted::fleet::{Client, describe_instances};
use crate::decode::emitted::{Config, Credentials, SignedRequest};
use crate::error::{Error, Result};

/// A client with the usual settings that calls this address.
///
/// # Errors
///
/// A transport cannot be set up.
pub(super) fn client(address: SocketAddr) -> Result<Client> {
    Client::new(config(address)).map_err(failed)
}

fn config(address: SocketAddr) -> Config {
    // No proxy of this machine stands between client and server.
    Config::new(REGION, Credentials::new(KEY_ID, KEY_SECRET)).endpoint(format!("http://{address}")).no_proxy()
}

macro_rules! call {
    ($client:expr) => {
        $client
            .describe_instances()
            .region_id(REGION)
            .criteria(CRITERIA)
            .lang(LANGUAGE)
            .page_size(PAGE_SIZE)
            .current_page(CURRENT_PAGE)
    };
}

/// Calls on reqwest.
///
/// # Errors
///
/// The call fails.
pub(super) async fn awaited(client: &Client) -> Result<describe_instances::Reply> {
    Ok(call!(client).send().await.map_err(failed)?.into_inner())
}

/// Calls on ureq.
///
/// # Errors
///
/// The call fails.
pub(super) fn blocking(client: &Client) -> Result<describe_instances::Reply> {
    Ok(call!(client).send().blocking().map_err(failed)?.into_inner())
}

/// The request of a given moment with a given nonce, signed and not sent.
///
/// # Errors
///
/// The request cannot be made.
pub(super) fn signed(address: SocketAddr, now: SystemTime, nonce: &str) -> Result<SignedRequest> {
    let nonce = nonce.to_owned();
    let config = config(address).clock(move || now).nonce(move || Ok(nonce.clone()));
    let client = Client::new(config).map_err(failed)?;
    call!(client).dry_run().blocking().map_err(failed)
}

/// The `user-agent` that a client sends.
///
/// # Errors
///
/// The request cannot be made.
pub(super) fn user_agent(address: SocketAddr) -> Result<HeaderValue> {
    let signed = signed(address, SystemTime::UNIX_EPOCH, "0")?;
    signed.headers().get(USER_AGENT).cloned().ok_or_else(|| Error::new("ours sends no user agent"))
}

fn failed(error: crate::decode::emitted::Error) -> Error {
    Error::new(error.to_string())
}
