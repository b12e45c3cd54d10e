//! Clients written by hand for this one operation: on reqwest, on ureq and on hyper.

use std::net::SocketAddr;
use std::time::Duration;

use bytes::Bytes;
use http::HeaderValue;
use http_body_util::{BodyExt, Empty};
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

use super::sign;
use crate::decode::for_serde::Reply;
use crate::error::{Error, Result};

/// The limits that our client has unless it is told others.
const CONNECT: Duration = Duration::from_secs(5);
const READ: Duration = Duration::from_secs(10);
const TOTAL: Duration = Duration::from_secs(30);

/// A client of reqwest with the limits of ours, and its `user-agent`.
pub(super) fn reqwest_client(agent: &HeaderValue) -> Result<reqwest::Client> {
    let builder = reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none());
    let builder = builder.user_agent(agent.clone());
    builder.connect_timeout(CONNECT).read_timeout(READ).timeout(TOTAL).build().map_err(failed)
}

/// A signed call on reqwest with a typed reply.
pub(super) async fn on_reqwest(client: &reqwest::Client, host: &str) -> Result<Reply> {
    let signed = sign::request_now(host)?;
    let mut request = client.post(format!("http://{host}/?{}", signed.query));
    for (name, value) in signed.headers {
        request = request.header(name, value);
    }
    let answer = request.header("content-length", "0").send().await.map_err(failed)?;
    let answer = answer.error_for_status().map_err(failed)?;
    decoded(&answer.bytes().await.map_err(failed)?)
}

/// An agent of ureq with the limits of ours, and its `user-agent`.
pub(super) fn ureq_agent(agent: &HeaderValue) -> Result<ureq::Agent> {
    let agent = agent.to_str().map_err(failed)?;
    let builder = ureq::Agent::config_builder().proxy(None).max_redirects(0).user_agent(agent);
    let builder = builder.timeout_resolve(Some(CONNECT)).timeout_connect(Some(CONNECT));
    let builder = builder.timeout_per_read(Some(READ)).timeout_per_write(Some(READ));
    Ok(builder.timeout_global(Some(TOTAL)).build().into())
}

/// A signed call on ureq with a typed reply.
pub(super) fn on_ureq(agent: &ureq::Agent, host: &str) -> Result<Reply> {
    let signed = sign::request_now(host)?;
    let mut request = agent.post(format!("http://{host}/?{}", signed.query));
    for (name, value) in signed.headers {
        request = request.header(name, value);
    }
    let mut answer = request.send_empty().map_err(failed)?;
    decoded(&answer.body_mut().read_to_vec().map_err(failed)?)
}

/// One connection of hyper, without pool, limits or anything else.
pub(super) async fn hyper_connection(address: SocketAddr) -> Result<SendRequest<Empty<Bytes>>> {
    let stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let (sender, connection) = handshake(TokioIo::new(stream)).await.map_err(failed)?;
    // What ends it is told to whoever waits for an answer.
    tokio::spawn(async move { drop(connection.await) });
    Ok(sender)
}

/// A call on hyper that is neither signed nor typed.
pub(super) async fn raw(sender: &mut SendRequest<Empty<Bytes>>, host: &str, query: &str) -> Result<Bytes> {
    let request =
        http::Request::post(format!("/?{query}")).header("host", host).header("content-length", "0");
    exchange(sender, request).await
}

/// A signed call on hyper with a typed reply.
pub(super) async fn on_hyper(
    sender: &mut SendRequest<Empty<Bytes>>,
    host: &str,
    agent: &HeaderValue,
) -> Result<Reply> {
    let signed = sign::request_now(host)?;
    let request = http::Request::post(format!("/?{}", signed.query)).header("content-length", "0");
    let mut request = request.header("user-agent", agent);
    for (name, value) in signed.headers {
        request = request.header(name, value);
    }
    decoded(&exchange(sender, request).await?)
}

async fn exchange(sender: &mut SendRequest<Empty<Bytes>>, request: http::request::Builder) -> Result<Bytes> {
    let request = request.body(Empty::new()).map_err(failed)?;
    sender.ready().await.map_err(failed)?;
    let answer = sender.send_request(request).await.map_err(failed)?;
    if !answer.status().is_success() {
        return Err(failed(answer.status()));
    }
    Ok(answer.into_body().collect().await.map_err(failed)?.to_bytes())
}

/// The reply of a body. Checking all of it for UTF-8 at once is faster than each of its strings, as `from_slice` does.
fn decoded(body: &[u8]) -> Result<Reply> {
    Ok(serde_json::from_str(std::str::from_utf8(body).map_err(failed)?)?)
}

fn failed(error: impl std::fmt::Display) -> Error {
    Error::new(format!("client by hand: {error}"))
}
