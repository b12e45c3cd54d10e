use super::walk::SHAPES;
use super::{Node, Place, Step};
use crate::diagnostics::SourceText;
use std::sync::Arc;

/// The spec files of a folder.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// Sorted by path.
    pub files: Vec<Arc<SourceFile>>,
}

/// A spec file.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Path below the spec folder, with `/` on every system: `sas/2018-12-03/get_check_sale.yaml`. The same
    /// on every machine.
    pub relative: String,
    /// The text, with the path under which it is shown.
    pub source: Arc<SourceText>,
    /// SHA-256 of the file's bytes in hexadecimal.
    pub hash: String,
    /// The tree; `None` where the text is not YAML.
    pub tree: Option<Node>,
    /// Whether no problem was found in reading it.
    pub sound: bool,
}

/// Folder of the product that the file at a path below the spec folder belongs to.
pub(super) fn product_folder(relative: &str) -> &str {
    let folder = relative.rsplit_once('/').map_or("", |(folder, _)| folder);
    folder.strip_suffix(SHAPES).and_then(|folder| folder.strip_suffix('/')).unwrap_or(folder)
}

impl SourceFile {
    /// Folder below the spec folder: `sas/2018-12-03`.
    #[must_use]
    pub fn folder(&self) -> &str {
        self.relative.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Folder of the product that the file belongs to: `sas/2018-12-03`, also for its shared shapes.
    #[must_use]
    pub fn product_folder(&self) -> &str {
        product_folder(&self.relative)
    }

    /// Whether the file describes a shared shape.
    #[must_use]
    pub fn is_shape(&self) -> bool {
        self.product_folder() != self.folder()
    }

    /// Name of the file: `get_check_sale.yaml`.
    #[must_use]
    pub fn name(&self) -> &str {
        self.relative.rsplit_once('/').map_or(self.relative.as_str(), |(_, name)| name)
    }

    /// The place that `path` leads to, for example `&["parameters".into(), 3.into(), "type".into()]`.
    ///
    /// Where a step leads nowhere (the key is absent, so that its value is a default), the place reached
    /// before it; the start of the file where there is no tree. So there is always a place to point at.
    #[must_use]
    pub fn place(&self, path: &[Step]) -> Place {
        match &self.tree {
            Some(tree) => {
                let place = tree.place(path);
                Place { mark: self.source.first_line(&place.mark), ..place }
            }
            None => Place { key: 0..0, value: 0..0, mark: 0..0 },
        }
    }
}
