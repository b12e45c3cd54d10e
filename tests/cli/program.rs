use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

/// The program, built on the first call.
pub(crate) fn path() -> &'static PathBuf {
    static PATH: OnceLock<PathBuf> = OnceLock::new();
    PATH.get_or_init(build)
}

fn build() -> PathBuf {
    let output = Command::new(env!("CARGO"))
        .args([
            "build",
            "--quiet",
            "--offline",
            "--package",
            "alicloud-sdk",
            "--features",
            "cli",
            "--bin",
            "alicloud",
        ])
        .args(["--message-format", "json-render-diagnostics"])
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    assert!(output.status.success());
    let messages = String::from_utf8(output.stdout).unwrap();
    let mut executables = messages.lines().filter_map(|line| {
        let message: serde_json::Value = serde_json::from_str(line).unwrap();
        Some(PathBuf::from(message["executable"].as_str()?))
    });
    executables.next_back().expect("cargo names the program")
}

/// The program with these arguments, and nothing of this process's environment but what a program needs to run.
pub(crate) fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(path());
    command.args(arguments).env_clear().stdin(Stdio::null());
    for name in ["PATH", "SYSTEMROOT"] {
        command.envs(std::env::var_os(name).map(|value| (name, value)));
    }
    command.env("HOME", env!("CARGO_TARGET_TMPDIR")).env("NO_PROXY", "127.0.0.1");
    command.env("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true");
    command
}

/// With this key in the environment.
pub(crate) fn with_key(arguments: &[&str], id: &str, secret: &str) -> Command {
    let mut command = command(arguments);
    command.env("ALIBABA_CLOUD_ACCESS_KEY_ID", id).env("ALIBABA_CLOUD_ACCESS_KEY_SECRET", secret);
    command
}

/// What a run prints that ends well.
#[track_caller]
pub(crate) fn prints(command: &mut Command) -> String {
    let Output { status, stdout, stderr } = command.output().unwrap();
    assert!(status.success(), "{status}: {}", String::from_utf8_lossy(&stderr));
    assert_eq!(String::from_utf8_lossy(&stderr), "");
    String::from_utf8(stdout).unwrap()
}
