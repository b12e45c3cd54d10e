//! Where sentences begin.

/// Where the last sentence of a line begins. What looks like the end of a sentence within a code span or a link is none.
pub(super) fn last_sentence(line: &str) -> usize {
    let mut start = 0;
    let mut links: usize = 0;
    let mut at = 0;
    while let Some(rest) = line.get(at..).filter(|rest| !rest.is_empty()) {
        at = at.saturating_add(match rest.as_bytes() {
            // What is escaped opens nothing, and ends nothing: a number that no list begins with.
            [b'\\', next, ..] if next.is_ascii() => 2,
            [b'`', ..] => span(rest),
            [b'[', ..] => {
                links = links.saturating_add(1);
                1
            }
            [b']', ..] => {
                links = links.saturating_sub(1);
                1
            }
            [b'.', b' ', ..] if links == 0 => {
                start = at.saturating_add(2);
                2
            }
            _ => rest.chars().next().map_or(1, char::len_utf8),
        });
    }
    start
}

/// The length of the code span that a text begins with, or of its backticks where nothing closes them.
fn span(text: &str) -> usize {
    let inner = text.trim_start_matches('`');
    let fence = text.len().saturating_sub(inner.len());
    let mut at = fence;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find('`')) {
        let run = at.saturating_add(found);
        let after = text.get(run..).unwrap_or_default();
        let length = after.len().saturating_sub(after.trim_start_matches('`').len());
        at = run.saturating_add(length);
        if length == fence {
            return at;
        }
    }
    fence
}

#[cfg(test)]
mod tests {
    use super::last_sentence;
    use crate::rust::docs::Docs;

    #[test]
    fn sentences_begin_outside_of_spans_and_links() {
        for (line, last) in [
            ("Valid values:", "Valid values:"),
            ("A region. Valid values:", "Valid values:"),
            ("A region. The form is `a. b`:", "The form is `a. b`:"),
            ("A region. The form is ``a`. b``:", "The form is ``a`. b``:"),
            ("A `region`. The form is `a` or `b. c`:", "The form is `a` or `b. c`:"),
            ("A ` mark. Valid values:", "Valid values:"),
            (r"A \` mark. The form is `a. b`:", "The form is `a. b`:"),
            ("A region. See [Regions. All](https://x.example/):", "See [Regions. All](https://x.example/):"),
            (r"1. Call it. 2\. Set values:", r"2\. Set values:"),
            (r"A \[list. Valid values:", "Valid values:"),
            ("地域 is `甲. 乙`:", "地域 is `甲. 乙`:"),
        ] {
            assert_eq!(line.get(last_sentence(line)..), Some(last), "{line:?}");
        }
    }

    #[test]
    fn an_aside_cuts_no_code_span() {
        let docs =
            |title: &str| Docs { lines: vec![title.to_owned(), "- a: yes".to_owned()] }.aside("Required.");
        assert_eq!(docs("The form is `a. b`:").lines, ["Required. The form is `a. b`:", "- a: yes"]);
        assert_eq!(docs("A form. One of `a. b`:").lines, ["A form. Required. One of `a. b`:", "- a: yes"]);
    }
}
