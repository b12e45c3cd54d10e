//! The same over real sockets and the built-in transport.

use crate::fake::Fake;
use crate::outside::{Clock, NOW, answer};
use crate::server::{Act, Server};
use alicloud_runtime::credentials::{CliProfile, EcsProvider, OidcProvider, RamRoleProvider, UriProvider};
use alicloud_runtime::io::{Io, Scheduler, TokioScheduler};
use alicloud_runtime::transport::{Body, ReqwestTransport, Timeouts, Transport, TransportError};
use alicloud_runtime::{BoxFuture, Credentials, CredentialsProvider, Error};
use bytes::Bytes;
use http::{Request, Response};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

fn run<F: Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

/// Real time, but for the pauses before a second request, which are short here.
#[derive(Debug)]
struct Brisk;

impl Scheduler for Brisk {
    fn elapsed(&self) -> Duration {
        TokioScheduler.elapsed()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        let is_pause = duration > Duration::from_millis(40) && duration < Duration::from_secs(1);
        TokioScheduler.sleep(if is_pause { duration / 20 } else { duration })
    }

    fn spawn(&self, task: BoxFuture<'static, ()>) {
        TokioScheduler.spawn(task);
    }
}

fn io(transport: impl Transport + 'static) -> Io {
    let clock = Clock::new();
    Io::new(transport, Brisk, move || clock.now())
}

/// With limits that a test can wait for.
fn brief() -> ReqwestTransport {
    let mut timeouts = Timeouts::default();
    timeouts.read = Some(Duration::from_millis(40));
    ReqwestTransport::new(timeouts).unwrap()
}

fn plain() -> ReqwestTransport {
    ReqwestTransport::new(Timeouts::default()).unwrap()
}

fn ask(
    transport: impl Transport + 'static,
    provider: &dyn CredentialsProvider,
) -> Result<Credentials, Error> {
    run(async { provider.credentials(&io(transport)).await })
}

fn sts() -> String {
    format!(r#"{{"RequestId":"R","Credentials":{}}}"#, answer(1, 3600))
}

/// Sends every request to one address, whatever host it is for.
#[derive(Debug)]
struct Redirected(ReqwestTransport, SocketAddr);

impl Transport for Redirected {
    fn send(
        &self,
        request: Request<Bytes>,
        timeouts: Timeouts,
    ) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        let (mut parts, body) = request.into_parts();
        parts.uri = format!("http://{}{}", self.1, parts.uri.path()).parse().unwrap();
        self.0.send(Request::from_parts(parts, body), timeouts)
    }
}

#[test]
fn the_metadata_service_is_asked() {
    let keys = Act::Answer(200, answer(1, 3600));
    let server =
        Server::new(vec![Act::Answer(200, "t0ken".into()), Act::Answer(200, "auditor".into()), keys]);
    let credentials = ask(plain(), &EcsProvider::new().endpoint(server.url())).unwrap();
    assert_eq!(credentials.access_key_id(), "id1");
    let roles = "/latest/meta-data/ram/security-credentials/";
    let lines = ["PUT /latest/api/token".to_owned(), format!("GET {roles}"), format!("GET {roles}auditor")];
    assert_eq!(server.lines(), lines.map(|line| line + " HTTP/1.1"));
    assert!(server.received()[2].to_lowercase().contains("x-aliyun-ecs-metadata-token: t0ken"));
}

#[test]
fn an_address_is_asked() {
    let server = Server::answering(answer(1, 3600));
    let credentials = ask(plain(), &UriProvider::new(format!("{}/keys?a=b", server.url()))).unwrap();
    assert_eq!(credentials.access_key_id(), "id1");
    assert_eq!(server.lines(), ["GET /keys?a=b HTTP/1.1"]);
}

#[test]
fn roles_are_asked_for() {
    let server = Server::answering(sts());
    let role = RamRoleProvider::new(Credentials::new("id", "s"), "role").sts_endpoint(server.url());
    assert_eq!(ask(plain(), &role).unwrap().access_key_id(), "id1");
    let received = server.received().remove(0);
    assert!(
        received.starts_with("POST / HTTP/1.1\r\n") && received.contains("x-acs-action: AssumeRole\r\n"),
        "{received}"
    );
    assert!(received.contains("&RoleArn=role&RoleSessionName=credentials-rust-"), "{received}");

    let server = Server::answering(sts());
    let files = Fake::default().file("/token", "t");
    let role = OidcProvider::new("role", "idp", "/token").environment(files).sts_endpoint(server.url());
    assert_eq!(ask(plain(), &role).unwrap().access_key_id(), "id1");
    let received = server.received().remove(0);
    assert!(
        received.starts_with("POST /?Format=json HTTP/1.1\r\n") && received.contains("&OIDCToken=t&"),
        "{received}"
    );
}

