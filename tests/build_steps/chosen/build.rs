//! Generates the two operations that the program calls, and the types that these need.

fn main() -> Result<(), alicloud_codegen::Error> {
    alicloud_codegen::Builder::new().spec("spec").operations(["FindBook", "library/*Loans"]).build()
}
