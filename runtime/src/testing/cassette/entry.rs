use super::reply_entry;
use crate::transport::{TransportError, TransportErrorKind};
use bytes::Bytes;
use http::Response;
use serde_json::{Value, json};

const KINDS: [(&str, TransportErrorKind); 6] = [
    ("timeout", TransportErrorKind::Timeout),
    ("connect", TransportErrorKind::Connect),
    ("certificate", TransportErrorKind::Certificate),
    ("too long", TransportErrorKind::TooLong),
    ("refused", TransportErrorKind::Refused),
    ("other", TransportErrorKind::Other),
];

/// What a recording keeps of an exchange without an answer. The message may name an address, and stays out.
pub(super) fn failure(error: &TransportError) -> Value {
    let name = KINDS.iter().find(|(_, kind)| *kind == error.kind()).map_or("other", |(name, _)| name);
    json!({ "failure": name })
}

/// What a recording answers.
///
/// # Errors
/// What is wrong with the recording.
pub(super) fn read(reply: &Value) -> Result<Result<Response<Bytes>, TransportError>, String> {
    let Some(name) = reply.get("failure") else { return reply_entry::read(reply).map(Ok) };
    let kind = KINDS.iter().find(|(known, _)| name.as_str() == Some(known)).map(|(_, kind)| *kind);
    let kind = kind.ok_or("its `failure` is none that is known")?;
    Ok(Err(TransportError::new(kind, "the exchange failed like this when it was recorded")))
}

#[cfg(test)]
mod tests {
    use super::{failure, read};
    use crate::transport::{TransportError, TransportErrorKind as Kind};

    /// A new kind does not compile here, and belongs in the recording too.
    fn next(kind: Kind) -> Option<Kind> {
        match kind {
            Kind::Timeout => Some(Kind::Connect),
            Kind::Connect => Some(Kind::Certificate),
            Kind::Certificate => Some(Kind::TooLong),
            Kind::TooLong => Some(Kind::Refused),
            Kind::Refused => Some(Kind::Other),
            Kind::Other => None,
        }
    }

    #[test]
    fn every_kind_of_failure_comes_back() {
        let kinds: Vec<Kind> = std::iter::successors(Some(Kind::Timeout), |kind| next(*kind)).collect();
        assert_eq!(kinds.len(), 6);
        for kind in kinds {
            let recorded = failure(&TransportError::new(kind, "MARKER"));
            assert!(!recorded.to_string().contains("MARKER"), "{recorded}");
            assert_eq!(read(&recorded).unwrap().unwrap_err().kind(), kind, "{recorded}");
        }
    }
}
