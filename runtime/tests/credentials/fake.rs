use alicloud_runtime::BoxFuture;
use alicloud_runtime::credentials::Environment;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// Variables, files and commands of nobody's machine. Clones share them.
#[derive(Clone, Debug, Default)]
pub struct Fake(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    variables: BTreeMap<String, String>,
    files: BTreeMap<PathBuf, String>,
    denied: Vec<PathBuf>,
    read_only: bool,
    outputs: BTreeMap<String, String>,
    runs: Vec<(String, Duration)>,
    reads: usize,
}

/// Path of the command line tool's configuration.
pub const CONFIG: &str = "/home/me/.aliyun/config.json";

impl Fake {
    /// Variables that begin with `ALIBABA_CLOUD_`.
    pub fn var(self, name: &str, value: &str) -> Self {
        self.0.lock().unwrap().variables.insert(format!("ALIBABA_CLOUD_{name}"), value.to_owned());
        self
    }

    pub fn unset(&self, name: &str) {
        self.0.lock().unwrap().variables.remove(&format!("ALIBABA_CLOUD_{name}"));
    }

    pub fn file(self, path: &str, text: impl Into<String>) -> Self {
        self.put(path, text);
        self
    }

    pub fn put(&self, path: &str, text: impl Into<String>) {
        self.0.lock().unwrap().files.insert(PathBuf::from(path), text.into());
    }

    pub fn denied(self, path: &str) -> Self {
        self.0.lock().unwrap().denied.push(PathBuf::from(path));
        self
    }

    pub fn read_only(self) -> Self {
        self.0.lock().unwrap().read_only = true;
        self
    }

    pub fn command(self, command: &str, output: &str) -> Self {
        self.0.lock().unwrap().outputs.insert(command.to_owned(), output.to_owned());
        self
    }

    pub fn text(&self, path: &str) -> String {
        self.0.lock().unwrap().files[Path::new(path)].clone()
    }

    pub fn runs(&self) -> Vec<(String, Duration)> {
        self.0.lock().unwrap().runs.clone()
    }

    pub fn reads(&self) -> usize {
        self.0.lock().unwrap().reads
    }

    /// A configuration of the command line tool with one profile, `x`, of these members.
    pub fn profile(self, members: &str) -> Self {
        self.file(CONFIG, config(members))
    }
}

/// The text of a configuration with one profile, `x`.
pub fn config(members: &str) -> String {
    format!(r#"{{"current":"x","profiles":[{{"name":"x",{members}}}]}}"#)
}

impl Environment for Fake {
    fn var(&self, name: &str) -> Option<String> {
        self.0.lock().unwrap().variables.get(name).cloned()
    }

    fn read(&self, path: &Path) -> io::Result<String> {
        let mut state = self.0.lock().unwrap();
        state.reads += 1;
        if state.denied.iter().any(|denied| denied == path) {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        state.files.get(path).cloned().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn home(&self) -> Option<PathBuf> {
        (self.var("ALIBABA_CLOUD_TEST_HOMELESS").is_none()).then(|| PathBuf::from("/home/me"))
    }

    fn write(&self, path: &Path, text: &str) -> io::Result<()> {
        let mut state = self.0.lock().unwrap();
        if state.read_only {
            return Err(io::ErrorKind::ReadOnlyFilesystem.into());
        }
        state.files.insert(path.to_owned(), text.to_owned());
        Ok(())
    }

    fn run<'a>(&'a self, command: &'a str, limit: Duration) -> BoxFuture<'a, io::Result<String>> {
        let mut state = self.0.lock().unwrap();
        state.runs.push((command.to_owned(), limit));
        let output = state.outputs.get(command).cloned();
        Box::pin(std::future::ready(output.ok_or_else(|| io::Error::other("it failed with exit status: 7"))))
    }
}
