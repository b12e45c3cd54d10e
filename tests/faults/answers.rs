//! The service, or something in its place, answers with something else than a reply.

use crate::fault::{Expected, Fault, ID, failure, nameless, reply};
use alicloud_sdk::ErrorKind::{Decode, Service, Transport};
use alicloud_tests::raw::{self, Step, gzip};
use std::sync::LazyLock;

const JSON: (&str, &str) = ("content-type", "application/json;charset=utf-8");
const NAMED: (&str, &str) = ("x-acs-request-id", ID);
const REPLY: &[u8] = br#"{"RequestId":"0A1B2C3D"}"#;

static BLANKS: LazyLock<Vec<u8>> = LazyLock::new(|| gzip(&[b' '; 4 << 20]));

fn answer(status: u16, headers: &[(&str, &str)], body: &[u8]) -> Vec<Step> {
    vec![Step::Send(raw::reply(status, headers, body))]
}

/// What is safe to repeat is tried three times.
fn three_or_one(expected: fn(u32) -> Expected) -> (Expected, Expected) {
    (expected(3), expected(1))
}

pub(crate) fn faults() -> Vec<Fault> {
    let (gateway_read, gateway_write) = three_or_one(|attempts| nameless(Service, attempts, "status 502"));
    let (broken_read, broken_write) = three_or_one(|attempts| failure(Transport, attempts, "broke off"));
    vec![
        Fault::new("length is too small", |_, _| {
            let head = "HTTP/1.1 200 OK\r\nx-acs-request-id: 0A1B2C3D\r\ncontent-length: 9\r\n\r\n";
            vec![Step::Send([head.as_bytes(), REPLY].concat())]
        })
        .always(failure(Decode, 1, "")),
        Fault::new("in chunks", |_, _| {
            let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n";
            let chunks = REPLY.chunks(5).map(|chunk| [format!("{:x}\r\n", chunk.len()).as_bytes(), chunk, b"\r\n"].concat());
            let mut steps = vec![Step::Send(head.into())];
            steps.extend(chunks.map(Step::Send));
            steps.push(Step::Send(b"0\r\n\r\n".to_vec()));
            steps
        })
        .always(reply(1)),
        Fault::new("chunks without an end", |_, _| {
            let head = "HTTP/1.1 200 OK\r\nx-acs-request-id: 0A1B2C3D\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{\"Re";
            vec![Step::Send(head.into()), Step::Close]
        })
        .comes_to(broken_read, broken_write),
        Fault::new("packed", |_, _| answer(200, &[JSON, ("content-encoding", "gzip")], &gzip(REPLY))).always(reply(1)),
        Fault::new("packed, and broken", |_, _| {
            let mut packed = gzip(&REPLY.repeat(50));
            for byte in &mut packed[12..30] {
                *byte ^= 0xff;
            }
            answer(200, &[JSON, NAMED, ("content-encoding", "gzip")], &packed)
        })
        .comes_to(broken_read, broken_write),
        Fault::new("said to be packed, and is not", |_, _| {
            answer(200, &[JSON, NAMED, ("content-encoding", "gzip")], REPLY)
        })
        .comes_to(broken_read, broken_write),
        Fault::new("HTML with 502", |_, _| {
            answer(502, &[("content-type", "text/html")], b"<html>\n<h1>Bad Gateway</h1>\n</html>")
        })
        .comes_to(gateway_read, gateway_write),
        Fault::new("HTML with 200", |_, _| answer(200, &[("content-type", "text/html"), NAMED], b"<html>Log in</html>"))
            .always(failure(Decode, 1, "")),
        // A departure that the report tells, and no more.
        Fault::new("200 without a body", |_, _| answer(200, &[NAMED], b"")).always(reply(1)),
        Fault::new("204", |_, _| {
            vec![Step::Send(b"HTTP/1.1 204 No Content\r\nx-acs-request-id: 0A1B2C3D\r\n\r\n".to_vec())]
        })
        .always(reply(1)),
        Fault::new("redirect", |_, _| answer(302, &[NAMED, ("location", "http://127.0.0.1:1/")], b""))
            .always(failure(Service, 1, "status 302")),
        Fault::new("100 MB", |_, _| {
            let head = "HTTP/1.1 200 OK\r\nx-acs-request-id: 0A1B2C3D\r\ncontent-length: 104857600\r\n\r\n";
            vec![Step::Send(head.into()), Step::Repeat(vec![b' '; 1 << 20], 100)]
        })
        .always(failure(Decode, 1, "67108864 bytes")),
        Fault::new("4 MiB, packed into 4 KiB, 1 MiB allowed", |_, _| {
            answer(200, &[JSON, NAMED, ("content-encoding", "gzip")], &BLANKS)
        })
        .configured(|config| config.body_limit(1 << 20))
        .always(failure(Decode, 1, "1048576 bytes")),
        Fault::new("invalid UTF-8", |_, _| answer(200, &[JSON, NAMED], b"{\"RequestId\":\"\xff\xfe\"}"))
            .always(failure(Decode, 1, "")),
        Fault::new("JSON of another shape: a list", |_, _| answer(200, &[JSON, NAMED], b"[1,2]"))
            .always(failure(Decode, 1, "")),
        Fault::new("JSON of another shape: other types", |_, _| {
            answer(200, &[JSON, NAMED], br#"{"RequestId":7,"Machine":"text","VersionSummary":[]}"#)
        })
        .always(reply(1)),
        Fault::new("an error of the service", |_, _| {
            answer(403, &[JSON], br#"{"Code":"NoPermission","Message":"no","RequestId":"0A1B2C3D"}"#)
        })
        .always(failure(Service, 1, "NoPermission: no")),
        Fault::new("500, then a reply", |_, number| match number {
            0 => answer(500, &[JSON], br#"{"Code":"InternalError","Message":"no","RequestId":"0A1B2C3D"}"#),
            _ => answer(200, &[JSON], REPLY),
        })
        .comes_to(reply(2), failure(Service, 1, "InternalError")),
    ]
}
