use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use alicloud_codegen::{Options, pipeline};

use super::document::document;
use super::enumerations::Enumerations;
use crate::context::Context;
use crate::error::{Error, Result};
use crate::measure;

/// Writes the facts of spec files as an OpenAPI 3.0 document in JSON, and beside it how many enumerations it has.
///
/// # Errors
///
/// The spec files have problems, or say something that [`document`] has no form for.
pub(crate) fn openapi(specs: &Path, out: &Path) -> Result<()> {
    let options = Options { spec: specs.to_owned(), ..Options::default() };
    let resolved = pipeline::load(&options).and_then(|loaded| loaded.resolve(&[]));
    let model = resolved.map_err(|error| Error::new(error.to_string()))?.model;
    let mut file = BufWriter::new(File::create(out)?);
    serde_json::to_writer_pretty(&mut file, &document(&model)?)?;
    file.flush()?;
    Enumerations::count(&model).keep(out)
}

/// The same facts as an OpenAPI 3.0 document, made by another process: the peak of memory that the system tells of a process
/// begins at that of the one which started it, and a model takes more than the generator itself.
///
/// # Errors
///
/// As [`openapi`].
pub(crate) fn document_of(context: &Context, specs: &Path, operations: usize) -> Result<PathBuf> {
    let folder = context.work.join("openapi");
    fs::create_dir_all(&folder)?;
    let path = folder.join(format!("{operations}.json"));
    measure::run(Command::new(std::env::current_exe()?).arg("openapi").arg(specs).arg(&path))?;
    Ok(path)
}
