/// Turns character positions into byte positions of one text.
pub(super) struct Offsets {
    /// Byte offset of every character; empty for a text in which both are the same.
    bytes: Vec<usize>,
    len: usize,
}

impl Offsets {
    pub(super) fn new(text: &str) -> Self {
        let bytes =
            if text.is_ascii() { Vec::new() } else { text.char_indices().map(|(at, _)| at).collect() };
        Self { bytes, len: text.len() }
    }

    /// Byte offset of a character; the end of the text for positions behind it.
    pub(super) fn byte(&self, character: usize) -> usize {
        if self.bytes.is_empty() {
            return character.min(self.len);
        }
        self.bytes.get(character).copied().unwrap_or(self.len)
    }
}
