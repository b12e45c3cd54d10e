use super::cli::absent;
use super::cli_file::CliFile;
use super::entry::Entry;
use super::tokens::seconds;
use crate::BoxFuture;
use crate::credentials::remote::{Repeat, Server, received, request};
use crate::credentials::secret_json::{number, text};
use crate::credentials::{Credentials, CredentialsProvider, Environment, Secret, failure};
use crate::date::iso8601;
use crate::error::Error;
use crate::io::Io;
use http::Method;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use std::sync::{Arc, Mutex, PoisonError};
use zeroize::Zeroizing;

/// An access token that lives no longer than this is exchanged for a new one.
const MARGIN: u64 = 1200;

/// Where tokens of a site are exchanged, and who the command line tool is there (`docs/wire.md`, "OAuth").
struct Site {
    address: &'static str,
    client_id: &'static str,
}

const CHINA: Site = Site { address: "https://oauth.aliyun.com", client_id: "4038181954557748008" };
const INTERNATIONAL: Site =
    Site { address: "https://oauth.alibabacloud.com", client_id: "4103531455503354461" };

/// Credentials for whoever has logged in with `aliyun configure --mode OAuth`.
#[derive(Debug)]
pub(super) struct OAuth {
    environment: Arc<dyn Environment>,
    profile: String,
    /// What the service gave last, for the case that the file cannot be written.
    latest: Mutex<Option<Tokens>>,
}

#[derive(Clone, Debug)]
struct Tokens {
    refresh: Secret,
    access: Option<Secret>,
    expires: u64,
}

impl OAuth {
    /// The profile itself is read each time: another program may have exchanged its tokens.
    pub(super) fn new(
        environment: Arc<dyn Environment>,
        profile: &str,
        entry: &Entry<'_>,
    ) -> Result<Self, String> {
        site(entry)?;
        Tokens::read(entry)?;
        Ok(Self { environment, profile: profile.to_owned(), latest: Mutex::default() })
    }

    async fn fetch(&self, io: &Io) -> Result<Credentials, Error> {
        let (site, mut tokens) = self.read()?;
        if !tokens.are_alive(io) {
            tokens = match self.renew(io, &site, &tokens).await {
                Ok(renewed) => {
                    self.keep(&renewed);
                    renewed
                }
                // Of two programs that exchange the same token at once, one comes too late.
                Err(problem) => match self.read()?.1 {
                    others if others.are_alive(io) => others,
                    _ => return Err(self.failed(&problem)),
                },
            };
        }
        let access = tokens.access.as_ref().map(Secret::expose).unwrap_or_default();
        let credentials = self.exchange(io, &site, access).await.map_err(|problem| self.failed(&problem))?;
        Ok(credentials.with_provider("oauth"))
    }

    /// The tokens of the file, or of the last exchange where those are younger.
    fn read(&self) -> Result<(Site, Tokens), Error> {
        let file = CliFile::read(&*self.environment).map_err(absent)?;
        let read = file.profile(&self.profile).and_then(|entry| Ok((site(&entry)?, Tokens::read(&entry)?)));
        let (site, tokens) = read.map_err(|problem| self.failed(&problem))?;
        let latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let younger = latest.filter(|latest| latest.expires > tokens.expires);
        Ok((site, younger.unwrap_or(tokens)))
    }

