use super::tag::{Kind, Tag, attribute, enclosed, tag};
use super::{comment, props, table};
use crate::import::prose::inline::{entity, ticks};
use crate::import::prose::line;
use std::borrow::Cow;

/// How deep tags may stand in each other; what is deeper goes without its formatting.
const DEPTH: usize = 8;

/// The text with Markdown where tags were. Code stays as it is.
pub(in crate::import::prose) fn markdown(text: &str) -> Cow<'_, str> {
    if !text.contains('<') {
        return Cow::Borrowed(text);
    }
    let mut writer = Writer { starts_line: true, ..Writer::default() };
    writer.write(text, 0);
    Cow::Owned(writer.out)
}

#[derive(Debug, Default)]
struct Writer {
    out: String,
    lists: Vec<List>,
    /// Whether a line of the source begins here.
    starts_line: bool,
    /// All is one line.
    in_cell: bool,
}

#[derive(Debug)]
struct List {
    /// What its items begin with.
    marker: &'static str,
    /// What stands before its items.
    margin: String,
    in_item: bool,
}

impl Writer {
    fn write(&mut self, text: &str, depth: usize) {
        let mut rest = text;
        loop {
            if self.starts_line
                && let Some(length) = line::fenced(rest)
            {
                let (code, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
                self.out.push_str(code);
                rest = after;
                continue;
            }
            self.starts_line = false;
            let Some(at) = rest.find(['<', '`', '\\', '\n']) else { break };
            let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
            self.out.push_str(before);
            rest = match from.as_bytes().first() {
                Some(b'\n') => {
                    self.end_of_line();
                    from.get(1..).unwrap_or_default()
                }
                Some(b'<') => self.bracket(from, depth),
                Some(b'`') => self.copy(from, ticks::span(from)),
                _ => self.copy(from, 1 + from.chars().nth(1).map_or(0, char::len_utf8)),
            };
        }
        self.out.push_str(rest);
    }

    fn copy<'a>(&mut self, from: &'a str, length: usize) -> &'a str {
        let (copied, rest) = from.split_at_checked(length).unwrap_or((from, ""));
        // A backslash before the end of a line escapes nothing.
        let copied_line = copied.trim_end_matches('\n');
        self.out.push_str(copied_line);
        match copied.len() == copied_line.len() {
            true => rest,
            false => from.get(copied_line.len()..).unwrap_or_default(),
        }
    }

    fn end_of_line(&mut self) {
        if self.in_cell || self.lists.last().is_some_and(|list| list.in_item) {
            self.out.push(' ');
        } else {
            self.out.push('\n');
            self.starts_line = true;
        }
    }

    /// Writes what begins with `<`, and returns what follows it.
    fn bracket<'a>(&mut self, from: &'a str, depth: usize) -> &'a str {
        if let Some(length) = comment::length(from) {
            return from.get(length..).unwrap_or_default();
        }
        match tag(from).filter(|tag| !self.is_generic(tag, from)) {
            Some(tag) => {
                let rest = from.get(tag.text.len()..).unwrap_or_default();
                self.tag(&tag, rest, depth)
            }
            None => self.copy(from, 1),
        }
    }

    /// `List<B>` is no list of bold text.
    fn is_generic(&self, tag: &Tag<'_>, from: &str) -> bool {
        let follows_name = self.out.ends_with(|letter: char| letter.is_ascii_alphanumeric());
        let is_short = tag.text.len() <= "<b>".len();
        let rest = from.get(tag.text.len()..).unwrap_or_default();
        is_short && follows_name && !tag.is_closing && enclosed(rest, tag, 400).is_none()
    }

    fn tag<'a>(&mut self, tag: &Tag<'_>, rest: &'a str, depth: usize) -> &'a str {
        let opens = !tag.is_closing && depth < DEPTH;
        match tag.kind {
            Kind::Plain => {}
            Kind::Break => self.line_break(),
            Kind::Block => self.paragraph(),
            Kind::Heading => {
                self.paragraph();
                if opens && !self.is_row() {
                    self.out.push_str("#### ");
                }
            }
            Kind::Bold if self.out.ends_with('*') || rest.starts_with('*') => {}
            Kind::Bold => self.out.push_str("**"),
            Kind::List => self.list(tag, rest),
            Kind::Item => self.item(tag),
            Kind::Notice if tag.is_closing => {
                self.drop_quotation_mark();
            }
            Kind::Code | Kind::Preformatted | Kind::Anchor | Kind::Notice | Kind::Table if opens => {
                if let Some((inner, after)) = enclosed(rest, tag, limit(tag.kind)) {
                    self.element(tag, inner, depth + 1);
                    return after;
                }
            }
            Kind::Site if opens => {
                if let Some((variants, after)) = props::variants(rest, tag) {
                    self.write(&variants.concat(), depth + 1);
                    return after;
                }
            }
            Kind::Code | Kind::Preformatted | Kind::Anchor | Kind::Notice | Kind::Table | Kind::Site => {}
        }
        rest
    }

    fn element(&mut self, tag: &Tag<'_>, inner: &str, depth: usize) {
        match tag.kind {
            Kind::Code => {
                let text = plain(inner, depth);
                if !text.trim().is_empty() {
                    self.out.push_str(&ticks::code(text.trim()));
                }
            }
            Kind::Preformatted if !self.is_row() && self.margin().is_empty() => {
                let text = plain_lines(inner);
                self.paragraph();
                self.out.push_str(&ticks::fenced("text", text.trim_matches('\n')));
                self.paragraph();
            }
            Kind::Anchor => match attribute(tag.text, "href").filter(|link| link.starts_with("http")) {
                Some(link) => {
                    self.out.push('[');
                    self.write(inner, depth);
                    self.out.push_str(&format!("]({link})"));
                }
                None => self.write(inner, depth),
            },
            Kind::Notice if !self.is_row() => self.notice(inner, depth),
            Kind::Table if !self.is_row() => {
                self.paragraph();
                let margin = self.margin();
                for row in table::rows(inner, &|cell| cell_text(cell, depth)) {
                    self.out.push_str(&format!("{row}\n{margin}"));
                }
                self.paragraph();
            }
            _ => self.write(inner, depth),
        }
    }

    /// A block quote.
    fn notice(&mut self, inner: &str, depth: usize) {
        self.drop_quotation_mark();
        let inner = inner.trim();
        let inner = inner.strip_suffix('>').unwrap_or(inner);
        let mut quoted = Self { starts_line: true, ..Self::default() };
        quoted.write(inner, depth);
        self.paragraph();
        let margin = self.margin();
        let mark = if margin.contains('>') { "" } else { "> " };
        for line in quoted.out.trim().lines() {
            self.out.push_str(&format!("{mark}{}\n{margin}", line.trim_start_matches(['>', ' '])));
        }
        self.paragraph();
    }

    /// The marks that a quoted remark stands behind.
    fn drop_quotation_mark(&mut self) {
        let kept = self.out.trim_end_matches(' ');
        if kept.ends_with('>') && !kept.ends_with("\\>") {
            self.out.truncate(kept.len() - 1);
        }
    }

    fn list(&mut self, tag: &Tag<'_>, rest: &str) {
        if self.is_row() {
            return;
        }
        if tag.is_closing {
            if self.lists.pop().is_some() && self.lists.is_empty() {
                self.paragraph();
            }
        } else if enclosed(rest, tag, limit(tag.kind)).is_some() && self.lists.len() < DEPTH {
            let margin = match self.lists.last() {
                Some(list) => format!("{}   ", list.margin),
                None => {
                    self.paragraph();
                    self.margin()
                }
            };
            let marker = if tag.text.to_ascii_lowercase().starts_with("<ol") { "1. " } else { "- " };
            self.lists.push(List { marker, margin, in_item: false });
        }
    }

    fn item(&mut self, tag: &Tag<'_>) {
        if self.is_row() {
            let text = self.out.trim_end();
            if !tag.is_closing && !text.ends_with(['|', ';', '；', ':', '：']) && !text.is_empty() {
                let length = text.len();
                self.out.truncate(length);
                self.out.push_str("; ");
            }
            return;
        }
        if let Some(list) = self.lists.last_mut() {
            list.in_item = !tag.is_closing;
        }
        if tag.is_closing {
            return;
        }
        let (marker, margin) =
            self.lists.last().map_or(("- ", String::new()), |list| (list.marker, list.margin.clone()));
        let kept = self.out.trim_end_matches(' ').len();
        self.out.truncate(kept);
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
        self.out.push_str(&margin);
        self.out.push_str(marker);
    }

    fn line_break(&mut self) {
        if self.is_row() {
            self.out.push(' ');
        } else if !self.is_blank() {
            let margin = self.margin();
            self.out.push('\n');
            self.out.push_str(&margin);
        }
    }

    fn paragraph(&mut self) {
        if self.is_row() {
            self.out.push(' ');
        } else if !self.is_blank() {
            let margin = self.margin();
            self.out.push('\n');
            self.out.push_str(margin.trim_end());
            self.out.push('\n');
            self.out.push_str(&margin);
        }
    }

    /// The line that is being written.
    fn line(&self) -> &str {
        self.out.rsplit('\n').next().unwrap_or_default()
    }

    /// What another line of the same paragraph begins with.
    fn margin(&self) -> String {
        let line = self.line();
        let rest = line.trim_start_matches([' ', '>']);
        let margin = line.get(..line.len() - rest.len()).unwrap_or_default();
        let marker = line::marker(rest).map_or(0, |marker| marker.width);
        format!("{margin}{}", " ".repeat(marker))
    }

    fn is_blank(&self) -> bool {
        self.line().trim_matches([' ', '>']).is_empty()
    }

    /// Whether line breaks would break a table.
    fn is_row(&self) -> bool {
        self.in_cell || self.line().trim_start_matches([' ', '>']).starts_with('|')
    }
}

