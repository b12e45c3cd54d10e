//! Words for names that hold no letter or digit, and for the symbols that tell two values apart.

/// Comparisons and other operators, longest first.
const OPERATORS: &[(&str, &str)] = &[
    (">=", "GreaterThanOrEqual"),
    ("<=", "LessThanOrEqual"),
    ("!=", "NotEqual"),
    ("<>", "NotEqual"),
    ("==", "EqualEqual"),
    ("=~", "Matches"),
    ("!~", "DoesNotMatch"),
    ("&&", "AndAnd"),
    ("||", "OrOr"),
    (">", "GreaterThan"),
    ("<", "LessThan"),
    ("=", "Equal"),
];

/// A word for a symbol.
fn word(symbol: char) -> Option<&'static str> {
    Some(match symbol {
        ' ' => "Space",
        '\t' => "Tab",
        '\n' => "Newline",
        '\r' => "Return",
        '!' => "Not",
        '"' => "Quote",
        '#' => "Sharp",
        '$' => "Dollar",
        '%' => "Percent",
        '&' => "And",
        '\'' => "Apostrophe",
        '(' => "Open",
        ')' => "Close",
        '*' => "Star",
        '+' => "Plus",
        ',' => "Comma",
        '-' => "Minus",
        '.' => "Dot",
        '/' => "Slash",
        ':' => "Colon",
        ';' => "Semicolon",
        '?' => "Question",
        '@' => "At",
        '[' => "OpenBracket",
        '\\' => "Backslash",
        ']' => "CloseBracket",
        '^' => "Caret",
        '_' => "Underscore",
        '`' => "Backtick",
        '{' => "OpenBrace",
        '|' => "Or",
        '}' => "CloseBrace",
        '~' => "Tilde",
        _ => return None,
    })
}

/// A name in camel case for a text without an ASCII letter or digit, made of the text alone: of words for its symbols,
/// else of a hash of its bytes.
pub(super) fn spell(text: &str) -> String {
    if text.is_empty() {
        return "Empty".to_owned();
    }
    let mut name = String::new();
    let mut rest = text;
    while let Some(symbol) = rest.chars().next() {
        let operator = OPERATORS.iter().find(|(operator, _)| rest.starts_with(operator));
        let (length, word) = match operator {
            Some((operator, word)) => (operator.len(), Some(*word)),
            None => (symbol.len_utf8(), word(symbol)),
        };
        let Some(word) = word else { return format!("Value{:08X}", hash(text)) };
        name.push_str(word);
        rest = rest.get(length..).unwrap_or_default();
    }
    name
}

/// Puts words in the place of symbols that belong to a value: `C++` and `C` are two, and so are `image/*` and `image`.
pub(super) fn spell_marks(text: &str) -> String {
    let mut spelled = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut before = None;
    while let Some(letter) = letters.next() {
        let digit_follows = letters.peek().is_some_and(char::is_ascii_digit);
        let between_digits = before.is_some_and(|before: char| before.is_ascii_digit()) && digit_follows;
        let is_sign = letter == '-' && before.is_none() && digit_follows;
        let is_mark = matches!(letter, '+' | '%' | '&' | '*' | '#') && !between_digits;
        match word(letter).filter(|_| is_sign || is_mark) {
            Some(word) => {
                spelled.push('_');
                spelled.push_str(word);
                spelled.push('_');
            }
            None => spelled.push(letter),
        }
        before = Some(letter);
    }
    spelled
}

/// Cuts a name that is a whole document, and marks it with a hash so that two long ones stay two.
pub(super) fn shorten(name: String, text: &str) -> String {
    const LONGEST: usize = 80;
    const KEPT: usize = 60;
    if name.len() <= LONGEST {
        return name;
    }
    format!("{}{:08X}", name.get(..KEPT).unwrap_or_default(), hash(text))
}

/// FNV-1a.
fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
