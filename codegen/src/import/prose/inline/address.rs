//! Web addresses.

/// The address that `text` begins with, as it is to be written, and its length in the text.
pub(super) fn bare(text: &str) -> Option<(String, usize)> {
    let scheme = scheme(text)?;
    let mut length = scheme;
    let mut parentheses = 0_usize;
    let is_escaped =
        |rest: &str| ["&lt;", "&gt;", "&quot;", "&nbsp;", "&#"].iter().any(|name| rest.starts_with(name));
    let mut letters = text.get(scheme..)?.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            // Of an underscore, say.
            '\\' if letters.peek().is_some_and(char::is_ascii_punctuation) => {}
            '&' if text.get(length..).is_some_and(is_escaped) => break,
            '(' => parentheses += 1,
            ')' if parentheses > 0 => parentheses -= 1,
            ')' | '<' | '>' | '[' | ']' | '"' | '`' | '{' | '}' | '\\' | '|' | '^' => break,
            _ if !letter.is_ascii_graphic() => break,
            _ => {}
        }
        length += letter.len_utf8();
    }
    let found = text
        .get(..length)?
        .trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_', '\'', '~', '(', '\\', '&']);
    // What goes on with a placeholder is no address.
    let rest = text.get(found.len()..)?;
    let is_template = rest.starts_with(['{', '<', '[', '*']) || rest.starts_with("&lt;");
    (has_host(found.get(scheme..)?) && !is_template).then(|| (encoded(&unescaped(found)), found.len()))
}

/// The length of the scheme of an address.
pub(super) fn scheme(text: &str) -> Option<usize> {
    ["https://", "http://"].iter().find(|scheme| text.starts_with(**scheme)).map(|scheme| scheme.len())
}

/// What a link leads to, if it leads into the web: what a link cannot hold is percent-encoded.
pub(super) fn target(text: &str) -> Option<String> {
    let text = text.split_whitespace().next()?;
    let length = scheme(text)?;
    has_host(text.get(length..)?).then(|| encoded(&unescaped(text)))
}

/// Whether an address names a server that can be.
fn has_host(text: &str) -> bool {
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    let (name, port) = host.split_once(':').unwrap_or((host, "0"));
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_');
    name.starts_with(|letter: char| letter.is_ascii_alphanumeric())
        && name.chars().all(is_part)
        && !port.is_empty()
        && port.chars().all(|letter| letter.is_ascii_digit())
}

fn unescaped(text: &str) -> String {
    let mut out = text.to_owned();
    while out.contains("&amp;") {
        out = out.replace("&amp;", "&");
    }
    let mut letters = out.chars().peekable();
    let mut plain = String::with_capacity(out.len());
    while let Some(letter) = letters.next() {
        if letter != '\\' || !letters.peek().is_some_and(char::is_ascii_punctuation) {
            plain.push(letter);
        }
    }
    plain
}

fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        let plain = byte.is_ascii_graphic()
            && !matches!(byte, b'<' | b'>' | b'`' | b'"' | b'|' | b'\\' | b'^' | b'{' | b'}' | b'[' | b']');
        if plain {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
