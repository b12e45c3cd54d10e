use super::{Error, ErrorKind, service};
use bytes::Bytes;
use http::Response;
use std::error::Error as _;

fn answer(status: u16, headers: &[(&str, &str)], body: &str) -> Error {
    let mut response = Response::builder().status(status);
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    service(response.body(Bytes::from(body.to_owned())).unwrap())
}

#[test]
fn an_error_is_one_pointer() {
    assert_eq!(size_of::<Error>(), size_of::<usize>());
    assert_eq!(size_of::<Result<(), Error>>(), size_of::<usize>());
}

#[test]
fn an_error_says_everything_in_one_line() {
    let error = Error::builder(ErrorKind::Service)
        .product("Sas")
        .operation("GetCheckSale")
        .code("NoPermission")
        .message("caller has no\npermission")
        .status(403)
        .request_id("R-9")
        .build();
    let line = "Sas GetCheckSale: NoPermission: caller has no\\npermission (status 403, request id R-9, a retry cannot help)";
    assert_eq!(error.to_string(), line);
    assert_eq!((error.product(), error.operation()), (Some("Sas"), Some("GetCheckSale")));
    assert!(error.is("NoPermission") && !error.is("Other"));
    let local = Error::local(ErrorKind::Request, "set `A`");
    assert_eq!(local.to_string(), "set `A` (a retry cannot help)");
    assert!(!local.is(""));
}

#[test]
fn an_error_without_a_message_has_one() {
    assert_eq!(Error::builder(ErrorKind::Timeout).build().message(), "a timeout passed");
}

#[test]
fn sources_are_kept() {
    let source = std::io::Error::other("inner");
    let error = Error::builder(ErrorKind::Transport).source(source).build();
    assert_eq!(error.source().unwrap().to_string(), "inner");
    fn is_portable<T: std::error::Error + Send + Sync + 'static>(_: &T) {}
    is_portable(&error);
}

