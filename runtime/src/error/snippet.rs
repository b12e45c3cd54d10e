/// The most characters of a body that a message shows.
const LONGEST: usize = 200;

/// Text with its control characters escaped, so that it stays in its line and cannot move the cursor.
pub(super) fn one_line(text: &str) -> String {
    text.chars().map(shown).collect()
}

/// The beginning of a body, on one line.
pub(super) fn snippet(body: &[u8]) -> String {
    // Four bytes hold every character; the rest of a large body is not looked at.
    let start = body.get(..LONGEST * 4).unwrap_or(body);
    let text = String::from_utf8_lossy(start);
    let mut characters = text.trim().chars();
    let mut snippet = String::new();
    let mut length = 0;
    for shown in characters.by_ref().map(shown) {
        length += shown.chars().count();
        if length > LONGEST {
            snippet.push('…');
            return snippet;
        }
        snippet.push_str(&shown);
    }
    if start.len() < body.len() {
        snippet.push('…');
    }
    snippet
}

fn shown(character: char) -> String {
    // U+2028 and U+2029 end lines too; the direction marks reorder what is read.
    let hidden = matches!(character, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if character.is_control() || hidden {
        character.escape_default().to_string()
    } else {
        character.to_string()
    }
}
