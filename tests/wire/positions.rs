//! Where the values of parameters go, beyond what was recorded.

use crate::harness::{config, credentials, key, request, verify};
use crate::operations::*;
use alicloud_runtime::Client;
use alicloud_runtime::record::Bytes;
use alicloud_runtime::testing::{Scripted, block_on};
use alicloud_sdk::{Credentials, ErrorKind};
use serde_json::json;

fn put(project: &str, rest: &str) -> PutProject {
    PutProject { project: Some(project.to_owned()), rest: Some(rest.to_owned()), ..PutProject::default() }
}

/// What is wrong with a request. Nothing is sent.
fn refused<R: alicloud_runtime::operation::Operation>(value: &R) -> String {
    let transport = Scripted::new();
    let region = if R::DESCRIPTOR.path_template().is_some() { "cn-hangzhou" } else { "cn-shanghai" };
    let config = config(region, credentials(), &transport);
    let error = block_on(Client::new(R::DESCRIPTOR.product(), config).unwrap().send(value)).err().unwrap();
    assert_eq!(error.kind(), ErrorKind::Request, "{error}");
    assert!(transport.requests().is_empty());
    error.message().to_owned()
}

#[test]
fn host_path_constants_form_and_headers() {
    let put = PutProject {
        comment: Some("a b".to_owned()),
        labels: Some(vec!["x".to_owned(), "\u{4e2d}\u{1f600}".to_owned()]),
        count: Some(-7),
        ..put("My-Project1", "/a b/c+d/?e")
    };
    let request = request(credentials(), "cn-hangzhou", &put);
    assert_eq!(
        request.uri(),
        "https://my-project1.cs.cn-hangzhou.aliyuncs.com/objects/a%20b/c%2Bd/%3Fe?flag=&type=log"
    );
    assert_eq!((request.method(), request.body()), ("PUT", &Bytes::from_static(b"comment=a+b")));
    assert_eq!(request.header("host"), Some("my-project1.cs.cn-hangzhou.aliyuncs.com"));
    assert_eq!(request.header("content-type"), Some("application/x-www-form-urlencoded"));
    assert_eq!(request.header("x-labels"), Some(r#"["x","\u4e2d\ud83d\ude00"]"#));
    assert_eq!(request.header("x-count"), Some("-7"));
    assert!(!format!("{:?}", request.headers()).contains("\"-7\""), "a parameter may be a secret");
    let verified = verify(&request, key());
    assert!(
        verified
            .canonical
            .request
            .starts_with("PUT\n/objects/a%20b/c%2Bd/%3Fe\nflag=&type=log\ncontent-type:")
    );
}

#[test]
fn the_same_call_by_name() {
    let transport = Scripted::new().json(200, "[1]").json(200, "[1]");
    let client = Client::new(&CS, config("cn-hangzhou", credentials(), &transport)).unwrap();
    static TABLE: &[&alicloud_runtime::operation::Descriptor] =
        &[<PutProject as alicloud_runtime::operation::Operation>::DESCRIPTOR];
    let values = json!({"project": "p", "rest": "a/b", "comment": "c", "x-labels": ["l"], "x-count": 1});
    let reply = block_on(client.call(TABLE, "PutProject", values)).unwrap();
    assert_eq!(*reply, json!([1]));
    let typed = PutProject {
        comment: Some("c".to_owned()),
        labels: Some(vec!["l".to_owned()]),
        count: Some(1),
        ..put("p", "a/b")
    };
    let reply = block_on(client.send(&typed)).unwrap();
    assert_eq!(reply.body, Some(json!([1])));
    let requests = transport.requests();
    assert_eq!(requests[0].uri(), requests[1].uri());
    assert_eq!((requests[0].headers(), requests[0].body()), (requests[1].headers(), requests[1].body()));
}

#[test]
fn bytes_cannot_be_called_by_name() {
    let transport = Scripted::new();
    let client = Client::new(&CS, config("cn-hangzhou", credentials(), &transport)).unwrap();
    static TABLE: &[&alicloud_runtime::operation::Descriptor] =
        &[<BinaryProbe as alicloud_runtime::operation::Operation>::DESCRIPTOR];
    let error = block_on(client.call(TABLE, "Probe", json!({"body": "aGVsbG8="}))).unwrap_err();
    assert_eq!(
        error.message(),
        "parameter `body` must be bytes, which JSON cannot carry: make the call with its request type, not a string"
    );
}

#[test]
fn a_path_without_one_of_its_parts_is_not_called() {
    let error = refused(&DescribeClusterNodePoolDetail::default());
    assert_eq!(error, "set required parameters `ClusterId`, `NodepoolId`");
    for value in ["", ".", ".."] {
        let detail = DescribeClusterNodePoolDetail {
            cluster_id: Some("c".to_owned()),
            nodepool_id: Some(value.to_owned()),
        };
        let error = refused(&detail);
        assert!(error.starts_with("parameter `NodepoolId` stands in the path and must not be "), "{error}");
    }
    assert!(refused(&put("p", "a/../b")).starts_with("parameter `rest`"));
    assert!(refused(&PutProject { rest: None, ..put("p", "x") }).contains("`rest`"));
}

#[test]
fn a_host_is_made_of_labels() {
    let long = "a".repeat(64);
    for label in ["", "-a", "a-", "a.b", "a_b", "a/b", "evil.example#", "ä", &long] {
        let error = refused(&put(label, "x"));
        assert!(error.starts_with("parameter `project` becomes part of the host name"), "{error}");
        assert!(label.is_empty() || label.len() < 3 || !error.contains(label), "{error}");
    }
    assert_eq!(refused(&PutProject { project: None, ..put("p", "x") }), "set required parameter `project`");
    for endpoint in ["http://127.0.0.1:80", "http://[::1]:8080"] {
        let given = config("x", credentials(), &Scripted::new()).endpoint(endpoint);
        let error = block_on(Client::new(&CS, given).unwrap().send(&put("p", "x"))).err().unwrap();
        assert_eq!(error.kind(), ErrorKind::Endpoint, "{error}");
    }
}

#[test]
fn what_no_header_can_carry_is_not_sent() {
    for value in ["a\nb: s3cret", "s3cret\u{0}", "\u{4e2d}"] {
        let error = refused(&HeaderProbe { header_e: Some(value.to_owned()), ..HeaderProbe::default() });
        assert_eq!(error, "parameter `x-acs-e` is a header and holds a character that no header can carry");
    }
}

#[test]
fn a_file_is_the_body_also_without_a_path() {
    let recognize = RecognizeText { url: None, body: Some(Bytes::from_static(b"\x89PNG")) };
    let sent = request(credentials(), "cn-shanghai", &recognize);
    assert_eq!((sent.path(), sent.header("content-type")), ("/", Some("application/octet-stream")));
    assert_eq!(sent.body(), &Bytes::from_static(b"\x89PNG"));
    verify(&sent, key());
    let by_url = RecognizeText { url: Some("https://a.example/b.png".to_owned()), body: None };
    let sent = request(credentials(), "cn-shanghai", &by_url);
    assert_eq!((sent.body().len(), sent.header("content-type")), (0, None));
}

#[test]
fn a_bearer_token_is_a_header_where_there_is_a_path() {
    let request = request(Credentials::bearer("t0ken"), "cn-hangzhou", &TokenProbe::default());
    assert_eq!(
        (request.uri().as_str(), request.header("authorization")),
        ("https://cs.cn-hangzhou.aliyuncs.com/x", None)
    );
    assert_eq!(request.header("x-acs-bearer-token"), Some("t0ken"));
    assert_eq!(request.header("x-acs-signature-type"), Some("BEARERTOKEN"));
    assert!(!format!("{:?}", request.headers()).contains("t0ken"));
}

#[test]
fn credentials_that_an_operation_does_not_take_say_what_to_do() {
    let transport = Scripted::new();
    let client = |credentials| Client::new(&CS, config("cn-hangzhou", credentials, &transport)).unwrap();
    let error = block_on(client(Credentials::bearer("t0ken")).send(&TextProbe::default())).err().unwrap();
    assert_eq!(error.kind(), ErrorKind::Credentials);
    assert!(error.message().contains("`Credentials::new`"), "{error}");
    let error = block_on(client(Credentials::bearer("")).send(&TokenProbe::default())).err().unwrap();
    assert_eq!((error.kind(), error.message()), (ErrorKind::Credentials, "the bearer token is empty"));
    assert!(transport.requests().is_empty());
}
