/// How deep tags of one name may stand in each other.
const DEEPEST: usize = 16;

/// The longest tag that is looked for.
const LONGEST: usize = 400;

/// A tag at the beginning of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tag<'a> {
    pub(super) kind: Kind,
    pub(super) is_closing: bool,
    /// All of it.
    pub(super) text: &'a str,
}

/// What is done with a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A line ends.
    Break,
    /// A paragraph begins and ends.
    Block,
    Heading,
    Bold,
    Code,
    Preformatted,
    Anchor,
    List,
    Item,
    /// A remark that stands out.
    Notice,
    Table,
    /// A text for one of the sites.
    Site,
    /// It means nothing here; what stands within stays.
    Plain,
}

/// The tag of a known kind that `text`, which begins with `<`, begins with.
pub(super) fn tag(text: &str) -> Option<Tag<'_>> {
    let inner = text.strip_prefix('<')?;
    let (is_closing, inner) = match inner.strip_prefix('/') {
        Some(inner) => (true, inner),
        None => (false, inner),
    };
    let length = inner.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(inner.len());
    let (name, rest) = inner.split_at_checked(length)?;
    let kind = kind(name)?;
    let end = end(rest)?;
    let is_name = rest.starts_with(['>', '/', ' ', '\n', '=']);
    let whole = text.len() - rest.len() + end + 1;
    text.get(..whole).filter(|_| is_name).map(|text| Tag { kind, is_closing, text })
}

/// Where a tag ends, behind its name: quotation marks can hide a bracket.
fn end(rest: &str) -> Option<usize> {
    let mut quoted = None;
    for (at, letter) in rest.char_indices().take_while(|(at, _)| *at < LONGEST) {
        match (quoted, letter) {
            (None, '>') => return Some(at),
            (None, '<') => return None,
            (None, '"' | '\'') => quoted = Some(letter),
            (Some(mark), _) if mark == letter => quoted = None,
            _ => {}
        }
    }
    // A quotation mark that is not closed hides nothing.
    rest.find(['>', '<', '\n'])
        .filter(|at| *at < LONGEST && rest.get(*at..).is_some_and(|end| end.starts_with('>')))
}

fn kind(name: &str) -> Option<Kind> {
    // No known name is longer.
    if !(1..=10).contains(&name.len()) {
        return None;
    }
    Some(match name.to_ascii_lowercase().as_str() {
        "br" | "hr" => Kind::Break,
        "p" | "div" | "section" | "details" | "summary" | "dl" | "dt" | "dd" | "center" | "blockquote" => {
            Kind::Block
        }
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Kind::Heading,
        "b" | "strong" => Kind::Bold,
        "code" | "kbd" | "tt" | "samp" => Kind::Code,
        "pre" | "codeblock" => Kind::Preformatted,
        "a" => Kind::Anchor,
        "ul" | "ol" => Kind::List,
        "li" => Kind::Item,
        "notice" | "warning" | "note" | "danger" | "important" | "caution" | "tip" => Kind::Notice,
        "table" => Kind::Table,
        "props" => Kind::Site,
        "i" | "em" | "u" | "s" | "del" | "ins" | "sub" | "sup" | "span" | "font" | "small" | "big"
        | "mark" | "ph" | "img" | "thead" | "tbody" | "tfoot" | "tr" | "td" | "th" | "col" | "colgroup"
        | "caption" | "xref" => Kind::Plain,
        _ => return None,
    })
}

/// The value of an attribute.
pub(super) fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let lower = tag.to_ascii_lowercase();
    let mut from = 0;
    loop {
        let at = from + lower.get(from..)?.find(name)?;
        from = at + name.len();
        let before = lower.get(..at)?.chars().next_back();
        let Some(value) = tag.get(from..)?.trim_start().strip_prefix('=') else { continue };
        if !before.is_some_and(|letter| letter.is_whitespace() || matches!(letter, '"' | '\'')) {
            continue;
        }
        let value = value.trim_start();
        let end = match value.chars().next()? {
            mark @ ('"' | '\'') => {
                let value = value.get(1..)?;
                return value.get(..value.find(mark)?);
            }
            _ => value.find(|letter: char| letter.is_whitespace() || letter == '>')?,
        };
        return value.get(..end);
    }
}

/// What stands between a tag and its partner, and what follows that. `rest` is what follows the opening tag.
pub(super) fn enclosed<'a>(rest: &'a str, opening: &Tag<'_>, limit: usize) -> Option<(&'a str, &'a str)> {
    let name = name_of(opening.text);
    let mut depth = 1_usize;
    let mut from = 0;
    loop {
        let at = from + rest.get(from..)?.find('<')?;
        if at > limit || depth > DEEPEST {
            return None;
        }
        let here = rest.get(at..)?;
        from = at + 1;
        let Some(tag) = tag(here).filter(|tag| name_of(tag.text).eq_ignore_ascii_case(name)) else {
            continue;
        };
        from = at + tag.text.len();
        depth = if tag.is_closing { depth - 1 } else { depth + 1 };
        if depth == 0 {
            return Some((rest.get(..at)?, rest.get(from..)?));
        }
    }
}

/// The name of a tag.
pub(super) fn name_of(tag: &str) -> &str {
    let tag = tag.trim_start_matches(['<', '/']);
    let end = tag.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(tag.len());
    tag.get(..end).unwrap_or_default()
}
