//! `generate`: what is written, and what is not.

use crate::sandbox::{PRODUCT, Sandbox};
use std::fs;

#[test]
fn says_what_it_did_in_one_line() {
    let sandbox = Sandbox::new();
    let first = sandbox.good(&["generate"]);
    let count = sandbox.files("generated-sdk").len();
    assert_eq!(first, format!("wrote {count} files, 0 unchanged, 0 removed\n"));
    let second = sandbox.good(&["generate"]);
    assert_eq!(second, format!("wrote 0 files, {count} unchanged, 0 removed\n"));
}

#[test]
fn a_second_run_touches_no_file() {
    let sandbox = Sandbox::generated();
    sandbox.age("generated-sdk");
    let before = sandbox.files("generated-sdk");
    sandbox.good(&["generate"]);
    assert_eq!(sandbox.files("generated-sdk"), before);
}

#[test]
fn the_bytes_do_not_depend_on_the_threads() {
    let sandbox = Sandbox::new();
    for jobs in ["1", "2", "8"] {
        sandbox.good(&["generate", "--jobs", jobs, "--out", &format!("out/{jobs}")]);
    }
    let one = sandbox.texts("out/1");
    assert!(one.contains_key("src/lib.rs"), "{:?}", one.keys());
    assert_eq!(one, sandbox.texts("out/2"));
    assert_eq!(one, sandbox.texts("out/8"));
}

#[test]
fn lines_end_with_a_line_feed_alone() {
    let sandbox = Sandbox::generated();
    for (path, text) in sandbox.texts("generated-sdk") {
        assert!(!text.contains('\r') && text.ends_with('\n'), "{path}");
    }
}

#[test]
fn a_changed_spec_rewrites_what_depends_on_it() {
    let sandbox = Sandbox::generated();
    sandbox.age("generated-sdk");
    let before = sandbox.files("generated-sdk");
    sandbox.edit(
        &format!("{PRODUCT}/get_check_sale.yaml"),
        "description: ID of the request.",
        "description: Its ID.",
    );
    sandbox.good(&["generate"]);
    let after = sandbox.files("generated-sdk");
    let changed: Vec<&str> = after
        .iter()
        .filter(|(path, file)| before.get(*path) != Some(file))
        .map(|(path, _)| path.as_str())
        .collect();
    assert!(changed.contains(&"src/sas/get_check_sale.rs"), "{changed:?}");
    assert!(!changed.iter().any(|path| path.contains("get_auth_summary")), "{changed:?}");
}

#[test]
fn files_of_a_removed_operation_go_and_others_stay() {
    let sandbox = Sandbox::generated();
    sandbox.write("generated-sdk/examples/mine.rs", "fn main() {}\n");
    sandbox.write("generated-sdk/src/mine.rs", "//! By hand.\n");
    fs::remove_file(sandbox.path(&format!("{PRODUCT}/get_check_sale.yaml"))).unwrap();
    let out = sandbox.good(&["generate"]);
    assert!(!out.ends_with(", 0 removed\n"), "{out}");
    let left = sandbox.texts("generated-sdk");
    assert!(!left.keys().any(|path| path.contains("get_check_sale")), "{:?}", left.keys());
    assert!(left.contains_key("examples/mine.rs") && left.contains_key("src/mine.rs"));
}

#[test]
fn a_hand_written_file_in_the_way_stops_everything() {
    let sandbox = Sandbox::new();
    sandbox.write("generated-sdk/src/lib.rs", "//! By hand.\n");
    let ended = sandbox.run(&["generate"]);
    assert_eq!((ended.code, ended.out.as_str()), (Some(1), ""));
    let expected = "error: `generated-sdk/src/lib.rs` exists and does not carry the generator's header, \
                    so it is not overwritten\n  help: move or delete it, or choose another output folder\n";
    assert_eq!(ended.err, expected);
    assert_eq!(sandbox.files("generated-sdk").len(), 1);
}

#[test]
fn the_manifest_names_the_package_and_the_runtime() {
    let sandbox = Sandbox::new();
    sandbox.good(&["generate", "--out", "a", "--package", "tea-client", "--runtime", "../elsewhere"]);
    let manifest = sandbox.read("a/Cargo.toml");
    assert!(manifest.contains("name = \"tea-client\""), "{manifest}");
    assert!(manifest.contains("path = \"../../elsewhere\""), "{manifest}");

    sandbox.good(&["generate", "--out", "b", "--runtime", "0.7"]);
    let manifest = sandbox.read("b/Cargo.toml");
    assert!(manifest.contains("alicloud-runtime = { version = \"0.7\""), "{manifest}");

    // A runtime in the workspace is preferred to the published one.
    let ours = concat!("version = \"", env!("CARGO_PKG_VERSION"), "\"");
    sandbox.good(&["generate", "--out", "c"]);
    assert!(sandbox.read("c/Cargo.toml").contains(&format!("alicloud-runtime = {{ {ours},")));
    sandbox.write("Cargo.toml", "[workspace]\n");
    sandbox.write("runtime/Cargo.toml", "[package]\nname = \"alicloud-runtime\"\n");
    sandbox.good(&["generate", "--out", "c"]);
    assert!(sandbox.read("c/Cargo.toml").contains(&format!("path = \"../runtime\", {ours}")));
}
