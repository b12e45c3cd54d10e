use std::borrow::Cow;

/// A description without escapes and odd white space, which knows where each place of it was in the original.
pub(super) struct Clean<'a> {
    pub(super) text: Cow<'a, str>,
    /// From this place of the text on, this is the place in the original.
    shifts: Vec<(usize, usize)>,
}

impl<'a> Clean<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        let Some(first) = special(source) else {
            return Self { text: Cow::Borrowed(source), shifts: Vec::new() };
        };
        let mut text = String::with_capacity(source.len());
        let mut shifts = Vec::new();
        let mut at: usize = 0;
        let mut next = Some(first);
        while let Some(before) = next {
            let place = at.saturating_add(before);
            text.push_str(source.get(at..place).unwrap_or_default());
            let left = source.get(place..).unwrap_or_default();
            let (taken, replacement) = replace(left, left.chars().next().unwrap_or_default());
            text.extend(replacement);
            at = place.saturating_add(taken);
            if replacement.map_or(0, char::len_utf8) != taken {
                shifts.push((text.len(), at));
            }
            next = source.get(at..).and_then(special);
        }
        text.push_str(source.get(at..).unwrap_or_default());
        Self { text: Cow::Owned(text), shifts }
    }

    /// The place in the original.
    pub(super) fn original(&self, at: usize) -> usize {
        let after = self.shifts.partition_point(|(place, _)| *place <= at);
        match after.checked_sub(1).and_then(|last| self.shifts.get(last)) {
            Some((place, original)) => original.saturating_add(at.saturating_sub(*place)),
            None => at,
        }
    }
}

/// The first place that does not stay as it is.
fn special(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    bytes.iter().enumerate().position(|(at, byte)| match byte {
        b'\\' | b'\r' | b'<' => true,
        0xc2 | 0xe2 | 0xe3 | 0xef => {
            let left = bytes.get(at..).unwrap_or_default();
            ["\u{a0}", "\u{200b}", "\u{3000}", "\u{feff}"]
                .iter()
                .any(|sign| left.starts_with(sign.as_bytes()))
        }
        _ => false,
    })
}

/// How many bytes of the original make which letter. An escaped star stays escaped: it is no emphasis.
fn replace(left: &str, letter: char) -> (usize, Option<char>) {
    match letter {
        '\\' => match left.chars().nth(1) {
            Some('\n') => (2, Some('\n')),
            Some(next) if next.is_ascii_punctuation() && next != '*' => (2, Some(next)),
            _ => (1, Some('\\')),
        },
        '\r' | '\u{200b}' | '\u{feff}' => (letter.len_utf8(), None),
        '\u{a0}' | '\u{3000}' => (letter.len_utf8(), Some(' ')),
        '<' => ["<br>", "<br/>", "<br />", "</br>"]
            .iter()
            .find(|tag| left.starts_with(**tag))
            .map_or((1, Some('<')), |tag| (tag.len(), Some('\n'))),
        _ => (letter.len_utf8(), Some(letter)),
    }
}

#[cfg(test)]
mod tests {
    use super::Clean;

    #[test]
    fn places_are_those_of_the_original() {
        let source = "a\\_x<br>y\u{a0}z\\*";
        let clean = Clean::new(source);
        assert_eq!(clean.text, "a_x\ny z\\*");
        for word in ["x", "y", "z"] {
            let at = clean.text.find(word).unwrap();
            assert_eq!(clean.original(at), source.rfind(word).unwrap(), "{word}");
        }
        assert_eq!(clean.original(clean.text.len()), source.len());
    }
}
