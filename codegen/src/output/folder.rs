use super::areas::{holds_output, is_other_output};
use crate::error::Error;
use crate::options::Layout;
use std::fs;
use std::io;
use std::path::Path;

/// The regular files of an output folder, as far as emitted files can lie there, by their paths below it. No link is followed.
pub(super) fn files(folder: &Path, layout: Layout) -> Result<Vec<String>, Error> {
    let mut search = Search { layout, found: Vec::new() };
    search.folder(folder, "")?;
    search.found.sort();
    Ok(search.found)
}

struct Search {
    layout: Layout,
    found: Vec<String>,
}

impl Search {
    fn folder(&mut self, folder: &Path, relative: &str) -> Result<(), Error> {
        let Listing { files, folders } = match list(folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            listing => listing.map_err(|error| Error::io("read the folder", folder, error))?,
        };
        if is_other_output(self.layout, relative, files.iter().map(String::as_str)) {
            return Ok(());
        }
        self.found.extend(files.iter().map(|name| join(relative, name)));
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
