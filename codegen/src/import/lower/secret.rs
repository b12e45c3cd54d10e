/// How names end whose values nobody may see.
const SECRETS: &[&str] = &[
    "accesskey",
    "accesskeysecret",
    "accesstoken",
    "apikey",
    "authkey",
    "authtoken",
    "bearertoken",
    "clientsecret",
    "cookie",
    "credential",
    "idtoken",
    "kubeconfig",
    "oidctoken",
    "passphrase",
    "passwd",
    "password",
    "plaintext",
    "privatekey",
    "privatekeypem",
    "pwd",
    "refreshtoken",
    "samlassertion",
    "secret",
    "secretaccesskey",
    "secretdata",
    "secretkey",
    "secretkeyvalue",
    "securitytoken",
    "sessiontoken",
];

/// Whether the name of a text says that it is a secret. The metadata itself marks none.
pub(super) fn is_secret(name: &str) -> bool {
    let name: String =
        name.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect();
    SECRETS.iter().any(|ending| name.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::is_secret;

    #[test]
    fn names_of_secrets_and_others() {
        for name in
            ["ApiKey", "api_key", "Kubeconfig", "Plaintext", "PrivateKeyPem", "SecretData", "DBPassword"]
        {
            assert!(is_secret(name), "{name}");
        }
        // A token alone may name a page.
        for name in ["Token", "NextToken", "ClientToken", "AccessKeyId", "CredentialType", "TagKey", "Key"] {
            assert!(!is_secret(name), "{name}");
        }
    }
}
