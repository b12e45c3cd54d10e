#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "these are tests")]

use super::{Key, Rejection, Verifier, canonical_query, date, sha256, signature};
use crate::vectors::{pinned, vector};
use std::time::{Duration, SystemTime};

const SAS: [&str; 8] = [
    "sas_get_auth_summary",
    "sas_get_module_trial_auth_info",
    "sas_get_check_sale",
    "special_chars_in_query",
    "sas_form_body",
    "sas_form_body_empty",
    "sas_get_method",
    "auth_sts",
];

fn now() -> SystemTime {
    date::from_text(&pinned("date")).unwrap()
}

fn key() -> Key {
    Key::new(&pinned("access_key_id"), &pinned("access_key_secret"))
}

fn verifier() -> Verifier {
    Verifier::new([key()]).at(now())
}

/// A recorded request with one text replaced by another of the same length.
fn changed(name: &str, from: &str, to: &str) -> Vec<u8> {
    let text = String::from_utf8(vector(name).bytes()).unwrap();
    assert_eq!(text.matches(from).count(), 1, "{from} in {text}");
    text.replace(from, to).into_bytes()
}

/// A request of ours: the recorded one without these headers, signed over all the others.
fn signed(name: &str, without: &[&str], unsigned: &[&str]) -> Vec<u8> {
    let text = String::from_utf8(vector(name).bytes()).unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    let mut lines: Vec<&str> = head.split("\r\n").collect();
    let is = |line: &str, name: &str| line.to_ascii_lowercase().starts_with(&format!("{name}:"));
    lines.retain(|line| !is(line, "authorization") && !without.iter().any(|name| is(line, name)));
    let mut names: Vec<String> = lines[1..]
        .iter()
        .map(|line| line.split_once(':').unwrap().0.to_ascii_lowercase())
        .filter(|name| !["accept-encoding", "content-length"].contains(&name.as_str()))
        .filter(|name| !unsigned.contains(&name.as_str()))
        .collect();
    names.sort();
    let head = lines.join("\r\n");
    let raw = super::RawRequest::parse(format!("{head}\r\n\r\n{body}").as_bytes()).unwrap();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let canonical = super::Canonical::of(&raw, &names).unwrap();
    let signature = signature(&pinned("access_key_secret"), &canonical.string_to_sign);
    let (id, names) = (pinned("access_key_id"), names.join(";"));
    let authorization =
        format!("ACS3-HMAC-SHA256 Credential={id},SignedHeaders={names},Signature={signature}");
    format!("{head}\r\nauthorization: {authorization}\r\n\r\n{body}").into_bytes()
}

#[test]
fn it_shares_nothing_with_what_it_checks() {
    for text in [
        include_str!("authorization.rs"),
        include_str!("canonical.rs"),
        include_str!("crypto.rs"),
        include_str!("date.rs"),
        include_str!("key.rs"),
        include_str!("mod.rs"),
        include_str!("percent.rs"),
        include_str!("raw.rs"),
        include_str!("rejection.rs"),
        include_str!("verified.rs"),
        include_str!("verify.rs"),
    ] {
        assert!(!text.contains("alicloud"), "{text}");
    }
}

#[test]
fn recorded_requests_are_accepted() {
    for name in SAS {
        let mut key = key();
        if name == "auth_sts" {
            key = key.with_security_token(&pinned("security_token"));
        }
        let verified = Verifier::new([key]).at(now()).verify(&vector(name).bytes()).unwrap();
        assert_eq!(vector(name).header("x-acs-action").unwrap(), verified.action, "{name}");
        assert_eq!(canonical_query(&verified.raw.query).unwrap(), vector(name).canonical_query(), "{name}");
    }
}

#[test]
fn the_published_example_is_accepted() {
    let example = vector("published_example");
    let date = date::from_text(&example.header("x-acs-date").unwrap()).unwrap();
    let mut verifier = Verifier::new([Key::new("YourAccessKeyId", "YourAccessKeySecret")]).at(date);
    let verified = verifier.verify(&example.bytes()).unwrap();
    assert_eq!(verified.canonical.request, example.canonical_request());
    assert_eq!(verified.canonical.string_to_sign, example.string_to_sign());
    assert_eq!(
        (verified.action.as_str(), verified.parameter("RegionId")),
        ("RunInstances", Some("cn-shanghai"))
    );
}