#[test]
fn logins_are_exchanged() {
    let server = Server::answering(format!(r#"{{"CloudCredential":{}}}"#, answer(1, 3600)));
    let members = format!(
        r#""mode":"CloudSSO","cloud_sso_sign_in_url":"{}/login","cloud_sso_account_id":"1","cloud_sso_access_config":"c","access_token":"t","cloud_sso_access_token_expire":{}"#,
        server.url(),
        NOW + 100
    );
    assert!(ask(plain(), &CliProfile::with(Fake::default().profile(&members))).is_ok());
    assert_eq!(server.lines(), ["POST /cloud-credentials HTTP/1.1"]);

    let tokens = r#"{"access_token":"a","refresh_token":"r"}"#;
    let server = Server::new(vec![Act::Answer(200, tokens.into()), Act::Answer(200, answer(1, 3600))]);
    let files = Fake::default().profile(r#""mode":"OAuth","oauth_refresh_token":"r0""#);
    assert!(ask(Redirected(plain(), server.address), &CliProfile::with(files)).is_ok());
    assert_eq!(server.lines(), ["POST /v1/token HTTP/1.1", "POST /v1/exchange HTTP/1.1"]);
    assert!(server.received()[1].contains("uthorization: Bearer a\r\n"));
}

#[test]
fn a_server_that_is_silent_is_given_up() {
    check_that_it_is_given_up(&Act::Silence);
}

#[test]
fn a_server_that_sends_half_of_an_answer_is_given_up() {
    check_that_it_is_given_up(&Act::Half);
}

fn check_that_it_is_given_up(act: &Act) {
    let limit = Duration::from_millis(40);
    let started = Instant::now();
    let server = Server::new(vec![act.clone(); 3]);
    let provider = EcsProvider::new().endpoint(server.url()).timeout(limit).role_name("r");
    let error = ask(plain(), &provider).unwrap_err();
    assert!(error.message().contains("the metadata service did not answer in time"), "{error}");

    let server = Server::new(vec![act.clone(); 2]);
    let error = ask(brief(), &UriProvider::new(server.url())).unwrap_err();
    assert!(error.message().contains("the credentials URI did not answer in time"), "{error}");

    let server = Server::new(vec![act.clone(); 3]);
    let role = RamRoleProvider::new(Credentials::new("id", "s"), "role").sts_endpoint(server.url());
    let error = ask(brief(), &role).unwrap_err();
    assert!(error.message().starts_with("Sts AssumeRole failed: "), "{error}");
    assert!(error.message().contains("did not answer in time"), "{error}");
    assert!(started.elapsed() < Duration::from_secs(5), "{:?}", started.elapsed());
}

#[test]
fn a_server_that_is_slow_is_waited_for_and_one_without_end_is_not() {
    let late = Act::Late(Duration::from_millis(20), answer(1, 3600));
    let server = Server::new(vec![late]);
    assert!(ask(plain(), &UriProvider::new(server.url())).is_ok());

    let server = Server::new(vec![Act::Drip; 3]);
    let provider =
        EcsProvider::new().endpoint(server.url()).timeout(Duration::from_millis(40)).role_name("r");
    let error = ask(plain(), &provider).unwrap_err();
    assert!(error.message().contains("the metadata service did not answer in time"), "{error}");
}

#[test]
fn a_server_that_hangs_up_is_asked_once_more() {
    let server = Server::new(vec![Act::HangUp, Act::Answer(200, answer(1, 3600))]);
    assert!(ask(plain(), &UriProvider::new(server.url())).is_ok());
}

#[test]
fn a_request_outlives_the_call_that_it_was_made_for() {
    let server = Server::new(vec![Act::Late(Duration::from_millis(30), answer(1, 3600))]);
    let provider = UriProvider::new(server.url());
    let credentials = run(async {
        let io = io(plain());
        let limit = Duration::from_millis(10);
        assert!(tokio::time::timeout(limit, provider.credentials(&io)).await.is_err());
        provider.credentials(&io).await
    });
    assert_eq!(credentials.unwrap().access_key_id(), "id1");
    assert_eq!(server.lines().len(), 1);
}

#[test]
fn a_hundred_tasks_make_one_request() {
    let server = Server::answering(answer(1, 3600));
    let provider = Arc::new(UriProvider::new(server.url()));
    let ids = run(async {
        let io = io(plain());
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..100 {
            let (provider, io) = (Arc::clone(&provider), io.clone());
            tasks.spawn(async move { provider.credentials(&io).await.unwrap().access_key_id().to_owned() });
        }
        tasks.join_all().await
    });
    assert_eq!(ids.len(), 100);
    assert!(ids.iter().all(|id| id == "id1"));
    assert_eq!(server.lines().len(), 1);
}

#[test]
fn the_renewal_on_the_side_takes_place() {
    let server = Server::new(vec![Act::Answer(200, answer(1, 3600)), Act::Answer(200, answer(2, 9000))]);
    let provider = UriProvider::new(server.url());
    run(async {
        let clock = Clock::new();
        let time = clock.clone();
        let io = Io::new(plain(), TokioScheduler, move || time.now());
        let id = async || provider.credentials(&io).await.unwrap().access_key_id().to_owned();
        assert_eq!(id().await, "id1");
        clock.advance(3000);
        assert_eq!(id().await, "id1", "nobody waits for it");
        let started = Instant::now();
        while id().await != "id2" {
            assert!(started.elapsed() < Duration::from_secs(5), "there was no renewal");
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    });
    assert_eq!(server.lines().len(), 2);
}
