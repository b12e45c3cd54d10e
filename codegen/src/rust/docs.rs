mod flat;
mod sentence;

use super::links::Links;
use super::markdown;
use flat::{ends_sentence, is_list, is_plain, opens_list, without_colon};
use proc_macro2::TokenStream;
use quote::quote;
use sentence::last_sentence;

/// A doc comment, paragraph by paragraph.
#[derive(Clone, Debug, Default)]
pub(super) struct Docs {
    /// One line for each paragraph: what is printed is broken.
    lines: Vec<String>,
}

impl Docs {
    /// Adds a paragraph of the generator's own words: Markdown that is known to be sound.
    pub(super) fn paragraph(mut self, text: impl AsRef<str>) -> Self {
        self.push(text.as_ref().lines().map(str::to_owned));
        self
    }

    /// Adds a text of a spec: mended so that it cannot become a doctest, a broken link or invalid HTML. The names of
    /// operations in it become links.
    pub(super) fn prose(mut self, text: Option<&str>, links: Links<'_>) -> Self {
        self.push(text.map(|text| flat::flat(markdown::mend(text, links))).unwrap_or_default());
        self
    }

    /// Adds a sentence to the last paragraph where that is one of sentences, before the title of the list that the text
    /// ends with, else as a paragraph.
    pub(super) fn aside(mut self, text: &str) -> Self {
        if let Some(last) = self.lines.last_mut().filter(|last| is_plain(last) && ends_sentence(last)) {
            last.push(' ');
            last.push_str(text);
            return self;
        }
        let start = self.lines.iter().rposition(String::is_empty).map_or(0, |blank| blank.saturating_add(1));
        match self.lines.get_mut(start..).and_then(<[String]>::split_first_mut) {
            Some((title, items)) if opens_list(title) && is_list(items) => {
                // The title alone, or the sentence that it is.
                title.insert_str(last_sentence(title), &format!("{text} "));
                self
            }
            _ => self.paragraph(text),
        }
    }

    /// Adds a text of a spec to the last paragraph where it is one line, else as [`Self::prose`] does.
    pub(super) fn aside_prose(mut self, text: Option<&str>, links: Links<'_>) -> Self {
        let lines = text.map(|text| flat::flat(markdown::mend(text, links))).unwrap_or_default();
        match lines.as_slice() {
            [line] if is_plain(line) && !opens_list(line) => {
                let line = without_colon(line);
                let stop = if ends_sentence(line) { "" } else { "." };
                self.aside(&format!("{line}{stop}"))
            }
            _ => {
                self.push(lines);
                self
            }
        }
    }

    fn push(&mut self, lines: impl IntoIterator<Item = String>) {
        let mut lines = lines.into_iter().peekable();
        if lines.peek().is_some() && !self.lines.is_empty() {
            self.lines.push(String::new());
        }
        self.lines.extend(lines);
    }

    /// `///` lines.
    pub(super) fn outer(&self) -> TokenStream {
        let lines = self.spaced();
        quote!(#(#[doc = #lines])*)
    }

    /// `//!` lines.
    pub(super) fn inner(&self) -> TokenStream {
        let lines = self.spaced();
        quote!(#(#![doc = #lines])*)
    }

    /// A space between the slashes and the text, and no tab: its width is anyone's guess.
    fn spaced(&self) -> impl Iterator<Item = String> {
        let spaced = |line: String| format!(" {}", line.replace('\t', " "));
        self.broken().into_iter().map(move |line| if line.is_empty() { String::new() } else { spaced(line) })
    }

    fn broken(&self) -> Vec<String> {
        let mut broken = Vec::new();
        let mut code = false;
        for line in &self.lines {
            let is_fence = line.starts_with("```");
            code ^= is_fence;
            // Tables, lists, quotations and code keep their lines.
            if code || is_fence || !is_plain(line) {
                broken.push(line.clone());
            } else {
                broken.extend(wrap(line));
            }
        }
        broken
    }
}

/// Breaks a line at spaces outside code spans and links, so that comments stay as narrow as hand-written ones: 120 columns
/// where a field stands.
fn wrap(line: &str) -> Vec<String> {
    const WIDTH: usize = 108;
    let mut lines = Vec::new();
    let mut current = String::new();
    let (mut in_code, mut in_link) = (false, false);
    for word in line.split(' ') {
        let breakable = !in_code && !in_link;
        let full = current.len().saturating_add(word.len()) >= WIDTH;
        if breakable && full && !current.is_empty() && !markdown::opens_block(word) {
            lines.push(std::mem::take(&mut current));
        } else if !current.is_empty() {
            current.push(' ');
        }
        current.push_str(word);
        in_code ^= word.matches('`').count() % 2 == 1;
        in_link = word
            .rfind(['[', ']'])
            .map_or(in_link, |last| word.get(last..).is_some_and(|rest| rest.starts_with('[')));
    }
    lines.push(current);
    lines
}

/// A code span that shows `text` whatever backticks it holds.
pub(super) fn code(text: &str) -> String {
    let text = text.replace(['\n', '\r', '\t'], " ");
    if text.trim().is_empty() {
        return format!("`\"{text}\"`");
    }
    let longest = text.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
    if longest == 0 {
        return format!("`{text}`");
    }
    let fence = "`".repeat(longest.saturating_add(1));
    format!("{fence} {text} {fence}")
}

/// A text of a spec as part of a sentence: mended, on one line, without links to operations.
pub(super) fn line(text: &str) -> String {
    markdown::mend(text, Links::default()).join(" ")
}

/// An address as a link: what a link cannot hold is percent-encoded. Anything that is no web address stays text.
pub(super) fn address(text: &str) -> String {
    if !text.starts_with("https://") && !text.starts_with("http://") {
        return code(text);
    }
    let mut link = String::with_capacity(text.len());
    for byte in text.bytes() {
        let plain = byte.is_ascii_graphic()
            && !matches!(byte, b'<' | b'>' | b'`' | b'"' | b'|' | b'\\' | b'^' | b'{' | b'}');
        if plain {
            link.push(char::from(byte));
        } else {
            link.push_str(&format!("%{byte:02X}"));
        }
    }
    format!("<{link}>")
}

/// A cell of a Markdown table: one line, no bare pipe.
pub(super) fn cell(text: &str) -> String {
    let mut out = String::new();
    for letter in line(text).chars() {
        // What is escaped already stays so.
        if letter == '|' && !out.ends_with('\\') {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}
