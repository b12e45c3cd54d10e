use crate::harness::{ID, client, server, with_key};
use alicloud_sdk::sas::error_code;
use alicloud_sdk::{Credentials, Error, ErrorKind, sas};
use alicloud_tests::loopback::Answer;

/// The error of a call that is answered like this.
async fn error(answer: Answer) -> Error {
    let server = server([answer]);
    let error = client(&server).get_check_sale().send().await.unwrap_err();
    server.only_request();
    assert_eq!((error.product(), error.operation()), (Some("Sas"), Some("GetCheckSale")));
    assert!(!error.to_string().contains(['\n', '\r']), "one line: {error}");
    error
}

#[tokio::test]
async fn both_spellings() {
    for body in [
        r#"{"Code":"NoPermission","Message":"caller has no permission","RequestId":"R-1","HostId":"h"}"#,
        r#"{"code":"NoPermission","message":"caller has no permission","requestId":"R-1"}"#,
    ] {
        let error = error(Answer::json(403, body)).await;
        assert_eq!((error.kind(), error.status()), (ErrorKind::Service, Some(403)));
        assert!(error.is(error_code::NO_PERMISSION) && !error.is(error_code::SERVER_ERROR));
        assert_eq!((error.message(), error.request_id()), ("caller has no permission", Some("R-1")));
        assert_eq!(error.body(), body);
        assert_eq!(
            error.to_string(),
            "Sas GetCheckSale: NoPermission: caller has no permission (status 403, request id R-1, a retry cannot help)"
        );
    }
}

#[tokio::test]
async fn numeric_code() {
    let error = error(Answer::json(404, r#"{"Code":404,"Message":"m","RequestId":"R-2"}"#)).await;
    assert_eq!((error.code(), error.status()), (Some("404"), Some(404)));
}

#[tokio::test]
async fn an_error_without_a_body_keeps_the_request_id() {
    let error = error(Answer::empty(500).header("x-acs-request-id", "R-3")).await;
    assert_eq!((error.status(), error.request_id(), error.code()), (Some(500), Some("R-3"), None));
    assert!(error.is_retryable() && !error.message().is_empty());
}

#[tokio::test]
async fn html_from_a_gateway() {
    let html = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n</html>\r\n";
    let error = error(Answer::new(502, "text/html", html)).await;
    assert_eq!((error.kind(), error.status(), error.code()), (ErrorKind::Service, Some(502), None));
    assert!(error.message().contains("502 Bad Gateway") && error.is_retryable(), "{error}");
    assert_eq!(error.body(), html);
    let long = format!("<html>{}</html>", "x".repeat(1 << 20));
    let error = self::error(Answer::new(503, "text/html", long.clone())).await;
    assert!(error.to_string().len() < 1000);
    assert_eq!(error.body().len(), long.len());
}

#[tokio::test]
async fn html_with_a_success_status() {
    let error = error(Answer::new(200, "text/html", "<html>log in</html>")).await;
    assert_eq!((error.kind(), error.status()), (ErrorKind::Decode, Some(200)));
    assert_eq!(error.body(), "<html>log in</html>");
}

#[tokio::test]
async fn xml() {
    let xml = "<?xml version='1.0' encoding='UTF-8'?><Error><RequestId>R-4</RequestId><HostId>h</HostId>\
               <Code>InvalidVersion</Code><Message>a &lt; b</Message></Error>";
    let error = error(Answer::new(400, "text/xml;charset=utf-8", xml)).await;
    assert!(error.is("InvalidVersion"));
    assert_eq!((error.message(), error.request_id()), ("a < b", Some("R-4")));
}

#[tokio::test]
async fn throttling() {
    let body = r#"{"Code":"Throttling.User","Message":"slow down","RequestId":"R-5"}"#;
    let error = error(Answer::json(429, body).header("x-acs-retry-after", "1500")).await;
    assert!(error.is("Throttling.User") && error.is_retryable());
    assert_eq!(error.headers().get("x-acs-retry-after").unwrap(), "1500");
    assert_eq!(error.retry_after(), Some(std::time::Duration::from_millis(1500)));
}

#[tokio::test]
async fn a_message_cannot_write_a_second_line() {
    let body = r#"{"Code":"A\nB","Message":"one\r\ntwo\u001b[31m","RequestId":"R\n6"}"#;
    let error = error(Answer::json(400, body)).await;
    assert!(error.is("A\nB"), "the code itself stays as it is");
    assert!(!error.to_string().contains(['\u{1b}', '\n', '\r']));
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    for status in [301, 302, 307, 308] {
        let target = server([Answer::json(200, "{}")]);
        let location = format!("{}/elsewhere", target.endpoint());
        let error = error(Answer::empty(status).header("location", &location)).await;
        assert_eq!((error.kind(), error.status()), (ErrorKind::Service, Some(status)));
        assert!(error.message().contains("redirect") && error.message().contains(&location), "{error}");
        assert!(target.log().is_empty() && !error.is_retryable());
    }
}

/// Most redirects repeat the address that was called, and its query may hold a secret.
#[tokio::test]
async fn a_redirect_does_not_show_parameters() {
    let location = "https://tds.example.com/elsewhere?RegionId=p4rameter";
    let error = error(Answer::empty(301).header("location", location)).await;
    assert!(error.message().contains("tds.example.com"), "{error}");
    assert!(!format!("{error} {error:?}").contains("p4rameter"), "{error}");
    assert_eq!(error.headers().get("location").unwrap(), location, "for who asks, it is there");
}

#[tokio::test]
async fn a_wrong_secret() {
    let server = server([Answer::json(200, "{}")]);
    let client = sas::Client::new(with_key(&server, Credentials::new(ID, "another secret"))).unwrap();
    let error = client.get_check_sale().send().await.unwrap_err();
    assert!(error.is("SignatureDoesNotMatch"));
    assert_eq!((error.status(), error.request_id()), (Some(400), Some("R-refused")));
    assert_eq!(
        error.to_string(),
        "Sas GetCheckSale: SignatureDoesNotMatch: the signature does not match the request \
         (status 400, request id R-refused, a retry cannot help)"
    );
    assert_eq!(server.remaining(), 1, "it got no answer of the script");

    let unknown = sas::Client::new(with_key(&server, Credentials::new("LTAIunknown", "secret"))).unwrap();
    let error = unknown.get_check_sale().send().await.unwrap_err();
    assert!(error.is("InvalidAccessKeyId.NotFound"));
    assert_eq!(error.status(), Some(404));
}