#[test]
fn both_spellings_are_read() {
    let body =
        r#"{"RequestId":"R-9","HostId":"h","Code":"Forbidden.RAM","Message":"no","Recommend":"https://x"}"#;
    let error = answer(403, &[], body);
    assert_eq!((error.code(), error.message(), error.status()), (Some("Forbidden.RAM"), "no", Some(403)));
    assert_eq!((error.request_id(), error.kind()), (Some("R-9"), ErrorKind::Service));
    assert_eq!(error.body(), body);
    let error =
        answer(400, &[], r#"{"code":"bad","message":"m","requestId":"r","accessDeniedDetail":{"a":1}}"#);
    assert_eq!((error.code(), error.message(), error.request_id()), (Some("bad"), "m", Some("r")));
    assert_eq!(answer(400, &[], r#"{"code":"bad","requestid":"r"}"#).request_id(), Some("r"));
}

#[test]
fn a_numeric_code_becomes_text() {
    assert!(answer(404, &[], r#"{"Code":404,"Message":"m","RequestId":"r"}"#).is("404"));
}

#[test]
fn a_code_without_a_message_still_counts() {
    let error = answer(400, &[], r#"{"Code":"X"}"#);
    assert_eq!((error.code(), error.message()), (Some("X"), "the service gave no message"));
}

#[test]
fn xml_is_told_by_its_first_character() {
    let body = "<?xml version='1.0' encoding='UTF-8'?><Error><RequestId>R-X</RequestId><HostId>h</HostId>\
                <Code>MissingAction</Code><Message>a &lt;b&gt; &amp;amp; c</Message></Error>";
    for content_type in ["text/xml;charset=utf-8", "text/xml; charset=utf-8", "application/json"] {
        let error = answer(400, &[("content-type", content_type)], body);
        assert_eq!((error.code(), error.request_id()), (Some("MissingAction"), Some("R-X")));
        assert_eq!(error.message(), "a <b> &amp; c");
    }
    let error = answer(400, &[], "<Error><Code>C</Code><Message><![CDATA[<raw>]]></Message></Error>");
    assert_eq!((error.code(), error.message()), (Some("C"), "<raw>"));
}

#[test]
fn any_other_body_leaves_status_request_id_and_a_snippet() {
    let error = answer(502, &[("x-acs-request-id", "R-1")], "<html>\n<b>Bad Gateway</b>\u{1b}[0m</html>");
    assert_eq!(
        error.to_string(),
        "the answer is no error in a known form: <html>\\n<b>Bad Gateway</b>\\u{1b}[0m</html> \
         (status 502, request id R-1, a retry can help)"
    );
    let error = answer(500, &[("x-acs-request-id", "R-2")], "");
    assert_eq!((error.code(), error.message()), (None, "the answer is empty"));
    assert_eq!((error.status(), error.request_id()), (Some(500), Some("R-2")));
    let error = answer(500, &[], r#"["a list"]"#);
    assert_eq!(error.message(), r#"the answer is no error in a known form: ["a list"]"#);
}

#[test]
fn a_snippet_is_short_and_on_one_line() {
    for body in
        ["中".repeat(5000), "\n".repeat(5000) + "x", "a\u{2028}\u{7}\r\n".repeat(500), "<".repeat(100_000)]
    {
        let error = answer(500, &[], &body);
        let shown = error.to_string();
        assert!(shown.chars().count() < 320, "{shown}");
        assert!(!shown.contains(['\n', '\r', '\u{7}', '\u{2028}']), "{shown}");
        assert_eq!(error.body().len(), body.len());
    }
    let mut broken = b"<html>".to_vec();
    broken.extend([0xff, 0xfe]);
    let error = service(Response::builder().status(500).body(Bytes::from(broken)).unwrap());
    assert!(error.message().ends_with("<html>\u{fffd}\u{fffd}"));
}

#[test]
fn a_line_has_an_end_and_the_message_stays_whole() {
    let long = "中\n".repeat(200_000);
    let body = serde_json::json!({ "Code": long, "Message": long, "RequestId": long }).to_string();
    let error = answer(400, &[], &body);
    let line = error.to_string();
    let length = line.chars().count();
    assert!((2000..2600).contains(&length), "{length}");
    assert!(line.ends_with("…, a retry cannot help)") && !line.contains('\n'), "{line}");
    assert_eq!((error.code(), error.message(), error.request_id()), (Some(&*long), &*long, Some(&*long)));
    let message = |length| Error::local(ErrorKind::Request, "x".repeat(length)).to_string();
    assert_eq!(message(2000), format!("{} (a retry cannot help)", "x".repeat(2000)));
    assert_eq!(message(2001), format!("{}… (a retry cannot help)", "x".repeat(2000)));
}

#[test]
fn a_redirect_is_not_followed_and_says_so() {
    let error = answer(302, &[("location", "http://elsewhere/\tx")], "");
    assert_eq!(error.kind(), ErrorKind::Service);
    assert!(error.message().starts_with("the answer is a redirect to http://elsewhere/\\tx"), "{error}");
    assert!(!error.is_retryable());
}

#[test]
fn the_header_has_the_request_id() {
    let error = answer(400, &[("x-acs-request-id", "header")], r#"{"Code":"X","RequestId":"body"}"#);
    assert_eq!(error.request_id(), Some("header"));
    assert_eq!(error.headers().get("x-acs-request-id").unwrap(), "header");
}

#[test]
fn whether_a_retry_can_help() {
    let status = |status| answer(status, &[], r#"{"Code":"X"}"#).is_retryable();
    for retryable in [408, 429, 500, 502, 503, 504] {
        assert!(status(retryable), "{retryable}");
    }
    for permanent in [400, 401, 403, 404, 409, 501, 505] {
        assert!(!status(permanent), "{permanent}");
    }
    assert!(answer(400, &[], r#"{"Code":"Throttling.User"}"#).is_retryable());
    assert!(answer(400, &[], r#"{"Code":"SignatureNonceUsed"}"#).is_retryable());
    assert!(answer(400, &[("x-acs-retry-after", "1500")], "").is_retryable());
    assert!(!answer(400, &[("x-acs-retry-after", "0")], "").is_retryable());
    assert!(!answer(400, &[("x-acs-retry-after", "soon")], "").is_retryable());
    for kind in [ErrorKind::Connect, ErrorKind::Timeout, ErrorKind::Transport] {
        assert!(Error::builder(kind).build().is_retryable());
    }
    for kind in [ErrorKind::Request, ErrorKind::Credentials, ErrorKind::Endpoint, ErrorKind::Decode] {
        assert!(!Error::builder(kind).status(500).code("Throttling").build().is_retryable());
    }
}

#[test]
fn debug_shows_no_body_and_no_headers() {
    let error = answer(400, &[("set-cookie", "s3cret")], r#"{"Code":"X","Other":"s3cret"}"#);
    let parts = format!("{error:#?}");
    assert!(!parts.contains("s3cret") && parts.contains("body_length: 29"), "{parts}");
    // What a `main` that returns the error prints.
    assert_eq!(format!("{error:?}"), error.to_string());
    assert!(!error.to_string().contains("s3cret"), "{error}");
}
