//! Ways to authenticate.

use super::super::raw::Loose;
use super::super::{FindingKind, Security};
use super::context::Context;
use super::place::Place;

/// Reads the alternatives to authenticate. Where none is given, it is the access key.
pub(super) fn security(raw: &Loose<'_>, place: &Place<'_>, context: &mut Context<'_>) -> Vec<Security> {
    let mut alternatives: Vec<Security> = Vec::new();
    let elements = match raw {
        Loose::List(elements) => elements.as_slice(),
        Loose::Null => &[],
        other => std::slice::from_ref(other),
    };
    for element in elements {
        let scheme = match element {
            Loose::Map(schemes) => together(schemes.iter().map(|(name, _)| name.as_ref())),
            Loose::Text(name) => known(name),
            other => {
                let text = format!("`security` holds {other}; left out");
                context.report(place, FindingKind::ValueType, text);
                continue;
            }
        };
        if !alternatives.contains(&scheme) {
            alternatives.push(scheme);
        }
    }
    let others: Vec<&str> = alternatives
        .iter()
        .filter_map(|scheme| match scheme {
            Security::Other(name) => Some(name.as_str()),
            _ => None,
        })
        .collect();
    if !others.is_empty() && others.len() == alternatives.len() {
        // The official SDKs call such operations with access keys like any other.
        let text = format!("authenticates with {}; called with an access key", others.join(" or "));
        context.report(place, FindingKind::Security, text);
        return vec![Security::AccessKey];
    }
    if alternatives.is_empty() {
        alternatives.push(Security::AccessKey);
    }
    alternatives
}

/// Schemes that are needed together: none is no authentication, and two are none that is known.
fn together<'a>(names: impl Iterator<Item = &'a str>) -> Security {
    let names: Vec<&str> = names.collect();
    match names.as_slice() {
        [] => Security::Anonymous,
        [name] => known(name),
        names => Security::Other(names.join(" and ")),
    }
}

/// The scheme of a name. Signing in through an identity provider goes unsigned; what says that it is a bearer
/// token is one.
fn known(name: &str) -> Security {
    let name = name.trim();
    match name {
        "AK" => Security::AccessKey,
        "Anonymous" | "ARS_OIDC" => Security::Anonymous,
        _ if name.to_ascii_lowercase().contains("bearer") => Security::Bearer,
        _ => Security::Other(name.to_owned()),
    }
}
