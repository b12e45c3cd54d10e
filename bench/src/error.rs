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

    /// One line of it that is the same on every machine: the first that a program began with `error` and that names no file of this
    /// machine, else the first one. Other lines are places on this machine, and so is a first one that names a command.
    pub(crate) fn reason(&self) -> &str {
        let first = self.0.lines().next().filter(|line| !line.contains('/'));
        let is_error = |line: &&str| line.starts_with("error") || line.starts_with("Error");
        let line = self.0.lines().find(|line| is_error(line) && !names_place(line));
        line.or(first).unwrap_or("a command failed")
    }
}

/// Whether a word of a line is a path from the root. The address of a web page has slashes, but is the same everywhere.
fn names_place(line: &str) -> bool {
    let line = line.replace("https://", "").replace("http://", "");
    let mut words = line.split(|letter: char| letter.is_whitespace() || "\"'`(=:<[,{‹".contains(letter));
    words.any(|word| word.starts_with('/'))
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
        assert_eq!(
            reason("\"/a/b\": exit status: 1\nError: crate name '1' is none"),
            "Error: crate name '1' is none"
        );
        assert_eq!(reason("x: 1\nerror: cannot open `/home/me/x`\nerror: a/b failed"), "error: a/b failed");
        assert_eq!(reason("\"/a/b\": 1\nerror: in \"/home/me/x\""), "a command failed");
        for before in ["", " ", "\"", "'", "`", "(", "=", ":", "<", "[", ",", "{", "‹", "file://"] {
            assert_eq!(reason(&format!("x: 1\nerror:{before}/home/me/x")), "x: 1", "{before}");
        }
        assert_eq!(reason("x: 1\nerror: see https://docs.rs/a"), "error: see https://docs.rs/a");
        assert_eq!(reason("no Java was found"), "no Java was found");
        assert_eq!(reason("cd \"/home/me\" && \"cargo\": exit status: 1"), "a command failed");
    }
}
