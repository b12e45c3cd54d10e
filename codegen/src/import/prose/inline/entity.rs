//! Letters that are written by their names.

use crate::import::prose::normal;

/// The letter that `text`, which begins with `&`, names first, and how long its name is.
pub(super) fn entity(text: &str) -> Option<(Option<char>, usize)> {
    const LONGEST: usize = 10;
    let name = text.strip_prefix('&')?;
    let end = name.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let name = name.get(..end)?;
    let letter = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(number) => u32::from_str_radix(number, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)?
        }
        None => named(name)?,
    };
    let letter = if matches!(letter, '\n' | '\r' | '\t') { Some(' ') } else { normal::character(letter) };
    Some((letter, end + 2))
}

/// Whether a reader would take what begins here for the name of a letter.
pub(super) fn is_entity_like(text: &str) -> bool {
    let Some(name) = text.strip_prefix('&') else { return false };
    let end =
        name.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '#').unwrap_or(name.len());
    end > 0 && name.get(end..).is_some_and(|rest| rest.starts_with(';'))
}

/// A text with all letters written as they are.
pub(in crate::import::prose) fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(before);
        let (letter, length) = entity(from).unwrap_or((Some('&'), 1));
        out.extend(letter);
        rest = from.get(length..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

fn named(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" | "ensp" | "emsp" | "thinsp" => ' ',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "laquo" => '«',
        "raquo" => '»',
        "bull" => '•',
        "middot" => '·',
        "times" => '×',
        "divide" => '÷',
        "plusmn" => '±',
        "le" => '≤',
        "ge" => '≥',
        "ne" => '≠',
        "deg" => '°',
        "yen" => '¥',
        "euro" => '€',
        "copy" => '©',
        "reg" => '®',
        "trade" => '™',
        "rarr" => '→',
        "larr" => '←',
        "lbrack" | "lsqb" => '[',
        "rbrack" | "rsqb" => ']',
        "lbrace" | "lcub" => '{',
        "rbrace" | "rcub" => '}',
        "ast" => '*',
        "lowbar" => '_',
        "num" => '#',
        "sol" => '/',
        "bsol" => '\\',
        "colon" => ':',
        "vert" => '|',
        "grave" => '`',
        _ => return None,
    })
}
