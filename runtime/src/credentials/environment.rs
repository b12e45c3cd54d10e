use crate::BoxFuture;
use std::fmt::Debug;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// What is looked up outside of the program: variables, files and, where a profile asks for it, the output of a
/// command. Tests put their own in its place.
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

    /// Puts `text` in the place of a file's text, all of it or nothing, and leaves the file's permissions as they are.
    ///
    /// # Errors
    /// Those of writing it. Unless it is implemented, [`io::ErrorKind::Unsupported`].
    fn write(&self, path: &Path, text: &str) -> io::Result<()> {
        let _ = (path, text);
        Err(io::ErrorKind::Unsupported.into())
    }

    /// Runs a command and gives out what it writes to its standard output. It must end within `limit`.
    ///
    /// # Errors
    /// It cannot be started, fails, or does not end in time ([`io::ErrorKind::TimedOut`]). Unless it is implemented,
    /// [`io::ErrorKind::Unsupported`].
    fn run<'a>(&'a self, command: &'a str, limit: Duration) -> BoxFuture<'a, io::Result<String>> {
        let _ = (command, limit);
        Box::pin(std::future::ready(Err(io::ErrorKind::Unsupported.into())))
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

    fn write(&self, path: &Path, text: &str) -> io::Result<()> {
        (**self).write(path, text)
    }

    fn run<'a>(&'a self, command: &'a str, limit: Duration) -> BoxFuture<'a, io::Result<String>> {
        (**self).run(command, limit)
    }
}

/// A variable without surrounding blanks; an empty one counts as unset.
pub(crate) fn variable(environment: &dyn Environment, name: &str) -> Option<String> {
    let value = environment.var(name)?;
    let value = value.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

/// Whether a variable says `true`, in any case.
pub(crate) fn is_true(environment: &dyn Environment, name: &str) -> bool {
    variable(environment, name).is_some_and(|value| value.eq_ignore_ascii_case("true"))
}

/// The values of variables that belong together.
///
/// # Errors
/// The names of those that are unset, as they are joined in a sentence.
pub(super) fn together<const N: usize>(
    environment: &dyn Environment,
    names: [&'static str; N],
) -> Result<[String; N], String> {
    let values = names.map(|name| variable(environment, name));
    let pairs = names.iter().zip(&values);
    let unset: Vec<&str> = pairs.filter(|(_, value)| value.is_none()).map(|(name, _)| *name).collect();
    if unset.is_empty() { Ok(values.map(Option::unwrap_or_default)) } else { Err(unset.join(" and ")) }
}
