//! Makes foreign Markdown safe for rustdoc.
//!
//! rustdoc compiles indented and unlabelled code as tests, takes `[brackets]` for links and `<placeholders>` for
//! HTML, and warns about bare addresses. What is sound already stays as it is.

mod list;
mod words;

use super::links::Links;
pub(super) use list::list_marker;
use list::{Items, list_markers};

/// How deep quotations may stand in each other.
const DEPTH: usize = 8;

/// Lines of `text`, mended. Empty lines at both ends are dropped.
pub(super) fn mend(text: &str, links: Links<'_>) -> Vec<String> {
    let text = text.replace(['\r', '\t'], " ");
    let lines: Vec<&str> = text.lines().collect();
    let mut lines = mended(&lines, links, 0);
    let start = lines.iter().take_while(|line| line.is_empty()).count();
    lines.drain(..start);
    while lines.pop_if(|line| line.is_empty()).is_some() {}
    lines
}

fn mended(lines: &[&str], links: Links<'_>, depth: usize) -> Vec<String> {
    let mut out = Vec::new();
    let mut items = Items::default();
    let mut rest = lines;
    while let Some((line, after)) = rest.split_first() {
        let text = line.trim();
        let indent = line.len().saturating_sub(line.trim_start().len());
        if text.is_empty() {
            out.push(String::new());
            items.blank();
            rest = after;
        } else if let Some(fence) = fence(text) {
            let margin = " ".repeat(items.margin(indent));
            let closes = |line: &&str| line.trim().len() >= fence.len() && closes(line.trim(), text);
            let end = after.iter().position(closes);
            let own = after.get(..end.unwrap_or(after.len())).unwrap_or_default();
            out.push(format!("{margin}{fence}{}", language(text.get(fence.len()..).unwrap_or_default())));
            out.extend(own.iter().map(|line| code(line, indent, &margin)));
            out.push(format!("{margin}{fence}"));
            rest = after.get(own.len().saturating_add(usize::from(end.is_some()))..).unwrap_or_default();
        } else if is_quote(text) && depth < DEPTH {
            let margin = " ".repeat(items.margin(indent));
            let own: Vec<&str> =
                rest.iter().map(|line| line.trim()).take_while(|line| is_quote(line)).map(quoted).collect();
            let inner = mended(&own, links, depth.saturating_add(1));
            out.extend(inner.into_iter().map(|line| match line.is_empty() {
                true => format!("{margin}>"),
                false => format!("{margin}> {line}"),
            }));
            rest = rest.get(own.len()..).unwrap_or_default();
            // Else the next paragraph would belong to it.
            if rest.first().is_some_and(|line| !line.trim().is_empty()) {
                out.push(String::new());
                items.blank();
            }
        } else {
            let (markers, text) = list_markers(text);
            let margin = if markers.is_empty() { items.text(indent) } else { items.item(indent, &markers) };
            out.push(format!("{}{markers}{}", " ".repeat(margin), begun(text, links)));
            rest = after;
        }
    }
    out
}

/// The backticks that do what the backticks or tildes do that `line` begins with. A span of several backticks is no fence.
fn fence(line: &str) -> Option<String> {
    let mark = if line.starts_with('~') { '~' } else { '`' };
    let info = line.trim_start_matches(mark);
    let length = line.len().saturating_sub(info.len());
    (length >= 3 && !info.contains('`')).then(|| "`".repeat(length))
}

/// Whether `line` closes what `opening` opens.
fn closes(line: &str, opening: &str) -> bool {
    let mark = if opening.starts_with('~') { '~' } else { '`' };
    line.chars().all(|letter| letter == mark)
}

/// A line of code, as far below its fence as it was.
fn code(line: &str, indent: usize, margin: &str) -> String {
    let spaces = line.len().saturating_sub(line.trim_start().len()).min(indent);
    let line = line.get(spaces..).unwrap_or_default().trim_end();
    if line.is_empty() { String::new() } else { format!("{margin}{line}") }
}

/// What rustdoc does not take for Rust.
fn language(info: &str) -> &str {
    const KNOWN: &[&str] = &[
        "bash",
        "c",
        "cpp",
        "csharp",
        "css",
        "go",
        "html",
        "http",
        "ini",
        "java",
        "javascript",
        "json",
        "php",
        "powershell",
        "properties",
        "python",
        "ruby",
        "shell",
        "sql",
        "toml",
        "typescript",
        "xml",
        "yaml",
    ];
    let info = info.trim();
    if KNOWN.contains(&info) { info } else { "text" }
}

/// A comparison is no quotation.
fn is_quote(line: &str) -> bool {
    line.starts_with('>') && !line.starts_with(">=")
}

fn quoted(line: &str) -> &str {
    let line = line.get(1..).unwrap_or_default();
    line.strip_prefix(' ').unwrap_or(line)
}

