//! `--only`: which operations are emitted.

use crate::sandbox::Sandbox;

fn operations(sandbox: &Sandbox) -> Vec<String> {
    let files = sandbox.texts("generated-sdk");
    let modules = files.keys().filter_map(|path| path.strip_prefix("src/sas/get_"));
    modules.map(str::to_owned).collect()
}

#[test]
fn globs_match_names_with_and_without_the_module() {
    let sandbox = Sandbox::new();
    for (globs, expected) in [
        (&["GetCheckSale"][..], &["check_sale.rs"][..]),
        (&["sas/GetM*"], &["module_trial_auth_info.rs"]),
        (&["sas/GetCheckSale"], &["check_sale.rs"]),
        (&["{GetAuthSummary,GetCheckSale}"], &["auth_summary.rs", "check_sale.rs"]),
        (&["GetAuthSummary", "*Sale"], &["auth_summary.rs", "check_sale.rs"]),
        (&["*Sale", "sas/GetAuth*"], &["auth_summary.rs", "check_sale.rs"]),
        (&["*"], &["auth_summary.rs", "check_sale.rs", "module_trial_auth_info.rs"]),
        (&["sas/*"], &["auth_summary.rs", "check_sale.rs", "module_trial_auth_info.rs"]),
    ] {
        let mut arguments = vec!["generate"];
        arguments.extend(globs.iter().flat_map(|glob| ["--only", glob]));
        sandbox.good(&arguments);
        // What was emitted before and is not wanted now is gone.
        assert_eq!(operations(&sandbox), expected, "{globs:?}");
    }
}

#[test]
fn a_glob_that_matches_nothing_is_named() {
    let sandbox = Sandbox::new();
    let ended = sandbox.run(&["generate", "--only", "GetChekSale", "--only", "Get*", "--only", "ecs/*"]);
    assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""));
    assert!(
        ended.err.contains("no operation matches `GetChekSale`\n  help: did you mean `GetCheckSale`?"),
        "{}",
        ended.err
    );
    assert!(ended.err.contains("no operation matches `ecs/*`\n"), "{}", ended.err);
    assert!(!ended.err.contains("`Get*`"), "{}", ended.err);
    assert!(!sandbox.path("generated-sdk").exists());
}
