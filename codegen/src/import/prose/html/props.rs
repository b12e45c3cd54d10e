//! Texts for one of the sites.

use super::tag::{Kind, Tag, enclosed, tag};

/// How far apart a tag and its partner may stand.
const LIMIT: usize = 20_000;

/// The texts for the first site of a run of texts for several, and what follows the run.
///
/// The others stand for the same: mostly they differ in their links alone. `rest` is what follows the first opening tag.
pub(super) fn variants<'a>(rest: &'a str, first: &Tag<'_>) -> Option<(Vec<&'a str>, &'a str)> {
    let (text, mut rest) = enclosed(rest, first, LIMIT)?;
    let mut variants = vec![text];
    loop {
        let next = rest.trim_start();
        let Some(opening) = tag(next).filter(|tag| tag.kind == Kind::Site && !tag.is_closing) else { break };
        let after = next.get(opening.text.len()..)?;
        let Some((variant, behind)) = enclosed(after, &opening, LIMIT) else { break };
        if opening.text == first.text {
            // What stands in between stays there.
            variants.push(rest.get(..rest.len() - next.len()).unwrap_or_default());
            variants.push(variant);
        }
        rest = behind;
    }
    Some((variants, rest))
}
