//! Copies of this repository's packages, to build and run them as a user does.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The repository.
pub(crate) const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// A folder of its own below `target/`, outside the workspace.
pub(crate) struct Copy {
    folder: PathBuf,
}

pub(crate) struct Ended {
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Copy {
    /// An empty folder with the workspace's `Cargo.lock`: without a network only those versions are there.
    pub(crate) fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).unwrap();
        }
        fs::create_dir_all(&folder).unwrap();
        fs::copy(Path::new(ROOT).join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
        Self { folder }
    }

    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.folder.join(relative)
    }

    /// Copies a file or folder of the repository, without what builds leave behind.
    pub(crate) fn add(&self, from: &str, to: &str) {
        copy(&Path::new(ROOT).join(from), &self.path(to));
    }

    pub(crate) fn write(&self, relative: &str, text: &str) {
        fs::write(self.path(relative), text).unwrap();
    }

    /// Changes a file's text. The change must be one.
    pub(crate) fn edit(&self, relative: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(relative)).unwrap();
        assert!(text.contains(from), "{relative} does not contain {from:?}");
        self.write(relative, &text.replace(from, to));
    }

    /// Runs Cargo, which must succeed.
    pub(crate) fn good(&self, arguments: &[&str]) -> Ended {
        let (good, ended) = self.cargo(arguments);
        assert!(good, "cargo {}\n{}\n{}", arguments.join(" "), ended.out, ended.err);
        ended
    }

    /// Runs Cargo in the folder; whether it succeeded. It shares the workspace's compiled dependencies.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> (bool, Ended) {
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.args(arguments).current_dir(&self.folder);
        command
            .env("CARGO_TARGET_DIR", target)
            .env("CARGO_NET_OFFLINE", "true")
            .env("CARGO_TERM_COLOR", "never");
        // As in the workspace's manifest: another profile would compile the dependencies again.
        command.env("CARGO_PROFILE_DEV_DEBUG", "line-tables-only");
        let output = command.output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        (output.status.success(), Ended { out: text(output.stdout), err: text(output.stderr) })
    }
}

fn copy(from: &Path, to: &Path) {
    if from.is_file() {
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(from, to).unwrap();
        return;
    }
    for entry in fs::read_dir(from).unwrap() {
        let name = entry.unwrap().file_name();
        if name != "target" && name != "Cargo.lock" {
            copy(&from.join(&name), &to.join(&name));
        }
    }
}
