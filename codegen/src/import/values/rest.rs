use super::clean::Clean;
use super::prose::is_wide_letter;
use std::ops::Range;

/// The description without what became facts.
pub(super) fn without(clean: &Clean<'_>, source: &str, mut spans: Vec<Range<usize>>) -> String {
    if spans.is_empty() {
        return source.trim().to_owned();
    }
    spans.sort_by_key(|span| span.start);
    let mut rest = String::with_capacity(source.len());
    let mut from = 0;
    for span in spans {
        let start = clean.original(span.start).max(from);
        let end = clean.original(span.end).max(start);
        join(&mut rest, source.get(from..start).unwrap_or_default());
        end_sentence(&mut rest);
        from = end;
    }
    join(&mut rest, source.get(from..).unwrap_or_default());
    tidy(&rest)
}

/// Puts a space where two sentences of one line meet.
fn join(rest: &mut String, text: &str) {
    let text = if rest.is_empty() || rest.ends_with('\n') {
        text.trim_start_matches([' ', '，', ',', '。', '、', ';', '；'])
    } else {
        text.trim_start_matches(['，', ',', '。', '、', ';', '；'])
    };
    // The full stop of what went.
    let ended = rest.trim_end_matches(['*', '`']).ends_with(['.', '。', '!', '！', '?', '？', ':', '：']);
    let text = match text.strip_prefix('.') {
        Some(after) if ended && !after.starts_with(|next: char| next.is_alphanumeric() || next == '.') => {
            after
        }
        _ => text,
    };
    let meets = rest.ends_with(['.', '!', '?', ':'])
        && text.starts_with(|first: char| first.is_alphanumeric() || first == '`');
    if meets && !text.starts_with(is_wide_letter) {
        rest.push(' ');
    }
    rest.push_str(text);
}

/// Ends the sentence that was cut.
fn end_sentence(rest: &mut String) {
    let kept = rest.trim_end_matches([' ', '，', ',', '：', ':', '、', '；', ';', '\\']).len();
    let cut =
        rest.get(kept..).unwrap_or_default().contains(['，', ',', '：', ':', '、', '；', ';', '\\', ' ']);
    if cut {
        rest.truncate(kept);
    }
    let marker = rest
        .rsplit('\n')
        .next()
        .is_some_and(|line| line.trim().trim_start_matches(['-', '*', '>', ' ']).is_empty());
    if marker {
        return;
    }
    match rest.trim_end_matches(['*', '`']).chars().next_back() {
        Some(last) if is_wide_letter(last) || matches!(last, '）' | '”') => rest.push('。'),
        Some(last) if last.is_alphanumeric() || matches!(last, ')' | ']' | '"' | '`' | '>' | '%') => {
            let wide = rest.chars().any(is_wide_letter);
            rest.push(if wide { '。' } else { '.' });
        }
        _ => {}
    }
}

/// Without lines that lost their text, and without several blank lines in a row.
fn tidy(rest: &str) -> String {
    let mut out = String::with_capacity(rest.len());
    let mut blank = 0;
    for line in rest.lines() {
        let bare = line.trim();
        if bare.trim_matches(['-', '*', '>', '•', ' ', '.', '。']).is_empty()
            && bare != "---"
            && bare != "***"
        {
            blank += usize::from(blank < 2);
            continue;
        }
        if !out.is_empty() {
            out.push('\n');
            if blank > 0 {
                out.push('\n');
            }
        }
        out.push_str(line.trim_end());
        blank = 0;
    }
    out.trim().to_owned()
}
