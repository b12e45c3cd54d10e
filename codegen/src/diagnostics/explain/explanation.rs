use super::Example;
use crate::diagnostics::Code;

/// What a code means.
#[derive(Clone, Copy, Debug)]
pub struct Explanation {
    /// The code.
    pub code: Code,
    /// Why it is a problem and what to do, in a few sentences. Markdown.
    pub text: &'static str,
    /// Reported with this code.
    pub wrong: Example,
    /// The same, put right.
    pub right: Example,
}
