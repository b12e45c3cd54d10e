use crate::options::Layout;

/// Folders of an emitted crate that hold emitted files.
const OF_CRATE: [&str; 3] = ["src", "tests", "examples"];

/// Files that make the folder around them an output of its own.
const ROOTS: [&str; 2] = ["Cargo.toml", "alicloud.rs"];

/// Whether emitted files can lie in a folder, given by its path below the output folder.
///
/// A crate lies in a folder that may have anything beside it, other crates of this generator among it, so only its own folders count. Modules
/// are at home in a folder of their own.
pub(super) fn holds_output(layout: Layout, folder: &str) -> bool {
    let first = folder.split('/').next().unwrap_or(folder);
    let hidden = folder.rsplit('/').next().is_some_and(|name| name.starts_with('.'));
    !hidden && (layout == Layout::Modules || OF_CRATE.contains(&first))
}

/// Folder of a crate whose program has the name of a root.
const PROGRAMS: &str = "src/bin";

/// Whether a folder below the output folder is another output, given the names of its files.
pub(super) fn is_other_output<'a>(
    layout: Layout,
    folder: &str,
    mut names: impl Iterator<Item = &'a str>,
) -> bool {
    let is_own = folder.is_empty() || (layout == Layout::Crate && folder == PROGRAMS);
    !is_own && names.any(|name| ROOTS.contains(&name))
}
