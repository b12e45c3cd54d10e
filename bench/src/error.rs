//! Why a measurement could not be made.

use std::fmt;

/// What went wrong, in words that name the command or file.
#[derive(Debug)]
pub(crate) struct Error(String);

/// The result of a step.
pub(crate) type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// An error in these words.
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// One line of it that is the same on every machine: the first that a compiler or cargo began with `error`, else the first one. Other
    /// lines are places on this machine, and so is a first one that names a command.
    pub(crate) fn reason(&self) -> &str {
        let first = self.0.lines().next().filter(|line| !line.contains('/'));
        let line = self.0.lines().find(|line| line.starts_with("error"));
        line.or(first).unwrap_or("a command failed")
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Self::new(error.to_string())
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::new(error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::Error;

    #[test]
    fn the_reason_names_no_place() {
        let reason = |text: &str| Error::new(text).reason().to_owned();
        let text = "\"cargo\" \"check\": exit status: 101\nerror[E0282]: type annotations needed\n --> src/lib.rs:1:1";
        assert_eq!(reason(text), "error[E0282]: type annotations needed");
        assert_eq!(reason("no Java was found"), "no Java was found");
        assert_eq!(reason("cd \"/home/me\" && \"cargo\": exit status: 1"), "a command failed");
    }
}
