use super::Rejection;

/// Decodes one key or value of a query or form: `%XX`, and `+` for a space.
///
/// # Errors
/// [`Rejection::Malformed`]: half an escape, or no UTF-8.
pub(super) fn decode(text: &str) -> Result<String, Rejection> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let mut digit = || char::from(rest.next()?).to_digit(16);
                let escape = digit().zip(digit()).and_then(|(high, low)| u8::try_from(high * 16 + low).ok());
                escape.ok_or_else(|| malformed(text))?
            }
            plain => plain,
        });
    }
    String::from_utf8(bytes).map_err(|_| malformed(text))
}

fn malformed(text: &str) -> Rejection {
    Rejection::Malformed(format!("`{text}` is not percent-encoded UTF-8"))
}

/// Encodes everything but `A-Z a-z 0-9 - _ . ~`, with upper-case digits.
pub(super) fn encode(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                char::from(byte).to_string()
            }
            other => format!("%{other:02X}"),
        })
        .collect()
}

/// The decoded pairs of a query or form, in the order sent.
///
/// # Errors
/// As [`decode`].
pub(super) fn pairs(text: &str) -> Result<Vec<(String, String)>, Rejection> {
    let pairs = text.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            Ok((decode(key)?, decode(value)?))
        })
        .collect()
}
