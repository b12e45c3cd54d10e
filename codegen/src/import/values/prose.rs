//! Small questions about prose in two languages.

/// Whether a letter is of a script that writes without spaces, or one of its signs.
pub(super) fn is_wide(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}')
}

/// Like `is_wide`, without signs.
pub(super) fn is_wide_letter(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

pub(super) fn has_wide(text: &str) -> bool {
    text.chars().any(is_wide_letter)
}

/// Whether one of the words of a lower-case text is in a list.
pub(super) fn has_one_of(text: &str, words: &[&str]) -> bool {
    text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_')
        .any(|word| words.contains(&word))
}

/// Whether a lower-case text holds a word or a phrase on its own.
pub(super) fn has_word(text: &str, word: &str) -> bool {
    let mut from = 0;
    while let Some(found) = text.get(from..).and_then(|left| left.find(word)) {
        let start = from.saturating_add(found);
        let end = start.saturating_add(word.len());
        let before = text.get(..start).and_then(|left| left.chars().next_back());
        let after = text.get(end..).and_then(|left| left.chars().next());
        if ![before, after]
            .into_iter()
            .flatten()
            .any(|letter| letter.is_ascii_alphanumeric() || letter == '_')
        {
            return true;
        }
        from = end;
    }
    false
}

pub(super) fn has_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// Places in one line; a line with more of them says nothing clear.
const MOST_PLACES: usize = 24;

/// Where the words stand in a text, in one pass.
pub(super) fn places<'w>(text: &str, words: &[&'w str]) -> Vec<(usize, &'w str)> {
    let bytes = text.as_bytes();
    // Most letters begin none of the words: one bit for each first byte, of ASCII and of other scripts.
    let bit = |byte: &u8| 1_u128 << (byte & 0x7f);
    let (mut ascii, mut wide) = (0, 0);
    for byte in words.iter().filter_map(|word| word.as_bytes().first()) {
        if byte.is_ascii() { ascii |= bit(byte) } else { wide |= bit(byte) }
    }
    let mut found = Vec::new();
    for (at, byte) in bytes.iter().enumerate() {
        if found.len() >= MOST_PLACES {
            break;
        }
        if (if byte.is_ascii() { ascii } else { wide }) & bit(byte) == 0 {
            continue;
        }
        for word in words {
            if word.as_bytes().first() == Some(byte)
                && bytes.get(at..).is_some_and(|left| left.starts_with(word.as_bytes()))
            {
                found.push((at, *word));
            }
        }
    }
    found
}

/// Where the sentence begins that reaches up to here.
pub(super) fn sentence_start(before: &str) -> usize {
    let mut start = 0;
    let mut letters = before.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let ends = match letter {
            '。' | '！' | '？' | '；' | '\n' => true,
            '.' | ';' | '!' => letters.peek().is_some_and(|(_, next)| next.is_whitespace()),
            _ => false,
        };
        if ends {
            start = at.saturating_add(letter.len_utf8());
        }
    }
    start
}

/// Where the part of a sentence begins that reaches up to here.
pub(super) fn clause_start(before: &str) -> usize {
    let sentence = sentence_start(before);
    let comma = before
        .char_indices()
        .filter(|(_, letter)| matches!(letter, '，' | ',' | '：' | ':' | '（' | '('))
        .map(|(at, letter)| at.saturating_add(letter.len_utf8()))
        .next_back();
    sentence.max(comma.unwrap_or(0))
}

/// Length of the sign that ends a sentence here, if one does.
pub(super) fn sentence_end(after: &str) -> Option<usize> {
    let mut letters = after.chars();
    match letters.next() {
        None => Some(0),
        Some('\n') => Some(0),
        Some(letter @ ('。' | '！' | '；')) => Some(letter.len_utf8()),
        Some(letter @ ('.' | ';' | '!'))
            if letters.next().is_none_or(|next| next.is_whitespace() || is_wide(next)) =>
        {
            Some(letter.len_utf8())
        }
        _ => None,
    }
}

