use crate::import::metadata::{Api, Asynchronous, Method, OperationName, RamAction, Security};
use crate::spec::raw;

pub(super) fn methods(api: &Api) -> Vec<raw::Method> {
    let word = |method: &Method| match method {
        Method::Get => raw::Method::Get,
        Method::Post => raw::Method::Post,
        Method::Put => raw::Method::Put,
        Method::Delete => raw::Method::Delete,
        Method::Patch => raw::Method::Patch,
        Method::Head => raw::Method::Head,
        Method::Options => raw::Method::Options,
    };
    api.methods.iter().map(word).collect()
}

/// The tags are right more often than the operation's own type; a method that only reads decides where both are silent.
pub(super) fn effect(api: &Api) -> raw::Kind {
    let is_read = match (api.effect.tag.as_deref(), api.effect.operation.as_deref()) {
        (Some("get" | "list"), _) => true,
        (Some("create" | "update" | "delete"), _) => false,
        (_, Some("read" | "list")) => true,
        (_, Some(_)) => false,
        (_, None) => {
            api.methods.iter().all(|method| matches!(method, Method::Get | Method::Head | Method::Options))
        }
    };
    if is_read { raw::Kind::Read } else { raw::Kind::Write }
}

/// Nothing where access keys alone are accepted, which is the rule.
pub(super) fn security(api: &Api) -> Vec<raw::Security> {
    let words: Vec<raw::Security> = api
        .security
        .iter()
        .filter_map(|security| match security {
            Security::AccessKey => Some(raw::Security::AccessKey),
            Security::Bearer => Some(raw::Security::BearerToken),
            Security::Anonymous => Some(raw::Security::Anonymous),
            Security::Other(_) => None,
        })
        .collect();
    if words == [raw::Security::AccessKey] { Vec::new() } else { words }
}

/// The permission that the first action stands for. Further actions have to be allowed as well.
pub(super) fn authorization(actions: &[RamAction]) -> Option<raw::Authorization> {
    let (first, others) = actions.split_first()?;
    let access_level = match first.operation_type.as_deref() {
        Some("list") => "list",
        Some("create" | "update" | "delete" | "write") => "write",
        Some("get" | "read") => "read",
        _ => return None,
    };
    let resources = first.resources.iter().map(|resource| raw::Resource {
        kind: resource.resource_type.clone().unwrap_or_else(|| "All Resources".to_owned()),
        name: resource.arn.clone(),
        mandatory: false,
    });
    Some(raw::Authorization::Ram(raw::Ram {
        action: first.action.clone(),
        access_level: access_level.to_owned(),
        resources: resources.collect(),
        condition_keys: first.conditions.clone(),
        associated_operations: others.iter().map(|other| other.action.clone()).collect(),
        disagrees: Vec::new(),
    }))
}

pub(super) fn asynchronous(found: &Asynchronous, product: &str, version: &str) -> raw::Asynchronous {
    let number = |number: Option<u64>| number.and_then(|number| u32::try_from(number).ok());
    raw::Asynchronous {
        operation: qualified(&found.poll, product, version),
        interval: number(found.interval),
        attempts: number(found.attempts),
        // The metadata says neither what to ask with nor what the answer means.
        ..raw::Asynchronous::default()
    }
}

/// The name alone where it is an operation of this product.
pub(super) fn qualified(name: &OperationName, product: &str, version: &str) -> String {
    let is_own = |own: &str, other: &Option<String>| {
        other.as_deref().is_none_or(|other| other.eq_ignore_ascii_case(own))
    };
    if is_own(product, &name.product) && is_own(version, &name.version) {
        return name.name.clone();
    }
    let part = |part: &Option<String>, own: &str| part.as_deref().unwrap_or(own).to_owned();
    format!("{}@{}:{}", part(&name.product, product), part(&name.version, version), name.name)
}
