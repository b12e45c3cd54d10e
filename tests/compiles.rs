//! The emitted crate of all fixtures compiles without a warning, and its own tests pass.

// A test stops at the first thing that it cannot work with, and these are its means to do so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "fixtures/features.rs"]
mod features;
#[path = "fixtures/merge.rs"]
mod merge;

use alicloud_codegen::{Builder, Layout, Runtime};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// A workspace below `target/` that is kept, so that a second run compiles little.
struct Workspace {
    folder: PathBuf,
    products: String,
}

impl Workspace {
    fn new() -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fixtures");
        let (spec, client, program) = (folder.join("spec"), folder.join("client"), folder.join("program"));
        merge::merge(&spec).unwrap();
        let runtime = Path::new(ROOT).join("runtime");
        let builder = Builder::new().spec(&spec).runtime(Runtime::Path(runtime.clone()));
        builder.clone().out(&client).package("fixture-client").generate().unwrap();
        builder.out(program.join("src/generated")).layout(Layout::Modules).generate().unwrap();
        fs::write(program.join("src/main.rs"), PROGRAM).unwrap();
        fs::write(program.join("Cargo.toml"), program_manifest(&runtime)).unwrap();
        let members = "[workspace]\nresolver = \"3\"\nmembers = [\"client\", \"program\"]\n";
        fs::write(folder.join("Cargo.toml"), members).unwrap();
        fs::copy(Path::new(ROOT).join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
        let products = fs::read_dir(&spec).unwrap();
        let products: Vec<String> =
            products.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        Self { folder, products: products.join(",") }
    }

    fn cargo(&self, arguments: &[&str]) {
        let mut command = Command::new(env!("CARGO"));
        command.args(arguments).current_dir(&self.folder).env("CARGO_TARGET_DIR", self.folder.join("target"));
        command.env("CARGO_NET_OFFLINE", "true").env("CARGO_TERM_COLOR", "never");
        command.env("CARGO_PROFILE_DEV_DEBUG", "0").env("RUSTDOCFLAGS", "-D warnings");
        let output = command.output().unwrap();
        assert!(
            output.status.success(),
            "cargo {}\n{}\n{}",
            arguments.join(" "),
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
    }

    /// Everything but an HTTP stack.
    fn client(&self, command: &str, more: &[&str]) {
        let mut arguments = vec![command, "-p", "fixture-client", "--no-default-features", "--features"];
        arguments.push(&self.products);
        arguments.extend(more);
        self.cargo(&arguments);
    }
}

/// A program that calls nothing of what it includes, as on its author's first day.
const PROGRAM: &str = "mod alicloud {\n    include!(\"generated/alicloud.rs\");\n}\n\nfn main() {}\n";

fn program_manifest(runtime: &Path) -> String {
    format!(
        "[package]\nname = \"program\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\n\
         alicloud-runtime = {{ path = {:?}, default-features = false }}\n",
        runtime.display().to_string()
    )
}

#[test]
fn emitted_code_has_no_warning_and_passes_its_own_tests() {
    let workspace = Workspace::new();
    workspace.client("clippy", &["--all-targets", "--", "-D", "warnings"]);
    workspace.client("doc", &["--no-deps"]);
    workspace.client("test", &[]);
    workspace.cargo(&["clippy", "-p", "program", "--", "-D", "warnings"]);
}
