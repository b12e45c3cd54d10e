//! The products of `fixtures/`, as a build script emits them.

include!(concat!(env!("OUT_DIR"), "/fixture/alicloud.rs"));