#[test]
fn the_small_set_of_signed_headers_gives_the_recorded_signatures() {
    for name in SAS {
        let bytes = signed(name, &[], &["accept", "user-agent"]);
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains(vector(name).authorization()), "{name}");
    }
}

#[test]
fn parameters_are_decoded() {
    let verified = verifier().verify(&vector("sas_form_body").bytes()).unwrap();
    let pair = |key: &str, value: &str| (key.to_owned(), value.to_owned());
    assert_eq!(verified.query, [pair("DomainName", "reg.example.com"), pair("Port", "443")]);
    assert_eq!(
        verified.form,
        [pair("Id", "9"), pair("Password", &pinned("special")), pair("UserName", "bob")]
    );
}

#[test]
fn changed_bytes_are_refused() {
    let refused = |name, from, to| verifier().verify(&changed(name, from, to)).unwrap_err();
    let sale = "sas_get_check_sale";
    assert_eq!(refused(sale, "ap-southeast-1", "ap-southeast-2"), Rejection::Signature, "query value");
    assert_eq!(refused(sale, "RegionId=", "Regionid="), Rejection::Signature, "query key");
    assert_eq!(refused(sale, "POST /?", "GET /?"), Rejection::Signature, "method");
    assert_eq!(refused(sale, "/?", "/x?"), Rejection::Signature, "path");
    assert_eq!(refused(sale, "action: GetCheckSale", "action: GetCheckSalf"), Rejection::Signature);
    assert_eq!(refused(sale, "version: 2018-12-03", "version: 2018-12-04"), Rejection::Signature);
    assert_eq!(refused(sale, "host: tds.", "host: ads."), Rejection::Signature);
    assert_eq!(refused(sale, "03:04:05Z", "03:04:06Z"), Rejection::Signature, "date");
    assert_eq!(refused(sale, "nonce: 0123", "nonce: 1123"), Rejection::Signature, "nonce");
    assert_eq!(refused("sas_form_body", "UserName=bob", "UserName=bub"), Rejection::BodyHash);
    let other = (vector("sas_form_body").body().replace("bob", "bub"), vector("sas_form_body"));
    let text = String::from_utf8(changed("sas_form_body", "UserName=bob", "UserName=bub")).unwrap();
    let rehashed = text.replace(&sha256(other.1.body().as_bytes()), &sha256(other.0.as_bytes()));
    assert_eq!(verifier().verify(rehashed.as_bytes()).unwrap_err(), Rejection::Signature);
}

#[test]
fn encodings_of_the_same_value_are_the_same_query() {
    assert!(verifier().verify(&changed("sas_get_check_sale", "=ap-", "=%61p-")).is_ok());
    assert_eq!(canonical_query("b=%7e&a=+&c").unwrap(), "a=%20&b=~&c=");
    assert!(matches!(canonical_query("a=%4").unwrap_err(), Rejection::Malformed(_)));
    assert!(matches!(canonical_query("a=%ff").unwrap_err(), Rejection::Malformed(_)));
}

#[test]
fn a_stale_date_is_refused() {
    let minutes = |minutes: u64| Duration::from_secs(minutes * 60);
    let at = |now| Verifier::new([key()]).at(now).verify(&vector("sas_get_check_sale").bytes());
    assert!(at(now() + minutes(15)).is_ok() && at(now() - minutes(15)).is_ok());
    let second = Duration::from_secs(1);
    assert_eq!(at(now() + minutes(15) + second).unwrap_err(), Rejection::Date);
    assert_eq!(at(now() - minutes(15) - second).unwrap_err(), Rejection::Date);
}

#[test]
fn a_repeated_nonce_is_refused() {
    let mut verifier = verifier();
    let refused = changed("sas_get_check_sale", "ap-southeast-1", "ap-southeast-2");
    assert_eq!(verifier.verify(&refused).unwrap_err(), Rejection::Signature);
    assert!(verifier.verify(&vector("sas_get_check_sale").bytes()).is_ok(), "a refused request uses none up");
    assert_eq!(verifier.verify(&vector("sas_get_check_sale").bytes()).unwrap_err(), Rejection::Nonce);
    assert_eq!(verifier.verify(&vector("sas_get_auth_summary").bytes()).unwrap_err(), Rejection::Nonce);
}

