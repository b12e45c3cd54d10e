use alicloud_runtime::Client;
use alicloud_runtime::operation::Operation;
use alicloud_runtime::testing::{Recorded, Scripted};
use alicloud_sdk::{Config, Credentials, sas};
use alicloud_tests::vectors::{Vector, pinned, vector};
use alicloud_tests::verifier::{Key, RawRequest, Verified, Verifier, from_text};

/// The key that all recorded calls were made with.
pub(crate) fn credentials() -> Credentials {
    Credentials::new(pinned("access_key_id"), pinned("access_key_secret"))
}

/// A configuration with clock and nonce stopped, and a transport that has no answers.
pub(crate) fn config(region: &str, credentials: Credentials, transport: &Scripted) -> Config {
    Config::new(region, credentials)
        .transport(transport.clone())
        .clock(|| from_text(&pinned("date")).unwrap())
        .nonce(|| Ok(pinned("nonce")))
}

/// What a client in `cn-shanghai` sends.
pub(crate) fn sent<F: Future>(call: impl FnOnce(sas::Client) -> F) -> Recorded {
    sent_with("cn-shanghai", credentials(), call)
}

/// What a client sends. It gets an answer for its only call.
pub(crate) fn sent_with<F: Future>(
    region: &str,
    credentials: Credentials,
    call: impl FnOnce(sas::Client) -> F,
) -> Recorded {
    let transport = Scripted::new().json(200, r#"{"RequestId":"R"}"#);
    let client = sas::Client::new(config(region, credentials, &transport)).unwrap();
    alicloud_runtime::testing::block_on(call(client));
    let mut requests = transport.requests();
    assert_eq!((requests.len(), transport.remaining()), (1, 0), "one call is one request");
    requests.remove(0)
}

/// The bytes of a request, as an HTTP stack writes them.
pub(crate) fn bytes(request: &Recorded) -> Vec<u8> {
    let query = if request.query().is_empty() { String::new() } else { format!("?{}", request.query()) };
    let mut bytes = format!("{} {}{query} HTTP/1.1\r\n", request.method(), request.path()).into_bytes();
    for (name, value) in request.headers() {
        bytes.extend_from_slice(format!("{name}: ").as_bytes());
        bytes.extend_from_slice(value.as_bytes());
        bytes.extend_from_slice(b"\r\n");
    }
    bytes.extend_from_slice(format!("content-length: {}\r\n\r\n", request.body().len()).as_bytes());
    bytes.extend_from_slice(request.body());
    bytes
}

/// Asks the verifier, at the moment that the recorded calls were made.
pub(crate) fn verify(request: &Recorded, key: Key) -> Verified {
    let now = from_text(&pinned("date")).unwrap();
    Verifier::new([key]).at(now).verify(&bytes(request)).unwrap()
}

/// The key on the verifier's side.
pub(crate) fn key() -> Key {
    Key::new(&pinned("access_key_id"), &pinned("access_key_secret"))
}

/// A request is the recorded one, down to the signature.
#[track_caller]
pub(crate) fn assert_recorded(request: &Recorded, name: &str, key: Key) {
    let expected = vector(name);
    let verified = verify(request, key);
    assert_eq!(verified.canonical.request, expected.canonical_request(), "{name}");
    assert_eq!(verified.canonical.string_to_sign, expected.string_to_sign(), "{name}");
    assert_eq!(request.header("authorization"), Some(expected.authorization()), "{name}");
    assert_eq!(request.query(), expected.canonical_query(), "{name}: what is sent is what is signed");
    assert_eq!(request.body(), &expected.body_bytes(), "{name}");
    assert_eq!(headers(&verified.raw), recorded_headers(&expected), "{name}");
}

/// A request is the recorded one, and neither of them is signed.
#[track_caller]
pub(crate) fn assert_recorded_unsigned(request: &Recorded, name: &str) {
    let expected = vector(name);
    assert!(!expected.is_signed(), "{name}");
    let query = if request.query().is_empty() { String::new() } else { format!("?{}", request.query()) };
    let line = format!("{} {}{query} HTTP/1.1", request.method(), request.path());
    assert_eq!(line, expected.request_line(), "{name}");
    assert_eq!(request.header("authorization"), None, "{name}");
    assert_eq!(request.body(), &expected.body_bytes(), "{name}");
    let sent = RawRequest::parse(&bytes(request)).unwrap();
    assert_eq!(headers(&sent), recorded_headers(&expected), "{name}");
}

/// What a client for a product sends for one request.
pub(crate) fn request<R: Operation>(credentials: Credentials, region: &str, request: &R) -> Recorded {
    let transport = Scripted::new().json(200, "{}");
    let config = config(region, credentials, &transport);
    let client = Client::new(R::DESCRIPTOR.product(), config).unwrap();
    alicloud_runtime::testing::block_on(client.send(request)).unwrap();
    transport.last().unwrap()
}

/// Headers with their values, but for those that belong to the sender or to its HTTP stack.
pub(crate) fn headers(request: &RawRequest) -> Vec<(String, String)> {
    let own = ["authorization", "user-agent", "content-length", "accept-encoding"];
    let mut headers = request.headers.clone();
    headers.retain(|(name, _)| !own.contains(&name.as_str()));
    headers.sort();
    headers
}

fn recorded_headers(vector: &Vector) -> Vec<(String, String)> {
    headers(&RawRequest::parse(&vector.bytes()).unwrap())
}
