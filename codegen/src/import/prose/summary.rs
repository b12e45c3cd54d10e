use super::block::{self, Block};
use super::inline::{self, Span, span};
use super::links::Links;
use super::{html, normal};

/// About as many letters as a line of a list can have.
const LIMIT: usize = 160;

/// A description in one line that ends with a full stop: as many of its sentences or words as fit.
pub fn summary(text: &str, links: &dyn Links) -> String {
    let text = normal::characters(text);
    let text = html::markdown(&text);
    let blocks = block::read(&text, links);
    let mut lines = Vec::new();
    // More than so many lines say no more.
    for block in blocks.iter().take(20) {
        match block {
            Block::Paragraph(text) => lines.push(inline::spans(text, links)),
            _ if lines.iter().all(|line| is_heading(line)) => {}
            _ => break,
        }
    }
    if lines.iter().all(|line| is_heading(line)) {
        lines.extend(blocks.iter().find_map(first).map(|text| inline::spans(text, links)));
    }
    // Headings say little.
    if lines.iter().any(|line| !is_heading(line)) {
        lines.retain(|line| !is_heading(line));
    }
    let mut spans = Vec::new();
    for line in lines {
        let is_wide = spans.last().is_some_and(|last: &Span| {
            span::plain(std::slice::from_ref(last)).ends_with(|letter: char| !letter.is_ascii())
        });
        if !spans.is_empty() && !is_wide {
            spans.push(Span::Text(" ".to_owned()));
        }
        spans.extend(flat(line));
    }
    ended(cut(inline::settled(spans)))
}

fn is_heading(line: &[Span]) -> bool {
    matches!(line, [Span::Bold(_)])
}

/// The first text of a list or a quotation.
fn first(block: &Block) -> Option<&str> {
    match block {
        Block::List(list) => list.items.iter().flatten().find_map(|block| match block {
            Block::Paragraph(text) => Some(text.as_str()),
            other => first(other),
        }),
        Block::Quote(inner) => inner.iter().find_map(|block| match block {
            Block::Paragraph(text) => Some(text.as_str()),
            other => first(other),
        }),
        _ => None,
    }
}

/// Without what does not belong into a list of summaries: bold text, and links into the web.
fn flat(spans: Vec<Span>) -> Vec<Span> {
    spans
        .into_iter()
        .flat_map(|span| match span {
            Span::Bold(inner) | Span::Link(inner, _) => flat(inner),
            other => vec![other],
        })
        .collect()
}

/// The parts that fit, the last one shortened.
fn cut(spans: Vec<Span>) -> Vec<Span> {
    let length = |span: &Span| match span {
        Span::Text(text) | Span::Code(text) | Span::Address(text) | Span::Operation(text) => {
            text.chars().count()
        }
        Span::Bold(_) | Span::Link(..) => 0,
    };
    let is_ended = span::plain(&spans).ends_with(['.', '。', '…', '?', '？']);
    if spans.iter().map(length).sum::<usize>() + usize::from(!is_ended) <= LIMIT {
        return introduced(spans);
    }
    let mut left = LIMIT;
    let mut out: Vec<Span> = Vec::new();
    for span in spans {
        let own = length(&span);
        if own <= left {
            left -= own;
            out.push(span);
            continue;
        }
        match span {
            Span::Text(text) => out.push(Span::Text(text.chars().take(left).collect())),
            // Better half of it than nothing.
            Span::Code(text) | Span::Address(text) if out.is_empty() => {
                out.push(Span::Code(text.chars().take(left / 2).collect()));
            }
            _ => {}
        }
        break;
    }
    shortened(out)
}

/// Without the words before a list that is not part of a summary, unless there are no others.
fn introduced(mut spans: Vec<Span>) -> Vec<Span> {
    if let Some(Span::Text(text)) = spans.last_mut()
        && text.trim_end().ends_with([':', '：'])
    {
        let end = [". ", "。"]
            .iter()
            .filter_map(|mark| text.rfind(mark).map(|at| at + mark.trim_end().len()))
            .max();
        if let Some(end) = end {
            text.truncate(end);
        }
    }
    spans
}

/// Ends at the last sentence, if that is not far from the beginning, else at the last word.
fn shortened(mut spans: Vec<Span>) -> Vec<Span> {
    const ENOUGH: usize = 40;
    let before: usize = spans.len().saturating_sub(1);
    if let Some(Span::Text(text)) = spans.last_mut() {
        let ends = text.match_indices(['.', '。', '！', '!', '?', '？']).map(|(at, mark)| at + mark.len());
        let mut ends = ends.filter(|end| {
            let is_wide = !text.get(..*end).is_some_and(|text| text.is_ascii());
            text.get(*end..).is_some_and(|rest| {
                rest.starts_with(' ')
                    || is_wide && !rest.starts_with(|letter: char| letter.is_ascii_alphanumeric())
            })
        });
        if let Some(end) = ends.next_back().filter(|end| *end >= ENOUGH || before > 0) {
            text.truncate(end);
            return spans;
        }
        // Languages without spaces break anywhere.
        let end = match text.rfind(' ') {
            Some(end) if text.len() - end <= 30 => end,
            _ if text.ends_with(|letter: char| letter.is_ascii_alphanumeric()) => {
                text.trim_end_matches(|letter: char| letter.is_ascii_alphanumeric()).len()
            }
            _ => text.len(),
        };
        text.truncate(end);
    }
    trimmed(&mut spans);
    spans.push(Span::Text("…".to_owned()));
    spans
}

/// With a full stop.
fn ended(mut spans: Vec<Span>) -> String {
    trimmed(&mut spans);
    let text = inline::print(&spans);
    match text.chars().next_back() {
        None => text,
        Some('.' | '。' | '…' | '?' | '？') => text,
        Some(last) => {
            let is_wide = !last.is_ascii() && last.is_alphanumeric();
            spans.push(Span::Text(if is_wide { "。" } else { "." }.to_owned()));
            inline::print(&inline::settled(spans))
        }
    }
}

/// Without what a sentence does not end with.
fn trimmed(spans: &mut Vec<Span>) {
    while let Some(Span::Text(text)) = spans.last_mut() {
        let kept = text.trim_end_matches(|letter: char| {
            letter.is_whitespace()
                || matches!(letter, ',' | ';' | ':' | '!' | '，' | '；' | '：' | '、' | '！')
        });
        let length = kept.len();
        text.truncate(length);
        if !text.is_empty() {
            break;
        }
        spans.pop();
    }
}
