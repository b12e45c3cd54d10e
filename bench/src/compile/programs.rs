use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::artifact;
use super::made::{self, Made};
use super::mode::Mode;
use super::workspace::Workspace;
use crate::context::Context;
use crate::error::{Error, Result};
use crate::facts;
use crate::peers::program::Program;

/// How many operations the largest crate has.
pub(super) const ALL: usize = 921;
/// How many operations the crates have and the programs call.
const COUNTS: [usize; 3] = [3, 100, ALL];

/// Bytes of stripped programs.
#[derive(Debug, Default)]
pub(super) struct Programs {
    /// By the number of operations in the crate and of those that the program calls.
    pub(super) bytes: BTreeMap<(usize, usize), u64>,
}

impl Programs {
    /// Builds programs that call a part of the operations of crates of ours. All crates are chosen from the same spec files, so that
    /// the same program can be built on each that has what it calls.
    ///
    /// # Errors
    ///
    /// There is no official metadata, or something does not compile.
    pub(super) fn measure(context: &Context) -> Result<Self> {
        let specs = facts::specs(context, ALL)?;
        let few = names(&facts::specs(context, 3)?)?;
        let all = names(&specs)?;
        if let Some(missing) = few.iter().find(|name| !all.contains(name)) {
            return Err(Error::new(format!("the metadata has no operation {missing}")));
        }
        let others = all.iter().filter(|name| !few.contains(name));
        let sorted: Vec<String> = few.iter().chain(others).cloned().collect();
        let mut crates = Vec::new();
        for count in COUNTS {
            let only: Vec<String> = sorted.iter().take(count).cloned().collect();
            crates.push((count, made::chosen(context, &specs, &format!("chosen-{count}"), &only)?));
        }
        let mut programs = Self::default();
        for (there, measured) in &crates {
            programs.add(context, measured, *there, 0, &nothing())?;
            for (called, Made { program, .. }) in crates.iter().filter(|(called, _)| called <= there) {
                programs.add(context, measured, *there, *called, program)?;
            }
        }
        Ok(programs)
    }

    fn add(
        &mut self,
        context: &Context,
        measured: &Made,
        there: usize,
        called: usize,
        program: &str,
    ) -> Result<()> {
        let name = format!("{called}-of-{there}");
        let workspace = Workspace::new(context, &name, &measured.folder, program)?;
        self.bytes.insert((there, called), artifact::program(&workspace, Mode::Release)?);
        eprintln!("  a program that calls {called} of {there} operations: measured");
        Ok(())
    }

    /// The size of one of them.
    pub(super) fn of(&self, there: usize, called: usize) -> Option<u64> {
        self.bytes.get(&(there, called)).copied()
    }
}

/// A program that makes a client and calls nothing.
fn nothing() -> String {
    let client = "alicloud_sdk::sas::Client".to_owned();
    let made = format!("{client}::from_env().unwrap()");
    Program { client, made, calls: Vec::new() }.text()
}

/// The names of the operations in a spec folder, sorted.
fn names(specs: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for product in folders(specs)? {
        for version in folders(&product)? {
            for entry in fs::read_dir(version)? {
                let path = entry?.path();
                let is_operation = path.extension().is_some_and(|extension| extension == "yaml")
                    && !path.ends_with("product.yaml");
                if is_operation {
                    let text = fs::read_to_string(path)?;
                    names
                        .extend(text.lines().find_map(|line| line.strip_prefix("name: ")).map(str::to_owned));
                }
            }
        }
    }
    names.sort();
    Ok(names)
}

fn folders(parent: &Path) -> Result<Vec<PathBuf>> {
    let mut folders = Vec::new();
    for entry in fs::read_dir(parent)? {
        folders.push(entry?.path());
    }
    folders.retain(|path| path.is_dir());
    Ok(folders)
}
