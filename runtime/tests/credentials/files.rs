//! Real files.

use crate::outside::{Outside, answer};
use alicloud_runtime::credentials::{CliProfile, Environment, IniProfile, OidcProvider, ProcessEnvironment};
use alicloud_runtime::testing::Scripted;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// A folder of its own, gone at the end.
#[derive(Debug)]
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("alicloud-credentials-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self, name: &str, text: &[u8]) -> String {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path.display().to_string()
    }

    fn names(&self) -> Vec<String> {
        fs::read_dir(&self.0)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Variables of the test, with the files of this machine.
#[derive(Clone, Debug)]
struct Machine(BTreeMap<&'static str, String>);

impl Environment for Machine {
    fn var(&self, name: &str) -> Option<String> {
        self.0.get(name).cloned()
    }

    fn read(&self, path: &Path) -> io::Result<String> {
        ProcessEnvironment.read(path)
    }

    fn home(&self) -> Option<PathBuf> {
        None
    }

    fn write(&self, path: &Path, text: &str) -> io::Result<()> {
        ProcessEnvironment.write(path, text)
    }
}

fn cli(path: String) -> CliProfile {
    CliProfile::with(Machine(BTreeMap::from([("ALIBABA_CLOUD_CONFIG_FILE", path)])))
}

fn ini(path: String) -> IniProfile {
    IniProfile::with(Machine(BTreeMap::from([("ALIBABA_CLOUD_CREDENTIALS_FILE", path)])))
}

const KEY: &str =
    r#"{"current":"x","profiles":[{"name":"x","mode":"AK","access_key_id":"id","access_key_secret":"s"}]}"#;

#[test]
fn profiles_and_tokens_are_read_from_files() {
    let folder = Folder::new("read");
    let outside =
        Outside::new(Scripted::new().json(200, format!(r#"{{"Credentials":{}}}"#, answer(1, 3600))));
    assert_eq!(outside.ask(&cli(folder.file("config.json", KEY.as_bytes()))).unwrap().access_key_id(), "id");
    let text = "[default]\r\ntype = access_key\r\naccess_key_id = id\r\naccess_key_secret = s\r\n";
    let credentials = outside.ask(&ini(folder.file("credentials", text.as_bytes()))).unwrap();
    assert_eq!(credentials.access_key_secret().expose(), "s");
    let provider = OidcProvider::new("role", "idp", folder.file("token", b"t\n"));
    assert_eq!(outside.ask(&provider).unwrap().access_key_id(), "id1");
}

#[test]
fn files_that_cannot_be_read_are_told_by_path_and_cause() {
    let folder = Folder::new("broken");
    let half = folder.file("half.json", &KEY.as_bytes()[..60]);
    let bytes = folder.file("bytes.json", b"{\"a\":\"\xff\"}");
    let directory = folder.0.display().to_string();
    for (path, cause) in [
        (half, "no JSON at line 1, column 60"),
        (bytes, "stream did not contain valid UTF-8"),
        (directory, "irectory"),
        (folder.0.join("gone").display().to_string(), "does not exist"),
    ] {
        let message = Outside::new(Scripted::new()).refusal(&cli(path.clone()));
        assert!(message.starts_with(&path) && message.contains(cause), "{message}");
    }
    let path = folder.file("half.ini", b"[default]\ntype = access_key\naccess_key_id");
    let message = Outside::new(Scripted::new()).refusal(&ini(path.clone()));
    assert!(message.starts_with(&path) && message.contains("line 3 has no equals sign"), "{message}");
    let message =
        Outside::new(Scripted::new()).refusal(&OidcProvider::new("role", "idp", folder.0.join("gone")));
    assert!(message.contains("gone cannot be used: "), "{message}");
}

#[cfg(unix)]
#[test]
fn a_file_that_others_own_is_told_by_path_and_cause() {
    use std::os::unix::fs::PermissionsExt;

    let folder = Folder::new("permissions");
    let path = folder.file("config.json", KEY.as_bytes());
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&path).is_ok() {
        // The superuser reads everything; the other tests have this case with an environment that denies it.
        return;
    }
    let message = Outside::new(Scripted::new()).refusal(&cli(path.clone()));
    assert!(message.starts_with(&path) && message.contains("ermission denied"), "{message}");
}

#[cfg(unix)]
#[test]
fn tokens_are_written_back_at_once_with_the_permissions_of_the_file() {
    use std::os::unix::fs::PermissionsExt;

    let folder = Folder::new("write");
    let text = r#"{"current":"x","profiles":[{"name":"x","mode":"OAuth","oauth_refresh_token":"hunter2"}]}"#;
    let path = folder.file("real.json", text.as_bytes());
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    let link = folder.0.join("config.json");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    let tokens = r#"{"access_token":"hunter2-a","refresh_token":"hunter2-r"}"#;
    let outside = Outside::new(Scripted::new().json(200, tokens).json(200, answer(1, 3600)));
    outside.ask(&cli(link.display().to_string())).unwrap();
    let written: serde_json::Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    assert_eq!(written["profiles"][0]["oauth_refresh_token"], "hunter2-r");
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    let mut names = folder.names();
    names.sort();
    assert_eq!(names, ["config.json", "real.json"], "nothing else is left");
}

#[test]
fn where_no_command_can_be_run_that_is_told() {
    let folder = Folder::new("command");
    let text = crate::fake::config(r#""mode":"External","process_command":"hunter2""#);
    let message = Outside::new(Scripted::new()).refusal(&cli(folder.file("config.json", text.as_bytes())));
    assert!(message.contains("commands cannot be run here"), "{message}");
}

#[test]
fn a_file_that_is_not_there_is_not_made() {
    let folder = Folder::new("absent");
    let error = ProcessEnvironment.write(&folder.0.join("gone.json"), "{}").unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::NotFound);
    assert!(folder.names().is_empty());
}
