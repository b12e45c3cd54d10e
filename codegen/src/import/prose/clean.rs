use super::links::Links;
use super::{block, cut, html, normal};

/// More than this is no description but a manual.
const LIMIT: usize = 4_000;

/// How often a text may be cleaned until nothing changes any more.
const ROUNDS: usize = 4;

/// Markdown that says what a description says, in as few forms as possible.
///
/// What the result is made of: paragraphs of one line each, lists with `- ` and `1. `, block quotes, tables, and fenced code with a
/// language; code spans, bold text, links to web addresses, and `` [`Name`] `` for operations that exist.
/// Cleaning it again changes nothing.
pub fn clean(text: &str, links: &dyn Links) -> String {
    let original = text;
    let mut text = round(text, links);
    if text == original.trim_end() {
        return text;
    }
    // What has been repaired can show what else there is to repair. Nearly always, nothing.
    for _ in 1..ROUNDS {
        let again = round(&text, links);
        if again == text {
            break;
        }
        text = again;
    }
    text
}

fn round(text: &str, links: &dyn Links) -> String {
    let text = normal::characters(text);
    let text = html::markdown(&text);
    let blocks = block::read(&text, links);
    let lines = block::lines(&blocks);
    if block::length(&lines) <= LIMIT {
        return lines.join("\n");
    }
    block::lines(&cut::cut(&blocks, LIMIT)).join("\n")
}
