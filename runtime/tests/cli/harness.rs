use crate::shop::PROGRAM;
use alicloud_runtime::cli::{Surroundings, run};
use alicloud_runtime::credentials::Environment;
use alicloud_runtime::testing::Scripted;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// One run of the command line, in surroundings of its own.
#[derive(Default)]
pub struct Run {
    variables: BTreeMap<String, String>,
    files: BTreeMap<PathBuf, String>,
    stdin: String,
    pub transport: Scripted,
    width: Option<usize>,
}

/// What came of it.
#[derive(Debug)]
pub struct Ended {
    pub code: u8,
    pub out: String,
    pub err: String,
}

#[derive(Debug)]
struct Fake {
    variables: BTreeMap<String, String>,
    files: BTreeMap<PathBuf, String>,
}

impl Environment for Fake {
    fn var(&self, name: &str) -> Option<String> {
        self.variables.get(name).cloned()
    }

    fn read(&self, path: &Path) -> io::Result<String> {
        self.files.get(path).cloned().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn home(&self) -> Option<PathBuf> {
        Some("/home/somebody".into())
    }
}

/// Takes nothing.
pub struct Closed(pub io::ErrorKind);

impl io::Write for Closed {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Err(self.0.into())
    }
}

impl Run {
    /// With a key and a region in the environment.
    pub fn new() -> Self {
        Self::bare()
            .variable("ALIBABA_CLOUD_ACCESS_KEY_ID", "test-id")
            .variable("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "test-secret")
            .variable("ALIBABA_CLOUD_REGION_ID", "cn-shanghai")
    }

    /// With nothing in the environment, on a machine that is no instance.
    pub fn bare() -> Self {
        Self::default().variable("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true")
    }

    pub fn variable(mut self, name: &str, value: &str) -> Self {
        self.variables.insert(name.to_owned(), value.to_owned());
        self
    }

    pub fn without(mut self, name: &str) -> Self {
        self.variables.remove(name);
        self
    }

    pub fn file(mut self, path: &str, text: &str) -> Self {
        self.files.insert(path.into(), text.to_owned());
        self
    }

    pub fn stdin(mut self, text: &str) -> Self {
        self.stdin = text.to_owned();
        self
    }

    pub fn width(mut self, width: usize) -> Self {
        self.width = Some(width);
        self
    }

    /// The next answer: status 200 and this JSON.
    pub fn reply(mut self, body: &str) -> Self {
        self.transport = self.transport.json(200, body);
        self
    }

    pub fn answer(mut self, add: impl FnOnce(Scripted) -> Scripted) -> Self {
        self.transport = add(self.transport);
        self
    }

    pub fn run(&self, arguments: &[&str]) -> Ended {
        let mut out = Vec::new();
        // As a file does that is no terminal.
        let ended = self.run_into(arguments, &mut anstream::StripStream::new(&mut out));
        Ended { out: String::from_utf8(out).unwrap(), ..ended }
    }

    pub fn run_into(&self, arguments: &[&str], stdout: &mut dyn io::Write) -> Ended {
        let mut err = Vec::new();
        let surroundings = Surroundings {
            environment: Arc::new(Fake { variables: self.variables.clone(), files: self.files.clone() }),
            stdin: &mut self.stdin.as_bytes(),
            stdout,
            stderr: &mut anstream::StripStream::new(&mut err),
            width: self.width,
            configure: &|config| config.transport(self.transport.clone()),
        };
        let code = run(&PROGRAM, arguments.iter().map(OsString::from), surroundings);
        Ended { code, out: String::new(), err: String::from_utf8(err).unwrap() }
    }

    /// A run that ends well; what it prints.
    #[track_caller]
    pub fn prints(&self, arguments: &[&str]) -> String {
        let ended = self.run(arguments);
        assert_eq!((ended.code, ended.err.as_str()), (0, ""), "{}", ended.out);
        ended.out
    }

    /// A run that fails with this exit code; the one line that it prints, without `error: `.
    #[track_caller]
    pub fn fails(&self, code: u8, arguments: &[&str]) -> String {
        let ended = self.run(arguments);
        assert_eq!((ended.code, ended.out.as_str()), (code, ""), "{}", ended.err);
        let line = ended.err.strip_prefix("error: ").unwrap_or_else(|| panic!("{:?}", ended.err));
        let line = line.strip_suffix('\n').unwrap();
        assert!(!line.contains('\n'), "{line}");
        line.to_owned()
    }
}
