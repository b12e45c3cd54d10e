use super::Environment;
#[cfg(not(target_arch = "wasm32"))]
use super::{command, replace_file};
#[cfg(not(target_arch = "wasm32"))]
use crate::BoxFuture;
use std::io;
use std::path::{Path, PathBuf};
#[cfg(not(target_arch = "wasm32"))]
use std::time::Duration;

/// The environment of this process, read at the moment of the call.
///
/// Files are read and written at once, on the thread that asks, also where that belongs to an async runtime: they have a
/// few kilobytes, and are needed once per client, per renewal of credentials, or per exchange of a login's tokens. Where
/// a home directory is on a slow network, give the provider an [`Environment`] of your own.
#[derive(Clone, Copy, Debug, Default)]
pub struct ProcessEnvironment;

impl Environment for ProcessEnvironment {
    fn var(&self, name: &str) -> Option<String> {
        std::env::var(name).ok()
    }

    fn read(&self, path: &Path) -> io::Result<String> {
        std::fs::read_to_string(path)
    }

    fn home(&self) -> Option<PathBuf> {
        std::env::home_dir()
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, path: &Path, text: &str) -> io::Result<()> {
        replace_file::replace(path, text)
    }

    /// Without a shell: the command is split into words at blanks, and quotes hold a word together. Its standard
    /// input is empty, and its standard error is the one of this process.
    #[cfg(not(target_arch = "wasm32"))]
    fn run<'a>(&'a self, command: &'a str, limit: Duration) -> BoxFuture<'a, io::Result<String>> {
        Box::pin(command::run(command, limit))
    }
}
