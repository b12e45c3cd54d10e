use super::Sts;
use super::sts::{ASSUME_ROLE_WITH_OIDC, parameters};
use crate::BoxFuture;
use crate::credentials::environment::together;
use crate::credentials::{
    Anonymous, Credentials, CredentialsProvider, Environment, ProcessEnvironment, Refreshing, failure,
};
use crate::error::Error;
use crate::io::Io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use zeroize::Zeroizing;

const ROLE: &str = "ALIBABA_CLOUD_ROLE_ARN";
const PROVIDER: &str = "ALIBABA_CLOUD_OIDC_PROVIDER_ARN";
const FILE: &str = "ALIBABA_CLOUD_OIDC_TOKEN_FILE";

/// Temporary credentials of a RAM role for the holder of a token that somebody else issued, such as a Kubernetes
/// cluster (AssumeRoleWithOIDC; `docs/wire.md`, "Remote credentials"). They are kept until shortly before they expire.
#[derive(Clone, Debug)]
pub struct OidcProvider(Refreshing<OidcRole>);

#[derive(Clone, Debug)]
struct OidcRole {
    environment: Arc<dyn Environment>,
    role_arn: String,
    provider_arn: String,
    token_file: PathBuf,
    sts: Sts,
}

impl OidcProvider {
    /// The role `role_arn`, by a token of the identity provider `provider_arn`. The token is read from `token_file`
    /// each time that it is needed: whoever issues it replaces it. That blocks the thread, for the time that a small file
    /// takes ([`ProcessEnvironment`]).
    pub fn new(
        role_arn: impl Into<String>,
        provider_arn: impl Into<String>,
        token_file: impl Into<PathBuf>,
    ) -> Self {
        Self(Refreshing::new(OidcRole {
            environment: Arc::new(ProcessEnvironment),
            role_arn: role_arn.into(),
            provider_arn: provider_arn.into(),
            token_file: token_file.into(),
            sts: Sts::default(),
        }))
    }

    /// What `ALIBABA_CLOUD_ROLE_ARN`, `ALIBABA_CLOUD_OIDC_PROVIDER_ARN` and `ALIBABA_CLOUD_OIDC_TOKEN_FILE` say, and
    /// optionally `ALIBABA_CLOUD_ROLE_SESSION_NAME`, `ALIBABA_CLOUD_STS_REGION` and
    /// `ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED`.
    ///
    /// # Errors
    /// [`ErrorKind::Credentials`](crate::ErrorKind::Credentials), naming the variables that are not set.
    pub fn from_environment(environment: impl Environment + 'static) -> Result<Self, Error> {
        let [role_arn, provider_arn, token_file] = together(&environment, [ROLE, PROVIDER, FILE])
            .map_err(|unset| failure::none(format!("set {unset} to take on a role by an OIDC token")))?;
        let sts = Sts::of(&environment);
        Ok(Self::new(role_arn, provider_arn, token_file).sts(sts).environment(environment))
    }

    /// Names the session in the audit log; by default a name with the time of the request.
    #[must_use]
    pub fn session_name(self, name: impl Into<String>) -> Self {
        self.with(|role| role.sts.session_name = Some(name.into()))
    }

    /// How long the credentials live: at least 15 minutes, at most what the role allows; 1 hour by default.
    #[must_use]
    pub fn duration(self, duration: Duration) -> Self {
        self.with(|role| role.sts.duration = Some(duration))
    }

    /// A policy, as JSON text, that allows less than the role does.
    #[must_use]
    pub fn policy(self, policy: impl Into<String>) -> Self {
        self.with(|role| role.sts.policy = Some(policy.into()))
    }

    /// Asks the service of this region, `sts.<region>.aliyuncs.com`; `sts.aliyuncs.com` by default.
    #[must_use]
    pub fn sts_region(self, region: impl Into<String>) -> Self {
        self.with(|role| role.sts.region = Some(region.into()))
    }

    /// Asks the region's service by its address within a VPC. Without a region it has no effect.
    #[must_use]
    pub fn sts_vpc(self, vpc: bool) -> Self {
        self.with(|role| role.sts.vpc = vpc)
    }

    /// Asks this host, whatever the region is; see [`Config::endpoint`](crate::Config::endpoint) for its forms.
    #[must_use]
    pub fn sts_endpoint(self, endpoint: impl Into<String>) -> Self {
        self.with(|role| role.sts.endpoint = Some(endpoint.into()))
    }

    /// Reads the token file from another environment.
    #[must_use]
    pub fn environment(self, environment: impl Environment + 'static) -> Self {
        self.with(|role| role.environment = Arc::new(environment))
    }

    #[must_use]
    pub(in crate::credentials) fn sts(self, sts: Sts) -> Self {
        self.with(|role| role.sts = sts)
    }

    fn with(self, change: impl FnOnce(&mut OidcRole)) -> Self {
        Self(self.0.changed(change))
    }
}

impl CredentialsProvider for OidcProvider {
    fn credentials<'a>(&'a self, io: &'a Io) -> BoxFuture<'a, Result<Credentials, Error>> {
        self.0.credentials(io)
    }

    fn refuse(&self, credentials: &Credentials) {
        self.0.refuse(credentials);
    }
}

impl OidcRole {
    fn token(&self) -> Result<Zeroizing<String>, Error> {
        let unusable = |cause: &str| {
            failure::file(
                &self.token_file,
                cause,
                "check the path of the OIDC token file and who may read it",
            )
        };
        let text = self.environment.read(&self.token_file);
        let text = Zeroizing::new(text.map_err(|error| unusable(&error.to_string()))?);
        let token = Zeroizing::new(text.trim().to_owned());
        if token.is_empty() { Err(unusable("it is empty")) } else { Ok(token) }
    }
}

impl CredentialsProvider for OidcRole {
    fn credentials<'a>(&'a self, io: &'a Io) -> BoxFuture<'a, Result<Credentials, Error>> {
        Box::pin(async move {
            let parameters = parameters([
                ("RoleArn", Some(&self.role_arn)),
                ("OIDCProviderArn", Some(&self.provider_arn)),
                ("OIDCToken", Some(&self.token()?)),
            ]);
            let credentials = self.sts.assume(io, &ASSUME_ROLE_WITH_OIDC, Anonymous, parameters).await?;
            Ok(credentials.with_provider("oidc_role_arn"))
        })
    }
}
