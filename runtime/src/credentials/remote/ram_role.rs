use super::Sts;
use super::sts::{ASSUME_ROLE, parameters};
use crate::BoxFuture;
use crate::credentials::{Credentials, CredentialsProvider, Refreshing, Secret};
use crate::error::Error;
use crate::io::Io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Temporary credentials of a RAM role, which the holder of other credentials takes on (AssumeRole; `docs/wire.md`,
/// "Remote credentials"). They are kept until shortly before they expire.
///
/// ```
/// use alicloud_runtime::credentials::{EnvironmentProvider, RamRoleProvider};
/// use alicloud_runtime::Config;
///
/// let role = RamRoleProvider::new(EnvironmentProvider::new(), "acs:ram::123456789012****:role/auditor")
///     .session_name("nightly-audit")
///     .sts_region("ap-southeast-1");
/// let config = Config::new("ap-southeast-1", role);
/// # let _ = config;
/// ```
#[derive(Clone, Debug)]
pub struct RamRoleProvider(Refreshing<RamRole>);

#[derive(Clone, Debug)]
struct RamRole {
    source: Arc<dyn CredentialsProvider>,
    role_arn: String,
    external_id: Option<Secret>,
    sts: Sts,
}

impl RamRoleProvider {
    /// The role `role_arn`, taken on with credentials of `source`.
    pub fn new(source: impl CredentialsProvider + 'static, role_arn: impl Into<String>) -> Self {
        let source: Arc<dyn CredentialsProvider> = Arc::new(source);
        let role = RamRole { source, role_arn: role_arn.into(), external_id: None, sts: Sts::default() };
        Self(Refreshing::new(role))
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

    /// What the owner of the role demands from other accounts.
    #[must_use]
    pub fn external_id(self, id: impl Into<String>) -> Self {
        self.with(|role| role.external_id = Some(Secret::new(id)))
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

    #[must_use]
    pub(in crate::credentials) fn sts(self, sts: Sts) -> Self {
        self.with(|role| role.sts = sts)
    }

    fn with(self, change: impl FnOnce(&mut RamRole)) -> Self {
        Self(self.0.changed(change))
    }
}

impl CredentialsProvider for RamRoleProvider {
    fn credentials<'a>(&'a self, io: &'a Io) -> BoxFuture<'a, Result<Credentials, Error>> {
        self.0.credentials(io)
    }

    fn refuse(&self, credentials: &Credentials) {
        self.0.refuse(credentials);
    }
}

impl CredentialsProvider for RamRole {
    fn credentials<'a>(&'a self, io: &'a Io) -> BoxFuture<'a, Result<Credentials, Error>> {
        Box::pin(async move {
            let parameters = parameters([
                ("RoleArn", Some(&self.role_arn)),
                ("ExternalId", self.external_id.as_ref().map(Secret::expose)),
            ]);
            let source = Arc::new(Overheard { source: Arc::clone(&self.source), name: Mutex::default() });
            let credentials = self.sts.assume(io, &ASSUME_ROLE, Arc::clone(&source), parameters).await?;
            let name = std::mem::take(&mut *source.name());
            Ok(credentials.with_provider(name).within("ram_role_arn"))
        })
    }
}

/// Passes on what the source gives, and notes its name.
#[derive(Debug)]
struct Overheard {
    source: Arc<dyn CredentialsProvider>,
    name: Mutex<String>,
}

impl Overheard {
    fn name(&self) -> MutexGuard<'_, String> {
        self.name.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl CredentialsProvider for Overheard {
    fn credentials<'a>(&'a self, io: &'a Io) -> BoxFuture<'a, Result<Credentials, Error>> {
        Box::pin(async move {
            let credentials = self.source.credentials(io).await?;
            credentials.provider_name().clone_into(&mut self.name());
            Ok(credentials)
        })
    }

    fn refuse(&self, credentials: &Credentials) {
        self.source.refuse(credentials);
    }
}
