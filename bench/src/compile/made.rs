use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::context::Context;
use crate::error::{Error, Result};
use crate::measure;
use crate::peers::Peer;
use crate::{facts, ours as generator};

/// An emitted crate.
#[derive(Debug)]
pub(crate) struct Made {
    /// Its folder.
    pub(crate) folder: PathBuf,
    /// The text of a program that calls every operation of it.
    pub(crate) program: String,
}

/// Our crate of that many operations of Security Center.
///
/// # Errors
///
/// There are no facts, or the generator fails.
pub(crate) fn ours(context: &Context, operations: usize) -> Result<Made> {
    let specs = facts::specs(context, operations)?;
    chosen(context, &specs, &operations.to_string(), &[])
}

/// The folder of our crate of that many operations, which a spec folder has.
///
/// # Errors
///
/// The generator fails.
pub(crate) fn generated(context: &Context, specs: &Path, operations: usize) -> Result<PathBuf> {
    let folder = empty(context, &format!("ours-{operations}"))?;
    measure::run(&mut generator::command(context, specs, &folder)?)?;
    Ok(folder)
}

/// Our crate of these operations of a spec folder, of all of them where none is named.
///
/// # Errors
///
/// The generator fails.
pub(super) fn chosen(context: &Context, specs: &Path, name: &str, only: &[String]) -> Result<Made> {
    let folder = empty(context, &format!("ours-{name}"))?;
    let mut command = generator::command(context, specs, &folder)?;
    command.args(only.iter().flat_map(|operation| ["--only", operation]));
    measure::run(&mut command)?;
    let program = generator::calls(&folder)?;
    let operations = if only.is_empty() { facts::count(specs)? } else { only.len() };
    complete(&program, operations)?;
    Ok(Made { program, folder })
}

/// The crate that another generator makes of the same operations.
///
/// # Errors
///
/// There are no facts, or the generator fails.
pub(super) fn peer(context: &Context, peer: Peer, operations: usize) -> Result<Made> {
    let openapi = facts::document_of(context, &facts::specs(context, operations)?, operations)?;
    let folder = empty(context, &format!("{}-{operations}", peer.name()))?;
    let mut command: Command = peer.command(context, &openapi, &folder)?;
    measure::run(&mut command)?;
    peer.finish(&folder)?;
    let program = peer.calls(&folder)?;
    complete(&program, operations)?;
    Ok(Made { program, folder })
}

/// A program that leaves operations out would be measured too cheap.
fn complete(program: &str, operations: usize) -> Result<()> {
    let calls = program.matches("async fn call_").count();
    if calls == operations {
        return Ok(());
    }
    Err(Error::new(format!("the program calls {calls} of {operations} operations")))
}

/// The path of a folder of that name. There is nothing in it.
fn empty(context: &Context, name: &str) -> Result<PathBuf> {
    let folder = context.work.join("compile/made").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}
