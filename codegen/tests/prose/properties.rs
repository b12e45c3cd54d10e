use crate::LINKS;
use crate::judge::all_faults;
use proptest::prelude::*;

/// Pieces that mean something to somebody.
const PIECES: &[&str] = &[
    "word",
    "字",
    " ",
    " ",
    " ",
    "\n",
    "\n",
    "\n\n",
    "    ",
    "- ",
    "* ",
    "1. ",
    "2) ",
    "> ",
    ">",
    "**",
    "*",
    "_",
    "__",
    "~~",
    "~",
    "`",
    "``",
    "```",
    "```json\n",
    "\n```\n",
    "[",
    "]",
    "(",
    ")",
    "[x](",
    "[ListLanterns](~~ListLanterns~~)",
    "[`Light`]",
    "(~~12~~)",
    "https://example.com/a",
    "http://",
    "<https://example.com>",
    "<b>",
    "</b>",
    "<br>",
    "<p>",
    "</p>",
    "<ul>",
    "<li>",
    "</li>",
    "</ul>",
    "<notice>",
    "></notice>",
    "<props=\"china\">",
    "</props>",
    "<table>",
    "<tr><td>",
    "</td></tr>",
    "</table>",
    "<a href=\"https://example.com/?a=b|c\">",
    "</a>",
    "<code>",
    "</code>",
    "<!--",
    "-->",
    "<region-id>",
    "List<String>",
    "&lt;",
    "&amp;",
    "&#42;",
    "&nbsp;",
    "&",
    "|",
    "| a | b |\n",
    "|---|---|\n",
    "\\",
    "\\*",
    "\\[",
    "#",
    "## ",
    "---",
    "===",
    "{",
    "}",
    "{\"a\": [1]}",
    ":",
    "：",
    "。",
    ".",
    "!",
    "...",
    "1",
    "i-****",
    "a.*",
    "\u{a0}",
    "\u{200b}",
    "\r\n",
    "\t",
    "*/",
    "${x}",
    "\"",
    "+ ",
    "=",
];

fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig { cases: cases.unwrap_or(2_000), failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn pieces(text in prop::collection::vec(prop::sample::select(PIECES), 0..24)) {
        let text = text.concat();
        let faults = all_faults(&text, &LINKS);
        prop_assert!(faults.is_empty(), "{text:?}: {faults:#?}");
    }

    #[test]
    fn letters(text in "[ -~\n字：]{0,60}") {
        let faults = all_faults(&text, &LINKS);
        prop_assert!(faults.is_empty(), "{text:?}: {faults:#?}");
    }

    #[test]
    fn anything(text in any::<String>()) {
        let faults = all_faults(&text, &LINKS);
        prop_assert!(faults.is_empty(), "{text:?}: {faults:#?}");
    }
}
