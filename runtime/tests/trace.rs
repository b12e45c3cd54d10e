//! What a call tells `tracing`: the names of docs/tracing.md, and no value of the caller.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use alicloud_runtime::operation::Streaming;
use alicloud_runtime::testing::{Scripted, block_on};
use alicloud_runtime::transport::TransportError;
use alicloud_runtime::{CallOptions, Config};
use bytes::Bytes;
use std::collections::BTreeMap;
use std::fmt::{Debug, Write};
use std::sync::{Arc, Mutex};
use support::operations::{GetModuleTrialAuthInfo, client, credentials, pinned, pinned_with, trial};
use tracing_subscriber::Registry;
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};
use tracing_subscriber::registry::LookupSpan;

impl Streaming for GetModuleTrialAuthInfo {}

/// Keeps every span, in the order of their beginnings.
#[derive(Clone, Default)]
struct Kept {
    spans: Arc<Mutex<Vec<Span>>>,
    events: Arc<Mutex<Vec<String>>>,
}

#[derive(Clone, Debug, Default)]
struct Span {
    id: u64,
    parent: Option<String>,
    name: String,
    fields: BTreeMap<String, String>,
    times_entered: usize,
    is_closed: bool,
}

impl Span {
    /// Records fields, as lines.
    fn lines(&self) -> Vec<String> {
        self.fields.iter().map(|(name, value)| format!("{name}={value}")).collect()
    }
}

struct Visit<'a>(&'a mut BTreeMap<String, String>);

impl tracing::field::Visit for Visit<'_> {
    fn record_str(&mut self, field: &tracing::field::Field, value: &str) {
        self.0.insert(field.name().to_owned(), value.to_owned());
    }

    fn record_debug(&mut self, field: &tracing::field::Field, value: &dyn Debug) {
        self.0.insert(field.name().to_owned(), format!("{value:?}"));
    }
}

impl<S: tracing::Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Kept {
    fn on_new_span(
        &self,
        attributes: &tracing::span::Attributes<'_>,
        id: &tracing::Id,
        context: Context<'_, S>,
    ) {
        let mut fields = BTreeMap::new();
        attributes.record(&mut Visit(&mut fields));
        let name = attributes.metadata().name().to_owned();
        let parent = context.span(id).and_then(|span| Some(span.parent()?.name().to_owned()));
        let span = Span { id: id.into_u64(), parent, name, fields, ..Span::default() };
        self.spans.lock().unwrap().push(span);
    }

    fn on_record(&self, id: &tracing::Id, values: &tracing::span::Record<'_>, _: Context<'_, S>) {
        self.change(id, |span| values.record(&mut Visit(&mut span.fields)));
    }

    fn on_enter(&self, id: &tracing::Id, _: Context<'_, S>) {
        self.change(id, |span| span.times_entered += 1);
    }

    fn on_close(&self, id: tracing::Id, _: Context<'_, S>) {
        self.change(&id, |span| span.is_closed = true);
    }

    fn on_event(&self, event: &tracing::Event<'_>, _: Context<'_, S>) {
        let mut fields = BTreeMap::new();
        event.record(&mut Visit(&mut fields));
        self.events.lock().unwrap().push(format!("{fields:?}"));
    }
}

impl Kept {
    fn change(&self, id: &tracing::Id, change: impl FnOnce(&mut Span)) {
        let mut spans = self.spans.lock().unwrap();
        // The registry gives ids out again; the latest one is meant.
        if let Some(span) = spans.iter_mut().rev().find(|span| span.id == id.into_u64()) {
            change(span);
        }
    }
}

/// The spans of what is done, and everything that was traced as one text.
fn traced<T>(work: impl FnOnce() -> T) -> (T, Vec<Span>, String) {
    let kept = Kept::default();
    let subscriber = Registry::default().with(kept.clone());
    let done = tracing::subscriber::with_default(subscriber, work);
    let spans = kept.spans.lock().unwrap().clone();
    let mut text = String::new();
    write!(text, "{spans:?} {:?}", kept.events.lock().unwrap()).unwrap();
    (done, spans, text)
}

fn busy() -> http::Response<Bytes> {
    let body = r#"{"Code":"Throttling.User","Message":"m","RequestId":"R-1"}"#;
    let builder = http::Response::builder().status(429).header("x-acs-request-id", "R-1");
    builder.body(Bytes::from_static(body.as_bytes())).unwrap()
}

fn good() -> http::Response<Bytes> {
    let builder = http::Response::builder().status(200).header("x-acs-request-id", "R-2");
    builder.body(Bytes::from_static(b"{}")).unwrap()
}

