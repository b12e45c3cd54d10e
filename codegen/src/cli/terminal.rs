use crate::Error;
use crate::diagnostics::Diagnostics;
use std::io::{self, Write};
use std::path::Path;

/// Writes a result to standard output. A reader that has seen enough, such as `head`, is no trouble.
pub(super) fn result(text: &str) -> Result<(), Error> {
    let mut out = anstream::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Error::io("write to", Path::new("standard output"), error))
        }
        _ => Ok(()),
    }
}

/// Writes problems to standard error, with colours where a terminal shows them.
pub(super) fn problems(problems: &Diagnostics) {
    log(&problems.render_styled());
}

/// Writes an error to standard error.
pub(super) fn error(error: &Error) {
    match error.problems() {
        Some(found) => problems(found),
        None => message(&error.to_string()),
    }
}

/// Writes an error message to standard error.
pub(super) fn message(message: &str) {
    log(&format!("\u{1b}[1;31merror\u{1b}[0m: {message}\n"));
}

/// `1 file`, `2 files`.
pub(super) fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

fn log(text: &str) {
    // Nothing can be done where even standard error is closed.
    let _ = anstream::stderr().lock().write_all(text.as_bytes());
}