/// Whether a sentence speaks of some cases only. Those that say when the parameter itself counts do not.
pub(super) fn is_conditional(sentence: &str) -> bool {
    let lower = sentence.to_ascii_lowercase();
    let english = has_one_of(&lower, &["if", "when", "unless", "depending", "vary", "varies"])
        || lower.contains("based on");
    english
        || lower.trim_start().starts_with("for ")
        || has_any(sentence, &["如果", "仅当", "仅在", "不同"])
        || is_wide_case(sentence)
}

/// Whether a sentence holds the signs for "when" and "if" on their own, and not as parts of other words.
fn is_wide_case(sentence: &str) -> bool {
    if !has_any(sentence, &["当", "若", "时"]) {
        return false;
    }
    let letters: Vec<char> = sentence.chars().filter(|letter| !letter.is_ascii()).collect();
    letters.iter().enumerate().any(|(at, letter)| {
        let before = at.checked_sub(1).and_then(|before| letters.get(before)).copied().unwrap_or(' ');
        let after = letters.get(at.saturating_add(1)).copied().unwrap_or(' ');
        match letter {
            '当' => {
                !matches!(after, '前' | '日' | '天' | '月' | '地') && !matches!(before, '适' | '相' | '应')
            }
            '若' => after != '干',
            '时' => {
                !matches!(
                    before,
                    '小' | '实'
                        | '临'
                        | '超'
                        | '同'
                        | '定'
                        | '及'
                        | '即'
                        | '延'
                        | '计'
                        | '平'
                        | '暂'
                        | '随'
                        | '按'
                ) && !matches!(
                    after,
                    '间' | '长' | '区' | '段' | '刻' | '效' | '延' | '序' | '戳' | '钟' | '常'
                )
            }
            _ => false,
        }
    })
}

/// Whether a condition is that nothing is sent.
pub(super) fn is_absence(sentence: &str) -> bool {
    let lower = sentence.to_ascii_lowercase();
    has_any(
        &lower,
        &[
            "not specif",
            "do not set",
            "not set",
            "is empty",
            "left empty",
            "leave this",
            "not configure",
            "omit",
            "unspecified",
        ],
    ) || has_any(
        sentence,
        &[
            "不传",
            "不填",
            "为空",
            "不设置",
            "未设置",
            "未指定",
            "不指定",
            "未填",
            "没有",
            "未传",
            "留空",
            "不配置",
            "未配置",
            "不选",
            "不输入",
        ],
    )
}

/// The text between the first brackets, if it begins with them, and what comes after.
pub(super) fn bracketed(text: &str) -> Option<(&str, &str)> {
    let open = text.chars().next().filter(|letter| matches!(letter, '(' | '（' | '[' | '【'))?;
    let inner = text.get(open.len_utf8()..)?;
    let mut depth = 1_usize;
    for (at, letter) in inner.char_indices() {
        match letter {
            '(' | '（' | '[' | '【' => depth = depth.saturating_add(1),
            ')' | '）' | ']' | '】' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some((inner.get(..at)?, inner.get(at.saturating_add(letter.len_utf8())..)?));
                }
            }
            '\n' => return None,
            _ => {}
        }
    }
    None
}

/// Whether a remark in brackets, or a sentence of its own, says that this value is the default.
pub(super) fn is_default_mark(text: &str) -> bool {
    const MARKS: &[&str] = &[
        "default",
        "default value",
        "the default value",
        "this is the default value",
        "this value is the default value",
        "by default",
        "默认",
        "默认值",
        "缺省",
        "缺省值",
        "默认取值",
        "默认选项",
        "为默认值",
        "此为默认值",
        "该值为默认值",
    ];
    let text = text.trim_matches(['*', '`', '.', '。', '，', ',', ' ']);
    MARKS.iter().any(|mark| text.eq_ignore_ascii_case(mark))
}
