use super::MARKER;
use alicloud_runtime::credentials::Environment;
use std::io;
use std::path::{Path, PathBuf};

/// An environment whose every secret is the marker: variables, and profiles of all kinds.
#[derive(Debug)]
pub(crate) struct Marked;

impl Environment for Marked {
    fn var(&self, name: &str) -> Option<String> {
        match name {
            "ALIBABA_CLOUD_ACCESS_KEY_ID" => Some(format!("LTAI5tKeyId{MARKER}")),
            "ALIBABA_CLOUD_ACCESS_KEY_SECRET" | "ALIBABA_CLOUD_SECURITY_TOKEN" => Some(MARKER.to_owned()),
            "ALIBABA_CLOUD_REGION_ID" => Some("cn-hangzhou".to_owned()),
            "ALIBABA_CLOUD_CREDENTIALS_URI" => {
                Some(format!("http://user:{MARKER}@localhost/?token={MARKER}"))
            }
            "ALIBABA_CLOUD_ROLE_ARN" => Some("acs:ram::1:role/r".to_owned()),
            "ALIBABA_CLOUD_OIDC_PROVIDER_ARN" => Some("acs:ram::1:oidc-provider/p".to_owned()),
            "ALIBABA_CLOUD_OIDC_TOKEN_FILE" => Some("/token".to_owned()),
            _ => None,
        }
    }

    fn read(&self, path: &Path) -> io::Result<String> {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        match name.as_str() {
            "config.json" => Ok(profiles()),
            "credentials" | "credentials.ini" => Ok(format!(
                "[default]\ntype = access_key\naccess_key_id = {MARKER}\naccess_key_secret = {MARKER}\n\
                 [broken]\ntype = odd\naccess_key_secret = {MARKER}\n"
            )),
            "token" => Ok(MARKER.to_owned()),
            _ => Err(io::ErrorKind::NotFound.into()),
        }
    }

    fn home(&self) -> Option<PathBuf> {
        Some(PathBuf::from("/home/user"))
    }
}

/// The modes of the command line tool's profiles, and a secret in every field that has one.
pub(crate) const MODES: [&str; 9] =
    ["AK", "StsToken", "RamRoleArn", "EcsRamRole", "OIDC", "CloudSSO", "OAuth", "External", "Odd"];

fn profiles() -> String {
    let profiles: Vec<serde_json::Value> = MODES
        .iter()
        .map(|mode| {
            serde_json::json!({
                "name": mode, "mode": mode, "region_id": "cn-hangzhou",
                "access_key_id": format!("LTAI5tKeyId{MARKER}"), "access_key_secret": MARKER, "sts_token": MARKER,
                "ram_role_arn": "acs:ram::1:role/r", "ram_session_name": "s", "external_id": MARKER,
                "oidc_provider_arn": "acs:ram::1:oidc-provider/p", "oidc_token_file": "/token",
                "cloud_sso_sign_in_url": "https://sso.example/start", "cloud_sso_access_config": "a",
                "cloud_sso_account_id": "1", "access_token": MARKER,
                "cloud_sso_access_token_expire": 4_000_000_000_u64,
                "oauth_access_token": MARKER, "oauth_refresh_token": MARKER, "oauth_site_type": "CN",
                "oauth_access_token_expire": 1, "process_command": format!("print --password {MARKER}"),
            })
        })
        .collect();
    serde_json::json!({ "current": "AK", "profiles": profiles }).to_string()
}
