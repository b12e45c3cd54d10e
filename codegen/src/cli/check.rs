use super::arguments::Spec;
use super::exit::Status;
use super::terminal;
use crate::{Builder, Error};

/// `check`: the problems of the spec files.
pub(super) fn run(spec: &Spec) -> Result<Status, Error> {
    let checked = Builder::new().spec(&spec.folder).check()?;
    terminal::problems(&checked.warnings);
    let operations = terminal::count(checked.operations, "operation");
    let products = terminal::count(checked.products, "product");
    terminal::result(&format!("{operations} of {products}, no errors\n"))?;
    Ok(Status::Good)
}
