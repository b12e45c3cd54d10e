//! What the last run read and wrote, so that the next one can see that nothing is left to do.
//!
//! It lies in the output folder, in a folder that git ignores. A run is recorded only if it had nothing to warn of. Of all files that a run
//! reads and makes it holds hashes of their contents, never times or sizes, so that it cannot be right by mistake; where anything differs or the
//! record is damaged, the whole work is done. `generate --check` does not look at it.

use super::{atomic, folder, orphans};
use crate::options::Options;
use crate::rust::Files;
use crate::source::Input;
use crate::{hash, parallel};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder, below the output folder.
const FOLDER: &str = ".alicloud-codegen";
/// The file in it.
const FILE: &str = "record";
/// Its first line: the format.
const FORMAT: &str = "alicloud-codegen record 1";

/// What a run's result depends on, as one hash.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Key(String);

impl Key {
    /// `generator` is what distinguishes the generator from every other one.
    pub(crate) fn new(generator: &str, options: &Options, inputs: &[Input]) -> Option<Self> {
        // Whoever adds an option has to say here whether the output depends on it.
        let Options { spec, out, only, jobs: _, runtime, layout, package, runtime_path } = options;
        let mut parts = hash::Parts::default();
        parts.add(generator.as_bytes());
        // A path in the emitted manifest is relative, and relative folders begin here.
        parts.add(std::env::current_dir().ok()?.as_os_str().as_encoded_bytes());
        parts.add(spec.as_os_str().as_encoded_bytes());
        parts.add(out.as_os_str().as_encoded_bytes());
        parts.add(format!("{only:?} {runtime:?} {layout:?} {package:?} {runtime_path:?}").as_bytes());
        for Input { path, hash } in inputs {
            parts.add(path.as_bytes());
            parts.add(hash.as_bytes());
        }
        Some(Self(parts.finish()))
    }
}

/// What a recorded run left behind.
#[derive(Debug)]
pub(crate) struct Record {
    key: Key,
    /// Path and hash of each file.
    outputs: BTreeMap<String, String>,
}

impl Record {
    /// The record of the last run into a folder. `None` where there is none or it is damaged.
    pub(crate) fn read(out: &Path) -> Option<Self> {
        let text = fs::read_to_string(place(out)?).ok()?;
        let (body, end) = text.trim_end_matches('\n').rsplit_once('\n')?;
        if hash::of(body.as_bytes()) != end {
            return None;
        }
        let mut lines = body.lines();
        if lines.next()? != FORMAT {
            return None;
        }
        let key = Key(lines.next()?.to_owned());
        let output = |line: &str| line.split_once(' ').map(|(hash, path)| (path.to_owned(), hash.to_owned()));
        let outputs = lines.map(output).collect::<Option<_>>()?;
        Some(Self { key, outputs })
    }

    /// The files of the recorded run, if it had the same key and left the folder just as it is.
    pub(crate) fn holds(self, key: &Key, options: &Options) -> Option<Vec<String>> {
        if self.key != *key {
            return None;
        }
        let found = folder::files(&options.out, options.layout).ok()?;
        let (known, others): (Vec<String>, Vec<String>) =
            found.into_iter().partition(|path| self.outputs.contains_key(path));
        let is_right = |path: &String| {
            fs::read(options.out.join(path))
                .is_ok_and(|bytes| Some(&hash::of(&bytes)) == self.outputs.get(path))
        };
        let right = known.len() == self.outputs.len()
            && !others.iter().any(|path| orphans::carries_header(&options.out.join(path)))
            && parallel::map(&known, options.jobs, is_right).into_iter().all(|right| right);
        right.then_some(known)
    }
}

/// Records a run. One that cannot be recorded only costs the next run its work.
pub(crate) fn keep(key: Key, files: &Files, out: &Path) {
    let mut body = format!("{FORMAT}\n{}", key.0);
    for (path, text) in files {
        body.push_str(&format!("\n{} {path}", hash::of(text.as_bytes())));
    }
    let text = format!("{body}\n{}\n", hash::of(body.as_bytes()));
    // Refused where it exists.
    let _ = fs::create_dir(out.join(FOLDER));
    let Some(place) = place(out) else { return };
    // The folder ignores itself, so nothing of it shows in `git status`.
    let ignore = place.with_file_name(".gitignore");
    if fs::symlink_metadata(&ignore).is_err() {
        let _ = atomic::write(&ignore, b"*\n");
    }
    let _ = atomic::write(&place, text.as_bytes());
}

/// Where the record lies; `None` where its folder is missing or a link, through which nothing is written.
fn place(out: &Path) -> Option<PathBuf> {
    let folder = out.join(FOLDER);
    fs::symlink_metadata(&folder).ok().filter(fs::Metadata::is_dir)?;
    let place = folder.join(FILE);
    match fs::symlink_metadata(&place) {
        Ok(metadata) if !metadata.is_file() => None,
        _ => Some(place),
    }
}
