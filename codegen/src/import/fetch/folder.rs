use super::{Input, Wanted};
use crate::diagnostics::display_path;
use crate::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// Levels of folders that are looked into: product and version.
const LEVELS: usize = 2;

/// The documents of a folder: in each folder below it, the structure and the texts by the names of the files.
pub(super) fn documents(folder: &Path) -> Result<Vec<Wanted>, Error> {
    let mut found = Vec::new();
    search(folder, LEVELS, &mut found)?;
    if found.is_empty() {
        let shown = display_path(folder);
        let help = "documents lie in it at `<product>/<version>/api-docs.json`, or as `api-docs.zh.json` and `api-docs.en.json` in two languages";
        return Err(Error::usage(format!("`{shown}` holds no document\n  help: {help}")));
    }
    Ok(found)
}

fn search(folder: &Path, levels: usize, found: &mut Vec<Wanted>) -> Result<(), Error> {
    let entries = fs::read_dir(folder).map_err(|error| Error::io("read the folder", folder, error))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let documents: Vec<&PathBuf> = paths.iter().filter(|path| is_document(path)).collect();
    if let Some(document) = pair(&documents) {
        found.push(document);
    }
    for path in paths.iter().filter(|path| levels > 0 && path.is_dir()) {
        search(path, levels - 1, found)?;
    }
    Ok(())
}

fn is_document(path: &Path) -> bool {
    let name = name(path);
    name.starts_with("api-docs") && name.ends_with(".json") && path.is_file()
}

/// Chinese documents have the whole structure, so that of another language only counts where there is no Chinese one.
fn pair(documents: &[&PathBuf]) -> Option<Wanted> {
    let of = |language: &str| documents.iter().find(|path| is_in(path, language)).copied();
    let other = documents.iter().find(|path| !is_in(path, "zh") && !is_in(path, "en")).copied();
    let structure = of("zh").or(other).or_else(|| of("en"))?;
    let prose = of("en").filter(|prose| *prose != structure);
    let input = |path: &PathBuf| Input::File(path.clone());
    Some(Wanted::new(input(structure), prose.map(input)))
}

/// Whether a file's name says that it is in a language: `api-docs.zh.json`, `api-docs_EN_US.json`.
fn is_in(path: &Path, language: &str) -> bool {
    name(path).to_ascii_lowercase().split(['.', '_', '-']).any(|part| part == language)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
