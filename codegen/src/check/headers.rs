use super::members::Member;
use super::scope::{Scope, below};
use crate::diagnostics::{Diagnostic, codes};

/// Headers that say what the request is, who sends it and how long it is. Clients set them themselves.
const RESERVED: &[&str] = &[
    "authorization",
    "connection",
    "content-length",
    "content-type",
    "host",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "x-acs-accesskey-id",
    "x-acs-action",
    "x-acs-bearer-token",
    "x-acs-content-sha256",
    "x-acs-credentials-provider",
    "x-acs-date",
    "x-acs-security-token",
    "x-acs-version",
];
/// How the names of those begin that a signature is made of.
const RESERVED_PREFIX: &str = "x-acs-signature-";

/// Whether only the client itself may set a header, so that no parameter can be one.
#[must_use]
pub fn is_reserved_header(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    RESERVED.contains(&name.as_str()) || name.starts_with(RESERVED_PREFIX)
}

/// Whether a text can be the name of a header (RFC 9110, 5.6.2).
#[must_use]
pub fn is_header_name(name: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !name.is_empty() && name.bytes().all(allowed)
}

/// Rules on a parameter that is a header. Objects and lists are written as JSON there.
pub(super) fn parameter(member: &Member<'_>, scope: &mut Scope<'_>) {
    if !name(member, scope) {
        return;
    }
    if is_reserved_header(member.name) {
        let message = format!("the header `{}` is set by the client itself", member.name);
        let problem = Diagnostic::new(codes::HEADER_NAME, message)
            .help("delete the parameter, or correct its `position`");
        scope.report(&below(&member.path, ["name".into()]), "reserved", problem);
    }
}

/// Reports a name that no header can have.
pub(super) fn name(member: &Member<'_>, scope: &mut Scope<'_>) -> bool {
    let is_name = is_header_name(member.name);
    if !is_name {
        let message = format!("`{}` is no name of a header", member.name);
        let problem = Diagnostic::new(codes::HEADER_NAME, message).help(
            "headers are named with letters, digits, dashes and a few other signs, without spaces and colons",
        );
        scope.report(&below(&member.path, ["name".into()]), "cannot be sent", problem);
    }
    is_name
}
