use crate::client::Config;
use crate::credentials::Environment;
use std::fmt;
use std::io::{Read, Write};
use std::sync::Arc;

/// What the command line reaches the outside with.
///
/// What is written for people has colours, as escape sequences of terminals: a writer that is no terminal has to take
/// them out, as those of the crate `anstream` do.
pub struct Surroundings<'a> {
    /// Variables and files: where the configuration, credentials and the file of `--params` are read from.
    pub environment: Arc<dyn Environment>,
    /// What `--params -` reads.
    pub stdin: &'a mut dyn Read,
    /// Results and help.
    pub stdout: &'a mut dyn Write,
    /// Errors, and what `--verbose` tells.
    pub stderr: &'a mut dyn Write,
    /// Columns of the terminal that results go to; `None` where they go elsewhere, and tables are as wide as they are.
    pub width: Option<usize>,
    /// The last word on the client's configuration: tests put their transport into it.
    pub configure: &'a dyn Fn(Config) -> Config,
}

impl fmt::Debug for Surroundings<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Surroundings").field("width", &self.width).finish_non_exhaustive()
    }
}
