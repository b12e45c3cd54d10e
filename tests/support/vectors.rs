//! The recorded requests of `data/wire_vectors.json`; `data/README.md` says where they come from.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the file is part of the tests"
)]

use serde_json::Value;

/// One recorded call.
#[derive(Clone, Debug)]
pub struct Vector(Value);

/// A value that all vectors share, such as `nonce`.
pub fn pinned(name: &str) -> String {
    text(&file(), "pinned", name)
}

/// A vector by its name.
pub fn vector(name: &str) -> Vector {
    let file = file();
    let vectors = file["vectors"].as_array().expect("a list");
    let found = vectors.iter().find(|vector| vector["name"] == name);
    Vector(found.unwrap_or_else(|| panic!("no vector is called {name}")).clone())
}

/// The names of all vectors.
pub fn names() -> Vec<String> {
    let file = file();
    let vectors = file["vectors"].as_array().expect("a list").iter();
    vectors.map(|vector| vector["name"].as_str().expect("a name").to_owned()).collect()
}

/// A table that stands beside the vectors, such as `list_styles`.
pub fn table(name: &str) -> Value {
    file()[name].take()
}

fn file() -> Value {
    serde_json::from_str(include_str!("../data/wire_vectors.json")).expect("JSON")
}

fn text(value: &Value, member: &str, name: &str) -> String {
    value[member][name].as_str().unwrap_or_else(|| panic!("no {member}.{name}")).to_owned()
}

impl Vector {
    fn member(&self, name: &str) -> &str {
        self.0[name].as_str().unwrap_or_else(|| panic!("no {name}"))
    }

    /// Canonical request over the small set of signed headers.
    pub fn canonical_request(&self) -> &str {
        self.member("canonical_request")
    }

    /// String to sign over the small set of signed headers.
    pub fn string_to_sign(&self) -> &str {
        self.member("string_to_sign")
    }

    /// Value of `Authorization` over the small set of signed headers.
    pub fn authorization(&self) -> &str {
        self.member("authorization")
    }

    /// The body, which is text.
    pub fn body(&self) -> &str {
        self.member("body")
    }

    /// The body, text or not.
    pub fn body_bytes(&self) -> Vec<u8> {
        let Some(hex) = self.0["body_hex"].as_str() else { return self.body().as_bytes().to_vec() };
        let digits = hex.as_bytes().chunks(2).map(|digits| std::str::from_utf8(digits).expect("ASCII"));
        digits.map(|digits| u8::from_str_radix(digits, 16).expect("two digits")).collect()
    }

    /// Whether the call was signed.
    pub fn is_signed(&self) -> bool {
        self.0.get("authorization").is_some()
    }

    /// Method, path and query as they were on the wire.
    pub fn request_line(&self) -> &str {
        self.member("request_line")
    }

    /// A header as recorded.
    pub fn header(&self, name: &str) -> Option<String> {
        let headers = self.0["headers"].as_array().expect("a list");
        let found = headers.iter().find(|header| header[0].as_str().unwrap().eq_ignore_ascii_case(name))?;
        Some(found[1].as_str().unwrap().to_owned())
    }

    /// The third line of the canonical request.
    pub fn canonical_query(&self) -> &str {
        self.canonical_request().lines().nth(2).expect("a query")
    }

    /// The bytes that were on the wire, with the larger set of signed headers.
    pub fn bytes(&self) -> Vec<u8> {
        let headers = self.0["headers"].as_array().expect("a list").iter();
        let headers: String = headers
            .map(|header| format!("{}: {}\r\n", header[0].as_str().unwrap(), header[1].as_str().unwrap()))
            .collect();
        let mut bytes = format!("{}\r\n{headers}\r\n", self.request_line()).into_bytes();
        bytes.extend(self.body_bytes());
        bytes
    }
}
