/// Columns that folded lines may take.
const WIDTH: usize = 100;

/// Breaks a text into lines that a folded block joins again. `None` where a break would change it, or where it would be one
/// line anyway.
pub(crate) fn fold(text: &str, indent: usize) -> Option<Vec<String>> {
    let width = WIDTH.saturating_sub(indent);
    let words: Vec<&str> = text.split(' ').collect();
    if words.iter().any(|word| word.is_empty()) || text.chars().any(super::scalar::needs_escape) {
        return None;
    }
    let mut lines: Vec<String> = Vec::new();
    for word in words {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    (lines.len() > 1).then_some(lines)
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn lines_break_at_single_spaces() {
        let text = "word ".repeat(40).trim_end().to_owned();
        let lines = fold(&text, 10).unwrap_or_default();
        assert!(lines.len() == 3 && lines.iter().all(|line| line.len() <= 90), "{lines:?}");
        assert_eq!(lines.join(" "), text);
        assert_eq!(fold("short", 10), None);
        assert_eq!(fold(&text.replacen(' ', "  ", 1), 10), None);
        assert_eq!(fold(&text.replacen(' ', "\n", 1), 10), None);
    }
}
