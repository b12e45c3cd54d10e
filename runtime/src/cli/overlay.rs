use crate::BoxFuture;
use crate::credentials::Environment;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// An environment in which some variables have another value.
#[derive(Debug)]
pub(super) struct Overlay {
    below: Arc<dyn Environment>,
    variables: Vec<(&'static str, String)>,
}

impl Overlay {
    pub(super) fn new(below: Arc<dyn Environment>) -> Self {
        Self { below, variables: Vec::new() }
    }

    /// Gives a variable another value.
    pub(super) fn set(&mut self, name: &'static str, value: &str) {
        self.variables.push((name, value.to_owned()));
    }
}

impl Environment for Overlay {
    fn var(&self, name: &str) -> Option<String> {
        match self.variables.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => Some(value.clone()),
            None => self.below.var(name),
        }
    }

    fn read(&self, path: &Path) -> io::Result<String> {
        self.below.read(path)
    }

    fn home(&self) -> Option<PathBuf> {
        self.below.home()
    }

    fn write(&self, path: &Path, text: &str) -> io::Result<()> {
        self.below.write(path, text)
    }

    fn run<'a>(&'a self, command: &'a str, limit: Duration) -> BoxFuture<'a, io::Result<String>> {
        self.below.run(command, limit)
    }
}
