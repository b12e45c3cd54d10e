//! Enumerations whose names are those that generic parameters usually have.
#![allow(missing_docs)]

use alicloud_runtime::record::Unlisted;
use std::collections::HashSet;

#[derive(Clone)]
pub enum T {
    A,
    Unlisted(Unlisted<String, Self>),
}

alicloud_runtime::enumeration!(T as String { A = "a" });
alicloud_runtime::element!(T);

#[derive(Clone)]
pub enum H {
    One,
    Unlisted(Unlisted<i64, Self>),
}

alicloud_runtime::enumeration!(H as i64 { One = 1 });
alicloud_runtime::element!(H);

#[derive(Clone)]
pub enum S {
    B,
    Unlisted(Unlisted<String, Self>),
}

alicloud_runtime::enumeration!(S as String { B = "b" });

#[derive(Clone)]
pub enum D {
    Unlisted(Unlisted<String, Self>),
}

alicloud_runtime::enumeration!(D as String {});

#[test]
fn any_name_will_do() {
    let hashed = HashSet::from([T::A, T::from("a"), T::from(String::from("b"))]);
    assert_eq!(hashed.len(), 2);
    assert_eq!(HashSet::from([H::One, H::from(1), H::from(2_i64)]).len(), 2);
    assert_eq!((S::from("b"), D::from("x").as_str()), (S::B, "x"));
}