    /// Exchanges the refresh token, which is void afterwards, for new tokens.
    async fn renew(&self, io: &Io, site: &Site, tokens: &Tokens) -> Result<Tokens, String> {
        let pairs = [
            ("grant_type", "refresh_token"),
            ("refresh_token", tokens.refresh.expose()),
            ("client_id", site.client_id),
            ("Timestamp", &iso8601(io.now())),
        ];
        let form =
            pairs.map(|(name, value)| format!("{name}={}", utf8_percent_encode(value, NON_ALPHANUMERIC)));
        let headers = [("accept", "application/json"), ("content-type", "application/x-www-form-urlencoded")];
        let request = request(Method::POST, &format!("{}/v1/token", site.address), &headers, form.join("&"))?;
        // Who has received it and gives no answer may have made the refresh token void.
        let server = Server::new("the OAuth service", Repeat::NotReceived);
        let (json, _) = server.ask_for_json(io, &request).await?;
        let (Some(access), Some(refresh)) = (text(&json, "access_token"), text(&json, "refresh_token"))
        else {
            return Err("the OAuth service gave an answer without access_token and refresh_token".to_owned());
        };
        let expires = seconds(io.now()).saturating_add(number(&json, "expires_in").unwrap_or(3600));
        Ok(Tokens { refresh: Secret::new(refresh), access: Some(Secret::new(access)), expires })
    }

    /// Exchanges the access token for temporary credentials.
    async fn exchange(&self, io: &Io, site: &Site, access: &str) -> Result<Credentials, String> {
        let authorization = Zeroizing::new(format!("Bearer {access}"));
        let headers = [
            ("accept", "application/json"),
            ("content-type", "application/json"),
            ("authorization", authorization.as_str()),
        ];
        let request = request(Method::POST, &format!("{}/v1/exchange", site.address), &headers, "")?;
        let server = Server::new("the OAuth service", Repeat::Temporary);
        let (json, answer) = server.ask_for_json(io, &request).await?;
        received(&json, answer.date, io.now()).map_err(|problem| format!("the OAuth service {problem}"))
    }

    /// Writes the tokens into the file. If that fails, they are good for as long as this program runs.
    fn keep(&self, tokens: &Tokens) {
        *self.latest.lock().unwrap_or_else(PoisonError::into_inner) = Some(tokens.clone());
        let access = tokens.access.as_ref().map(Secret::expose).unwrap_or_default();
        let members = vec![
            ("oauth_access_token", access.into()),
            ("oauth_access_token_expire", tokens.expires.into()),
            ("oauth_refresh_token", tokens.refresh.expose().into()),
        ];
        // Read again: the rest of it may have changed in the meantime.
        let Ok(file) = CliFile::read(&*self.environment) else { return };
        let path = file.path().to_owned();
        let written = file
            .with(&self.profile, members)
            .and_then(|text| self.environment.write(&path, &text).map_err(|error| error.to_string()));
        if let Err(cause) = written {
            tracing::warn!(
                path = %path.display(),
                cause,
                "the new OAuth tokens of the profile cannot be written; log in again after this program"
            );
        }
    }

    fn failed(&self, problem: &str) -> Error {
        let name = self.profile.escape_debug();
        failure::none(format!(
            "profile `{name}` (mode OAuth): {problem}; `aliyun configure --profile {name} --mode OAuth` logs in again"
        ))
    }
}

impl Tokens {
    fn read(entry: &Entry<'_>) -> Result<Self, String> {
        let [refresh] = entry.all(["oauth_refresh_token"])?;
        Ok(Self {
            refresh: Secret::new(refresh),
            access: entry.text("oauth_access_token").map(Secret::new),
            expires: entry.number("oauth_access_token_expire").unwrap_or_default(),
        })
    }

    fn are_alive(&self, io: &Io) -> bool {
        self.access.is_some() && self.expires > seconds(io.now()).saturating_add(MARGIN)
    }
}

fn site(entry: &Entry<'_>) -> Result<Site, String> {
    match entry.text("oauth_site_type").map(str::to_ascii_uppercase).as_deref() {
        None | Some("CN") => Ok(CHINA),
        Some("INTL") => Ok(INTERNATIONAL),
        Some(_) => Err("has an `oauth_site_type` other than CN and INTL".to_owned()),
    }
}

impl CredentialsProvider for OAuth {
    fn credentials<'a>(&'a self, io: &'a Io) -> BoxFuture<'a, Result<Credentials, Error>> {
        Box::pin(self.fetch(io))
    }
}
