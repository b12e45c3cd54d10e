use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

use super::mode::Mode;
use crate::context::Context;
use crate::error::{Error, Result};

/// Variables of the surroundings that would change what is measured.
const FOREIGN: [&str; 7] = [
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_TARGET_DIR",
    "RUSTC_WORKSPACE_WRAPPER",
    "RUSTC_WRAPPER",
    "RUSTDOCFLAGS",
    "RUSTFLAGS",
    "CARGO_MANIFEST_DIR",
];

/// A crate to measure, and two packages that depend on it and on nothing else but tokio: `alone`, which is empty, and
/// `program`. Their dependencies are the same, so that cargo builds the crate and what is below it once for both.
#[derive(Debug)]
pub(crate) struct Workspace {
    folder: PathBuf,
    target: PathBuf,
    /// The folder of the measured crate.
    pub(crate) measured: PathBuf,
}

/// What a manifest says of its package.
#[derive(Deserialize)]
struct Manifest {
    package: Package,
}

/// The name in it.
#[derive(Deserialize)]
struct Package {
    name: String,
}

impl Workspace {
    /// Writes a workspace of that name around a crate, with the text of the program's `main.rs`.
    ///
    /// # Errors
    ///
    /// The crate has no manifest, or a file cannot be written.
    pub(crate) fn new(context: &Context, name: &str, measured: &Path, program: &str) -> Result<Self> {
        let compile = context.work.join("compile");
        let folder = compile.join("workspaces").join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        let manifest = measured.join("Cargo.toml");
        let text = fs::read_to_string(&manifest)
            .map_err(|error| Error::new(format!("{}: {error}", manifest.display())))?;
        let Manifest { package } =
            toml::from_str(&text).map_err(|error| Error::new(format!("{}: {error}", manifest.display())))?;
        let path = toml::Value::from(measured.to_string_lossy().into_owned());
        fs::create_dir_all(&folder)?;
        // Stripped, since the size of programs is measured too: the size of symbols says nothing about what runs.
        fs::write(
            folder.join("Cargo.toml"),
            "[workspace]\nresolver = \"3\"\nmembers = [\"alone\", \"program\"]\n\n[profile.release]\nstrip = true\n",
        )?;
        // The same versions of the same dependencies for all, as far as they allow it.
        fs::copy(context.root.join("Cargo.lock"), folder.join("Cargo.lock"))?;
        for (member, file, source) in [("alone", "lib.rs", ""), ("program", "main.rs", program)] {
            let member_folder = folder.join(member);
            fs::create_dir_all(member_folder.join("src"))?;
            let dependency = &package.name;
            fs::write(
                member_folder.join("Cargo.toml"),
                format!(
                    "[package]\nname = \"{member}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
                     {dependency} = {{ path = {path} }}\ntokio = {{ version = \"1\", features = [\"rt\"] }}\n"
                ),
            )?;
            fs::write(member_folder.join("src").join(file), source)?;
        }
        // One target folder for all: what two workspaces share is built once.
        Ok(Self { folder, target: compile.join("target"), measured: measured.to_owned() })
    }

    /// The command that compiles one of the two packages, and what it depends on, with cargo's own settings whatever the
    /// surroundings say.
    pub(crate) fn cargo(&self, mode: Mode, package: &str) -> Command {
        let mut command = Command::new("cargo");
        for (name, _) in std::env::vars_os() {
            let text = name.to_string_lossy();
            let changes = ["CARGO_PROFILE_", "CARGO_BUILD_"].iter().any(|prefix| text.starts_with(prefix));
            if changes || FOREIGN.contains(&&*text) {
                command.env_remove(&name);
            }
        }
        command.args(mode.arguments()).args(["--package", package]).arg("--target-dir").arg(&self.target);
        // What incremental compilation keeps for the next time costs time now, and more for some crates than for others.
        command.env("CARGO_INCREMENTAL", "0").current_dir(&self.folder);
        command
    }

    /// The file that makes cargo compile the measured crate when it is written again.
    pub(crate) fn library(&self) -> PathBuf {
        self.measured.join("src/lib.rs")
    }

    /// The file that makes cargo compile the empty package when it is written again.
    pub(crate) fn alone(&self) -> PathBuf {
        self.folder.join("alone/src/lib.rs")
    }

    /// The file that makes cargo compile the program when it is written again.
    pub(crate) fn program(&self) -> PathBuf {
        self.folder.join("program/src/main.rs")
    }
}
