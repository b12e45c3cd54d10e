use std::path::{Path, PathBuf};
use std::{fs, io};

use serde::Deserialize;

use super::mode::Mode;
use super::workspace::Workspace;
use crate::error::{Error, Result};

/// A line of what cargo says about what it made. Lines of other kinds have none of this.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Message {
    manifest_path: PathBuf,
    filenames: Vec<PathBuf>,
    executable: Option<PathBuf>,
}

/// Bytes of the measured crate's compiled library.
///
/// # Errors
///
/// It does not compile, or cargo names no library.
pub(super) fn library(workspace: &Workspace, mode: Mode) -> Result<u64> {
    let manifest = workspace.measured.join("Cargo.toml");
    let is_library = |path: &&PathBuf| path.extension().is_some_and(|extension| extension == "rlib");
    let library = made(workspace, mode, "alone")?
        .into_iter()
        .filter(|message| message.manifest_path == manifest)
        .find_map(|message| message.filenames.iter().find(is_library).cloned());
    size(library.ok_or_else(|| Error::new(format!("{}: no library was made", manifest.display())))?)
}

/// Bytes of the program.
///
/// # Errors
///
/// It does not compile, or cargo names no executable.
pub(super) fn program(workspace: &Workspace, mode: Mode) -> Result<u64> {
    let program = made(workspace, mode, "program")?.into_iter().find_map(|message| message.executable);
    size(program.ok_or_else(|| Error::new("no program was made"))?)
}

fn made(workspace: &Workspace, mode: Mode, package: &str) -> Result<Vec<Message>> {
    let mut command = workspace.cargo(mode, package);
    let output = command.args(["--quiet", "--message-format", "json"]).output()?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(Error::new(format!("{command:?}: {}\n{said}", output.status)));
    }
    let lines = output.stdout.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    Ok(lines.map(serde_json::from_slice).collect::<std::result::Result<_, _>>()?)
}

fn size(path: impl AsRef<Path>) -> Result<u64> {
    let size = |path: &Path| -> io::Result<u64> { Ok(fs::metadata(path)?.len()) };
    size(path.as_ref()).map_err(|error| Error::new(format!("{}: {error}", path.as_ref().display())))
}
