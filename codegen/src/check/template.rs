/// What is wrong with a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault<'a> {
    /// It begins with neither a slash nor a placeholder that keeps slashes.
    NoSlash,
    /// A brace without a partner, or one inside another.
    Brace,
    /// A placeholder without a name.
    Empty,
    /// A placeholder behind `?`.
    InQuery(&'a str),
    /// A character that cannot stand in an address.
    Character(char),
}

/// The names of all placeholders of a path, in their order.
///
/// # Errors
/// The first thing that is wrong with it.
pub(super) fn placeholders(path: &str) -> Result<Vec<&str>, Fault<'_>> {
    if !path.starts_with('/') && !path.starts_with("{+") {
        return Err(Fault::NoSlash);
    }
    let mut names = Vec::new();
    let mut rest = path;
    let mut in_query = false;
    while let Some(at) = rest.find(['{', '}']) {
        let (literal, braced) = rest.split_at(at);
        constant(literal)?;
        in_query |= literal.contains('?');
        let inner = braced.strip_prefix('{').ok_or(Fault::Brace)?;
        let (name, after) = inner.split_once('}').ok_or(Fault::Brace)?;
        let name = name.strip_prefix('+').unwrap_or(name);
        match name {
            "" => return Err(Fault::Empty),
            name if name.contains('{') => return Err(Fault::Brace),
            name if in_query => return Err(Fault::InQuery(name)),
            name => names.push(name),
        }
        rest = after;
    }
    constant(rest)?;
    Ok(names)
}

/// Text outside placeholders is sent as it is.
fn constant(text: &str) -> Result<(), Fault<'_>> {
    // The characters of paths and queries (RFC 3986, 3.3 and 3.4).
    let allowed = |letter: char| letter.is_ascii_alphanumeric() || "-._~%!$&'()*+,;=:@/?".contains(letter);
    match text.chars().find(|letter| !allowed(*letter)) {
        Some(letter) => Err(Fault::Character(letter)),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_found_in_their_order() {
        for (path, expected) in [
            ("/", &[] as &[&str]),
            ("/clusters/{ClusterId}/nodes/{node.id}", &["ClusterId", "node.id"]),
            ("/{number}:get", &["number"]),
            ("{+requestPath}", &["requestPath"]),
            ("/files/{+path}?type=log&x", &["path"]),
            ("/a//b/", &[]),
        ] {
            assert_eq!(placeholders(path), Ok(expected.to_vec()), "{path}");
        }
    }

    #[test]
    fn faults_are_named() {
        for (path, expected) in [
            ("", Fault::NoSlash),
            ("clusters", Fault::NoSlash),
            ("{id}", Fault::NoSlash),
            ("/{id", Fault::Brace),
            ("/id}", Fault::Brace),
            ("/{a{b}}", Fault::Brace),
            ("/{}", Fault::Empty),
            ("/{+}", Fault::Empty),
            ("/a?x={y}", Fault::InQuery("y")),
            ("/a b", Fault::Character(' ')),
            ("/a#b", Fault::Character('#')),
            ("/[id]", Fault::Character('[')),
            ("/ä", Fault::Character('ä')),
        ] {
            assert_eq!(placeholders(path), Err(expected), "{path}");
        }
    }
}
