//! What lies in a folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Each file below a folder, by its path, with its bytes.
pub(crate) struct Tree {
    files: BTreeMap<String, Vec<u8>>,
}

impl Tree {
    pub(crate) fn of(folder: &Path) -> Self {
        let mut files = BTreeMap::new();
        for path in all(folder).into_iter().filter(|path| path.is_file()) {
            let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
            files.insert(name, fs::read(&path).unwrap());
        }
        Self { files }
    }

    pub(crate) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    pub(crate) fn text(&self, path: &str) -> String {
        String::from_utf8(self.files[path].clone()).unwrap()
    }

    /// The files that only one of the two has, or that differ.
    pub(crate) fn difference(&self, other: &Self) -> Vec<String> {
        let all = self.files.keys().chain(other.files.keys());
        let mut all: Vec<String> =
            all.filter(|path| self.files.get(*path) != other.files.get(*path)).cloned().collect();
        all.sort();
        all.dedup();
        all
    }
}

/// Makes all below a folder read-only, until it is dropped. Root may write all the same: then only a comparison tells.
pub(crate) struct ReadOnly {
    paths: Vec<PathBuf>,
}

impl ReadOnly {
    pub(crate) fn new(folder: &Path) -> Self {
        let paths = all(folder);
        set(&paths, true);
        Self { paths }
    }
}

impl Drop for ReadOnly {
    fn drop(&mut self) {
        set(&self.paths, false);
    }
}

fn set(paths: &[PathBuf], is_read_only: bool) {
    for path in paths {
        let mut permissions = fs::metadata(path).unwrap().permissions();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = permissions.mode();
            permissions.set_mode(if is_read_only { mode & !0o222 } else { mode | 0o200 });
        }
        #[cfg(not(unix))]
        permissions.set_readonly(is_read_only);
        fs::set_permissions(path, permissions).unwrap();
    }
}

/// A folder and everything below it.
fn all(folder: &Path) -> Vec<PathBuf> {
    let mut all = vec![folder.to_owned()];
    let mut next = 0;
    while let Some(path) = all.get(next).cloned() {
        next += 1;
        if path.is_dir() {
            all.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        }
    }
    all
}
