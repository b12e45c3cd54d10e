//! Calls of the program through its own transport, to this process.

use crate::program::{command, prints, with_key};
use std::io::{Read, Write};
use std::net::TcpListener;
use std::process::Stdio;
use std::thread::JoinHandle;

/// A server that answers one request with `answer` and returns the request's first line.
fn server(status: &'static str, body: &'static str) -> (String, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let thread = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut request = Vec::new();
        let mut buffer = [0; 4096];
        while !request.windows(4).any(|window| window == b"\r\n\r\n") {
            let count = stream.read(&mut buffer).unwrap();
            assert_ne!(count, 0, "the request breaks off");
            request.extend_from_slice(&buffer[..count]);
        }
        let length = body.len();
        write!(
            stream,
            "HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {length}\r\nconnection: \
             close\r\n\r\n{body}"
        )
        .unwrap();
        String::from_utf8_lossy(&request).lines().next().unwrap().to_owned()
    });
    (address, thread)
}

#[test]
fn a_reply_is_printed() {
    let (address, thread) = server("200 OK", r#"{"RequestId":"R-1","Data":{"TrialRecordList":[]}}"#);
    let arguments = ["sas", "GetModuleTrialAuthInfo", "--ModuleCode", "vulFix", "--region", "cn-shanghai"];
    let printed =
        prints(&mut with_key(&[&arguments[..], &["--endpoint", &address]].concat(), "id", "secret"));
    assert_eq!(thread.join().unwrap(), "POST /?ModuleCode=vulFix HTTP/1.1");
    let expected = "{\n  \"RequestId\": \"R-1\",\n  \"Data\": {\n    \"TrialRecordList\": []\n  }\n}\n";
    assert_eq!(printed, expected);
}

#[test]
fn a_refusal_is_one_line_and_1() {
    let (address, thread) =
        server("403 Forbidden", r#"{"Code":"NoPermission","Message":"no","RequestId":"R-2"}"#);
    let arguments = ["sas", "GetAuthSummary", "--region", "cn-shanghai", "--endpoint", &address];
    let output = with_key(&arguments, "id", "secret").output().unwrap();
    thread.join().unwrap();
    assert_eq!((output.status.code(), output.stdout), (Some(1), Vec::new()));
    let expected =
        "error: Sas GetAuthSummary: NoPermission: no (status 403, request id R-2, a retry cannot help)\n";
    assert_eq!(String::from_utf8(output.stderr).unwrap(), expected);
}

#[test]
fn nobody_there_is_3() {
    // Bound and dropped: nothing listens there.
    let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let address = format!("http://{address}");
    let arguments =
        ["sas", "GetAuthSummary", "--region", "cn-shanghai", "--retries", "0", "--endpoint", &address];
    assert_eq!(with_key(&arguments, "id", "secret").output().unwrap().status.code(), Some(3));
}

#[test]
fn a_proxy_that_cannot_be_used_names_the_variables_and_no_options() {
    let arguments = ["sas", "GetAuthSummary", "--region", "cn-shanghai"];
    let output = with_key(&arguments, "id", "secret").env("HTTPS_PROXY", "foo://x").output().unwrap();
    let line = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(5), "{line}");
    let (_, hint) = line.split_once("; on the command line, ").expect(&line);
    assert!(hint.contains("`HTTPS_PROXY`") && hint.contains("`NO_PROXY`") && !hint.contains("--"), "{line}");
}

#[test]
fn the_longest_timeout_is_a_year() {
    let (address, thread) = server("200 OK", r#"{"RequestId":"R-1"}"#);
    let arguments = ["sas", "GetAuthSummary", "--region", "cn-shanghai", "--endpoint", &address, "--timeout"];
    prints(&mut with_key(&[&arguments[..], &["31536000"]].concat(), "id", "secret"));
    thread.join().unwrap();
    let output = with_key(&[&arguments[..], &["1e19"]].concat(), "id", "secret").output().unwrap();
    let line = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{line}");
    assert!(line.starts_with("error: `--timeout` must be "), "{line}");
}

#[test]
fn without_a_key_it_is_5() {
    let output = command(&["sas", "GetAuthSummary", "--region", "cn-shanghai"]).output().unwrap();
    assert_eq!(output.status.code(), Some(5), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_pipe_that_closes_early_is_no_error() {
    let mut child =
        command(&["sas", "--help"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    // Whether the pipe closed before or after the program wrote, all is well.
    assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap()), (Some(0), String::new()));
}

#[test]
fn help_has_the_texts_of_the_specs_and_no_colours_in_a_pipe() {
    let printed = prints(&mut command(&["sas", "GetModuleTrialAuthInfo", "--help"]));
    for text in ["--ModuleCode <TEXT>", "Code of the feature to query.", "vulFix:    Vulnerability fixing"] {
        assert!(printed.contains(text), "{text} is not in:\n{printed}");
    }
    assert!(!printed.contains('\u{1b}'));
    assert!(prints(&mut command(&["sas", "--help"])).contains("GetCheckSale"));
}
