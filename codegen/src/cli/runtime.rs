use crate::Runtime;
use std::convert::Infallible;
use std::fs;
use std::path::{Path, PathBuf};

/// A text with a separator, or that names a folder, is a path. Everything else is a version.
pub(super) fn parse(text: &str) -> Result<Runtime, Infallible> {
    let is_path = text.contains(['/', std::path::MAIN_SEPARATOR]) || Path::new(text).is_dir();
    Ok(if is_path { Runtime::Path(PathBuf::from(text)) } else { Runtime::Version(text.to_owned()) })
}

/// The runtime of the workspace around a folder, where the runtime lies in it. Else the published one.
pub(super) fn default_of(folder: &Path) -> Runtime {
    let manifest = fs::read_to_string(folder.join("runtime/Cargo.toml")).unwrap_or_default();
    let is_runtime = manifest.lines().any(|line| line.trim() == "name = \"alicloud-runtime\"");
    if is_runtime && folder.join("Cargo.toml").is_file() {
        return Runtime::Path(folder.join("runtime"));
    }
    Runtime::default()
}
