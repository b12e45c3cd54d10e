//! Crates of cases, and cargo.

use crate::case::Case;
use alicloud_codegen::{Builder, Runtime};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// What cargo does with the crates, in this order.
pub(crate) const STEPS: [&[&str]; 2] = [
    &["clippy", "--workspace", "--all-targets", "--keep-going", "--", "-D", "warnings"],
    &["test", "--workspace", "--tests", "--no-fail-fast", "--quiet"],
];

/// A workspace below `target/` that is kept, so that a second run compiles little.
pub(crate) struct Workspace(PathBuf);

impl Workspace {
    pub(crate) fn new(name: &str) -> Self {
        Self(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name))
    }

    /// Emits each batch as a crate. An error is the generator's report.
    pub(crate) fn emit(&self, batches: &[&[Case]]) -> Result<(), String> {
        let folder = &self.0;
        fs::create_dir_all(folder).unwrap();
        let mut members = Vec::new();
        for (number, cases) in batches.iter().enumerate() {
            let member = format!("client{number}");
            let spec = folder.join("spec").join(&member);
            if spec.exists() {
                fs::remove_dir_all(&spec).unwrap();
            }
            for case in *cases {
                case.write(&spec).unwrap();
            }
            self.client(&spec, &member, cases)?;
            members.push(member);
        }
        fs::write(
            folder.join("Cargo.toml"),
            format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n"),
        )
        .unwrap();
        fs::copy(Path::new(ROOT).join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
        Ok(())
    }

    fn client(&self, spec: &Path, member: &str, cases: &[Case]) -> Result<(), String> {
        let out = self.0.join(member);
        let builder = Builder::new().spec(spec).runtime(Runtime::Path(Path::new(ROOT).join("runtime")));
        builder
            .out(&out)
            .package(format!("arbitrary-{member}"))
            .generate()
            .map_err(|error| error.to_string())?;
        // Without an HTTP stack, and with one test program instead of one for each product.
        let manifest = fs::read_to_string(out.join("Cargo.toml")).unwrap();
        let manifest = manifest.replacen(", \"reqwest\", \"rustls\"]", "]", 1);
        let manifest = manifest.replacen("[package]", "[package]\nautotests = false", 1);
        fs::write(out.join("Cargo.toml"), manifest + "\n[[test]]\nname = \"all\"\npath = \"all.rs\"\n")
            .unwrap();
        let modules =
            cases.iter().map(|case| format!("#[path = \"tests/{0}/main.rs\"]\nmod {0};\n", case.module));
        let all: String = modules.collect();
        fs::write(
            out.join("all.rs"),
            format!("//! The sample replies of all products.\n#![allow(clippy::module_inception)]\n\n{all}"),
        )
        .unwrap();
        Ok(())
    }

    /// Runs cargo. An error is all that it said.
    pub(crate) fn run(&self, step: &[&str]) -> Result<(), String> {
        let mut command = Command::new(env!("CARGO"));
        // Beside the fixtures' crates, which need the same runtime.
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fixtures/target");
        command.args(step).current_dir(&self.0).env("CARGO_TARGET_DIR", target);
        command.env("CARGO_NET_OFFLINE", "true").env("CARGO_TERM_COLOR", "never");
        command.env("CARGO_PROFILE_DEV_DEBUG", "0").env("CARGO_INCREMENTAL", "0");
        let output = command.output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        if output.status.success() {
            return Ok(());
        }
        Err(format!("{}\n{}", text(&output.stderr), text(&output.stdout)))
    }
}
