use std::fmt::Debug;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What is looked up outside of the program: variables and files. Tests put their own in its place.
pub trait Environment: Send + Sync + Debug {
    /// An environment variable.
    fn var(&self, name: &str) -> Option<String>;

    /// A file's text.
    ///
    /// # Errors
    /// Those of reading it.
    fn read(&self, path: &Path) -> io::Result<String>;

    /// The user's home directory.
    fn home(&self) -> Option<PathBuf>;
}

/// The environment of this process, read at the moment of the call.
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
}

impl<E: Environment + ?Sized> Environment for Arc<E> {
    fn var(&self, name: &str) -> Option<String> {
        (**self).var(name)
    }

    fn read(&self, path: &Path) -> io::Result<String> {
        (**self).read(path)
    }

    fn home(&self) -> Option<PathBuf> {
        (**self).home()
    }
}

/// A variable without surrounding blanks; an empty one counts as unset.
pub(crate) fn variable(environment: &dyn Environment, name: &str) -> Option<String> {
    let value = environment.var(name)?;
    let value = value.trim();
    (!value.is_empty()).then(|| value.to_owned())
}
