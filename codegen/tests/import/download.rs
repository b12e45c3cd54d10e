//! Documents from a server: what is taken, and what is refused.

use super::sandbox::{Sandbox, TEA, document};
use super::server::{Server, reply};
use alicloud_codegen::import::fetch::{Limits, download};
use std::io::Write;
use std::thread;
use std::time::{Duration, Instant};

fn quick() -> Limits {
    Limits {
        connect: Duration::from_millis(500),
        silence: Duration::from_millis(50),
        total: Duration::from_secs(5),
        bytes: 1000,
        redirects: 3,
    }
}

fn get(address: &str, limits: &Limits) -> Result<String, String> {
    download(address, limits, &|_, _| {}).map_err(|error| error.to_string())
}

#[track_caller]
fn fails(address: &str, limits: &Limits, expected: &[&str]) {
    let error = get(address, limits).unwrap_err();
    for expected in expected.iter().chain(&["\n  help: "]) {
        assert!(error.contains(expected), "{error}");
    }
}

#[test]
fn a_product_is_taken_from_the_portal_in_both_languages() {
    let server = Server::new(|line, stream| {
        let name = if line.contains("ZH_CN") { "teahouse.zh.json" } else { "teahouse.en.json" };
        reply(stream, "200 OK", "", document(name).as_bytes());
    });
    let sandbox = Sandbox::new();
    let ended = sandbox.run(&["import", "TeaHouse@2024-05-01", "--portal", &server.address]);
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""));
    let other = Sandbox::imported();
    let texts = |sandbox: &Sandbox| -> Vec<_> {
        sandbox.files("spec").into_iter().map(|(name, (text, _))| (name, text)).collect()
    };
    assert_eq!(texts(&sandbox), texts(&other));
    let path = "/meta/v1/products/TeaHouse/versions/2024-05-01/api-docs.json?language=";
    let expected = ["ZH_CN", "EN_US"].map(|language| format!("GET {path}{language} HTTP/1.1"));
    assert_eq!(server.asked(), expected);
}

#[test]
fn an_address_is_taken_as_it_is() {
    let server =
        Server::new(|_, stream| reply(stream, "200 OK", "", document("teahouse.zh.json").as_bytes()));
    let sandbox = Sandbox::new();
    let ended = sandbox.run(&["import", &format!("{}/a.json", server.address), "--docs", "en.json"]);
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""));
    assert!(sandbox.path(TEA).join("list_brews.yaml").exists());
    assert_eq!(server.asked().len(), 1);
}

#[test]
fn redirects_within_a_host_are_followed() {
    let server = Server::new(|line, stream| match line.split(' ').nth(1) {
        Some("/one") => reply(stream, "301 Moved Permanently", "Location: /two?x=1\r\n", b""),
        Some("/two?x=1") => reply(stream, "302 Found", "Location: three\r\n", b""),
        Some("/three") => reply(stream, "200 OK", "", b"{}"),
        _ => reply(stream, "302 Found", "Location: /round\r\n", b""),
    });
    assert_eq!(get(&format!("{}/one", server.address), &quick()).unwrap(), "{}");
    fails(&format!("{}/round", server.address), &quick(), &["redirects more than 3 times"]);
}

#[test]
fn redirects_to_another_host_are_refused() {
    let other = Server::new(|_, stream| reply(stream, "200 OK", "", b"{}"));
    let there = other.address.clone();
    let server = Server::new(move |line, stream| {
        let to = match line.split(' ').nth(1) {
            Some("/port") => there.clone(),
            Some("/name") => there.replace("127.0.0.1", "localhost"),
            Some("/file") => "file:///etc/hostname".to_owned(),
            Some("/secret") => "http://me:secret@elsewhere.example/".to_owned(),
            _ => String::new(),
        };
        reply(stream, "302 Found", &format!("Location: {to}\r\n"), b"");
    });
    let here = server.address.trim_start_matches("http://");
    let there = other.address.trim_start_matches("http://");
    let at = |path: &str| format!("{}{path}", server.address);
    fails(&at("/port"), &quick(), &[here, there, "another host"]);
    fails(&at("/name"), &quick(), &[here, "localhost", "another host"]);
    fails(&at("/file"), &quick(), &["to no address"]);
    fails(&at("/empty"), &quick(), &["to no address"]);
    fails(&at("/secret"), &quick(), &["elsewhere.example"]);
    assert!(!get(&at("/secret"), &quick()).unwrap_err().contains("me:secret"));
    assert!(other.asked().is_empty(), "{:?}", other.asked());
}

