/// How names end whose values nobody may see.
const SECRETS: &[&str] = &[
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

/// Whether the name of a text says that it is a secret. The metadata itself marks none.
pub(super) fn is_secret(name: &str) -> bool {
    let name: String =
        name.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect();
    SECRETS.iter().any(|ending| name.ends_with(ending))
}
