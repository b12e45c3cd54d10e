use std::fs;
use std::path::Path;

use crate::error::Result;

/// How much a generator writes.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Output {
    /// Files of any kind.
    pub(super) files: usize,
    /// Lines of Rust.
    pub(super) lines: usize,
    /// Bytes of Rust.
    pub(super) rust: u64,
    /// Bytes of all files.
    pub(super) bytes: u64,
}

impl Output {
    /// Counts what is in a folder.
    pub(super) fn count(folder: &Path) -> Result<Self> {
        let mut output = Self::default();
        output.add(folder)?;
        Ok(output)
    }

    fn add(&mut self, folder: &Path) -> Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let path = entry.path();
            if entry.file_type()?.is_dir() {
                self.add(&path)?;
                continue;
            }
            let bytes = entry.metadata()?.len();
            self.files += 1;
            self.bytes += bytes;
            if path.extension().is_some_and(|extension| extension == "rs") {
                self.rust += bytes;
                self.lines += String::from_utf8_lossy(&fs::read(&path)?).lines().count();
            }
        }
        Ok(())
    }
}
