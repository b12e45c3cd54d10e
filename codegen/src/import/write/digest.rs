//! The digest by which an imported file tells whether somebody has edited it.

use crate::format::scalar;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::fmt::Write;

/// What stands in place of a digest while it is not known.
pub(super) const UNKNOWN: &str = "digest";
/// Begins the section of a file that says where it was imported from.
const SECTION: &str = "\norigin:\n";
/// Begins the line of the digest in it.
const LINE: &str = "  digest: ";
/// Begins the line of the document in it.
const DOCUMENT: &str = "  document: ";
/// Digits of a digest.
const DIGITS: usize = 16;

/// Where a file says that it was imported from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    /// Product and version of the document.
    pub(super) document: String,
    /// Whether the rest of the file is as it was imported.
    pub(super) fits: bool,
}

/// Puts the digest into the text of a file that has the line for it.
pub(super) fn sealed(text: &str) -> String {
    match split(text) {
        Some((before, _, after)) => format!("{before}{LINE}{}\n{after}", scalar(&digest(before, after))),
        None => text.to_owned(),
    }
}

/// Where a file was imported from; `None` for a file that somebody wrote. Works on any text, so that a file that was
/// broken by an edit is known as an imported one all the same.
pub(super) fn stamp(text: &str) -> Option<Stamp> {
    let text = line_feeds(text);
    let (_, section) = text.split_once(SECTION)?;
    let mut lines = section.lines().take_while(|line| line.starts_with("  "));
    let document = lines.find_map(|line| line.strip_prefix(DOCUMENT))?;
    let fits = split(&text).is_some_and(|(before, found, after)| unquoted(found) == digest(before, after));
    Some(Stamp { document: unquoted(document).to_owned(), fits })
}

/// A text with the line breaks that files are written with; some tools change them on the way.
pub(super) fn line_feeds(text: &str) -> Cow<'_, str> {
    if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n")) } else { Cow::Borrowed(text) }
}

/// What stands before the line of the digest, the digest, and what stands behind its line.
fn split(text: &str) -> Option<(&str, &str, &str)> {
    let section = text.find(SECTION)? + SECTION.len();
    let mut at = section;
    for line in text.get(section..)?.split_inclusive('\n').take_while(|line| line.starts_with("  ")) {
        if let Some(found) = line.strip_prefix(LINE) {
            return Some((text.get(..at)?, found.trim_end(), text.get(at + line.len()..)?));
        }
        at += line.len();
    }
    None
}

fn digest(before: &str, after: &str) -> String {
    let hash = Sha256::new().chain_update(before).chain_update(after).finalize();
    let mut hex = hash.iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    hex.truncate(DIGITS);
    hex
}

fn unquoted(text: &str) -> &str {
    text.trim().trim_matches(['"', '\''])
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "name: A\n\norigin:\n  document: Tea@2024-05-01\n  digest: digest\n\nallow: []\n";

    #[test]
    fn a_file_tells_whether_it_was_edited() {
        let file = sealed(TEXT);
        let fitting = |fits| Some(Stamp { document: "Tea@2024-05-01".to_owned(), fits });
        assert_eq!(stamp(&file), fitting(true));
        assert_eq!(sealed(&file), file);
        assert_eq!(stamp(&file.replace('\n', "\r\n")), fitting(true));
        assert_eq!(stamp(&file.replace("name: A", "name: B")), fitting(false));
        assert_eq!(stamp(&file.replace("allow", "allowed")), fitting(false));
        assert_eq!(stamp(&file.replace("  digest", "  dig")), fitting(false));
    }

    #[test]
    fn a_file_without_the_section_was_written_by_hand() {
        assert_eq!(stamp("name: A\n"), None);
        assert_eq!(stamp("description: |-\n  text\n  origin:\n    document: X\n"), None);
    }
}
