//! The emitted crate and the program beside it, below `target/`, where they are kept so that a second run compiles little.

use crate::cli::{Ended, ROOT, ended};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

pub(crate) const PACKAGE: &str = "corpus-client";

pub(crate) struct Workspace {
    pub(crate) folder: PathBuf,
}

impl Workspace {
    pub(crate) fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&folder).unwrap();
        let workspace = Self { folder };
        let members = "[workspace]\nresolver = \"3\"\nmembers = [\"client\", \"demos\"]\n";
        workspace.write("Cargo.toml", members);
        let lock = workspace.path("Cargo.lock");
        if !lock.exists() {
            fs::copy(Path::new(ROOT).join("Cargo.lock"), lock).unwrap();
        }
        workspace
    }

    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.folder.join(relative)
    }

    /// Writes a file, unless it holds this already: Cargo compiles what is newer.
    pub(crate) fn write(&self, relative: &str, text: &str) {
        let path = self.path(relative);
        if fs::read_to_string(&path).is_ok_and(|there| there == text) {
            return;
        }
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Removes a folder, if it is there.
    pub(crate) fn remove(&self, relative: &str) {
        let path = self.path(relative);
        if path.exists() {
            fs::remove_dir_all(path).unwrap();
        }
    }

    /// A Cargo command with warnings as errors, and a target folder of its own to run beside others.
    pub(crate) fn cargo(&self, target: &str, arguments: &[&str]) -> Ended {
        let mut command = Command::new(env!("CARGO"));
        command.args(arguments).current_dir(&self.folder).env("CARGO_TARGET_DIR", self.path(target));
        command.env("CARGO_NET_OFFLINE", "true").env("CARGO_TERM_COLOR", "never");
        command.env("RUSTFLAGS", "-D warnings").env("RUSTDOCFLAGS", "-D warnings");
        command.env("CARGO_PROFILE_DEV_DEBUG", "0").env("CARGO_INCREMENTAL", "0");
        ended(&mut command)
    }
}
