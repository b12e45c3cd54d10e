use super::Error;
use super::snippet::one_line;
use std::fmt;

/// The most characters of a message that the line shows. Messages of services are not longer, but may be anything.
const MESSAGE: usize = 2000;

/// The most characters of a code or request id.
const NAME: usize = 200;

impl fmt::Display for Error {
    /// One line: product, operation, code, message, status, request id, attempts if there was more than one, and
    /// whether a retry can help.
    ///
    /// Of a message the first 2,000 characters are shown, of code and request id the first 200; `…` stands for the
    /// rest. [`message`](Error::message) has all of it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.product(), self.operation()) {
            (Some(product), Some(operation)) => write!(f, "{product} {operation}: ")?,
            (Some(name), None) | (None, Some(name)) => write!(f, "{name}: ")?,
            (None, None) => {}
        }
        if let Some(code) = self.code() {
            write!(f, "{}: ", one_line(code, NAME))?;
        }
        write!(f, "{} (", one_line(self.message(), MESSAGE))?;
        if let Some(status) = self.status() {
            write!(f, "status {status}, ")?;
        }
        if let Some(request_id) = self.request_id() {
            write!(f, "request id {}, ", one_line(request_id, NAME))?;
        }
        if self.attempts() > 1 {
            write!(f, "{} attempts, ", self.attempts())?;
        }
        f.write_str(if self.is_retryable() { "a retry can help)" } else { "a retry cannot help)" })
    }
}

impl fmt::Debug for Error {
    /// The line of `Display`, which is what a `main` that returns the error prints; with `{:#?}` the parts by name.
    /// Headers stay out, and of the body only the length is shown.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !f.alternate() {
            return fmt::Display::fmt(self, f);
        }
        f.debug_struct("Error")
            .field("kind", &self.kind())
            .field("product", &self.product())
            .field("operation", &self.operation())
            .field("code", &self.code())
            .field("message", &self.message())
            .field("status", &self.status())
            .field("request_id", &self.request_id())
            .field("attempts", &self.attempts())
            .field("is_retryable", &self.is_retryable())
            .field("body_length", &self.body().len())
            .field("source", &self.0.source)
            .finish_non_exhaustive()
    }
}
