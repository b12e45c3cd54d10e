//! The example program runs without an account: against a server that it starts itself.

#![allow(clippy::unwrap_used)] // A failed step is a failed test.

use std::process::Command;

#[test]
fn security_center_prints_three_replies() {
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--offline", "--package", "alicloud-sdk", "--example", "security_center"])
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
        .env_remove("ALIBABA_CLOUD_ACCESS_KEY_ID")
        .env_remove("ALIBABA_CLOUD_ACCESS_KEY_SECRET")
        .env("NO_PROXY", "127.0.0.1")
        .output()
        .unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{printed}{}", String::from_utf8_lossy(&output.stderr));
    // The request ids of the documentation's three sample replies.
    for id in [
        "F5CF78A7-30AA-59DB-847F-13EE3AE7****",
        "F8B6F758-BCD4-597A-8A2C-DA5A552C****",
        "0B48AB3C-***-B9270EF46038",
    ] {
        assert!(printed.contains(id), "{id} is not in:\n{printed}");
    }
}
