//! From text to documents.

use super::raw::RawDocument;
use super::{Document, Refusal, RefusalKind, normal};
use serde_json::error::Category;

/// Reads a document and, for its texts, the same document in another language.
///
/// Everything but texts comes from the first. A second document that is not usable does not keep the first from
/// being read: that is a finding.
pub fn read(structure: &str, prose: Option<&str>) -> Result<Document, Refusal> {
    let structure = parse(structure)?;
    let prose = prose.map(parse);
    let prose = prose.as_ref().map(|prose| match prose {
        Ok(raw) => normal::body(raw).map(|()| raw),
        Err(refusal) => Err(refusal.clone()),
    });
    normal::document(structure, prose)
}

fn parse(text: &str) -> Result<RawDocument<'_>, Refusal> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    serde_json::from_str(text).map_err(|error| refusal(text, &error))
}

fn refusal(text: &str, error: &serde_json::Error) -> Refusal {
    let position = Some((error.line(), error.column()));
    if text.trim().is_empty() {
        return Refusal {
            kind: RefusalKind::Truncated,
            message: "the document is empty".to_owned(),
            position: None,
            help: Some("fetch it again".to_owned()),
        };
    }
    if error.classify() == Category::Eof {
        return Refusal {
            kind: RefusalKind::Truncated,
            message: "the document ends in the middle".to_owned(),
            position,
            help: Some("fetch it again: the transfer was cut off".to_owned()),
        };
    }
    let page = text.trim_start().starts_with('<');
    let reason = error.to_string();
    let reason = reason.split(" at line ").next().unwrap_or_default().to_owned();
    Refusal {
        kind: RefusalKind::NotJson,
        message: format!("the document is not JSON: {reason}"),
        position,
        help: page.then(|| "this looks like a web page: is the address the right one?".to_owned()),
    }
}
