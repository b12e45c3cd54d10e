//! The command line, as users run it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

pub(crate) const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// A program, built from this workspace.
pub(crate) struct Cli {
    program: PathBuf,
    /// What it took to build it.
    pub(crate) took: Took,
}

/// How a run ended.
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) took: Took,
}

/// What something cost.
#[derive(Clone, Copy)]
pub(crate) struct Took {
    pub(crate) wall: Duration,
    /// Of all processes, in user and system mode; none where it is not known.
    pub(crate) processor: Option<Duration>,
}

impl Took {
    /// Of the program as a whole, at which `from` was read.
    pub(crate) fn since(started: Instant, from: Option<Duration>) -> Self {
        let processor = processor().zip(from).map(|(to, from)| to.saturating_sub(from));
        Self { wall: started.elapsed(), processor }
    }
}

impl std::fmt::Display for Took {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:.1} s", self.wall.as_secs_f64())?;
        self.processor.map_or(Ok(()), |time| write!(f, " ({:.1} s of processors)", time.as_secs_f64()))
    }
}

/// Time of the processors that ended children took so far, as Linux tells it in hundredths of a second.
pub(crate) fn processor() -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The name of the program, in parentheses, may hold blanks.
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |index: usize| fields.get(index)?.parse::<u64>().ok();
    Some(Duration::from_millis((ticks(13)? + ticks(14)?) * 10))
}

impl Ended {
    /// Everything that was said.
    pub(crate) fn said(&self) -> String {
        format!("{}{}", self.err, self.out)
    }
}

impl Cli {
    /// Builds it beside the tests, with a profile.
    pub(crate) fn build(profile: &str) -> Self {
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
        let mut command = Command::new(env!("CARGO"));
        let manifest = format!("{ROOT}/Cargo.toml");
        command.args([
            "build",
            "--quiet",
            "-p",
            "alicloud-codegen",
            "--manifest-path",
            &manifest,
            "--profile",
            profile,
        ]);
        command
            .env("CARGO_TARGET_DIR", target)
            .env("CARGO_NET_OFFLINE", "true")
            .env("CARGO_TERM_COLOR", "never");
        let ended = ended(&mut command);
        assert_eq!(ended.code, Some(0), "{}", ended.said());
        let folder = if profile == "dev" { "debug" } else { profile };
        let program = target.join(folder).join(format!("alicloud-codegen{}", std::env::consts::EXE_SUFFIX));
        Self { program, took: ended.took }
    }

    pub(crate) fn run(&self, folder: &Path, arguments: &[&str]) -> Ended {
        let mut command = Command::new(&self.program);
        ended(command.args(arguments).current_dir(folder).env("NO_COLOR", "1"))
    }

    /// A run that must succeed.
    pub(crate) fn good(&self, folder: &Path, arguments: &[&str]) -> Ended {
        let ended = self.run(folder, arguments);
        assert_eq!(ended.code, Some(0), "{}\n{}", arguments.join(" "), ended.said());
        ended
    }
}

pub(crate) fn ended(command: &mut Command) -> Ended {
    let (started, from) = (Instant::now(), processor());
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    Ended {
        code: output.status.code(),
        out: text(output.stdout),
        err: text(output.stderr),
        took: Took::since(started, from),
    }
}

/// Import of everything in a folder.
pub(crate) fn import<'a>(corpus: &'a str, spec: &'a str) -> Vec<&'a str> {
    vec!["import", corpus, "--out", spec, "--verbose"]
}
