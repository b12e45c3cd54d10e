use super::dice::Dice;
use super::manner::Manner;

const FREE: [&str; 18] = [
    "",
    "a",
    "ecs.g7.large",
    "two words",
    " edges ",
    "地域",
    "e\u{301} 😀",
    "\u{202e}right to left",
    "\"quoted\" \\ / \u{0}\n\r\t\u{2028}",
    "null",
    "true",
    "-1",
    "1e3",
    "{\"a\":[1]}",
    "[]",
    "<a href=\"x\">&amp;</a>",
    "a=b&c=d+e%20f%zz#g?h",
    "2026-01-01T00:00:00Z",
];
const HEADER: [&str; 5] = ["a", "two words", "{\"a\":[1]}", "a=b&c=d+e%20f", "~!@#$%^*()"];
const PATH: [&str; 6] = ["a", "two words", "地域", "a/b", "...", "a=b&c=d+e%20f?g#h"];
const LABEL: [&str; 3] = ["a", "my-bucket", "X9"];
const KEYS: [&str; 8] = ["key", "", "a.b", "two words", "地域", "1", "\"\\\n", "Key"];

/// A text; one in thirty-two is long.
pub(super) fn text(dice: &mut Dice, manner: Manner) -> String {
    let (from, longest): (&[&str], usize) = match manner {
        Manner::Free | Manner::Sent | Manner::Joined => (&FREE, 5_000),
        Manner::Header => (&HEADER, 500),
        Manner::Path => (&PATH, 500),
        Manner::Label => (&LABEL, 9),
    };
    let text = dice.pick(from);
    if dice.once_in(32) && !text.is_empty() {
        return text.repeat(longest / text.len().max(1)).trim_end().to_owned();
    }
    text.to_owned()
}

/// A key of a map, different for each `number`.
pub(super) fn key(dice: &mut Dice, number: usize) -> String {
    let key = dice.pick(&KEYS);
    if number == 0 { key.to_owned() } else { format!("{key}{number}") }
}