/// How far a tag's partner may be.
fn limit(kind: Kind) -> usize {
    match kind {
        Kind::Code | Kind::Anchor => 1_000,
        Kind::Table => 60_000,
        _ => 10_000,
    }
}

fn cell_text(inner: &str, depth: usize) -> String {
    let mut writer = Writer { in_cell: true, ..Writer::default() };
    writer.write(inner, depth);
    let text: Vec<&str> = writer.out.split_whitespace().collect();
    let mut out = String::new();
    for letter in text.join(" ").chars() {
        if letter == '|' && !out.ends_with('\\') {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

/// A text as it stands between tags of code.
fn plain(inner: &str, depth: usize) -> String {
    let mut writer = Writer { in_cell: true, ..Writer::default() };
    writer.write(inner, depth);
    entity::decoded(&writer.out.replace(['`', '*'], ""))
}

/// Lines of code, without their tags.
fn plain_lines(inner: &str) -> String {
    let mut out = String::with_capacity(inner.len());
    let mut rest = inner;
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(before);
        let length = tag(from).map_or(1, |tag| tag.text.len());
        let (dropped, after) = from.split_at_checked(length).unwrap_or((from, ""));
        match tag(dropped).map(|tag| tag.kind) {
            Some(Kind::Break) => out.push('\n'),
            Some(_) => {}
            None => out.push_str(dropped),
        }
        rest = after;
    }
    out.push_str(rest);
    entity::decoded(&out)
}