#[test]
fn what_is_too_large_is_refused() {
    let server = Server::new(|line, stream| {
        if line.contains("endless") {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while stream.write_all(b"3\r\nabc\r\n").is_ok() {}
        } else if line.contains("exact") {
            reply(stream, "200 OK", "", &[b' '; 1000]);
        } else {
            reply(stream, "200 OK", "", &[b' '; 1001]);
        }
    });
    assert_eq!(get(&format!("{}/exact", server.address), &quick()).unwrap().len(), 1000);
    fails(&server.address, &quick(), &["larger than 1000 bytes"]);
    fails(&format!("{}/endless", server.address), &quick(), &["larger than 1000 bytes"]);
}

/// What is packed counts as large as it is unpacked.
#[test]
fn packed_documents_are_unpacked() {
    // `{}`, and the same with two thousand spaces in it.
    const EMPTY: &[u8] = &[31, 139, 8, 0, 0, 0, 0, 0, 0, 3, 171, 174, 5, 0, 67, 191, 166, 163, 2, 0, 0, 0];
    const SPACES: &[u8] = &[
        31, 139, 8, 0, 0, 0, 0, 0, 0, 3, 171, 86, 24, 5, 163, 96, 20, 140, 130, 81, 48, 10, 70, 193, 144, 7,
        181, 0, 121, 192, 81, 22, 210, 7, 0, 0,
    ];
    let server = Server::new(|line, stream| {
        let body = if line.contains("spaces") { SPACES } else { EMPTY };
        reply(stream, "200 OK", "Content-Encoding: gzip\r\n", body);
    });
    assert_eq!(get(&server.address, &quick()).unwrap(), "{}");
    fails(&format!("{}/spaces", server.address), &quick(), &["larger than 1000 bytes"]);
}

#[test]
fn who_keeps_silent_is_left() {
    let server = Server::new(|line, stream| {
        if line.contains("drip") {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n");
            while stream.write_all(b" ").is_ok() {
                thread::sleep(Duration::from_millis(10));
            }
        } else {
            if line.contains("half") {
                let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{");
            }
            thread::sleep(Duration::from_secs(2));
        }
    });
    let begin = Instant::now();
    fails(&server.address, &quick(), &["nothing came for 50ms"]);
    fails(&format!("{}/half", server.address), &quick(), &["nothing came for 50ms"]);
    let limits = Limits { total: Duration::from_millis(200), ..quick() };
    fails(&format!("{}/drip", server.address), &limits, &["longer than 200ms"]);
    assert!(begin.elapsed() < Duration::from_secs(2), "{:?}", begin.elapsed());
}

#[test]
fn what_ends_in_the_middle_is_refused() {
    let server = Server::new(|_, stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"version\"");
    });
    fails(&server.address, &quick(), &["ended in the middle"]);
}

#[test]
fn errors_are_quoted() {
    let server = Server::new(|line, stream| match line.split(' ').nth(1) {
        Some("/500") => {
            let body = format!("<p>\n Out  of\torder{}</p>", "!".repeat(1000));
            reply(stream, "500 Internal Server Error", "", body.as_bytes());
        }
        Some("/bytes") => reply(stream, "200 OK", "", &[0xff, 0xfe]),
        _ => reply(stream, "404 Not Found", "", b""),
    });
    fails(&server.address, &quick(), &["404 Not Found", "Sas@2018-12-03"]);
    fails(&format!("{}/500", server.address), &quick(), &["500", ": <p> Out of order!!!", "!...\n"]);
    fails(&format!("{}/bytes", server.address), &quick(), &["not UTF-8"]);
}

#[test]
fn who_is_not_there_cannot_be_reached() {
    // Nobody listens at the port of a server that is gone.
    let address = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        format!("http://{}", listener.local_addr().unwrap())
    };
    fails(&address, &quick(), &[address.trim_start_matches("http://")]);
    fails("http://", &quick(), &["no address"]);
}

#[test]
fn the_answer_of_a_portal_in_trouble_is_no_document() {
    let server =
        Server::new(|_, stream| reply(stream, "200 OK", "", br#"{"code":500,"message":"out of order"}"#));
    let sandbox = Sandbox::new();
    let ended = sandbox.run(&["import", "TeaHouse@2024-05-01", "--portal", &server.address]);
    assert_eq!(ended.code, Some(1), "{}{}", ended.out, ended.err);
    assert!(ended.err.contains("TeaHouse@2024-05-01: "), "{}", ended.err);
    assert!(!sandbox.path("spec").exists());
}
