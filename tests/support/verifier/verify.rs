use super::authorization::Authorization;
use super::{Canonical, Key, RawRequest, Rejection, Verified, crypto, date, percent};
use std::collections::HashSet;
use std::time::{SystemTime, UNIX_EPOCH};

/// Seconds that a request's date may be away from now.
const WINDOW: u64 = 15 * 60;

const FORM: &str = "application/x-www-form-urlencoded";

/// Accepts or refuses requests. It remembers nonces for as long as it lives.
#[derive(Debug)]
pub struct Verifier {
    keys: Vec<Key>,
    now: Option<SystemTime>,
    nonces: HashSet<(String, String)>,
}

impl Verifier {
    /// A verifier that knows these keys and goes by the system's clock.
    pub fn new(keys: impl IntoIterator<Item = Key>) -> Self {
        Self { keys: keys.into_iter().collect(), now: None, nonces: HashSet::new() }
    }

    /// Stops the verifier's clock.
    #[must_use]
    pub fn at(mut self, now: SystemTime) -> Self {
        self.now = Some(now);
        self
    }

    /// Checks the bytes of one request.
    ///
    /// # Errors
    /// The first check that fails.
    pub fn verify(&mut self, bytes: &[u8]) -> Result<Verified, Rejection> {
        let request = RawRequest::parse(bytes)?;
        request.required("host")?;
        let action = request.required("x-acs-action")?.to_owned();
        let version = request.required("x-acs-version")?.to_owned();
        let date = request.required("x-acs-date")?.to_owned();
        let nonce = request.required("x-acs-signature-nonce")?.to_owned();
        let body_hash = request.required("x-acs-content-sha256")?.to_owned();
        let authorization = request.required("authorization")?.to_owned();
        let authorization = Authorization::parse(&authorization)?;
        check_signed_headers(&request, &authorization.signed_headers)?;

        let key = self.key(authorization.access_key_id)?;
        check_token(&request, key)?;
        if body_hash != crypto::sha256(&request.body) {
            return Err(Rejection::BodyHash);
        }
        let canonical = Canonical::of(&request, &authorization.signed_headers)?;
        if authorization.signature != crypto::signature(&key.secret, &canonical.string_to_sign) {
            return Err(Rejection::Signature);
        }
        self.check_date(&date)?;

        let verified = Verified {
            action,
            version,
            query: percent::pairs(&request.query)?,
            form: form(&request)?,
            access_key_id: key.id.clone(),
            security_token: key.security_token.clone(),
            canonical,
            raw: request,
        };
        // Last, so that a request that is refused uses no nonce up.
        if !self.nonces.insert((verified.access_key_id.clone(), nonce)) {
            return Err(Rejection::Nonce);
        }
        Ok(verified)
    }

    fn key(&self, id: &str) -> Result<&Key, Rejection> {
        self.keys.iter().find(|key| key.id == id).ok_or(Rejection::UnknownKey)
    }

    fn check_date(&self, text: &str) -> Result<(), Rejection> {
        let date = date::seconds_since_1970(text).ok_or(Rejection::Date)?;
        let now = self.now.unwrap_or_else(SystemTime::now);
        let now = now.duration_since(UNIX_EPOCH).map_err(|_| Rejection::Date)?.as_secs();
        if date.abs_diff(now) <= WINDOW { Ok(()) } else { Err(Rejection::Date) }
    }
}

/// Whatever the client lists, `host`, `content-type` and everything of the protocol must be among it.
fn check_signed_headers(request: &RawRequest, signed: &[&str]) -> Result<(), Rejection> {
    for (name, _) in &request.headers {
        let must_be_signed = name == "host" || name == "content-type" || name.starts_with("x-acs-");
        if must_be_signed && !signed.contains(&name.as_str()) {
            return Err(Rejection::UnsignedHeader(name.clone()));
        }
        if must_be_signed {
            request.optional(name)?;
        }
    }
    Ok(())
}

/// A temporary key comes with its token and with its id in a header; a long-lived one with neither.
fn check_token(request: &RawRequest, key: &Key) -> Result<(), Rejection> {
    let token = request.optional("x-acs-security-token")?;
    let id = request.optional("x-acs-accesskey-id")?;
    let expected_id = key.security_token.as_ref().map(|_| key.id.as_str());
    if token == key.security_token.as_deref() && id == expected_id {
        Ok(())
    } else {
        Err(Rejection::SecurityToken)
    }
}

fn form(request: &RawRequest) -> Result<Vec<(String, String)>, Rejection> {
    match request.optional("content-type")? {
        Some(FORM) => {
            let body = std::str::from_utf8(&request.body);
            percent::pairs(body.map_err(|_| Rejection::Malformed("the form is no UTF-8".to_owned()))?)
        }
        // Any other body is only hashed.
        _ => Ok(Vec::new()),
    }
}
