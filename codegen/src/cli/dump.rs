use super::arguments::{Dump, Format};
use super::exit::Status;
use super::terminal;
use crate::{Builder, Error};

/// `dump`: the resolved model.
pub(super) fn run(arguments: &Dump) -> Result<Status, Error> {
    let builder = Builder::new().spec(&arguments.spec.folder);
    let text = match arguments.format {
        Format::Json => builder.dump()?,
    };
    terminal::result(&text)?;
    Ok(Status::Good)
}
