//! Folders to generate into, in which nothing was before and from which nothing is deleted while anything is measured.

use std::cell::Cell;
use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;

use crate::context::Context;
use crate::error::Result;

/// New folders, all of which are deleted together when this value ends.
///
/// Deleting one between two measurements would be part of the second one: for some minutes ext4 goes through all inodes that were
/// deleted in a part of the disk for each file that is made there (`recently_deleted`), which is many times the time of making it.
#[derive(Debug)]
pub(crate) struct Fresh {
    folder: TempDir,
    made: Cell<usize>,
}

impl Fresh {
    /// None yet, below the folder that the user has chosen for them.
    ///
    /// # Errors
    ///
    /// Nothing can be made in that folder.
    pub(crate) fn new(context: &Context) -> Result<Self> {
        fs::create_dir_all(&context.out)?;
        let folder = tempfile::Builder::new().prefix("alicloud-bench-").tempdir_in(&context.out)?;
        Ok(Self { folder, made: Cell::new(0) })
    }

    /// An empty folder that was not there before.
    ///
    /// # Errors
    ///
    /// It cannot be made.
    pub(crate) fn next(&self) -> Result<PathBuf> {
        self.made.set(self.made.get() + 1);
        // oas3-gen makes the name of the crate of it: it begins with a letter, and is of one length.
        let folder = self.folder.path().join(format!("crate_{:06}", self.made.get()));
        fs::create_dir(&folder)?;
        Ok(folder)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::Fresh;
    use crate::context::Context;
    use std::fs;

    #[test]
    fn folders_are_new_and_stay_until_all_of_them_go() {
        let folder = tempfile::tempdir().unwrap();
        let context = Context::of_tests(folder.path());
        let fresh = Fresh::new(&context).unwrap();
        let (one, two) = (fresh.next().unwrap(), fresh.next().unwrap());
        fs::write(one.join("file"), "").unwrap();
        assert_ne!(one, two);
        for name in [&one, &two].map(|path| path.file_name().unwrap().to_string_lossy().into_owned()) {
            assert!(name.starts_with(char::is_alphabetic) && name.len() == 12, "{name}");
        }
        assert!(one.starts_with(&context.out) && one.join("file").is_file());
        assert_eq!(fs::read_dir(&two).unwrap().count(), 0);
        drop(fresh);
        assert_eq!(fs::read_dir(&context.out).unwrap().count(), 0);
    }
}
