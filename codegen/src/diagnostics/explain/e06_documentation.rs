use super::{Example, Explanation};
use crate::diagnostics::codes;

pub(super) const ALL: &[Explanation] = &[Explanation {
    code: codes::MENDED_DOCUMENTATION,
    text: "Texts of a spec file are Markdown and become doc comments. rustdoc would misread something in this one: an HTML tag or what looks like \
           one, such as `List<String>`, a backtick without its partner, a fence of backticks that is never closed, or a line that is indented by \
           four spaces, which it compiles as a test. The generator mends that (it escapes the character, closes the fence, removes the \
           indentation), so nothing breaks; write it the way it is meant, and the result is the way you want it.",
    wrong: Example::operation("summary: Returns a List<String> of things.\n"),
    right: Example::operation("summary: Returns a `List<String>` of things.\n"),
}];
