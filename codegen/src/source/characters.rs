use std::ops::Range;

/// Whether a spec file may hold this character.
///
/// Refused are: what YAML itself refuses (control characters), line breaks that only some tools know as such
/// (U+0085, U+2028, U+2029), the byte order mark, and the marks that change the direction of text, which
/// would make generated documentation look different from what it is.
pub(super) fn is_allowed(character: char) -> bool {
    match character {
        '\t' | '\n' | '\r' => true,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => false,
        '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => false,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => false,
        _ => true,
    }
}

/// Whether the text of a scalar may hold it. Escapes can produce what the file itself does not show.
pub(crate) fn is_allowed_in_scalar(character: char) -> bool {
    character != '\r' && is_allowed(character)
}

/// How a character that cannot be seen is named.
pub(super) fn name(character: char) -> String {
    let code = u32::from(character);
    match character {
        '\0' => "NUL (U+0000)".to_owned(),
        '\u{feff}' => "byte order mark (U+FEFF)".to_owned(),
        '\r' => "carriage return (U+000D)".to_owned(),
        '\u{85}' => "next line (U+0085)".to_owned(),
        '\u{2028}' => "line separator (U+2028)".to_owned(),
        '\u{2029}' => "paragraph separator (U+2029)".to_owned(),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => format!("text direction mark (U+{code:04X})"),
        _ => format!("control character (U+{code:04X})"),
    }
}

/// The forbidden characters of a text with their spans; a run of one character is one finding.
pub(super) fn forbidden(text: &str) -> Vec<(char, Range<usize>)> {
    let mut found: Vec<(char, Range<usize>)> = Vec::new();
    for (at, character) in text.char_indices().filter(|(_, character)| !is_allowed(*character)) {
        let end = at + character.len_utf8();
        match found.last_mut() {
            Some((last, span)) if *last == character && span.end == at => span.end = end,
            _ => found.push((character, at..end)),
        }
    }
    found
}
