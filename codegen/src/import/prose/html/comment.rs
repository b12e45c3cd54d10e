/// How long the comment is that a text begins with: it goes without a trace.
///
/// One that is not closed is a mark that somebody forgot, and hides nothing.
pub(super) fn length(text: &str) -> Option<usize> {
    let inner = text.strip_prefix("<!--")?;
    // `<!-->` and `<!--->` are comments as well.
    if let Some(rest) = inner.strip_prefix('>').or_else(|| inner.strip_prefix("->")) {
        return Some(text.len() - rest.len());
    }
    match inner.find("-->") {
        Some(end) => Some("<!--".len() + end + "-->".len()),
        None => Some("<!--".len()),
    }
}
