use super::flatten::{joined, structured, text};
use crate::operation::Style;
use crate::record::{Node, to_json_text};
use http::{HeaderMap, HeaderName, HeaderValue};

/// Headers that say what the request is, who sends it and how long it is. Neither a parameter nor an option of a call
/// may change them.
const RESERVED: [&str; 17] = [
    "authorization",
    "connection",
    "content-length",
    "content-type",
    "host",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "x-acs-accesskey-id",
    "x-acs-action",
    "x-acs-bearer-token",
    "x-acs-content-sha256",
    "x-acs-credentials-provider",
    "x-acs-date",
    "x-acs-security-token",
    "x-acs-version",
];

/// Whether only the client itself sets this header.
pub(crate) fn is_reserved(header: &HeaderName) -> bool {
    let name = header.as_str();
    RESERVED.contains(&name) || name.starts_with("x-acs-signature-") || name.starts_with("x-acs-retry-")
}

/// Writes one parameter as a header (`docs/wire.md`, "Header parameters").
///
/// # Errors
/// What is wrong with it, to be put behind the parameter's name.
pub(super) fn write(name: &str, style: Style, node: Node<'_>, headers: &mut HeaderMap) -> Result<(), String> {
    let header: HeaderName = name.parse().map_err(|_| "is no name of a header".to_owned())?;
    if is_reserved(&header) {
        return Err("is a header that only the client itself sets".to_owned());
    }
    let value = match node {
        node if !structured(node) => text(node)?,
        node if style == Style::Simple => joined(node)?,
        node => escaped(&to_json_text(node).map_err(|error| format!("has no JSON form: {error}"))?),
    };
    let value = given(&value)
        .ok_or_else(|| "is a header and holds a character that no header can carry".to_owned())?;
    headers.append(header, value);
    Ok(())
}

/// The header for a text of the caller, if headers can carry it.
pub(crate) fn given(text: &str) -> Option<HeaderValue> {
    // Other characters get through some HTTP stacks, and arrive as something else.
    let is_plain = text.bytes().all(|byte| byte == b'\t' || (b' '..=b'~').contains(&byte));
    let mut value = HeaderValue::from_str(text).ok().filter(|_| is_plain)?;
    // Which of them are secret is not known here.
    value.set_sensitive(true);
    Some(value)
}

/// JSON text in ASCII, which every header can carry: other characters stand in it as `\uXXXX`.
fn escaped(json: &str) -> String {
    let mut ascii = String::with_capacity(json.len());
    for character in json.chars() {
        if character.is_ascii() && character != '\u{7f}' {
            ascii.push(character);
        } else {
            let mut units = [0; 2];
            let units = character.encode_utf16(&mut units).iter();
            ascii.extend(units.map(|unit| format!("\\u{unit:04x}")));
        }
    }
    ascii
}
