//! From text to documents.

use super::raw::RawDocument;
use super::{Document, Finding, FindingKind, Refusal, RefusalKind, normal};
use serde_json::error::Category;

/// Reads a document and, for its texts, the same document in another language.
///
/// Everything but texts comes from the first. A second document that is not usable does not keep the first from
/// being read: that is a finding.
pub fn read(structure: &str, prose: Option<&str>) -> Result<Document, Refusal> {
    let texts = [Some(structure), prose];
    let structure = parse(structure)?;
    let prose = prose.map(parse);
    let prose = prose.as_ref().map(|prose| match prose {
        Ok(raw) => normal::body(raw).map(|()| raw),
        Err(refusal) => Err(refusal.clone()),
    });
    let mut document = normal::document(structure, prose)?;
    document.findings.extend(leaked(&texts));
    Ok(document)
}

/// Keys of the service's backend that older documents show. They are ignored like any unknown key.
const LEAKED: &[&str] =
    &["backendName", "descriptionEn", "extendType", "nullToEmpty", "parseType", "valueMapping", "visibility"];

/// Inside of a text, a quotation mark has a backslash in front of it.
fn leaked(texts: &[Option<&str>]) -> impl Iterator<Item = Finding> {
    let count = |key: &str| {
        let written = format!("\"{key}\":");
        texts.iter().flatten().map(|text| text.matches(&written).count()).sum::<usize>()
    };
    let found = LEAKED.iter().map(|key| (*key, count(key))).filter(|(_, count)| *count > 0);
    let findings = found.map(|(key, count)| Finding {
        place: "document".to_owned(),
        kind: FindingKind::LeakedKey,
        text: format!("`{key}` stands {count} times; left out"),
    });
    findings.collect::<Vec<_>>().into_iter()
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
