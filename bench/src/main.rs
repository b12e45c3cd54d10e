//! One command that measures everything and writes `BENCHMARKS.md`: `cargo run --release -p alicloud-bench`.

use std::process::ExitCode;

fn main() -> ExitCode {
    alicloud_bench::main()
}
