//! Support for the tests.

pub mod fixture;
pub mod loopback;
pub mod operations;
pub mod raw;
pub mod vectors;
pub mod verifier;

include!(concat!(env!("OUT_DIR"), "/every_type.rs"));
