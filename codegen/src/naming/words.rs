//! Words that a case converter tears apart: `TraceIDs` would become `trace_i_ds`, `IPv6Address` `i_pv6_address`.

/// Writes capitals with a single small letter behind them as one word: `IDs` as `Ids`, `IPv6` as `Ipv6`.
///
/// A word never begins with a small letter that stands alone, so the letter belongs to the capitals before it.
pub(super) fn mend(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let mut text = String::with_capacity(name.len());
    let mut rest = letters.as_slice();
    while let Some((first, after)) = rest.split_first() {
        let capitals = rest.iter().take_while(|letter| letter.is_ascii_uppercase()).count();
        if capitals >= 2 && is_single(rest.get(capitals..).unwrap_or_default()) {
            text.push(*first);
            let word = after.iter().take(capitals);
            text.extend(word.map(char::to_ascii_lowercase));
            rest = rest.get(capitals.saturating_add(1)..).unwrap_or_default();
        } else {
            let skipped = capitals.max(1);
            text.extend(rest.iter().take(skipped));
            rest = rest.get(skipped..).unwrap_or_default();
        }
    }
    text
}

/// Whether one small letter stands alone at the beginning.
fn is_single(letters: &[char]) -> bool {
    match letters {
        [one] => one.is_ascii_lowercase(),
        [one, next, ..] => one.is_ascii_lowercase() && !next.is_ascii_lowercase(),
        [] => false,
    }
}

#[cfg(test)]
mod tests {
    use super::mend;

    #[test]
    fn capitals_keep_the_letter_behind_them() {
        for (name, expected) in [
            ("IPv6Address", "Ipv6Address"),
            ("TraceIDs", "TraceIds"),
            ("InternetURLs", "InternetUrls"),
            ("CloudVendorAccountAKs", "CloudVendorAccountAks"),
            ("ECSInstanceIPs", "ECSInstanceIps"),
            ("APIsOfVPC", "ApisOfVPC"),
            ("IDsomething", "IDsomething"),
            ("HTTPStatus", "HTTPStatus"),
            ("XsY", "XsY"),
            ("5xxPv", "5xxPv"),
            ("", ""),
        ] {
            assert_eq!(mend(name), expected, "{name}");
        }
    }
}
