//! What makes a document unusable as a whole.

use super::super::raw::{Found, RawDocument};
use super::super::{Position, Refusal, RefusalKind, Style};
use super::parameters::position;
use super::prose::plain;

/// Refuses documents that nothing can be imported of; else tells the style.
pub(super) fn check(raw: &RawDocument<'_>) -> Result<Style, Refusal> {
    body(raw)?;
    let (Some(_), Some(_), Some(style)) =
        (plain(&raw.info.product), plain(&raw.info.version), plain(&raw.info.style))
    else {
        return Err(Refusal {
            kind: RefusalKind::NoInfo,
            message: "`info` does not tell product, version and style".to_owned(),
            position: None,
            help: Some("this is no `api-docs.json` of the portal, or only a part of one".to_owned()),
        });
    };
    let style = match style.to_ascii_uppercase().as_str() {
        "RPC" => Style::Rpc,
        "ROA" => Style::Roa,
        "V3" => Style::V3,
        _ => {
            return Err(gateway(format!(
                "its style is {style}, and products of other styles than RPC, ROA and V3 have a gateway that \
                 signs in its own way"
            )));
        }
    };
    if raw.apis.entries.is_empty() {
        return Err(no_apis());
    }
    hosts(raw)?;
    Ok(style)
}

/// Refuses what is no document: what the portal sends in place of one, and other JSON.
pub(in super::super) fn body(raw: &RawDocument<'_>) -> Result<(), Refusal> {
    if raw.found != Found::Expected {
        return Err(Refusal {
            kind: RefusalKind::NotMetadata,
            message: "this is JSON, but no object".to_owned(),
            position: None,
            help: Some("an `api-docs.json` of the portal is an object with `info` and `apis`".to_owned()),
        });
    }
    let code = plain(&raw.code).or_else(|| plain(&raw.capital_code));
    let message = plain(&raw.message).or_else(|| plain(&raw.capital_message));
    match code {
        Some(code) if raw.apis.entries.is_empty() => {
            let message = message.map(|message| format!(" ({message})")).unwrap_or_default();
            Err(Refusal {
                kind: RefusalKind::ErrorBody,
                message: format!("the portal answered with the error {code}{message} in place of a document"),
                position: None,
                help: Some(
                    "the product has no document in this language, or it is to be fetched again".to_owned(),
                ),
            })
        }
        _ => Ok(()),
    }
}

/// A document without operations.
pub(super) fn no_apis() -> Refusal {
    Refusal {
        kind: RefusalKind::NoApis,
        message: "the document has no operations: `apis` is missing or empty".to_owned(),
        position: None,
        help: None,
    }
}

fn gateway(rule: String) -> Refusal {
    Refusal {
        kind: RefusalKind::Gateway,
        message: format!("the product is behind a gateway of its own: {rule}"),
        position: None,
        help: Some("there is no client to generate: use the product's own SDK".to_owned()),
    }
}

/// Refuses a product whose callers are told apart by labels in front of the host name.
fn hosts(raw: &RawDocument<'_>) -> Result<(), Refusal> {
    let mut first = None;
    let mut others = 0_usize;
    for (api, raw) in &raw.apis.entries {
        let host = raw
            .parameters
            .elements
            .iter()
            .find(|parameter| parameter.position.as_text().and_then(position) == Some(Position::Host));
        let Some(name) = host.and_then(|host| plain(&host.name)) else { continue };
        match first {
            None => first = Some((api, name)),
            Some(_) => others += 1,
        }
    }
    let Some((api, name)) = first else { return Ok(()) };
    let puts = match others {
        0 => format!("{api} puts"),
        1 => format!("{api} and one more operation put"),
        others => format!("{api} and {others} more operations put"),
    };
    Err(gateway(format!(
        "{puts} a parameter (`{name}`) in front of the host name, and gateways that tell callers apart by host \
         name sign it too"
    )))
}
