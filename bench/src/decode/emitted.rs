//! The client that the build script emits from `spec/`: its types are decoded, its calls are made.

// It is made for crates that export it.
#![allow(missing_docs, unreachable_pub, unused_imports, dead_code)]

include!(concat!(env!("OUT_DIR"), "/alicloud.rs"));
