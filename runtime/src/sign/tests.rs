use super::{Algorithm, Canonical, hex, payload_hash, sign, string_to_sign};
use crate::date::iso8601;
use http::HeaderMap;
use std::time::{Duration, UNIX_EPOCH};

const EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

fn headers(lines: &[(&'static str, &'static str)]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for (name, value) in lines {
        headers.append(*name, value.parse().unwrap());
    }
    headers
}

/// The example that the documentation of the signature computes: RunInstances.
#[test]
fn published_example() {
    let headers = headers(&[
        ("x-acs-version", "2014-05-26"),
        ("host", "ecs.cn-shanghai.aliyuncs.com"),
        ("x-acs-action", "RunInstances"),
        ("user-agent", "not signed"),
        ("accept", "application/json"),
        ("x-acs-content-sha256", EMPTY),
        ("x-acs-date", "2023-10-26T10:22:32Z"),
        ("x-acs-signature-nonce", "3156853299f313e23d1673dc12e1703d"),
    ]);
    let query = "ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai";
    let canonical = Canonical::new("POST", "/", query, &headers, EMPTY);
    assert_eq!(
        canonical.request,
        format!(
            "POST\n/\n{query}\nhost:ecs.cn-shanghai.aliyuncs.com\nx-acs-action:RunInstances\n\
             x-acs-content-sha256:{EMPTY}\nx-acs-date:2023-10-26T10:22:32Z\n\
             x-acs-signature-nonce:3156853299f313e23d1673dc12e1703d\nx-acs-version:2014-05-26\n\n\
             host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version\n{EMPTY}"
        )
    );
    assert_eq!(
        string_to_sign(Algorithm::HmacSha256, &canonical),
        "ACS3-HMAC-SHA256\n7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259"
    );
    assert_eq!(
        sign(Algorithm::HmacSha256, &canonical, "YourAccessKeyId", "YourAccessKeySecret").unwrap(),
        "ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;\
         x-acs-date;x-acs-signature-nonce;x-acs-version,\
         Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0"
    );
}

#[test]
fn header_values_are_trimmed_sorted_and_joined() {
    let headers =
        headers(&[("x-acs-b", "  two  words "), ("x-acs-a", "2"), ("x-acs-a", "1"), ("x-other", "no")]);
    let canonical = Canonical::new("GET", "", "", &headers, "hash");
    assert_eq!(canonical.request, "GET\n/\n\nx-acs-a:1,2\nx-acs-b:two  words\n\nx-acs-a;x-acs-b\nhash");
}

#[test]
fn payload_hashes_are_lower_case_sha256() {
    let payload_hash = |bytes| payload_hash(Algorithm::HmacSha256, bytes);
    assert_eq!(payload_hash(b"".as_slice()), EMPTY);
    assert_eq!(payload_hash(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_eq!(hex(&[0, 1, 0xab, 0xff]), "0001abff");
}

#[test]
fn dates() {
    let at = |seconds| iso8601(UNIX_EPOCH + Duration::from_secs(seconds));
    assert_eq!(at(0), "1970-01-01T00:00:00Z");
    assert_eq!(at(951_782_399), "2000-02-28T23:59:59Z");
    assert_eq!(at(951_782_400), "2000-02-29T00:00:00Z");
    assert_eq!(at(1_709_210_096), "2024-02-29T12:34:56Z");
    assert_eq!(at(1_767_323_045), "2026-01-02T03:04:05Z");
    assert_eq!(at(4_107_542_400), "2100-03-01T00:00:00Z");
    assert_eq!(iso8601(UNIX_EPOCH - Duration::from_secs(1)), "1969-12-31T23:59:59Z");
    assert_eq!(iso8601(UNIX_EPOCH + Duration::new(1, 999_999_999)), "1970-01-01T00:00:01Z");
}

/// Examples 1 and 2 of GB/T 32905-2016.
#[cfg(feature = "sm3")]
#[test]
fn sm3_is_the_national_standard() {
    let hash = |bytes| payload_hash(Algorithm::HmacSm3, bytes);
    assert_eq!(hash(b"abc".as_slice()), "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    assert_eq!(
        hash("abcd".repeat(16).as_bytes()),
        "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"
    );
    assert_eq!(Algorithm::HmacSm3.name(), "ACS3-HMAC-SM3");
}
