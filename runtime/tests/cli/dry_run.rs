use crate::harness::Run;
use serde_json::Value;

const PINS: [&str; 5] = ["--dry-run", "--date", "2026-01-02T03:04:05Z", "--nonce", "N-1"];

fn dry(run: &Run, arguments: &[&str]) -> Value {
    serde_json::from_str(&run.prints(&[arguments, &PINS].concat())).unwrap()
}

#[test]
fn it_prints_the_whole_request_and_sends_nothing() {
    let run = Run::new();
    let request = dry(&run, &["shop", "SaveThing", "--Text", "a b"]);
    assert_eq!(request["method"], "POST");
    assert_eq!(request["url"], "https://shop.cn-shanghai.example.com/");
    assert_eq!(request["body"], "Text=a+b");
    assert_eq!(request["headers"]["x-acs-date"], "2026-01-02T03:04:05Z");
    assert_eq!(request["headers"]["x-acs-signature-nonce"], "N-1");
    assert_eq!(request["headers"]["x-acs-credentials-provider"], "static_ak");
    let authorization = request["headers"]["authorization"].as_str().unwrap();
    assert!(authorization.starts_with("ACS3-HMAC-SHA256 Credential=test-id,"), "{authorization}");
    assert!(request["canonical_request"].as_str().unwrap().starts_with("POST\n/\n\n"));
    assert!(request["string_to_sign"].as_str().unwrap().starts_with("ACS3-HMAC-SHA256\n"));
    assert_eq!(run.transport.requests().len(), 0);
}

#[test]
fn the_members_stand_in_the_order_of_a_request() {
    let printed = Run::new().prints(&[&["shop", "GetNote"][..], &PINS].concat());
    let names: Vec<&str> = printed
        .lines()
        .filter_map(|line| line.strip_prefix("  \"")?.split_once("\":"))
        .map(|(name, _)| name)
        .collect();
    assert_eq!(names, ["method", "url", "headers", "body", "canonical_request", "string_to_sign"]);
}

#[test]
fn it_is_the_request_that_a_call_sends() {
    let call = ["shop", "SaveThing", "--Text", "ü", "--header", "x-acs-trace=1", "--query", "q=2"];
    let shown = dry(&Run::new(), &call);
    let run = Run::new().reply("{}");
    run.prints(&call);
    let sent = run.transport.last().unwrap();
    assert_eq!(shown["url"], sent.uri());
    assert_eq!(shown["body"].as_str().unwrap().as_bytes(), sent.body());
    for (name, value) in shown["headers"].as_object().unwrap() {
        // Date, nonce and with them the signature differ.
        if !["authorization", "x-acs-date", "x-acs-signature-nonce"].contains(&name.as_str()) {
            assert_eq!(value.as_str(), sent.header(name), "{name}");
        }
    }
    assert_eq!(shown["headers"].as_object().unwrap().len(), sent.headers().len());
}

#[test]
fn temporary_keys_show_their_token() {
    let run = Run::new().variable("ALIBABA_CLOUD_SECURITY_TOKEN", "token");
    let request = dry(&run, &["shop", "GetNote"]);
    assert_eq!(request["headers"]["x-acs-security-token"], "token");
    assert_eq!(request["headers"]["x-acs-credentials-provider"], "static_sts");
}

#[test]
fn what_is_not_signed_has_nothing_to_sign() {
    let run = Run::bare().variable("ALIBABA_CLOUD_REGION_ID", "cn-shanghai");
    let request = dry(&run, &["shop", "GetHours"]);
    assert_eq!(request["url"], "https://shop.cn-shanghai.example.com/hours");
    assert_eq!((&request["canonical_request"], &request["string_to_sign"]), (&Value::Null, &Value::Null));
    assert_eq!(request["headers"].get("authorization"), None);
}

#[test]
fn its_errors_are_those_of_the_call() {
    let line = Run::new().fails(2, &[&["shop", "PutThing"][..], &PINS].concat());
    assert_eq!(line, "Shop PutThing: set required parameter `Name` (a retry cannot help)");
}
