use crate::diagnostics::{Diagnostic, codes, display_path};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A spec file that was found.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) path: PathBuf,
    /// Path below the spec folder with `/`.
    pub(super) relative: String,
}

/// Finds `<product>/<version>/*.yaml` and `<product>/<version>/shapes/*.yaml` below a folder, sorted by path.
/// Reports what cannot be read and what lies elsewhere.
pub(super) fn walk(spec_dir: &Path) -> (Vec<Found>, Vec<Diagnostic>) {
    let mut walk = Walk { found: Vec::new(), problems: Vec::new() };
    walk.folder(spec_dir, &mut Vec::new());
    walk.found.sort_by(|one, other| one.relative.cmp(&other.relative));
    (walk.found, walk.problems)
}

/// Levels of folders below the spec folder: product and version.
const LEVELS: usize = 2;
/// Folder of the shared shapes beside the operations.
pub(crate) const SHAPES: &str = "shapes";

struct Walk {
    found: Vec<Found>,
    problems: Vec<Diagnostic>,
}

impl Walk {
    fn folder(&mut self, folder: &Path, names: &mut Vec<String>) {
        let entries = match list(folder) {
            Ok(entries) => entries,
            Err(error) => {
                let message = format!("the folder cannot be read: {error}");
                let problem = Diagnostic::error(codes::UNREADABLE, message).at_path(display_path(folder));
                return self.problems.push(problem.help("check the path, and that you may read it"));
            }
        };
        for (path, name, is_folder) in entries {
            if name.starts_with('.') {
                continue;
            }
            let is_yaml = path.extension().is_some_and(|extension| extension == "yaml");
            let is_yml = path.extension().is_some_and(|extension| extension == "yml");
            let is_shapes = names.len() == LEVELS && name == SHAPES;
            names.push(name);
            match (is_folder, names.len() > LEVELS) {
                (true, true) if is_shapes => self.folder(&path, names),
                (true, false) => self.folder(&path, names),
                (false, _) if is_yml => self.problems.push(misnamed(&path)),
                (true, true) if holds_yaml(&path) => self.problems.push(misplaced(&path)),
                (false, true) if is_yaml => self.found.push(Found { relative: names.join("/"), path }),
                (false, false) if is_yaml => self.problems.push(misplaced(&path)),
                _ => {}
            }
            names.pop();
        }
    }
}

fn list(folder: &Path) -> io::Result<Vec<(PathBuf, String, bool)>> {
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        // The listing has the kinds of all but links, which are followed: a linked folder is a folder. A broken link
        // is read as a file later and reported there.
        let is_folder = match entry.file_type() {
            Ok(kind) if !kind.is_symlink() => kind.is_dir(),
            _ => path.is_dir(),
        };
        entries.push((path, name, is_folder));
    }
    Ok(entries)
}

/// Whether a folder in which no spec file belongs has one all the same.
fn holds_yaml(folder: &Path) -> bool {
    let is_yaml = |(path, _, _): &(PathBuf, String, bool)| {
        path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml")
    };
    list(folder).is_ok_and(|entries| entries.iter().any(is_yaml))
}

fn misnamed(path: &Path) -> Diagnostic {
    Diagnostic::error(codes::PRODUCT_MISSING, "this file is not read: spec files end in `.yaml`")
        .at_path(display_path(path))
        .help("rename it to end in `.yaml`")
}

fn misplaced(path: &Path) -> Diagnostic {
    Diagnostic::error(codes::PRODUCT_MISSING, "this does not belong to a product")
        .at_path(display_path(path))
        .help("spec files lie at `<product>/<version>/<file>.yaml`, shared shapes at `<product>/<version>/shapes/<file>.yaml`, below the spec folder; move it there")
}
