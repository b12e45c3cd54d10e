//! A working directory of its own with a copy of the repository's spec files.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};
use tempfile::TempDir;

pub(crate) const PRODUCT: &str = "spec/sas/2018-12-03";

pub(crate) struct Sandbox {
    folder: TempDir,
}

pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Sandbox {
    pub(crate) fn new() -> Self {
        let sandbox = Self { folder: TempDir::new().unwrap() };
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec"), &sandbox.path("spec"));
        sandbox
    }

    /// After a first `generate`.
    pub(crate) fn generated() -> Self {
        let sandbox = Self::new();
        sandbox.good(&["generate"]);
        sandbox
    }

    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.folder.path().join(relative)
    }

    pub(crate) fn read(&self, relative: &str) -> String {
        fs::read_to_string(self.path(relative)).unwrap_or_else(|error| panic!("{relative}: {error}"))
    }

    pub(crate) fn write(&self, relative: &str, text: &str) {
        let path = self.path(relative);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Changes a file's text. The change must be one.
    pub(crate) fn edit(&self, relative: &str, from: &str, to: &str) {
        let text = self.read(relative);
        assert!(text.contains(from), "{relative} does not contain {from:?}");
        self.write(relative, &text.replacen(from, to, 1));
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ended {
        let mut command = Command::new(env!("CARGO_BIN_EXE_alicloud-codegen"));
        // Set by Cargo for this test, and not by a shell.
        command.env_remove("CARGO_PKG_NAME").env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
        let output = command.args(arguments).current_dir(self.folder.path()).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Ended { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// Runs a command that must succeed and have nothing to complain about; returns what it printed.
    pub(crate) fn good(&self, arguments: &[&str]) -> String {
        let ended = self.run(arguments);
        assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""), "{arguments:?}");
        ended.out
    }

    /// Every file below a folder but the generator's record, with its text and the time of its last change.
    pub(crate) fn files(&self, folder: &str) -> BTreeMap<String, (String, SystemTime)> {
        let mut found = BTreeMap::new();
        list(&self.path(folder), "", &mut found);
        found
    }

    /// The texts alone.
    pub(crate) fn texts(&self, folder: &str) -> BTreeMap<String, String> {
        self.files(folder).into_iter().map(|(path, (text, _))| (path, text)).collect()
    }

    /// Gives every file an old time, so that one that is written again shows.
    pub(crate) fn age(&self, folder: &str) {
        let long_ago = SystemTime::now() - Duration::from_secs(10_000);
        for path in self.files(folder).keys() {
            let file = fs::File::options().write(true).open(self.path(folder).join(path)).unwrap();
            file.set_modified(long_ago).unwrap();
        }
    }
}

fn list(folder: &Path, relative: &str, found: &mut BTreeMap<String, (String, SystemTime)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        if entry.file_name() == ".alicloud-codegen" {
            continue;
        }
        let path = format!("{relative}{}", entry.file_name().into_string().unwrap());
        if entry.path().is_dir() {
            list(&entry.path(), &format!("{path}/"), found);
        } else {
            let modified = entry.metadata().unwrap().modified().unwrap();
            found.insert(path, (fs::read_to_string(entry.path()).unwrap(), modified));
        }
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
