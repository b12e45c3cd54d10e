//! Gates on machine code: what an operation costs that nobody calls. Sizes are those that the compiler wrote, so they are exact.

// A test stops at the first thing that it cannot work with, and these are its means to do so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "gates/built.rs"]
mod built;
// Other tests use more of it.
#[allow(dead_code)]
mod copy;
// The generator's gates use all of it.
#[allow(dead_code)]
#[path = "../codegen/tests/gates/granary.rs"]
mod granary;
#[path = "gates/size.rs"]
mod size;
#[path = "gates/uncalled.rs"]
mod uncalled;
