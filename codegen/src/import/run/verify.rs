use crate::diagnostics::{Diagnostic, Diagnostics, codes};
use crate::error::{Error, ErrorKind};
use crate::import::Imported;
use crate::import::write::{CORRECTIONS, Place, text};
use crate::pipeline;
use crate::source::{self, Sources};
use crate::spec::raw::{self, Origin};
use std::sync::Arc;

/// Checks what corrections made of a document, before anything of it is written: a correction can say what the spec language does not allow.
///
/// # Errors
/// `check` would refuse the files.
pub(super) fn verify(imported: &Imported, place: &Place) -> Result<(), Error> {
    // Imported files follow other rules than those that people write.
    let origin = || Some(Origin { document: "corrected".to_owned(), digest: String::new() });
    let mut files = Vec::new();
    let mut add = |name: &str, text: String| {
        let relative = format!("{}/{name}.yaml", place.folder);
        let (file, problems) = source::read_bytes(&relative, &relative, text.as_bytes());
        files.push((Arc::new(file), problems));
    };
    add("product", text(&raw::Product { origin: origin(), ..imported.product.clone() })?);
    for operation in &imported.operations {
        add(&operation.name, text(&raw::Operation { origin: origin(), ..operation.clone() })?);
    }
    for shape in &imported.shapes {
        let name = format!("shapes/{}", shape.name);
        add(&name, text(&raw::SharedShape { origin: origin(), ..shape.clone() })?);
    }
    files.sort_by(|(one, _), (other, _)| one.relative.cmp(&other.relative));
    let mut diagnostics = Diagnostics::new();
    diagnostics.extend(files.iter().flat_map(|(_, problems)| problems.iter().cloned()));
    let sources = Sources { files: files.into_iter().map(|(file, _)| file).collect() };
    // Only the problems matter.
    let _ = pipeline::examine(&sources, &mut diagnostics);
    if !diagnostics.has_errors() {
        return Ok(());
    }
    let help =
        "the other problems show the files as they would be; correct the correction, nothing was written";
    diagnostics.push(
        Diagnostic::error(codes::CORRECTION, "what the corrections make of the document is no valid spec")
            .at_path(format!("{}/{CORRECTIONS}", place.folder))
            .help(help),
    );
    Err(ErrorKind::Problems(diagnostics).into())
}
