use std::ops::Range;

/// What rustdoc would misread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slip {
    /// `<String>`.
    Tag,
    /// A backtick without a partner on its line.
    Backtick,
    /// A fence that is not closed.
    Fence,
    /// Four spaces where a paragraph could begin.
    Indentation,
}

/// A slip and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Finding<'a> {
    pub(super) slip: Slip,
    /// Bytes of the text.
    pub(super) span: Range<usize>,
    /// What stands there.
    pub(super) shown: &'a str,
}

/// The slips of a Markdown text, of each kind the first.
pub(super) fn slips(text: &str) -> Vec<Finding<'_>> {
    let mut scan = Scan { text, found: Vec::new() };
    let mut fence: Option<(&str, Range<usize>)> = None;
    // Whether an indented line goes on with what stands above it: a paragraph, or an item of a list.
    let (mut in_paragraph, mut in_list) = (false, false);
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let own = line.trim_start();
        let quoted = own.starts_with('>').then(|| own.trim_start_matches(['>', ' ']));
        let indent = if quoted.is_some() { 0 } else { line.len() - own.len() };
        let inner = quoted.unwrap_or(own);
        let trimmed = inner.trim_end();
        let before = line.len() - inner.len();
        let place = start + before..start + before + trimmed.len();
        let marker = fence_of(trimmed);
        match &fence {
            Some((open, _)) if trimmed.len() >= open.len() && marker == Some(trimmed) => fence = None,
            Some(_) => {}
            None => match marker {
                Some(marker) => fence = Some((marker, place.start..place.start + marker.len())),
                None => {
                    in_list = is_listed(trimmed) || in_list && (indent >= 2 || trimmed.is_empty());
                    if indent >= 4 && !in_paragraph && !in_list && !trimmed.is_empty() {
                        scan.add(Slip::Indentation, place.clone());
                    }
                    scan.line(trimmed, place.start);
                }
            },
        }
        in_paragraph = fence.is_none() && marker.is_none() && !trimmed.is_empty();
        start += line.len();
    }
    if let Some((_, place)) = fence {
        scan.add(Slip::Fence, place);
    }
    scan.found
}

/// The backticks or tildes of a line that opens or closes a block. A span of several backticks is no fence.
fn fence_of(line: &str) -> Option<&str> {
    let marker = match line.starts_with('~') {
        true => run(line, '~'),
        false => run(line, '`'),
    };
    let info = line.get(marker.len()..).unwrap_or_default();
    (marker.len() >= 3 && !info.contains('`')).then_some(marker)
}

fn is_listed(line: &str) -> bool {
    let digits = run_of(line, |letter| letter.is_ascii_digit());
    let rest = line.get(digits.len()..).unwrap_or_default();
    match digits.len() {
        0 => ["- ", "* ", "+ "].iter().any(|mark| line.starts_with(mark)),
        _ => rest.starts_with(". ") || rest.starts_with(") "),
    }
}

/// The part at the beginning of a text that is made of one letter.
fn run(text: &str, letter: char) -> &str {
    run_of(text, |other| other == letter)
}

fn run_of(text: &str, is_part: impl Fn(char) -> bool) -> &str {
    let rest = text.trim_start_matches(is_part);
    text.get(..text.len() - rest.len()).unwrap_or_default()
}

/// Where a run of as many backticks as `opening` begins: a longer one does not close the code.
fn closing(text: &str, opening: &str) -> Option<usize> {
    let mut from = 0;
    loop {
        let rest = text.get(from..)?;
        let at = rest.find('`')?;
        let found = run(rest.get(at..)?, '`');
        if found.len() == opening.len() {
            return Some(from + at);
        }
        from += at + found.len();
    }
}

struct Scan<'a> {
    text: &'a str,
    found: Vec<Finding<'a>>,
}

