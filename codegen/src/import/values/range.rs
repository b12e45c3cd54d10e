use super::prose::sentence_end;
use super::token::is_integer;

/// Least and greatest number; one of them may be open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Range {
    pub(super) minimum: Option<i64>,
    pub(super) maximum: Option<i64>,
    /// What it takes of the text.
    pub(super) length: usize,
    /// Whether its sentence says nothing else.
    pub(super) whole: bool,
}

/// Words between the two numbers.
const BETWEEN: &[&str] = &["~", "～", "–", "—", "−", "-", "到", "至", "to ", "and "];

/// What may follow the last number beside the end of a sentence.
const UNITS: &[&str] = &[
    "GiB",
    "GB",
    "MiB",
    "MB",
    "KB",
    "TB",
    "bytes",
    "seconds",
    "minutes",
    "hours",
    "days",
    "months",
    "years",
    "ms",
    "milliseconds",
    "Mbit/s",
    "Mbps",
    "kbit/s",
    "entries",
    "秒",
    "毫秒",
    "分钟",
    "小时",
    "天",
    "个",
    "条",
    "台",
    "次",
    "月",
    "年",
    "之间",
    "位",
    "的整数",
];

/// Reads a range at the beginning of a text.
pub(super) fn read(text: &str) -> Option<Range> {
    let mut reader = Reader { left: text };
    let (minimum, maximum) = reader.bounded().or_else(|| {
        reader.left = text;
        reader.open()
    })?;
    if minimum.zip(maximum).is_some_and(|(least, greatest)| least >= greatest) {
        return None;
    }
    let end = text.len().saturating_sub(reader.left.len());
    let (length, whole) = reader.ends(end)?;
    Some(Range { minimum, maximum, length, whole })
}

struct Reader<'a> {
    left: &'a str,
}

impl<'a> Reader<'a> {
    /// `1 to 100`, `[1, 100]`, `(0,100]`, `1~100`.
    fn bounded(&mut self) -> Option<(Option<i64>, Option<i64>)> {
        self.take_any(INTEGERS);
        let quote = self.take_any(&["`"]);
        let open = self.take_any(&["[", "(", "（", "【"]);
        let first = self.number(open.is_none())?;
        self.stars();
        let separator = match open {
            Some(_) => self.take_any(&[",", "，", "、"]).or_else(|| self.take_any(BETWEEN)),
            None => self.take_any(BETWEEN),
        }?;
        let last = self.number(true)?;
        if separator == "and " {
            return None;
        }
        let close = match open {
            Some(_) => Some(self.take_any(&["]", ")", "）", "】"])?),
            None => None,
        };
        if quote.is_some() {
            self.take_any(&["`"])?;
        }
        let least = if matches!(open, Some("(" | "（")) { first.checked_add(1)? } else { first };
        let greatest = if matches!(close, Some(")" | "）")) { last.checked_sub(1)? } else { last };
        Some((Some(least), Some(greatest)))
    }

    /// `≥1`, `大于0小于1000`, `integers greater than or equal to 1`.
    fn open(&mut self) -> Option<(Option<i64>, Option<i64>)> {
        let mut found = (None, None);
        self.take_any(INTEGERS);
        for _ in 0..2 {
            let Some(word) = self.take_any(COMPARISONS) else { break };
            let number = self.number(true)?;
            match word {
                "≥"
                | ">="
                | "大于等于"
                | "大于或等于"
                | "不小于"
                | "不低于"
                | "greater than or equal to " => {
                    found.0 = Some(number);
                }
                ">" | "大于" | "greater than " => found.0 = Some(number.checked_add(1)?),
                "≤" | "<=" | "小于等于" | "小于或等于" | "不大于" | "不超过" | "less than or equal to " =>
                {
                    found.1 = Some(number);
                }
                _ => found.1 = Some(number.checked_sub(1)?),
            }
            let before = self.left;
            self.take_any(&["，", ",", "且", "并且", "and "]);
            if !COMPARISONS.iter().any(|word| self.left.trim_start().starts_with(word)) {
                self.left = before;
                break;
            }
        }
        (found.0.is_some() || found.1.is_some()).then_some(found)
    }

    fn take_any(&mut self, words: &[&'static str]) -> Option<&'static str> {
        self.left = self.left.trim_start_matches(' ');
        let word = words.iter().find(|word| self.left.starts_with(**word))?;
        self.left = self.left.get(word.len()..)?;
        Some(word)
    }

    fn stars(&mut self) {
        self.left = self.left.trim_start_matches('*');
    }

    /// A number, with or without commas between thousands.
    fn number(&mut self, thousands: bool) -> Option<i64> {
        self.left = self.left.trim_start_matches([' ', '*']);
        let length = self
            .left
            .char_indices()
            .find(|(at, letter)| {
                let group = thousands && *letter == ',' && self.is_group(*at);
                !(letter.is_ascii_digit() || group || (*letter == '-' && *at == 0))
            })
            .map_or(self.left.len(), |(at, _)| at);
        let digits = self.left.get(..length)?.replace(',', "");
        let after = self.left.get(length..)?;
        let decimal =
            after.starts_with('.') && after.chars().nth(1).is_some_and(|next| next.is_ascii_digit());
        if !is_integer(&digits) || decimal {
            return None;
        }
        self.left = after;
        self.stars();
        digits.parse().ok()
    }

    /// Whether exactly three digits follow a comma.
    fn is_group(&self, at: usize) -> bool {
        let after = self.left.get(at.saturating_add(1)..).unwrap_or_default();
        after.len().saturating_sub(after.trim_start_matches(|letter: char| letter.is_ascii_digit()).len())
            == 3
    }

    /// How long the range is with its unit, and whether its sentence ends with it.
    fn ends(&mut self, mut length: usize) -> Option<(usize, bool)> {
        let unit = UNITS
            .iter()
            .filter_map(|unit| self.left.trim_start().strip_prefix(unit))
            .find(|after| !after.starts_with(|next: char| next.is_ascii_alphanumeric()));
        if let Some(after) = unit {
            length = length.saturating_add(self.left.len().saturating_sub(after.len()));
            self.left = after;
        }
        if let Some(sign) = sentence_end(self.left) {
            return Some((length.saturating_add(sign), true));
        }
        let next = self.left.trim_start().chars().next()?;
        let goes_on = matches!(next, ',' | '，' | ';' | ')' | '）' | '（' | '(' | '、');
        let another = matches!(next, '、') || self.left.trim_start().starts_with(", 1");
        (goes_on && !another).then_some((length, false))
    }
}

const INTEGERS: &[&str] =
    &["integers that are ", "integers from ", "an integer from ", "integers ", "an integer ", "from "];

const COMPARISONS: &[&str] = &[
    "≥",
    ">=",
    "≤",
    "<=",
    ">",
    "<",
    "大于等于",
    "大于或等于",
    "小于等于",
    "小于或等于",
    "不小于",
    "不低于",
    "不大于",
    "不超过",
    "大于",
    "小于",
    "greater than or equal to ",
    "greater than ",
    "less than or equal to ",
    "less than ",
];
