/// The open items of lists, one in another.
#[derive(Debug, Default)]
pub(super) struct Items {
    open: Vec<Item>,
    /// Whether a line without a mark goes on with the paragraph above it.
    goes_on: bool,
}

#[derive(Clone, Copy, Debug)]
struct Item {
    /// Where its mark stood.
    indent: usize,
    /// Where its text stands.
    text: usize,
}

impl Items {
    /// After an empty line.
    pub(super) fn blank(&mut self) {
        self.goes_on = false;
    }

    /// Where a block stands that was indented so: in the items that it stood below of. More would make code of it.
    pub(super) fn margin(&mut self, indent: usize) -> usize {
        while self.open.pop_if(|item| indent < item.indent.saturating_add(2)).is_some() {}
        self.goes_on = false;
        self.open.last().map_or(0, |item| item.text)
    }

    /// Where a line of text stands. What goes on belongs to the item, and says so.
    pub(super) fn text(&mut self, indent: usize) -> usize {
        if !self.goes_on {
            self.margin(indent);
        }
        self.goes_on = true;
        self.open.last().map_or(0, |item| item.text)
    }

    /// Where an item stands that begins with `markers`.
    pub(super) fn item(&mut self, indent: usize, markers: &str) -> usize {
        let margin = self.margin(indent);
        self.open.push(Item { indent, text: margin.saturating_add(markers.len()) });
        self.goes_on = true;
        margin
    }
}

/// The mark of a list's item at the beginning of `line`, with the space behind it.
pub(in crate::rust) fn list_marker(line: &str) -> Option<&str> {
    let rest = line.strip_prefix(['-', '*', '+']).or_else(|| {
        let rest = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
        let digits = line.len().saturating_sub(rest.len());
        rest.strip_prefix(['.', ')']).filter(|_| (1..=9).contains(&digits))
    })?;
    rest.starts_with(' ')
        .then(|| line.get(..line.len().saturating_sub(rest.len()).saturating_add(1)))
        .flatten()
}

/// All marks of items at the beginning of `line`, each with one space behind it, and what follows them.
pub(super) fn list_markers(line: &str) -> (String, &str) {
    let (mut markers, mut rest) = (String::new(), line);
    while let Some(marker) = list_marker(rest) {
        markers.push_str(marker);
        rest = rest.get(marker.len()..).unwrap_or_default().trim_start();
    }
    (markers, rest)
}

/// The mark and the digits before it, if `text` is a mark of an item and nothing else.
pub(super) fn lonely_marker(text: &str) -> Option<(&str, &str)> {
    let with_space = format!("{text} ");
    let is_lonely = list_marker(&with_space).is_some_and(|marker| marker.len() == with_space.len());
    text.split_at_checked(text.len().checked_sub(1)?)
        .filter(|_| is_lonely)
        .map(|(digits, mark)| (mark, digits))
}
