//! Texts that are hard on whoever writes them into Rust, Markdown or a test.

use crate::dice::Dice;

const PROSE: &[&str] = &[
    "Plain words.",
    "*/ ends a comment /* and begins one",
    "//! looks like a doc comment\n/// and another",
    "An unclosed <b>tag and a <T> and Vec<u8>",
    "An unbalanced ` tick, and ``two",
    "```\nfn main() { panic!() }\n```",
    "```rust\nlet open = 1;",
    "~~~\ntilde\n~~~",
    "    let indented = code();",
    "[a link][nowhere] and [another](broken, [x], [`Request::nothing`]",
    "See https://example.com/a_b?x=<y>&z=[1]. And http://[::1]/",
    "# Heading\n## Another\nSetext\n===",
    "- item\n  - inner\n    - third\n1. one\n2) two\ntext behind",
    "a | b\n--|--\n1 | 2",
    "> quoted\nlazy",
    "quotes \"'\"# and \\ backslash \\\" \\n \\u{41} {brace} {{}} {0}",
    "tab\there, trailing spaces  \nnext line\n\n\n\nafter gaps",
    "&amp; &lt; &nbsp; &nothing; <!-- comment",
    "地域。ＡＢＣ é e\u{301} \u{1f375} \u{200b}zero width \u{a0}no-break",
    "[^1] note\n\n[^1]: the note\n[x]: https://example.com",
    "@mention #1 $x^2$ ~sub~ ==mark== :::",
    "***bold _and_ **more",
    "1. ",
    "-",
    "---",
    "+ \n+ x",
    "(`a` | `b` \\| `c|d`)",
    "<div>\n\n<p>html</div>",
    "x ",
];

/// Documentation of a few pieces.
pub(crate) fn prose(dice: &mut Dice) -> String {
    let count = 1 + dice.below(3);
    let pieces: Vec<String> = (0..count).map(|_| dice.text(PROSE)).collect();
    pieces.join(if dice.one_in(2) { "\n" } else { " " })
}

/// One line, as for summaries and titles.
pub(crate) fn line(dice: &mut Dice) -> String {
    let text = dice.text(PROSE).replace('\n', " ");
    if text.trim().is_empty() { "x".to_owned() } else { text }
}

/// Values on the wire.
pub(crate) const VALUES: &[&str] = &[
    "a",
    "A",
    "vulFix",
    "ASSET_AND_CORE",
    "Self",
    "self",
    "Unlisted",
    "None",
    "Some",
    "Ok",
    "type",
    "1",
    "01",
    "1.0",
    "-1",
    "8Core64GB",
    "",
    " ",
    ">=",
    "地域",
    "é1",
    "a b",
    "a-b",
    "a_b",
    "a.b",
    "\"quoted\"",
    "back\\slash",
    "new\nline",
    "`tick`",
    "<b>",
    "{x}",
    "*/",
    "true",
    "null",
    "~",
    "Value1",
    "Default",
    "LISTED",
    "as_str",
    "a,b",
    "r#type",
    "%s",
];