#[test]
fn another_key_is_refused() {
    let bytes = vector("sas_get_check_sale").bytes();
    let with = |key: Key| Verifier::new([key]).at(now()).verify(&bytes).unwrap_err();
    assert_eq!(with(Key::new(&pinned("access_key_id"), "another secret")), Rejection::Signature);
    assert_eq!(with(Key::new("another id", &pinned("access_key_secret"))), Rejection::UnknownKey);
    assert_eq!(with(key().with_security_token("token")), Rejection::SecurityToken);
    let temporary = verifier().verify(&vector("auth_sts").bytes()).unwrap_err();
    assert_eq!(temporary, Rejection::SecurityToken);
}

#[test]
fn headers_must_be_there_and_signed() {
    let verify = |without: &[&str], unsigned: &[&str]| {
        verifier().verify(&signed("sas_form_body", without, unsigned)).map(|_| ())
    };
    assert_eq!(verify(&[], &[]), Ok(()));
    assert_eq!(verify(&["accept", "user-agent"], &[]), Ok(()), "these are nobody's business");
    for name in [
        "host",
        "x-acs-action",
        "x-acs-version",
        "x-acs-date",
        "x-acs-signature-nonce",
        "x-acs-content-sha256",
    ] {
        assert_eq!(verify(&[name], &[]), Err(Rejection::MissingHeader(name.to_owned())));
        assert_eq!(verify(&[], &[name]), Err(Rejection::UnsignedHeader(name.to_owned())));
    }
    let unsigned = verify(&[], &["content-type"]);
    assert_eq!(unsigned, Err(Rejection::UnsignedHeader("content-type".to_owned())));
    let text = String::from_utf8(vector("sas_get_check_sale").bytes()).unwrap();
    let twice = text.replace("host: ", "host: other.example\r\nhost: ");
    let repeated = verifier().verify(twice.as_bytes()).unwrap_err();
    assert_eq!(repeated, Rejection::RepeatedHeader("host".to_owned()));
    let absent = text.replace("SignedHeaders=", "SignedHeaders=a;");
    assert_eq!(verifier().verify(absent.as_bytes()).unwrap_err(), Rejection::MissingHeader("a".to_owned()));
}

#[test]
fn authorization_has_one_form() {
    let text = String::from_utf8(vector("sas_get_check_sale").bytes()).unwrap();
    for (from, to) in [
        ("ACS3-HMAC-SHA256 ", "ACS3-HMAC-SM3 "),
        (",SignedHeaders", ", SignedHeaders"),
        ("SignedHeaders=accept;host", "SignedHeaders=host;accept"),
        ("SignedHeaders=accept;host", "SignedHeaders=Accept;host"),
        (",Signature=", ",Signature=0"),
        ("Credential=LTAI5tTestAccessKeyId01", "Credential="),
    ] {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        let refused = verifier().verify(text.replace(from, to).as_bytes()).unwrap_err();
        assert!(matches!(refused, Rejection::Authorization(_)), "{to}: {refused:?}");
    }
}

#[test]
fn other_bytes_are_malformed() {
    let text = String::from_utf8(vector("sas_form_body").bytes()).unwrap();
    let changes = [
        ("HTTP/1.1", "HTTP/1.0"),
        ("POST /", "POST  /"),
        ("\r\n\r\n", "\r\n"),
        ("host: ", "host : "),
        ("Content-Length: ", "Content-Length: 1"),
        ("Content-Length: ", "Transfer-Encoding: chunked\r\nContent-Length: "),
    ];
    for (from, to) in changes {
        let refused = verifier().verify(text.replacen(from, to, 1).as_bytes()).unwrap_err();
        assert!(matches!(refused, Rejection::Malformed(_)), "{to}: {refused:?}");
    }
    for bytes in [b"".as_slice(), b"\r\n\r\n", b"\xff\xfe\r\n\r\n", b"POST / HTTP/1.1\r\nx\r\n\r\n"] {
        assert!(matches!(verifier().verify(bytes).unwrap_err(), Rejection::Malformed(_)));
    }
}

#[test]
fn dates_are_read() {
    assert_eq!(date::seconds_since_1970("1970-01-01T00:00:00Z"), Some(0));
    assert_eq!(date::seconds_since_1970("2000-03-01T00:00:00Z"), Some(951_868_800));
    assert_eq!(date::seconds_since_1970("2026-01-02T03:04:05Z"), Some(1_767_323_045));
    for text in
        ["", "2026-01-02 03:04:05", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-01-02T24:00:00Z"]
    {
        assert_eq!(date::seconds_since_1970(text), None, "{text}");
    }
}
