use super::{Drift, Outcome, atomic, compare};
use crate::error::Error;
use crate::options::Layout;
use crate::rust::Files;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

/// Makes a folder hold the files: writes those that are missing or differ, removes those that the generator once wrote and that are not
/// among them, and leaves everything else alone.
///
/// # Errors
/// Something that is not the generator's lies where a file would be written, and nothing was changed; or the file system refuses.
pub fn write(files: &Files, folder: &Path, layout: Layout) -> Result<Outcome, Error> {
    let Drift { missing, stale, orphaned, unchanged, warnings } = compare(files, folder, layout)?;
    // First, since names that differ only in case are one file on some systems.
    for path in &orphaned {
        remove(folder, path)?;
    }
    let mut written: Vec<String> =
        missing.into_iter().chain(stale.into_iter().map(|stale| stale.path)).collect();
    written.sort();
    // Once for each folder, not for each of its files.
    let folders: BTreeSet<&str> =
        written.iter().map(|path| path.rsplit_once('/').map_or("", |(above, _)| above)).collect();
    for above in folders {
        let above = folder.join(above);
        fs::create_dir_all(&above).map_err(|error| Error::io("create the folder", &above, error))?;
    }
    for (path, text) in written.iter().filter_map(|path| files.get_key_value(path)) {
        let path = folder.join(path);
        atomic::write(&path, text.as_bytes()).map_err(|error| Error::io("write", &path, error))?;
    }
    Ok(Outcome { written, unchanged, removed: orphaned, warnings, is_up_to_date: false })
}

/// Removes a file, and the folders that it leaves empty.
fn remove(folder: &Path, relative: &str) -> Result<(), Error> {
    let path = folder.join(relative);
    match fs::remove_file(&path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(Error::io("remove", &path, error));
        }
        _ => {}
    }
    let parents = path.ancestors().skip(1).take_while(|parent| *parent != folder);
    for parent in parents {
        // Refused where something is left in it.
        if fs::remove_dir(parent).is_err() {
            break;
        }
    }
    Ok(())
}
