use super::{Folder, Products};
use crate::diagnostics::Diagnostics;
use crate::error::Error;
use crate::import::parallel;
use crate::source::{self, Sources};
use crate::spec::{self, Specs};
use std::path::Path;
use std::sync::Arc;

/// What lies in the folder of a product version, as far as it can be read.
///
/// # Errors
/// The product has no usable name or version, or the file system refuses.
pub fn existing(spec_dir: &Path, product: &str, version: &str) -> Result<Specs, Error> {
    let place = Products::read(spec_dir).place(product, version)?;
    Ok(Folder::read(spec_dir, &place)?.specs(1))
}

impl Folder {
    /// What the files say. Those that are broken are no part of it. Uses up to `jobs` threads.
    #[must_use]
    pub fn specs(&self, jobs: usize) -> Specs {
        let read = parallel::map(&self.files, jobs, |file| {
            let (file, problems) = source::read_bytes(&file.path, &file.path, file.text.as_bytes());
            problems.is_empty().then(|| Arc::new(file))
        });
        let mut files: Vec<_> = read.into_iter().flatten().collect();
        files.sort_by(|one, other| one.relative.cmp(&other.relative));
        spec::parse(&Sources { files }, &mut Diagnostics::new())
    }
}
