//! Emits the client that is measured, in the way of every package that generates its own.

fn main() -> Result<(), alicloud_codegen::Error> {
    alicloud_codegen::build("spec")
}
