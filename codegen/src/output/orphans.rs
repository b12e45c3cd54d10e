use super::folder;
use crate::error::Error;
use crate::options::Layout;
use crate::rust::{Files, is_generated};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Bytes of a file in which its header ends.
const HEADER_BYTES: u64 = 512;

/// Files that carry the generator's header and are not among `files`, by their paths below the folder, sorted.
pub(super) fn orphans(files: &Files, folder: &Path, layout: Layout) -> Result<Vec<String>, Error> {
    let mut found = folder::files(folder, layout)?;
    found.retain(|path| !files.contains_key(path) && carries_header(&folder.join(path)));
    Ok(found)
}

/// A file that cannot be read is not known to be ours, so it stays.
pub(super) fn carries_header(path: &Path) -> bool {
    let mut start = Vec::new();
    let read = File::open(path).and_then(|file| file.take(HEADER_BYTES).read_to_end(&mut start));
    read.is_ok() && is_generated(&String::from_utf8_lossy(&start))
}
