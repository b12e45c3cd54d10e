use std::fs;
use std::path::Path;

use crate::error::{Error, Result};

/// Lines of Rust.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lines {
    /// All of them.
    pub(crate) all: usize,
    /// Those that are neither empty nor a comment, documentation included.
    pub(crate) code: usize,
}

/// The lines of all `.rs` files in a folder and below it.
///
/// # Errors
///
/// A file cannot be read.
pub(super) fn count(folder: &Path) -> Result<Lines> {
    let mut lines = Lines::default();
    let entries =
        fs::read_dir(folder).map_err(|error| Error::new(format!("{}: {error}", folder.display())))?;
    for entry in entries {
        let path = entry?.path();
        let more = if path.is_dir() {
            count(&path)?
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            of(&fs::read_to_string(&path)?)
        } else {
            Lines::default()
        };
        lines.all += more.all;
        lines.code += more.code;
    }
    Ok(lines)
}

/// The lines of a text. Comments over several lines count as such where they begin a line, as generators write them.
fn of(text: &str) -> Lines {
    let mut lines = Lines::default();
    let mut commented = false;
    for line in text.lines() {
        let line = line.trim();
        lines.all += 1;
        if commented || line.starts_with("/*") {
            commented = !line.ends_with("*/");
        } else if !line.is_empty() && !line.starts_with("//") {
            lines.code += 1;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_empty_lines_are_no_code() {
        let text = "//! Module.\n\n/// Type.\n#[derive(Debug)]\npub struct A {\n    /* one */\n    a: u8, // last\n}\n";
        assert_eq!(of(text), Lines { all: 8, code: 4 });
        assert_eq!(of("/**\n * Type.\n */\nstruct A;\n"), Lines { all: 4, code: 1 });
    }

    #[test]
    fn files_below_count_and_other_files_do_not() -> Result<()> {
        let folder = tempfile::tempdir()?;
        fs::create_dir(folder.path().join("below"))?;
        fs::write(folder.path().join("lib.rs"), "mod below;\n")?;
        fs::write(folder.path().join("below/mod.rs"), "//! Empty.\n")?;
        fs::write(folder.path().join("README.md"), "text\n")?;
        assert_eq!(count(folder.path())?, Lines { all: 2, code: 1 });
        Ok(())
    }
}