/// The text at the beginning of a line or item.
fn begun(text: &str, links: Links<'_>) -> String {
    if let Some((mark, digits)) = list::lonely_marker(text) {
        // An item without a text.
        return format!("{digits}\\{mark}");
    }
    // Headings would break the page's outline.
    let text = if text.starts_with('#') { text.trim_start_matches('#').trim_start() } else { text };
    let slash = if is_rule(text) || text.starts_with('>') { "\\" } else { "" };
    format!("{slash}{}", words::mend(text, links))
}

/// Whether `word` at the beginning of a line would open a list, a heading or the like.
pub(super) fn opens_block(word: &str) -> bool {
    word.starts_with(['#', '>', '|']) || is_rule(word) || list_marker(&format!("{word} ")).is_some()
}

/// Below a text, such a line would make a heading of it.
fn is_rule(line: &str) -> bool {
    ['-', '=', '_', '*'].iter().any(|mark| !line.is_empty() && line.chars().all(|letter| letter == *mark))
}

#[cfg(test)]
mod tests {
    use super::Links;
    use crate::import::prose;
    use proptest::prelude::*;

    struct NoOperations;

    impl prose::Links for NoOperations {
        fn is_operation(&self, _: &str) -> bool {
            false
        }
    }

    /// What means something to somebody.
    const PIECES: &[&str] = &[
        "word",
        "字",
        " ",
        " ",
        "\n",
        "\n\n",
        "    ",
        "- ",
        "* ",
        "1. ",
        "> ",
        "**",
        "*",
        "_",
        "~",
        "`",
        "```\n",
        "[",
        "]",
        "(",
        ")",
        "[x](https://example.com/a_(b))",
        "[`Name`]",
        "https://example.com/a",
        "http://",
        "<T>",
        "<b>",
        "</b>",
        "<br>",
        "<ul><li>",
        "</li></ul>",
        "&lt;",
        "|",
        "| a |\n|---|\n",
        "\\",
        "# ",
        "---",
        "===",
        "{",
        "}",
        ":",
        "：",
        ".",
        "<",
        ">=",
    ];

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn cleaned_texts_need_no_mending(text in prop::collection::vec(prop::sample::select(PIECES), 0..24)) {
            let cleaned = prose::clean(&text.concat(), &NoOperations);
            prop_assert_eq!(mend(&cleaned), cleaned, "{:?}", text.concat());
        }
    }

    fn mend(text: &str) -> String {
        super::mend(text, Links::default()).join("\n")
    }

    #[test]
    fn hostile_texts() {
        for (text, expected) in [
            ("plain", "plain"),
            ("PageResult<Boolean>", "PageResult\\<Boolean>"),
            ("`PageResult<Boolean>` stays", "`PageResult<Boolean>` stays"),
            ("see [1] at https://x.test/a.", "see \\[1\\] at <https://x.test/a>."),
            ("an unbalanced ` tick", "an unbalanced \\` tick"),
            ("    let code = 1;", "let code = 1;"),
            ("\n\n# Heading\n", "Heading"),
            ("- a\n  - b", "- a\n  - b"),
            ("- a\n  - b\n    - c\n  - d\n\n    e\n- f", "- a\n  - b\n    - c\n  - d\n\n    e\n- f"),
            ("1.   a\nb", "1. a\n   b"),
            ("- 1.  a\nb", "- 1. a\n     b"),
            ("+\n- 2)", "\\+\n- 2\\)"),
            ("1. a\n\n    b", "1. a\n\n   b"),
            ("> a [b]\nc", "> a \\[b\\]\n\nc"),
            (">= 3 > 2", "\\>= 3 > 2"),
        ] {
            assert_eq!(mend(text), expected, "{text:?}");
        }
    }

    #[test]
    fn links_stay_where_they_lead_into_the_web() {
        for (text, expected) in [
            ("[a b](https://x.test/a)", "[a b](https://x.test/a)"),
            ("[a [b]](<https://x.test/(a)>)", "[a \\[b\\]](<https://x.test/(a)>)"),
            ("<https://x.test/a> [a](b) [a][b]", "<https://x.test/a> \\[a\\](b) \\[a\\]\\[b\\]"),
            ("[`Name`], [`Name`](x)", "`Name`, \\[`Name`\\](x)"),
        ] {
            assert_eq!(mend(text), expected, "{text:?}");
        }
    }

    #[test]
    fn fences_are_labelled_and_closed() {
        for (text, expected) in [
            ("```\nlet x = [1];\n```", "```text\nlet x = [1];\n```"),
            ("```rust\nfn f() {}", "```text\nfn f() {}\n```"),
            ("```json\n{}\n```", "```json\n{}\n```"),
            ("~~~~\n```\n~~~~", "````text\n```\n````"),
            ("- a\n\n  ```text\n    b\n  ```\n- c", "- a\n\n  ```text\n    b\n  ```\n- c"),
            ("> ```text\n> <a>\n> ```", "> ```text\n> <a>\n> ```"),
        ] {
            assert_eq!(mend(text), expected, "{text:?}");
        }
    }
}
