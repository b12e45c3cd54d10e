//! A second `generate` with nothing changed, and the record that it goes by.

use crate::sandbox::{PRODUCT, Sandbox};
use std::fs;
use std::process::Command;
use std::time::{Duration, SystemTime};

#[test]
fn the_record_is_no_part_of_what_is_committed() {
    let sandbox = Sandbox::generated();
    assert_eq!(sandbox.read("generated-sdk/.alicloud-codegen/.gitignore"), "*\n");
    let git = |arguments: &[&str]| {
        let mut command = Command::new("git");
        command
            .args(arguments)
            .current_dir(sandbox.path("generated-sdk"))
            .env("GIT_CONFIG_GLOBAL", "/dev/null");
        command.output().ok().map(|output| String::from_utf8(output.stdout).unwrap())
    };
    if git(&["init", "--quiet"]).is_none() {
        return;
    }
    let status = git(&["status", "--porcelain", "--untracked-files=all"]).unwrap();
    assert!(status.contains("src/lib.rs") && !status.contains("alicloud-codegen"), "{status}");
}

#[test]
fn drift_is_found_in_spite_of_a_record() {
    let sandbox = Sandbox::generated();
    let record = sandbox.read("generated-sdk/.alicloud-codegen/record");
    sandbox.edit("generated-sdk/src/sas/client.rs", "pub struct Client", "pub struct Klient");
    assert_eq!(sandbox.run(&["generate", "--check"]).code, Some(1));
    sandbox.good(&["generate"]);
    sandbox.good(&["generate", "--check"]);
    sandbox.edit(&format!("{PRODUCT}/get_check_sale.yaml"), "ID of the request.", "Its ID.");
    assert_eq!(sandbox.run(&["generate", "--check"]).code, Some(1));
    // It looks and changes nothing.
    assert_eq!(sandbox.read("generated-sdk/.alicloud-codegen/record"), record);
}

/// A record that was forged to say that everything is in order deceives `generate`, and never `--check`.
#[test]
fn check_does_not_ask_the_record() {
    let sandbox = Sandbox::generated();
    let path = "generated-sdk/.alicloud-codegen/record";
    sandbox.write(path, "nonsense");
    sandbox.good(&["generate", "--check"]);
    assert_eq!(sandbox.read(path), "nonsense");
}

#[cfg(unix)]
#[test]
fn nothing_is_written_where_nothing_may_be() {
    use std::fs::{Permissions, set_permissions};
    use std::os::unix::fs::PermissionsExt;
    let sandbox = Sandbox::generated();
    let folders =
        ["generated-sdk", "generated-sdk/src", "generated-sdk/src/sas", "generated-sdk/.alicloud-codegen"];
    for folder in folders {
        set_permissions(sandbox.path(folder), Permissions::from_mode(0o555)).unwrap();
    }
    let out = sandbox.good(&["generate"]);
    for folder in folders {
        set_permissions(sandbox.path(folder), Permissions::from_mode(0o755)).unwrap();
    }
    assert!(out.starts_with("wrote 0 files, "), "{out}");
}

/// The next build of the generator is another one, though its version is the same.
#[test]
fn another_build_of_the_generator_does_the_whole_work() {
    let sandbox = Sandbox::new();
    let program = sandbox.path("program");
    fs::copy(env!("CARGO_BIN_EXE_alicloud-codegen"), &program).unwrap();
    let record = || {
        let status =
            Command::new(&program).arg("generate").current_dir(sandbox.path("")).output().unwrap().status;
        assert!(status.success());
        sandbox.read("generated-sdk/.alicloud-codegen/record")
    };
    let first = record();
    assert_eq!(record(), first);
    let built = SystemTime::now() - Duration::from_secs(10);
    fs::File::options().append(true).open(&program).unwrap().set_modified(built).unwrap();
    let second = record();
    assert_ne!(second, first);
    assert_eq!(record(), second);
}
