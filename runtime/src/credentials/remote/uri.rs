use super::ask::{Repeat, Server, request};
use super::received;
use crate::BoxFuture;
use crate::credentials::environment::variable;
use crate::credentials::secret_json::text;
use crate::credentials::{Credentials, CredentialsProvider, Environment, Refreshing, Secret, failure};
use crate::error::Error;
use crate::io::Io;
use http::Method;

/// Credentials from an address that answers with them as JSON (`docs/wire.md`, "Remote credentials"). They are kept
/// until shortly before they expire.
#[derive(Clone, Debug)]
pub struct UriProvider(Refreshing<Uri>);

/// The address may hold a password.
#[derive(Clone, Debug)]
struct Uri(Secret);

impl UriProvider {
    /// Asks `uri`, such as `http://localhost:7000/credentials`, with GET.
    pub fn new(uri: impl Into<String>) -> Self {
        Self(Refreshing::new(Uri(Secret::new(uri))))
    }

    /// Asks what `ALIBABA_CLOUD_CREDENTIALS_URI` says.
    ///
    /// # Errors
    /// [`ErrorKind::Credentials`](crate::ErrorKind::Credentials): it is not set.
    pub fn from_environment(environment: impl Environment) -> Result<Self, Error> {
        let uri = variable(&environment, "ALIBABA_CLOUD_CREDENTIALS_URI");
        uri.map(Self::new).ok_or_else(|| {
            failure::none("set ALIBABA_CLOUD_CREDENTIALS_URI to an address that answers with credentials")
        })
    }
}

impl CredentialsProvider for UriProvider {
    fn credentials<'a>(&'a self, io: &'a Io) -> BoxFuture<'a, Result<Credentials, Error>> {
        self.0.credentials(io)
    }

    fn refuse(&self, credentials: &Credentials) {
        self.0.refuse(credentials);
    }
}

impl Uri {
    async fn fetch(&self, io: &Io) -> Result<Credentials, String> {
        let server = Server::new("the credentials URI", Repeat::Temporary);
        let request = request(Method::GET, self.0.expose(), &[("accept", "application/json")], "")
            .map_err(|problem| format!("the credentials URI cannot be asked: {problem}"))?;
        if !matches!(request.uri().scheme_str(), Some("http" | "https")) {
            return Err(
                "the credentials URI cannot be asked: it must begin with http:// or https://".to_owned()
            );
        }
        let (json, answer) = server.ask_for_json(io, &request).await?;
        if text(&json, "Code").is_some_and(|code| code != "Success") {
            return Err(server.refusal(&answer));
        }
        received(&json, answer.date, io.now()).map_err(|problem| format!("the credentials URI {problem}"))
    }
}

impl CredentialsProvider for Uri {
    fn credentials<'a>(&'a self, io: &'a Io) -> BoxFuture<'a, Result<Credentials, Error>> {
        Box::pin(async move {
            let credentials = self.fetch(io).await.map_err(failure::none)?;
            Ok(credentials.with_provider("credential_uri"))
        })
    }
}
