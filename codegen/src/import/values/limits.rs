use super::defaults::Default as Told;
use super::lead::Lead;
use super::lines::{Line, Marker};
use super::prose::{clause_start, is_absence, is_conditional, is_wide, places, sentence_end, sentence_start};
use super::range::{self, Range};
use super::token::is_integer;

/// What a description says about the least and the greatest number.
#[derive(Debug, Default)]
pub(super) struct Limits {
    pub(super) minimum: Option<String>,
    pub(super) maximum: Option<String>,
    /// Sentences that say nothing else.
    pub(super) spans: Vec<std::ops::Range<usize>>,
}

/// Limits that all places agree on.
pub(super) fn find(lines: &[Line<'_>], leads: &[(usize, Lead)], told: &[Told]) -> Limits {
    let mut found = Collected::default();
    for (number, line) in lines.iter().enumerate().filter(|(_, line)| !line.is_blank()) {
        let announced = ranges(line);
        for lead in leads.iter().filter(|(of, _)| *of == number).map(|(_, lead)| lead).chain(&announced) {
            let after = line.content.get(lead.end.saturating_sub(line.at)..).unwrap_or_default();
            if let Some(range) =
                range::read(after).filter(|_| line.marker == Marker::None || lead.start == line.at)
            {
                let end = lead.end.saturating_add(range.length);
                // What follows goes as well, or can stand alone.
                let goes =
                    told.iter().any(|told| told.spare.as_ref().is_some_and(|spare| spare.start == end));
                let left = after.get(range.length..).unwrap_or_default().trim_start_matches([' ', '，', ',']);
                let alone = left.starts_with("单位") || left.starts_with("unit");
                found.range(&range, lead, goes || alone);
            }
        }
        extremes(line, &mut found);
    }
    found.finish()
}

#[derive(Default)]
struct Collected {
    least: Vec<i64>,
    greatest: Vec<i64>,
    spans: Vec<std::ops::Range<usize>>,
}

impl Collected {
    fn range(&mut self, range: &Range, lead: &Lead, separate: bool) {
        self.least.extend(range.minimum);
        self.greatest.extend(range.maximum);
        if range.whole || separate {
            self.spans.push(lead.start..lead.end.saturating_add(range.length));
        }
    }

    fn finish(mut self) -> Limits {
        let one = |mut numbers: Vec<i64>| {
            numbers.dedup();
            let first = numbers.first().copied();
            (first.filter(|_| numbers.len() == 1), numbers.len() > 1)
        };
        let (minimum, unclear_minimum) = one(std::mem::take(&mut self.least));
        let (maximum, unclear_maximum) = one(std::mem::take(&mut self.greatest));
        let unclear = unclear_minimum
            || unclear_maximum
            || minimum.zip(maximum).is_some_and(|(least, most)| least > most);
        if unclear {
            return Limits::default();
        }
        Limits {
            minimum: minimum.map(|number| number.to_string()),
            maximum: maximum.map(|number| number.to_string()),
            spans: self.spans,
        }
    }
}

/// Words that introduce ranges and never lists.
fn ranges(line: &Line<'_>) -> Vec<Lead> {
    const WORDS: &[&str] = &[
        "Valid range",
        "valid range",
        "Value range",
        "value range",
        "The value ranges from",
        "Range",
        "范围",
        "取值区间",
    ];
    let mut leads = Vec::new();
    for (at, word) in places(line.content, WORDS) {
        let before = line.content.get(..at).unwrap_or_default();
        let sentence = before.get(sentence_start(before)..).unwrap_or_default();
        let clause = clause_start(before);
        let own = before.get(clause..).unwrap_or_default().trim().to_ascii_lowercase();
        if !matches!(own.as_str(), "" | "the" | "数值" | "值") || is_conditional(sentence) {
            continue;
        }
        let noun = at.saturating_add(word.len());
        let after = line.content.get(noun..).unwrap_or_default();
        let body = after.trim_start_matches([':', '：', '为', '是', ' ']);
        let body = body.strip_prefix("is ").unwrap_or(body);
        let end = line.at.saturating_add(line.content.len().saturating_sub(body.len()));
        let start = line.at.saturating_add(
            before.get(..clause).unwrap_or_default().trim_end_matches([' ', ',', '，']).len(),
        );
        leads.push(Lead { strength: super::candidate::Strength::Strong, start, end, colon: true });
    }
    leads
}

/// `Maximum value: 100`, `最大值为 100`.
fn extremes(line: &Line<'_>, found: &mut Collected) {
    const GREATEST: &[&str] = &["aximum value", "aximum", "最大值", "最大取值"];
    const LEAST: &[&str] = &["inimum value", "inimum", "最小值", "最小取值"];
    const ALL: &[&str] = &["aximum", "inimum", "最大", "最小"];
    if places(line.content, ALL).is_empty() {
        return;
    }
    for (words, greatest) in [(GREATEST, true), (LEAST, false)] {
        for word in words {
            let Some((number, span)) = extreme(line, word) else { continue };
            if greatest {
                found.greatest.push(number)
            } else {
                found.least.push(number)
            }
            found.spans.extend(span);
            break;
        }
    }
}

fn extreme(line: &Line<'_>, word: &str) -> Option<(i64, Option<std::ops::Range<usize>>)> {
    let mut at = line.content.find(word)?;
    if word.is_ascii() {
        at = at.checked_sub(1)?;
    }
    let before = line.content.get(..at)?;
    let after = line.content.get(at..)?.trim_start_matches(['M', 'm']).strip_prefix(word)?;
    let behind = if word.is_ascii() {
        after.strip_prefix(" is ").or_else(|| after.trim_start_matches('*').strip_prefix(':'))?
    } else {
        after.trim_start_matches('*').strip_prefix(['为', '：', ':', '是'])?
    };
    let number = behind.trim_start_matches([' ', '*', '`', '为', '：']);
    let length = number.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(number.len());
    let (digits, left) = number.split_at_checked(length)?;
    let left = left.trim_start_matches(['*', '`']);
    let clause = clause_start(before);
    let sentence = sentence_start(before);
    let own = before.get(clause..)?.trim().trim_start_matches('*').to_ascii_lowercase();
    let condition = before.get(sentence..)?;
    if !is_integer(digits) || !is_own(&own) || (is_conditional(condition) && !is_absence(condition)) {
        return None;
    }
    let end = line.at.saturating_add(line.content.len().saturating_sub(left.len()));
    let start = line.at.saturating_add(sentence);
    let whole = before.get(sentence..)?.trim().len() == own.len();
    let span = sentence_end(left).map(|sign| start..end.saturating_add(sign)).filter(|_| whole);
    let goes_on =
        left.is_empty() || left.starts_with(['.', '。', ',', '，', ';', '；', '(', '（', ')', '）']);
    let decimal = left.starts_with('.') && left.chars().nth(1).is_some_and(|next| next.is_ascii_digit());
    let thousands = left.starts_with(',') && left.chars().nth(1).is_some_and(|next| next.is_ascii_digit());
    let unit = left.chars().next().is_some_and(|next| next.is_alphabetic() || is_wide(next)) && !goes_on;
    (goes_on && !decimal && !thousands && !unit).then(|| (digits.parse().unwrap_or_default(), span))
}

/// Whether the words before leave the value of this parameter as the owner.
fn is_own(words: &str) -> bool {
    matches!(words, "" | "the" | "and the" | "and" | "该参数" | "参数" | "该值" | "其" | "该参数的" | "取值")
        || words
            .strip_suffix("参数")
            .is_some_and(|name| name.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}
