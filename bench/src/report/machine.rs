//! What the figures were measured on.

use std::fs;
use std::process::Command;

use serde::{Deserialize, Serialize};

/// A machine and its compiler, in words. What the system does not tell is `unknown`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Machine {
    /// Model of the processor.
    pub(crate) processor: String,
    /// Number of processors that may be used.
    pub(crate) cores: String,
    /// Memory of the machine.
    pub(crate) memory: String,
    /// Name and release of the system's kernel.
    pub(crate) kernel: String,
    /// The compiler's version.
    pub(crate) compiler: String,
}

impl Machine {
    /// This machine.
    pub(crate) fn this() -> Self {
        let known = |text: Option<String>| text.unwrap_or_else(|| "unknown".to_owned());
        let file = |path: &str| fs::read_to_string(path).ok();
        let cores = std::thread::available_parallelism().ok().map(|cores| cores.to_string());
        Self {
            processor: known(file("/proc/cpuinfo").as_deref().and_then(processor)),
            cores: known(cores),
            memory: known(file("/proc/meminfo").as_deref().and_then(memory)),
            kernel: known(said("uname", &["-sr"])),
            compiler: known(said("rustc", &["--version"])),
        }
    }
}

/// The first model that Linux names. Some processors have no name there.
pub(super) fn processor(cpuinfo: &str) -> Option<String> {
    let (_, rest) = cpuinfo.split_once("model name")?;
    let (_, model) = rest.lines().next()?.split_once(':')?;
    Some(model.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|model| !model.is_empty())
}

/// The memory that Linux tells in kibibytes.
pub(super) fn memory(meminfo: &str) -> Option<String> {
    let line = meminfo.lines().find_map(|line| line.strip_prefix("MemTotal:"))?;
    let kibibytes: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(format!("{:.1} GiB", kibibytes / 1024.0 / 1024.0))
}

/// The line that a command says.
fn said(program: &str, arguments: &[&str]) -> Option<String> {
    let output =
        Command::new(program).args(arguments).output().ok().filter(|output| output.status.success())?;
    let text = String::from_utf8(output.stdout).ok()?;
    text.lines().next().map(|line| line.trim().to_owned())
}
