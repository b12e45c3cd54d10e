//! Generates the client of everything below `spec/`.

fn main() -> Result<(), alicloud_codegen::Error> {
    alicloud_codegen::build("spec")
}
