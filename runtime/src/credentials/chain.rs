use super::environment::Environment;
use super::{
    CliProfile, Credentials, CredentialsProvider, EcsProvider, EnvironmentProvider, IniProfile, OidcProvider,
    ProcessEnvironment, UriProvider, failure,
};
use crate::BoxFuture;
use crate::error::Error;
use crate::io::Io;
use std::fmt::{self, Write};
use std::sync::{Arc, OnceLock};

/// The name that its credentials go by, in front of that of their provider.
const NAME: &str = "default";

/// What is looked at where nothing else is said, in the order of the official SDKs (`docs/wire.md`, "Default chain"):
///
/// 1. `env`: the variables `ALIBABA_CLOUD_ACCESS_KEY_ID` and so on, see [`EnvironmentProvider`];
/// 2. `oidc_role_arn`: a role by an OIDC token, see [`OidcProvider`];
/// 3. `cli_profile`: the profile of the command line tool, see [`CliProfile`];
/// 4. `profile`: the profile of the official SDKs, see [`IniProfile`];
/// 5. `ecs_ram_role`: the role of the ECS instance, see [`EcsProvider`];
/// 6. `credential_uri`: an address that answers with credentials, see [`UriProvider`].
///
/// The first that has credentials is asked from then on, and no other. If none has, the error says of each why.
#[derive(Clone)]
pub struct DefaultChain {
    links: Arc<[Link]>,
    chosen: Arc<OnceLock<usize>>,
}

type Provider = Arc<dyn CredentialsProvider>;

/// One provider of the chain.
struct Link {
    name: &'static str,
    environment: Arc<dyn Environment>,
    /// Makes it from the environment as it is now.
    make: fn(Arc<dyn Environment>) -> Result<Provider, Error>,
    /// Looks whether it may have credentials, without asking a server.
    check: fn(Arc<dyn Environment>) -> Result<(), Error>,
    /// Kept from the first time that it can be made, so that all callers share what it keeps.
    made: OnceLock<Provider>,
}

impl DefaultChain {
    /// The chain in the environment of this process.
    pub fn new() -> Self {
        Self::with(ProcessEnvironment)
    }

    /// The chain in another environment.
    pub fn with(environment: impl Environment + 'static) -> Self {
        let environment: Arc<dyn Environment> = Arc::new(environment);
        let link = |name, make, check| Link {
            name,
            environment: Arc::clone(&environment),
            make,
            check,
            made: OnceLock::new(),
        };
        let links = Arc::new([
            link(
                "env",
                |at| Ok(Arc::new(EnvironmentProvider::with(at))),
                |at| EnvironmentProvider::with(at).read().map(drop),
            ),
            link(
                "oidc_role_arn",
                |at| Ok(Arc::new(OidcProvider::from_environment(at)?)),
                |at| OidcProvider::from_environment(at).map(drop),
            ),
            link("cli_profile", |at| Ok(Arc::new(CliProfile::with(at))), |at| CliProfile::with(at).check()),
            link("profile", |at| Ok(Arc::new(IniProfile::with(at))), |at| IniProfile::with(at).check()),
            link(
                "ecs_ram_role",
                |at| Ok(Arc::new(EcsProvider::from_environment(at)?)),
                |at| EcsProvider::from_environment(at).map(drop),
            ),
            link(
                "credential_uri",
                |at| Ok(Arc::new(UriProvider::from_environment(at)?)),
                |at| UriProvider::from_environment(at).map(drop),
            ),
        ]);
        Self { links, chosen: Arc::default() }
    }

    /// Tells whether any provider may have credentials, without asking a server.
    ///
    /// # Errors
    /// [`ErrorKind::Credentials`](crate::ErrorKind::Credentials): none can have any, and why.
    pub fn check(&self) -> Result<(), Error> {
        let mut said = Vec::new();
        for link in &*self.links {
            match (link.check)(Arc::clone(&link.environment)) {
                Ok(()) => return Ok(()),
                Err(error) => said.push((link.name, error)),
            }
        }
        Err(none_of(&said))
    }

    async fn find(&self, io: &Io) -> Result<Credentials, Error> {
        if let Some(link) = self.chosen() {
            return link.ask(io).await;
        }
        let mut said = Vec::new();
        for (index, link) in self.links.iter().enumerate() {
            match link.ask(io).await {
                Ok(credentials) => {
                    // Of two that come here at once, the first decides for those to come.
                    self.chosen.get_or_init(|| index);
                    return Ok(credentials);
                }
                Err(error) => said.push((link.name, error)),
            }
        }
        Err(none_of(&said))
    }

    fn chosen(&self) -> Option<&Link> {
        self.links.get(*self.chosen.get()?)
    }
}

impl Link {
    async fn ask(&self, io: &Io) -> Result<Credentials, Error> {
        let provider = match self.made.get() {
            Some(provider) => provider,
            None => {
                let made = (self.make)(Arc::clone(&self.environment))?;
                self.made.get_or_init(|| made)
            }
        };
        Ok(provider.credentials(io).await?.within(NAME))
    }
}

/// One line with what each provider said.
fn none_of(said: &[(&str, Error)]) -> Error {
    let mut message = "no provider of the default chain has credentials:".to_owned();
    for (name, error) in said {
        let _ = write!(message, " [{name}] {}", error.message());
    }
    failure::none(message)
}

impl Default for DefaultChain {
    fn default() -> Self {
        Self::new()
    }
}

impl CredentialsProvider for DefaultChain {
    fn credentials<'a>(&'a self, io: &'a Io) -> BoxFuture<'a, Result<Credentials, Error>> {
        Box::pin(self.find(io))
    }

    fn refuse(&self, credentials: &Credentials) {
        if let Some(provider) = self.chosen().and_then(|link| link.made.get()) {
            provider.refuse(credentials);
        }
    }
}

impl fmt::Debug for DefaultChain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.links.iter().map(|link| link.name).collect();
        f.debug_struct("DefaultChain")
            .field("providers", &names)
            .field("chosen", &self.chosen().and_then(|link| link.made.get()))
            .finish()
    }
}