#[test]
fn a_call_of_two_attempts() {
    let transport = Scripted::new().reply(busy()).reply(good());
    let (reply, spans, _) = traced(|| block_on(client(pinned(&transport)).send(&trial())));
    assert_eq!(reply.unwrap().attempts(), 2);
    let names: Vec<_> = spans.iter().map(|span| (span.name.as_str(), span.parent.as_deref())).collect();
    let attempt = ("alicloud.attempt", Some("alicloud.call"));
    assert_eq!(names, [("alicloud.call", None), attempt, attempt]);
    assert_eq!(
        spans[0].lines(),
        [
            "alibaba_cloud.request_id=R-2",
            "cloud.region=cn-shanghai",
            "http.response.status_code=200",
            "otel.kind=client",
            "otel.name=Sas.GetModuleTrialAuthInfo",
            "rpc.method=GetModuleTrialAuthInfo",
            "rpc.service=Sas",
            "rpc.system=alibaba_cloud",
            "server.address=tds.cn-shanghai.aliyuncs.com",
        ]
    );
    assert_eq!(
        spans[1].lines(),
        [
            "alibaba_cloud.request_id=R-1",
            "error.type=Throttling.User",
            "http.request.method=POST",
            "http.request.resend_count=0",
            "http.response.status_code=429",
            "otel.kind=client",
            "server.address=tds.cn-shanghai.aliyuncs.com",
        ]
    );
    assert_eq!(
        spans[2].lines(),
        [
            "alibaba_cloud.request_id=R-2",
            "http.request.method=POST",
            "http.request.resend_count=1",
            "http.response.status_code=200",
            "otel.kind=client",
            "server.address=tds.cn-shanghai.aliyuncs.com",
        ]
    );
    assert!(spans.iter().all(|span| span.times_entered > 0 && span.is_closed), "{spans:?}");
}

#[test]
fn a_call_that_fails_says_why() {
    let transport = Scripted::new().error(TransportError::connect("refused")).reply(busy()).json(404, "{}");
    let (error, spans, _) = traced(|| block_on(client(pinned(&transport)).send(&trial())).unwrap_err());
    assert_eq!((error.attempts(), spans.len()), (3, 4));
    let types: Vec<_> = spans.iter().map(|span| span.fields["error.type"].as_str()).collect();
    assert_eq!(types, ["Service", "Connect", "Throttling.User", "Service"], "a code, or else a kind");
    assert_eq!(spans[0].fields["http.response.status_code"], "404");
    assert!(!spans[1].fields.contains_key("http.response.status_code"));
}

#[test]
fn calls_by_name_and_of_streams_have_the_same_spans() {
    let transport = Scripted::new().reply(good()).chunks(200, "text/event-stream", ["data: {}\n\n"]);
    let client = client(pinned(&transport));
    let ((), spans, _) = traced(|| {
        let call =
            client.call(support::operations::OPERATIONS, "GetModuleTrialAuthInfo", serde_json::json!({}));
        block_on(call).unwrap();
        block_on(client.stream(&trial()).next()).unwrap().unwrap();
    });
    let names: Vec<_> = spans.iter().map(|span| span.name.as_str()).collect();
    assert_eq!(names, ["alicloud.call", "alicloud.attempt", "alicloud.call", "alicloud.attempt"]);
    let fields = |span: &Span| span.fields.keys().cloned().collect::<Vec<_>>();
    assert_eq!(spans[0].fields["otel.name"], spans[2].fields["otel.name"]);
    assert!(fields(&spans[2]).iter().all(|name| fields(&spans[0]).contains(name)));
}

#[test]
fn region_and_endpoint_are_those_of_the_call() {
    let transport = Scripted::new().reply(good());
    let options = CallOptions::new().region("ap-southeast-1").endpoint("http://localhost:7");
    let (_, spans, _) = traced(|| block_on(client(pinned(&transport)).send_with(&trial(), options)).unwrap());
    assert_eq!(spans[0].fields["cloud.region"], "ap-southeast-1");
    assert_eq!(spans[1].fields["server.address"], "localhost:7");
}

/// Every place of a request and of an answer holds a mark.
#[test]
fn no_value_is_traced() {
    const MARK: &str = "s3cret";
    let answer = |status| {
        let body = format!(r#"{{"RequestId":"R","Count":"{MARK}","Message":"{MARK}","{MARK}":1}}"#);
        let builder = http::Response::builder().status(status).header("x-mark", MARK);
        builder.body(Bytes::from(body)).unwrap()
    };
    let transport = Scripted::new().reply(answer(500)).reply(answer(200)).reply(answer(404));
    let temporary = credentials().with_security_token(MARK);
    let config: Config = pinned_with(temporary, &transport).user_agent(MARK);
    let request = GetModuleTrialAuthInfo { module_code: Some(MARK.to_owned()), lang: Some(MARK.to_owned()) };
    let options = || CallOptions::new().header("x-acs-mark", MARK).query("Mark", MARK);
    let (error, spans, text) = traced(|| {
        let client = client(config);
        block_on(client.send_with(&request, options())).unwrap();
        block_on(client.send_with(&request, options())).unwrap_err()
    });
    assert!(error.message().contains(MARK), "the caller does see it: {error}");
    assert_eq!(spans.len(), 5);
    for secret in [MARK, "TestAccessKeySecret", "LTAI5tTestAccessKeyId01", "Signature="] {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
}
