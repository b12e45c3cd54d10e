use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;

/// A whole answer with a correct length.
pub fn reply(status: u16, headers: &[(&str, &str)], body: &[u8]) -> Vec<u8> {
    let mut head = format!("HTTP/1.1 {status} Raw\r\n");
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str(&format!("content-length: {}\r\n\r\n", body.len()));
    let mut bytes = head.into_bytes();
    bytes.extend_from_slice(body);
    bytes
}

/// A whole JSON answer.
pub fn json(status: u16, body: &str) -> Vec<u8> {
    reply(status, &[("content-type", "application/json;charset=utf-8")], body.as_bytes())
}

/// Packs bytes.
#[allow(clippy::expect_used, reason = "a vector takes every byte")]
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).expect("a vector takes every byte");
    encoder.finish().expect("a vector takes every byte")
}
