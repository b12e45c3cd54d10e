use super::regions;
use super::scope::Scope;
use crate::diagnostics::{Diagnostic, Diagnostics, codes};
use crate::naming;
use crate::spec::{ProductSpec, Specs};
use std::collections::HashMap;
use std::ops::Range;

/// Two products must not claim one module.
pub fn modules(specs: &Specs, diagnostics: &mut Diagnostics) {
    let mut seen: HashMap<&str, (&ProductSpec, Range<usize>)> = HashMap::new();
    for spec in &specs.products {
        let module = spec.product.module.as_str();
        let span = spec.file.place(&["module".into()]).mark;
        match seen.get(module) {
            Some((first, place)) => {
                let problem = Diagnostic::error(
                    codes::MODULE_CLAIMED_TWICE,
                    format!("two products claim the module `{module}`"),
                )
                .at(&spec.file.source, span, "claimed here again")
                .also(&first.file.source, place.clone(), "first claimed here")
                .help("give one of them another module, for example with its version in the name");
                diagnostics.push(problem);
            }
            None => {
                seen.insert(module, (spec, span));
            }
        }
    }
}

/// Rules on `product.yaml`.
pub(super) fn product(spec: &ProductSpec, diagnostics: &mut Diagnostics) {
    let mut scope = Scope::new(&spec.file, spec.product.origin.as_ref(), diagnostics);
    let product = &spec.product;
    super::documentation::file(&mut scope);
    if !is_module(&product.module) {
        let message = format!("`{}` is no name for a module", product.module);
        let problem = Diagnostic::error(codes::UNUSABLE_NAME, message)
            .help("use lower-case letters, digits and underscores, a letter first, and no keyword of Rust, feature or module that every emitted crate has");
        scope.report(&["module".into()], "cannot be used as it is", problem);
    }
    if !product.code.chars().any(|character| character.is_ascii_alphanumeric()) {
        let message = format!("no identifier can be made of `{}`", product.code);
        let problem = Diagnostic::error(codes::UNUSABLE_NAME, message)
            .help("write the product code of the documentation");
        scope.report(&["code".into()], "has neither letter nor digit", problem);
    }
    if product.endpoints.is_empty() && !scope.is_imported {
        let problem = Diagnostic::error(codes::ENDPOINT, "`endpoints` is empty")
            .help("list at least one region with its host");
        scope.report(&["endpoints".into()], "no request could be sent", problem);
    }
    for (region, host) in &product.endpoints {
        endpoint(region, host, &mut scope);
    }
}

fn endpoint(region: &str, host: &str, scope: &mut Scope<'_>) {
    let path = ["endpoints".into(), region.to_owned().into()];
    let place = scope.file.place(&path).key;
    if !is_label(region) {
        let message = format!("`{region}` is no region");
        let problem = Diagnostic::error(codes::ENDPOINT, message).help(
            "a region is written with lower-case letters, digits and dashes, for example `cn-hangzhou`",
        );
        scope.push(problem.at(&scope.file.source, place, "no region"));
    } else if !scope.is_imported && !regions::is_known(region) {
        let message = format!("`{region}` is no region that is known");
        let help = match regions::near(region) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "check how the documentation writes it".to_owned(),
        };
        let problem = Diagnostic::new(codes::UNKNOWN_REGION, message).help(help);
        scope.push(problem.at(&scope.file.source, place, "not known"));
    }
    if !is_host(host) {
        let message = format!("`{host}` is no host name");
        let problem = Diagnostic::error(codes::ENDPOINT, message)
            .help("write the bare name in lower case, without scheme, port and path: `tds.cn-shanghai.aliyuncs.com`");
        scope.report(&path, "no host name", problem);
    }
}

/// A host name of at least two labels. DNS allows 63 octets in a label and 253 in a name (RFC 1035, 2.3.4).
fn is_host(host: &str) -> bool {
    host.len() <= 253 && host.contains('.') && host.split('.').all(is_label)
}

fn is_label(label: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=63).contains(&label.len())
        && label.bytes().all(allowed)
        && !label.starts_with('-')
        && !label.ends_with('-')
}

fn is_module(module: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    module.starts_with(|first: char| first.is_ascii_lowercase())
        && module.bytes().all(allowed)
        && !naming::is_taken_in_crate(module)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_bare_names() {
        assert!(is_host("tds.cn-shanghai.aliyuncs.com"));
        for host in [
            "",
            "localhost",
            "https://a.com",
            "a.com/",
            "a.com:443",
            "A.com",
            "a..com",
            "-a.com",
            "a.com-",
            "a b.com",
        ] {
            assert!(!is_host(host), "{host}");
        }
    }

    #[test]
    fn modules_are_plain_identifiers() {
        assert!(is_module("sas"));
        assert!(is_module("sas_2018"));
        for module in ["", "Sas", "2sas", "sas-x", "_sas", "type", "gen", "self", "sas x"] {
            assert!(!is_module(module), "{module}");
        }
    }
}
