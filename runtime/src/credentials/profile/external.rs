use super::entry::Entry;
use crate::BoxFuture;
use crate::credentials::secret_json::{SecretJson, text};
use crate::credentials::{Credentials, CredentialsProvider, Environment, Secret, failure};
use crate::date::{iso8601, parse_iso8601};
use crate::error::Error;
use crate::io::Io;
use std::sync::Arc;
use std::time::{Duration, SystemTime};
use zeroize::Zeroizing;

/// How long the command may run.
const LIMIT: Duration = Duration::from_secs(60);

/// Credentials that a command writes to its standard output (`docs/wire.md`, "External command").
#[derive(Debug)]
pub(super) struct External {
    environment: Arc<dyn Environment>,
    /// It may hold a password.
    command: Secret,
}

impl External {
    pub(super) fn new(environment: Arc<dyn Environment>, entry: &Entry<'_>) -> Result<Self, String> {
        let [command] = entry.all(["process_command"])?;
        Ok(Self { environment, command: Secret::new(command) })
    }

    async fn fetch(&self, io: &Io) -> Result<Credentials, String> {
        let output = self.environment.run(self.command.expose(), LIMIT).await;
        let output = Zeroizing::new(output.map_err(|error| match error.kind() {
            std::io::ErrorKind::Unsupported => "commands cannot be run here".to_owned(),
            _ => error.to_string(),
        })?);
        let json =
            SecretJson::parse(output.as_bytes()).map_err(|mistake| format!("its output is {mistake}"))?;
        let missing = |name: &str| format!("its output lacks `{name}`");
        let id = text(&json, "access_key_id").ok_or_else(|| missing("access_key_id"))?;
        let secret = text(&json, "access_key_secret").ok_or_else(|| missing("access_key_secret"))?;
        let token = text(&json, "sts_token");
        match (text(&json, "mode"), token) {
            (Some("StsToken"), None) => return Err(missing("sts_token")),
            (None | Some("AK" | "StsToken"), _) => {}
            (Some(_), _) => return Err("its output is of another `mode` than AK and StsToken".to_owned()),
        }
        let credentials = Credentials::new(id, secret).with_security_token(token.unwrap_or_default());
        match text(&json, "expiration") {
            None => Ok(credentials),
            Some(expiration) => Ok(credentials.with_expiration(unexpired(expiration, io.now())?)),
        }
    }
}

/// A command goes by the clock of this machine, so what it calls the past is the past.
fn unexpired(expiration: &str, now: SystemTime) -> Result<SystemTime, String> {
    let time = parse_iso8601(expiration)
        .ok_or("the `expiration` of its output is no date of the form 2026-01-02T03:04:05Z")?;
    if time <= now {
        return Err(format!("its credentials expired at {}", iso8601(time)));
    }
    Ok(time)
}

impl CredentialsProvider for External {
    fn credentials<'a>(&'a self, io: &'a Io) -> BoxFuture<'a, Result<Credentials, Error>> {
        Box::pin(async move {
            let credentials = self.fetch(io).await.map_err(|problem| {
                failure::none(format!(
                    "the `process_command` of the profile gave no credentials: {problem}; run it by hand to see more"
                ))
            })?;
            Ok(credentials.with_provider("external"))
        })
    }
}
