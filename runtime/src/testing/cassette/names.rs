use crate::operation::Descriptor;

/// How names end whose values nobody may see: what the importer takes for secrets, and more, since a recording is made to
/// be committed.
const SECRETS: [&str; 37] = [
    "accesskey",
    "accesskeyid",
    "accesskeysecret",
    "apikey",
    "authcode",
    "authkey",
    "clientsecret",
    "cookie",
    "credential",
    "keymaterial",
    "kubeconfig",
    "masterkey",
    "passcode",
    "passphrase",
    "passwd",
    "password",
    "plaintext",
    "presharedkey",
    "privatekey",
    "privatekeybody",
    "privatekeycontent",
    "privatekeydata",
    "privatekeypem",
    "psk",
    "pwd",
    "samlassertion",
    "secret",
    "secretaccesskey",
    "secretbinary",
    "secretdata",
    "secretkey",
    "secretkeyvalue",
    "secretstring",
    "secretvalue",
    "sharedkey",
    "signingkey",
    "token",
];

/// How names end of tokens that give no access: they name a page, or a call so that it is carried out once. A recording
/// is answered from by them.
const OPEN_TOKENS: [&str; 12] = [
    "clienttoken",
    "continuationtoken",
    "continuetoken",
    "cursortoken",
    "idempotencytoken",
    "idempotenttoken",
    "nexttoken",
    "pagetoken",
    "paginationtoken",
    "previoustoken",
    "prevtoken",
    "scrolltoken",
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
    let ends_with = |endings: &[&str]| endings.iter().any(|ending| plain.ends_with(ending));
    ends_with(&SECRETS) && !ends_with(&OPEN_TOKENS) && !names_a_page(operation, name)
}

/// Whether the operation asks for its pages by this name.
fn names_a_page(operation: Option<&Descriptor>, name: &str) -> bool {
    let is_last = |path: &str| path.rsplit('.').next().is_some_and(|last| last.eq_ignore_ascii_case(name));
    operation
        .and_then(Descriptor::pagination)
        .is_some_and(|pages| is_last(pages.parameter()) || is_last(pages.next()))
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

#[cfg(test)]
mod tests {
    use super::{has_secret, is_secret};
    use crate::operation::{Descriptor, Effect, Method, Pagination, Product, Protocol};

    static PRODUCT: Product = Product::new("Echo", "2020-01-01", Protocol::Https, &[]);
    static PAGED: Descriptor = Descriptor::new("List", &PRODUCT, Method::Post, Effect::Read, &[])
        .pages(Pagination::tokens("Token", "", "Items", "Data.AfterToken"))
        .sensitive(&["PageToken"]);

    #[test]
    fn names_of_secrets() {
        for name in [
            "SecretData",
            "Plaintext",
            "Token",
            "AuthToken",
            "ApiKey",
            "AccessKey",
            "Credential",
            "Kubeconfig",
            "PrivateKeyPem",
            "SecretKeyValue",
            "Cookie",
            "AccessKeyId",
            "AccessKeySecret",
            "SecurityToken",
            "BearerToken",
            "oidc_token",
            "DBPassword",
            "x-api-key",
            "api_key",
            "Set-Cookie",
            "ClientSecret",
            "KeyMaterial",
            "PSK",
        ] {
            assert!(is_secret(None, name), "{name}");
            assert!(has_secret(None, &format!("User.1.{name}")), "{name}");
        }
    }

    #[test]
    fn names_of_no_secrets() {
        for name in [
            "NextToken",
            "ClientToken",
            "nextToken",
            "client_token",
            "PageToken",
            "NextPageToken",
            "PrevToken",
            "ContinuationToken",
            "MaxTokens",
            "TagKey",
            "Key",
            "KeyId",
            "SecretName",
            "TokenType",
            "PublicKey",
            "CiphertextBlob",
            "CredentialType",
            "Name",
            "",
        ] {
            assert!(!is_secret(None, name), "{name}");
            assert!(!has_secret(None, &format!("User.1.{name}")), "{name}");
        }
    }

    #[test]
    fn what_names_a_page_stays_unless_the_operation_calls_it_a_secret() {
        assert!(!is_secret(Some(&PAGED), "Token") && !is_secret(Some(&PAGED), "AfterToken"));
        assert!(is_secret(None, "AfterToken") && is_secret(Some(&PAGED), "AuthToken"));
        assert!(is_secret(Some(&PAGED), "PageToken"));
    }
}
