use super::cli::absent;
use super::cli_file::CliFile;
use super::entry::Entry;
use super::tokens::{is_confidential, seconds};
use crate::BoxFuture;
use crate::credentials::remote::{Repeat, Server, received, request};
use crate::credentials::{Credentials, CredentialsProvider, Environment, failure};
use crate::error::Error;
use crate::io::Io;
use http::{Method, Uri};
use serde_json::{Value, json};
use std::sync::Arc;
use zeroize::Zeroizing;

/// Credentials for whoever has logged in with `aliyun configure --mode CloudSSO` (`docs/wire.md`, "CloudSSO").
#[derive(Debug)]
pub(super) struct CloudSso {
    environment: Arc<dyn Environment>,
    profile: String,
}

impl CloudSso {
    /// The profile itself is read each time, since a new login changes it.
    pub(super) fn new(
        environment: Arc<dyn Environment>,
        profile: &str,
        entry: &Entry<'_>,
    ) -> Result<Self, String> {
        Login::read(entry)?;
        Ok(Self { environment, profile: profile.to_owned() })
    }

    async fn fetch(&self, io: &Io) -> Result<Credentials, Error> {
        let exchange = {
            let file = CliFile::read(&*self.environment).map_err(absent)?;
            let entry = file.profile(&self.profile);
            let request = entry.and_then(|entry| self.request(&Login::read(&entry)?, io));
            request.map_err(|problem| self.failed(&problem))?
        };
        let server = Server::new("CloudSSO", Repeat::Temporary);
        let outcome = server.ask_for_json(io, &exchange).await.and_then(|(json, answer)| {
            let given = json.get("CloudCredential").unwrap_or(&Value::Null);
            received(given, answer.date, io.now()).map_err(|problem| format!("CloudSSO {problem}"))
        });
        Ok(outcome.map_err(|problem| self.failed(&problem))?.with_provider("cloud_sso"))
    }

    fn request(&self, login: &Login<'_>, io: &Io) -> Result<http::Request<bytes::Bytes>, String> {
        if login.expires <= seconds(io.now()) {
            return Err("the login has expired".to_owned());
        }
        let authorization = Zeroizing::new(format!("Bearer {}", login.token));
        let headers = [
            ("accept", "application/json"),
            ("content-type", "application/json"),
            ("authorization", authorization.as_str()),
        ];
        let body = json!({ "AccountId": login.account, "AccessConfigurationId": login.access });
        request(Method::POST, &address(login.sign_in_url)?, &headers, body.to_string())
    }

    fn failed(&self, problem: &str) -> Error {
        let name = self.profile.escape_debug();
        failure::none(format!(
            "profile `{name}` (mode CloudSSO): {problem}; `aliyun configure --profile {name}` logs in again"
        ))
    }
}

struct Login<'a> {
    sign_in_url: &'a str,
    account: &'a str,
    access: &'a str,
    token: &'a str,
    expires: u64,
}

impl<'a> Login<'a> {
    fn read(entry: &Entry<'a>) -> Result<Self, String> {
        let [sign_in_url, account, access, token] = entry.all([
            "cloud_sso_sign_in_url",
            "cloud_sso_account_id",
            "cloud_sso_access_config",
            "access_token",
        ])?;
        let expires = entry.number("cloud_sso_access_token_expire").unwrap_or_default();
        Ok(Self { sign_in_url, account, access, token, expires })
    }
}

/// The address on the host of the page where people log in.
fn address(sign_in_url: &str) -> Result<String, String> {
    let uri: Uri = sign_in_url.parse().map_err(|_| "`cloud_sso_sign_in_url` is no address".to_owned())?;
    match (uri.scheme_str(), uri.authority()) {
        (Some(scheme), Some(authority)) if is_confidential(&uri) => {
            Ok(format!("{scheme}://{authority}/cloud-credentials"))
        }
        _ => Err("`cloud_sso_sign_in_url` must begin with https://".to_owned()),
    }
}

impl CredentialsProvider for CloudSso {
    fn credentials<'a>(&'a self, io: &'a Io) -> BoxFuture<'a, Result<Credentials, Error>> {
        Box::pin(self.fetch(io))
    }
}
