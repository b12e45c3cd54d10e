use crate::operation::Descriptor;

/// How names end whose values nobody may see: what the importer takes for secrets too, and key ids.
const SECRETS: [&str; 19] = [
    "accesskeyid",
    "accesskeysecret",
    "accesstoken",
    "bearertoken",
    "clientsecret",
    "idtoken",
    "oidctoken",
    "passphrase",
    "passwd",
    "password",
    "privatekey",
    "pwd",
    "refreshtoken",
    "samlassertion",
    "secret",
    "secretaccesskey",
    "secretkey",
    "securitytoken",
    "sessiontoken",
];

/// Headers of an answer that say who called, or that differ from day to day.
const DROPPED: [&str; 9] = [
    "connection",
    "content-encoding",
    "content-length",
    "date",
    "keep-alive",
    "set-cookie",
    "transfer-encoding",
    "www-authenticate",
    "authorization",
];

/// Whether the value of this name is secret: by what the operation says, or by the name itself.
pub(super) fn is_secret(operation: Option<&Descriptor>, name: &str) -> bool {
    let is_named = operation.is_some_and(|operation| {
        operation.sensitive_names().iter().any(|known| known.eq_ignore_ascii_case(name))
    });
    if is_named {
        return true;
    }
    let plain: String =
        name.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect();
    SECRETS.iter().any(|ending| plain.ends_with(ending))
}

/// Whether one of the names in a key such as `User.1.Password` is that of a secret.
pub(super) fn has_secret(operation: Option<&Descriptor>, key: &str) -> bool {
    // A name may hold a dot itself.
    is_secret(operation, key) || key.split('.').any(|name| is_secret(operation, name))
}

/// Whether a header of an answer stays out of a recording.
pub(super) fn is_dropped(name: &str) -> bool {
    DROPPED.contains(&name)
}
