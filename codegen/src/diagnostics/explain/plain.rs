use super::{Encoding, Example, Explanation, GROUPS};
use crate::diagnostics::codes;

/// An explanation for a terminal, with a line break at its end.
#[must_use]
pub fn explanation(explanation: &Explanation) -> String {
    let Explanation { code, text, wrong, right } = explanation;
    format!(
        "{}: {}\nThis is {}.\n\n{text}\n\nWrong:\n\n{}\nRight:\n\n{}",
        code.id,
        code.title,
        article(code.severity.as_str()),
        indented(wrong),
        indented(right)
    )
}

/// All codes with their titles, one per line, group by group.
#[must_use]
pub fn list() -> String {
    let mut text = String::new();
    for group in GROUPS {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&format!("{}:\n", group.title));
        for explanation in group.explanations {
            let code = explanation.code;
            text.push_str(&format!("  {}  {}\n", code.id, code.title));
        }
    }
    text.push_str(&format!("\n{} codes; `explain <code>` tells more of one\n", codes::ALL.len()));
    text
}

/// `an error`, `a warning`.
pub(super) fn article(noun: &str) -> String {
    let article = if noun.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {noun}")
}

/// The parts of an example, each below a comment that says where it stands.
pub(super) fn parts(example: &Example) -> Vec<String> {
    let saved = match example.encoding {
        Encoding::Utf8 => "",
        Encoding::Latin1 => ", saved as ISO 8859-1",
    };
    example.parts().map(|(file, text)| format!("# in {file}{saved}\n{text}")).collect()
}

fn indented(example: &Example) -> String {
    let text = parts(example).join("\n");
    let indent = |line: &str| if line.is_empty() { "\n".to_owned() } else { format!("    {line}\n") };
    text.lines().map(indent).collect()
}