impl<'a> Scan<'a> {
    fn add(&mut self, slip: Slip, span: Range<usize>) {
        let is_known = self.found.iter().any(|finding| finding.slip == slip);
        if let Some(shown) = self.text.get(span.clone()).filter(|_| !is_known) {
            self.found.push(Finding { slip, span, shown });
        }
    }

    /// A line outside fences.
    fn line(&mut self, line: &'a str, mut start: usize) {
        let mut rest = line;
        while let Some(letter) = rest.chars().next() {
            let length = match letter {
                // What is escaped already stays so.
                '\\' if rest
                    .get(1..)
                    .is_some_and(|after| after.starts_with(|next: char| next.is_ascii_punctuation())) =>
                {
                    2
                }
                '`' => self.code(rest, start),
                '<' => self.tag(rest, start),
                _ => letter.len_utf8(),
            };
            rest = rest.get(length..).unwrap_or_default();
            start += length;
        }
    }

    /// Length of the code that begins here; of the backticks alone, where it is not closed.
    fn code(&mut self, rest: &'a str, start: usize) -> usize {
        let opening = run(rest, '`');
        match closing(rest.get(opening.len()..).unwrap_or_default(), opening) {
            Some(end) => end + 2 * opening.len(),
            None => {
                self.add(Slip::Backtick, start..start + opening.len());
                opening.len()
            }
        }
    }

    /// Length of the tag that begins here; of the bracket alone, where it is none.
    fn tag(&mut self, rest: &'a str, start: usize) -> usize {
        let is_name = rest.get(1..).is_some_and(|name| {
            name.starts_with(|first: char| first.is_ascii_alphabetic() || matches!(first, '/' | '!' | '?'))
        });
        let is_address = rest.starts_with("<http://") || rest.starts_with("<https://");
        match rest.find('>').filter(|_| is_name) {
            Some(end) => {
                if !is_address {
                    self.add(Slip::Tag, start..start + end + 1);
                }
                end + 1
            }
            None => 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(Slip, &str)> {
        slips(text).into_iter().map(|finding| (finding.slip, finding.shown)).collect()
    }

    #[test]
    fn sound_texts_have_none() {
        for text in [
            "",
            "plain",
            "a < b and c > d, 3 <4",
            "`List<String>` and ``a ` b``",
            "see <https://example.com/a>",
            "```\n<T> ` \n    indented\n```",
            "- a\n    - b\n    of the paragraph",
            "a paragraph\n    that goes on",
            "1. an item\n\n    that goes on",
            r"escaped: \<b\> \` \\",
            "```` no ` fence ```` and `` ``` ``",
            "~~~\n    <b>\n~~~",
            "> ```\n> <b> `\n> ```\n>     far",
            "日本語 `コード` です",
        ] {
            assert_eq!(found(text), [], "{text:?}");
        }
    }

    #[test]
    fn slips_are_found_once_each() {
        for (text, expected) in [
            ("a List<String> of Map<K, V>", (Slip::Tag, "<String>")),
            ("<b>bold</b>", (Slip::Tag, "<b>")),
            ("end of it</p>", (Slip::Tag, "</p>")),
            ("one ` tick", (Slip::Backtick, "`")),
            ("`a` and ``b", (Slip::Backtick, "``")),
            ("first\n```json\n{}\n", (Slip::Fence, "```")),
            ("~~~~\n{}\n~~~", (Slip::Fence, "~~~~")),
            ("`` a ` b", (Slip::Backtick, "``")),
            ("first\n\n    let x = 1;\n", (Slip::Indentation, "let x = 1;")),
            ("日本語 <語> `ok` <a>", (Slip::Tag, "<a>")),
            ("> > ` quoted", (Slip::Backtick, "`")),
        ] {
            assert_eq!(found(text), [expected], "{text:?}");
        }
    }

    #[test]
    fn spans_are_those_of_the_text() {
        let text = "日本\n  語 `ok` <a>";
        let spans: Vec<_> = slips(text).into_iter().map(|finding| text.get(finding.span)).collect();
        assert_eq!(spans, [Some("<a>")]);
    }
}
