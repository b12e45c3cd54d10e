//! The command `alicloud-codegen`: see `alicloud_codegen::cli`.

fn main() -> std::process::ExitCode {
    alicloud_codegen::cli::run()
}
