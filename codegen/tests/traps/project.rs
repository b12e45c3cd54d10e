//! Spec folders on a disk, and what a check says of them.

use alicloud_codegen::Builder;
use alicloud_codegen::diagnostics::Diagnostics;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

pub(crate) const PRODUCT: &str = include_str!("../ui/base/product.yaml");
pub(crate) const OPERATION: &str = include_str!("../ui/no-problem.yaml");

/// A valid spec folder, and where its files lie.
pub(crate) fn project() -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let files = folder.path().join("demo/2024-01-01");
    fs::create_dir_all(&files).unwrap();
    fs::write(files.join("product.yaml"), PRODUCT).unwrap();
    fs::write(files.join("get_thing.yaml"), OPERATION).unwrap();
    (folder, files)
}

/// All problems of a spec folder.
pub(crate) fn check(spec: &Path) -> Diagnostics {
    match Builder::new().spec(spec).check() {
        Ok(checked) => checked.warnings,
        Err(error) => error.into_problems().unwrap(),
    }
}

/// Each problem as code and place: `E0102 get_thing.yaml:1:1`, or the file's name alone where no text is.
pub(crate) fn places(diagnostics: &Diagnostics) -> Vec<String> {
    let place = |problem: &&alicloud_codegen::diagnostics::Diagnostic| {
        let name = problem.file().rsplit('/').next().unwrap().to_owned();
        let at = problem.line_column().map(|(line, column)| format!(":{line}:{column}"));
        format!("{} {name}{}", problem.code.id, at.unwrap_or_default())
    };
    diagnostics.sorted().iter().map(place).collect()
}
