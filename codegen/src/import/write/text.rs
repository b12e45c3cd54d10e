use super::{digest, print};
use crate::error::Error;
use crate::schema::FileKind;
use crate::spec::layout::Layout;
use crate::spec::raw;
use serde::Serialize;
use std::io;
use std::path::Path;

/// A raw spec in the canonical form of its file, as `fmt` would leave it. The digest of its origin, if it has one, is
/// made of the text.
///
/// # Errors
/// None that is known: nothing in a raw spec is without a form.
pub fn text<T: SpecFile>(file: &T) -> Result<String, Error> {
    let value = serde_json::to_value(file)
        .map_err(|error| Error::io("write", Path::new(T::KIND.schema_file()), io::Error::other(error)))?;
    Ok(digest::sealed(&print::print(&T::KIND.modeline(), &value, T::shape())))
}

/// A raw spec that has a file of its own.
pub trait SpecFile: Serialize + Layout {
    /// What its file describes.
    const KIND: FileKind;
}

impl SpecFile for raw::Product {
    const KIND: FileKind = FileKind::Product;
}

impl SpecFile for raw::Operation {
    const KIND: FileKind = FileKind::Operation;
}

impl SpecFile for raw::SharedShape {
    const KIND: FileKind = FileKind::Shape;
}
