use std::path::{Path, PathBuf};
use std::process::Command;

use crate::context::Context;
use crate::error::Result;
use crate::measure;

/// The generator's binary, built as it is published. Nothing is done where it is up to date.
///
/// # Errors
///
/// It cannot be built.
pub(crate) fn binary(context: &Context) -> Result<PathBuf> {
    let target = context.tools.join("alicloud-codegen");
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--release", "--package", "alicloud-codegen", "--features", "cli"]);
    cargo.current_dir(&context.root).arg("--target-dir").arg(&target);
    measure::run(&mut cargo)?;
    Ok(target.join("release/alicloud-codegen"))
}

/// The command that generates a crate, on all processors as users run it.
///
/// # Errors
///
/// The generator cannot be built.
pub(crate) fn command(context: &Context, specs: &Path, out: &Path) -> Result<Command> {
    let mut command = Command::new(binary(context)?);
    command.arg("generate").arg("--spec").arg(specs).arg("--out").arg(out);
    command.arg("--runtime").arg(context.root.join("runtime"));
    Ok(command)
}
