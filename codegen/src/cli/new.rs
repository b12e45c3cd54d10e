use super::arguments::New;
use super::exit::Status;
use super::{drift, terminal};
use crate::Error;
use crate::diagnostics::display_path;
use crate::skeleton;
use std::path::Path;

/// `new`: writes the skeleton of an operation.
pub(super) fn run(arguments: &New) -> Result<Status, Error> {
    let New { spec, product, operation, version } = arguments;
    let written = skeleton::create(&spec.folder, product, operation, version.as_deref())?;
    let mut text = String::new();
    for path in &written {
        text.push_str(&format!("wrote {}\n", display_path(path)));
    }
    let program = drift::program();
    let folder = &spec.folder;
    let option =
        if folder == Path::new("spec") { String::new() } else { format!(" --spec {}", folder.display()) };
    text.push_str(&format!(
        "next: replace every TODO, then run `{program} check{option}` and `{program} generate{option}`\n"
    ));
    terminal::result(&text)?;
    Ok(Status::Good)
}
