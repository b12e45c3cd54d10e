//! Generates the same client twice: for a runtime under another name, and for one that the program re-exports.

use alicloud_codegen::{Builder, Error};

fn main() -> Result<(), Error> {
    Builder::new().spec("spec").runtime_path("cloud").build()?;
    Builder::new().spec("spec").runtime_path("crate::vendored::runtime").out("second").build()
}
