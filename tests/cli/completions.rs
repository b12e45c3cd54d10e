//! The completion script of bash, in bash.

use crate::program;
use std::process::Command;

#[test]
fn bash_completes() {
    let Ok(version) = Command::new("bash").arg("--version").output() else {
        eprintln!("passed over: there is no bash");
        return;
    };
    assert!(version.status.success());
    let script = r#"
        source <(alicloud completions bash) || exit 1
        ask() {
            COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_TYPE=9; COMPREPLY=()
            _clap_complete_alicloud alicloud "${@: -1}"
            printf '%s\n' "${COMPREPLY[@]}"
        }
        ask alicloud sas GetC
        ask alicloud sas GetModuleTrialAuthInfo --Mod
        ask alicloud sas GetModuleTrialAuthInfo --ModuleCode vul
    "#;
    let folder = program::path().parent().unwrap();
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap_or_default());
    let output = Command::new("bash").args(["-c", script]).env("PATH", path).output().unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    assert_eq!(
        printed,
        "GetCheckSale\n--ModuleCode\nvulFix\n",
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}
