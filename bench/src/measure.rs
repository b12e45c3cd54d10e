//! What a process costs: CPU time of it and all its descendants, wall time, and the memory of the largest of them.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use wait4::Wait4;

use crate::error::{Error, Result};

/// The cost of one process and everything that it started and waited for.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cost {
    /// Time on processors, of user and system together.
    pub(crate) cpu: Duration,
    /// The part of it that the system took for them.
    pub(crate) system: Duration,
    /// Time that passed.
    pub(crate) wall: Duration,
    /// The most memory that one process of them held, in bytes.
    pub(crate) peak: u64,
}

/// Runs a command to its end, without output.
///
/// # Errors
///
/// The command could not be started, or failed: the error then has the end of what it said.
pub(crate) fn run(command: &mut Command) -> Result<Cost> {
    let name = format!("{command:?}");
    let said = tempfile::NamedTempFile::new()?;
    let begun = Instant::now();
    let child = command
        .stdin(Stdio::null())
        .stdout(said.reopen()?)
        .stderr(said.reopen()?)
        .spawn()
        .map_err(|error| Error::new(format!("{name}: {error}")))?;
    let used = child.wait4()?;
    let wall = begun.elapsed();
    if !used.status.success() {
        let text = String::from_utf8_lossy(&std::fs::read(said.path())?).into_owned();
        let tail: Vec<&str> = text.lines().rev().take(30).collect();
        let tail: Vec<&str> = tail.into_iter().rev().collect();
        return Err(Error::new(format!("{name}: {}\n{}", used.status, tail.join("\n"))));
    }
    let system = used.rusage.stime;
    Ok(Cost { cpu: used.rusage.utime + system, system, wall, peak: used.rusage.maxrss })
}
