//! Which parts of a path are which parameters.

/// The encoded values in a path that was made from `template`, by name; `None` where it was not.
pub(super) fn values<'a>(template: &'a str, path: &'a str) -> Option<Vec<(&'a str, &'a str)>> {
    let template = template.split('?').next().unwrap_or_default();
    let mut found = Vec::new();
    align(template, path, &mut found).then_some(found)
}

fn align<'a>(template: &'a str, path: &'a str, found: &mut Vec<(&'a str, &'a str)>) -> bool {
    let Some((literal, name, rest)) = next_place(template) else { return template == path };
    let Some(path) = path.strip_prefix(literal) else { return false };
    let (name, keeps_slashes) = match name.strip_prefix('+') {
        Some(name) => (name, true),
        None => (name, false),
    };
    let longest = if keeps_slashes { path.len() } else { path.find('/').unwrap_or(path.len()) };
    // The longest value first: where a place ends in the middle of a segment, what follows it stands at its end.
    for end in (1..=longest).rev().filter(|end| path.is_char_boundary(*end)) {
        let (value, after) = path.split_at(end);
        let before = found.len();
        found.push((name, value));
        if align(rest, after, found) {
            return true;
        }
        found.truncate(before);
    }
    false
}

fn next_place(template: &str) -> Option<(&str, &str, &str)> {
    let (literal, rest) = template.split_once('{')?;
    let (name, rest) = rest.split_once('}')?;
    Some((literal, name, rest))
}

#[cfg(test)]
mod tests {
    use super::values;

    #[test]
    fn places_have_their_values() {
        assert_eq!(values("/a/{B}/c", "/a/1%2F2/c"), Some(vec![("B", "1%2F2")]));
        assert_eq!(values("/{A}/{B}:go?x=y", "/1/2:go"), Some(vec![("A", "1"), ("B", "2")]));
        assert_eq!(values("/files/{+Path}", "/files/a/b.c"), Some(vec![("Path", "a/b.c")]));
        assert_eq!(values("/a/{B}", "/a/1/2"), None);
        assert_eq!(values("/a/{B}", "/a/"), None);
        assert_eq!(values("/", "/"), Some(Vec::new()));
    }
}
