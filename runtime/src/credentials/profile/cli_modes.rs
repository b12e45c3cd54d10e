use super::cli_file::CliFile;
use super::cloud_sso::CloudSso;
use super::entry::Entry;
use super::external::External;
use super::oauth::OAuth;
use crate::credentials::environment::{is_true, variable};
use crate::credentials::remote::Sts;
use crate::credentials::{
    Credentials, CredentialsProvider, EcsProvider, Environment, OidcProvider, RamRoleProvider, Refreshing,
    UriProvider,
};
use std::sync::Arc;
use std::time::Duration;

/// The modes that are understood, as messages list them.
const MODES: &str = "AK, StsToken, RamRoleArn, ChainableRamRoleArn, RamRoleArnWithRoleName, EcsRamRole, OIDC, CloudSSO, \
                     OAuth, External, CredentialsURI, BearerToken and Anonymous";

type Provider = Arc<dyn CredentialsProvider>;

/// The provider that a profile asks for; without a name, the current one.
///
/// # Errors
/// The profile is not there or not complete. Never shows a value but names.
pub(super) fn provider(
    file: &CliFile,
    name: Option<&str>,
    environment: &Arc<dyn Environment>,
) -> Result<Provider, String> {
    let name = name.or_else(|| file.current()).ok_or("it names no current profile")?;
    Modes { file, environment, visited: Vec::new() }.profile(name)
}

struct Modes<'a> {
    file: &'a CliFile,
    environment: &'a Arc<dyn Environment>,
    /// The profiles on the way here, each of which names the next as its source.
    visited: Vec<String>,
}

impl Modes<'_> {
    fn profile(&mut self, name: &str) -> Result<Provider, String> {
        let entry = self.file.profile(name)?;
        let is_circle = self.visited.iter().any(|visited| visited == name);
        self.visited.push(name.to_owned());
        if is_circle {
            return Err(format!(
                "`source_profile` leads in a circle: {}",
                self.visited.join(" -> ").escape_debug()
            ));
        }
        let mode = mode(&entry);
        self.by_mode(name, &entry, mode).map_err(|problem| match problem {
            Problem::OfEntry(problem) => {
                format!("profile `{}` (mode {}) {problem}", name.escape_debug(), mode.escape_debug())
            }
            Problem::OfSource(problem) => problem,
        })
    }

    fn by_mode(&mut self, name: &str, entry: &Entry<'_>, mode: &str) -> Result<Provider, Problem> {
        Ok(match mode.to_ascii_lowercase().as_str() {
            "ak" => Arc::new(key(entry)?),
            "ststoken" => {
                let [token] = entry.all(["sts_token"])?;
                Arc::new(key(entry)?.with_security_token(token))
            }
            "ramrolearn" => {
                let key = key(entry)?.with_security_token(entry.text("sts_token").unwrap_or_default());
                self.role(entry, Arc::new(key))?
            }
            "chainableramrolearn" => {
                let [source] = entry.all(["source_profile"])?;
                let source = self.profile(source).map_err(Problem::OfSource)?;
                self.role(entry, source)?
            }
            "ramrolearnwithrolename" => self.role(entry, Arc::new(ecs(self.environment, entry)?))?,
            "ecsramrole" => Arc::new(ecs(self.environment, entry)?),
            "oidc" => self.oidc(entry)?,
            "cloudsso" => {
                Arc::new(Refreshing::new(CloudSso::new(Arc::clone(self.environment), name, entry)?))
            }
            "oauth" => Arc::new(Refreshing::new(OAuth::new(Arc::clone(self.environment), name, entry)?)),
            "external" => Arc::new(Refreshing::new(External::new(Arc::clone(self.environment), entry)?)),
            "credentialsuri" => {
                let [uri] = entry.all(["credentials_uri"])?;
                Arc::new(UriProvider::new(uri))
            }
            "bearertoken" => {
                let [token] = entry.all(["bearer_token"])?;
                Arc::new(Credentials::bearer(token))
            }
            "anonymous" => Arc::new(Credentials::anonymous()),
            "" => return Err("lacks `mode`".to_owned().into()),
            _ => return Err(format!("is of a mode that is not supported; supported are {MODES}").into()),
        })
    }

    fn sts(&self, entry: &Entry<'_>) -> Sts {
        let given = Sts::of(&**self.environment);
        // Some tools write the session name under another key.
        let session_name = entry.text("ram_session_name").or_else(|| entry.text("role_session_name"));
        Sts {
            region: entry.text("sts_region").map(str::to_owned).or(given.region),
            vpc: entry.flag("enable_vpc").unwrap_or(given.vpc),
            endpoint: None,
            session_name: session_name.map(str::to_owned).or(given.session_name),
            duration: entry.number("expired_seconds").filter(|seconds| *seconds > 0).map(Duration::from_secs),
            policy: entry.text("policy").map(str::to_owned),
        }
    }

    fn role(&self, entry: &Entry<'_>, source: Provider) -> Result<Provider, Problem> {
        let role = role_arn(entry, "ram_role_arn", self.environment)?;
        let provider = RamRoleProvider::new(source, role).sts(self.sts(entry));
        Ok(match entry.text("external_id") {
            Some(id) => Arc::new(provider.external_id(id)),
            None => Arc::new(provider),
        })
    }

    fn oidc(&self, entry: &Entry<'_>) -> Result<Provider, Problem> {
        let [role, provider, file] = entry.all(["ram_role_arn", "oidc_provider_arn", "oidc_token_file"])?;
        let provider = OidcProvider::new(role, provider, file);
        Ok(Arc::new(provider.sts(self.sts(entry)).environment(Arc::clone(self.environment))))
    }
}

/// What is wrong, and whether that has been said of a profile by name.
enum Problem {
    OfEntry(String),
    OfSource(String),
}

impl From<String> for Problem {
    fn from(problem: String) -> Self {
        Self::OfEntry(problem)
    }
}

/// A profile without a mode is of the one that its keys are for.
fn mode<'a>(entry: &Entry<'a>) -> &'a str {
    match entry.text("mode") {
        Some(mode) => mode,
        None if entry.text("access_key_id").is_none() => "",
        None if entry.text("sts_token").is_some() => "StsToken",
        None if entry.text("ram_role_arn").is_some() => "RamRoleArn",
        None => "AK",
    }
}

pub(super) fn key(entry: &Entry<'_>) -> Result<Credentials, String> {
    let [id, secret] = entry.all(["access_key_id", "access_key_secret"])?;
    Ok(Credentials::new(id, secret))
}

/// The role that is taken on with credentials: the one of the profile, else of the environment.
pub(super) fn role_arn(
    entry: &Entry<'_>,
    key: &str,
    environment: &dyn Environment,
) -> Result<String, String> {
    match (entry.all([key]), variable(environment, "ALIBABA_CLOUD_ROLE_ARN")) {
        (Ok([role]), _) => Ok(role.to_owned()),
        (Err(_), Some(role)) => Ok(role),
        (Err(problem), None) => Err(problem),
    }
}

/// The variable that switches the service off is about looking for it unasked, and this profile asks.
fn ecs(environment: &Arc<dyn Environment>, entry: &Entry<'_>) -> Result<EcsProvider, String> {
    let allowed = !is_true(environment, "ALIBABA_CLOUD_IMDSV1_DISABLED");
    let provider = EcsProvider::new().without_token(allowed);
    Ok(match entry.text("ram_role_name") {
        Some(role) => provider.role_name(role),
        None => provider,
    })
}
