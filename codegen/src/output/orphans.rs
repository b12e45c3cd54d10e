use super::areas::{holds_output, is_other_output};
use crate::error::Error;
use crate::options::Layout;
use crate::rust::{Files, is_generated};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// Bytes of a file in which its header ends.
const HEADER_BYTES: u64 = 512;

/// Files that carry the generator's header and are not among `files`, by their paths below the folder, sorted.
pub(super) fn orphans(files: &Files, folder: &Path, layout: Layout) -> Result<Vec<String>, Error> {
    let mut search = Search { files, layout, found: Vec::new() };
    search.folder(folder, "")?;
    search.found.sort();
    Ok(search.found)
}

struct Search<'a> {
    files: &'a Files,
    layout: Layout,
    found: Vec<String>,
}

impl Search<'_> {
    fn folder(&mut self, folder: &Path, relative: &str) -> Result<(), Error> {
        let Listing { files, folders } = match list(folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            listing => listing.map_err(|error| Error::io("read the folder", folder, error))?,
        };
        if !relative.is_empty() && is_other_output(files.iter().map(String::as_str)) {
            return Ok(());
        }
        for name in files {
            let path = join(relative, &name);
            if !self.files.contains_key(&path) && carries_header(&folder.join(name)) {
                self.found.push(path);
            }
        }
        for name in folders {
            let path = join(relative, &name);
            if holds_output(self.layout, &path) {
                self.folder(&folder.join(name), &path)?;
            }
        }
        Ok(())
    }
}

struct Listing {
    files: Vec<String>,
    folders: Vec<String>,
}

/// Links are neither. Nor is a name that is not UTF-8: the generator never wrote one.
fn list(folder: &Path) -> io::Result<Listing> {
    let mut listing = Listing { files: Vec::new(), folders: Vec::new() };
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let kind = entry.file_type()?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        if kind.is_file() {
            listing.files.push(name);
        } else if kind.is_dir() {
            listing.folders.push(name);
        }
    }
    Ok(listing)
}

fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

/// A file that cannot be read is not known to be ours, so it stays.
fn carries_header(path: &Path) -> bool {
    let mut start = Vec::new();
    let read = File::open(path).and_then(|file| file.take(HEADER_BYTES).read_to_end(&mut start));
    read.is_ok() && is_generated(&String::from_utf8_lossy(&start))
}
