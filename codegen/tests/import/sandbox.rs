//! A working directory of its own with the invented documents.

use serde_yaml::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};
use tempfile::TempDir;

pub(crate) const TEA: &str = "spec/teahouse/2024-05-01";

pub(crate) struct Sandbox {
    folder: TempDir,
}

pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Sandbox {
    /// With `zh.json` and `en.json`.
    pub(crate) fn new() -> Self {
        let sandbox = Self { folder: TempDir::new().unwrap() };
        sandbox.write("zh.json", &document("teahouse.zh.json"));
        sandbox.write("en.json", &document("teahouse.en.json"));
        sandbox
    }

    /// After a first import.
    pub(crate) fn imported() -> Self {
        let sandbox = Self::new();
        sandbox.import(&[]);
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
        assert!(text.contains(from), "{relative} does not contain {from:?}:\n{text}");
        self.write(relative, &text.replacen(from, to, 1));
    }

    /// Changes the document.
    pub(crate) fn change(&self, change: impl FnOnce(&mut Value)) {
        let mut document: Value = serde_json::from_str(&self.read("zh.json")).unwrap();
        change(&mut document);
        self.write("zh.json", &serde_json::to_string(&document).unwrap());
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ended {
        let mut command = Command::new(env!("CARGO_BIN_EXE_alicloud-codegen"));
        for name in [
            "CARGO_PKG_NAME",
            "NO_COLOR",
            "CLICOLOR_FORCE",
            "HTTP_PROXY",
            "http_proxy",
            "ALL_PROXY",
            "all_proxy",
        ] {
            command.env_remove(name);
        }
        let output = command.args(arguments).current_dir(self.folder.path()).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Ended { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// Imports the document with further arguments, which must succeed; returns what was printed.
    pub(crate) fn import(&self, more: &[&str]) -> String {
        let ended = self.try_import(more);
        assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""), "{more:?}\n{}", ended.out);
        ended.out
    }

    pub(crate) fn try_import(&self, more: &[&str]) -> Ended {
        self.run(&[&["import", "zh.json", "--docs", "en.json"], more].concat())
    }

    /// Every file below a folder with its text and the time of its last change.
    pub(crate) fn files(&self, folder: &str) -> BTreeMap<String, (String, SystemTime)> {
        let mut found = BTreeMap::new();
        list(&self.path(folder), "", &mut found);
        found
    }

    pub(crate) fn names(&self, folder: &str) -> Vec<String> {
        self.files(folder).into_keys().collect()
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

pub(crate) fn document(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/documents").join(name);
    fs::read_to_string(path).unwrap()
}

fn list(folder: &Path, relative: &str, found: &mut BTreeMap<String, (String, SystemTime)>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let entry = entry.unwrap();
        let path = format!("{relative}{}", entry.file_name().into_string().unwrap());
        if entry.path().is_dir() {
            list(&entry.path(), &format!("{path}/"), found);
        } else {
            let modified = entry.metadata().unwrap().modified().unwrap();
            found.insert(path, (fs::read_to_string(entry.path()).unwrap(), modified));
        }
    }
}
