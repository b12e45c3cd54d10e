/// The most characters of a body that a message shows.
const LONGEST: usize = 200;

/// Text with its control characters escaped, so that it stays in its line and cannot move the cursor. What goes beyond
/// so many characters is cut off.
pub(super) fn one_line(text: &str, longest: usize) -> String {
    let mut line = String::new();
    let mut length = 0;
    for shown in text.chars().map(shown) {
        length += shown.chars().count();
        if length > longest {
            line.push('…');
            return line;
        }
        line.push_str(&shown);
    }
    line
}

/// The beginning of a body, on one line.
pub(super) fn snippet(body: &[u8]) -> String {
    // Four bytes hold every character; the rest of a large body is not looked at.
    let start = body.get(..LONGEST * 4).unwrap_or(body);
    let mut snippet = one_line(String::from_utf8_lossy(start).trim(), LONGEST);
    if start.len() < body.len() && !snippet.ends_with('…') {
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
