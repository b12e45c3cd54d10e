//! A second run with nothing changed touches no file, and does no work.

use crate::granary::Granary;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// When each file and folder was changed.
pub(crate) type Times = BTreeMap<PathBuf, SystemTime>;

/// Every file and folder with the time of its last change.
pub(crate) fn times(folder: &Path) -> Times {
    let mut times = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(path) = open.pop() {
        times.insert(path.clone(), path.metadata().unwrap().modified().unwrap());
        if path.is_dir() {
            open.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        }
    }
    times
}

/// That nothing was written, made or removed.
pub(crate) fn untouched(before: &Times, after: &Times) -> Result<(), String> {
    let names = before.keys().chain(after.keys());
    match names.into_iter().find(|path| before.get(*path) != after.get(*path)) {
        Some(path) => Err(format!("`{}` was touched", path.display())),
        None => Ok(()),
    }
}

/// All of a folder, made so old that whatever is written again shows.
pub(crate) fn aged(folder: &Path) -> Times {
    times(folder).keys().for_each(|path| age(path));
    times(folder)
}

fn age(path: &Path) {
    let long_ago = SystemTime::now() - Duration::from_secs(10_000);
    fs::File::open(path).unwrap().set_modified(long_ago).unwrap();
}

#[test]
fn nothing_is_done_and_nothing_touched() {
    let granary = Granary::new();
    let first = granary.builder().generate().unwrap();
    assert!(!first.is_up_to_date && first.warnings.is_empty(), "{}", first.warnings.render_plain());
    let out = granary.path("out");
    let before = aged(&out);
    let second = granary.builder().generate().unwrap();
    assert!(second.is_up_to_date);
    assert_eq!(second.unchanged, first.written);
    untouched(&before, &times(&out)).unwrap();
    // Nor where there is no record to go by.
    fs::remove_dir_all(out.join(".alicloud-codegen")).unwrap();
    let before = aged(&out.join("src"));
    assert!(!granary.builder().generate().unwrap().is_up_to_date);
    untouched(&before, &times(&out.join("src"))).unwrap();
}

#[test]
fn a_touched_file_is_noticed() {
    let granary = Granary::new();
    granary.builder().generate().unwrap();
    let out = granary.path("out");
    let before = times(&out);
    let file = out.join("src/lib.rs");
    age(&file);
    let error = untouched(&before, &times(&out)).unwrap_err();
    assert!(error.contains("lib.rs"), "{error}");
    // Written again with the same bytes.
    let before = times(&out);
    fs::write(&file, fs::read(&file).unwrap()).unwrap();
    assert!(untouched(&before, &times(&out)).is_err());
    fs::write(out.join("more"), "").unwrap();
    assert!(untouched(&before, &times(&out)).is_err());
}
