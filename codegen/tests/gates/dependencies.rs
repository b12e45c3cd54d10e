//! How many crates a user compiles for the generator and for the runtime.

use std::collections::BTreeSet;
use std::process::Command;

/// Package, features, most crates. Raise a number only with a reason in `ARCHITECTURE.md`.
const BUDGETS: [(&str, &str, usize); 3] =
    [("alicloud-codegen", "", 36), ("alicloud-codegen", "cli", 85), ("alicloud-runtime", "", 30)];

/// What a build step must not bring along.
const HEAVY: [&str; 7] = ["clap", "ureq", "reqwest", "hyper", "tokio", "rustls", "indicatif"];

/// The crates of a listing by `cargo tree`, one for each line, without the package itself.
fn crates(listing: &str) -> BTreeSet<&str> {
    let names = listing.lines().filter(|line| !line.trim().is_empty()).skip(1);
    names.map(|line| line.trim_end_matches(" (*)").trim_end_matches(" (proc-macro)")).collect()
}

fn check(listing: &str, bound: usize, refused: &[&str]) -> Result<(), String> {
    let crates = crates(listing);
    let name = |krate: &&&str| krate.split(' ').next().is_some_and(|name| refused.contains(&name));
    if let Some(refused) = crates.iter().find(name) {
        return Err(format!("`{refused}` is a dependency"));
    }
    match crates.len() {
        0 => Err("the listing is empty".to_owned()),
        count if count > bound => Err(format!("{count} crates, {bound} are allowed: {crates:?}")),
        _ => Ok(()),
    }
}

fn tree(package: &str, features: &str) -> String {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    // For one target, so that the number is the same everywhere.
    let target = "x86_64-unknown-linux-gnu";
    let output = Command::new(cargo)
        .args([
            "tree",
            "--offline",
            "--locked",
            "--no-default-features",
            "-e",
            "normal,build",
            "--prefix",
            "none",
        ])
        .args(["--package", package, "--features", features, "--target", target])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn no_package_needs_more_crates_than_it_may() {
    for (package, features, bound) in BUDGETS {
        let refused: &[&str] = if features.is_empty() { &HEAVY } else { &[] };
        let listing = tree(package, features);
        check(&listing, bound, refused).unwrap_or_else(|error| panic!("{package} [{features}]: {error}"));
        // A bound that is not reached any more is to be lowered.
        assert!(
            check(&listing, bound - 1, refused).is_err(),
            "{package} [{features}] needs fewer than {bound}"
        );
    }
}

#[test]
fn one_crate_more_or_a_heavy_one_is_noticed() {
    let listing = "ours v1.0.0 (/somewhere)\nserde v1.0.0\nquote v1.0.0\nserde v1.0.0 (*)\nderive v1.0.0 (proc-macro)\n";
    assert_eq!(crates(listing).len(), 3);
    assert!(check(listing, 3, &HEAVY).is_ok());
    assert!(check(listing, 2, &HEAVY).unwrap_err().starts_with("3 crates, 2 are allowed"));
    assert!(check(&format!("{listing}tokio v1.0.0\n"), 9, &HEAVY).unwrap_err().contains("tokio"));
    assert!(check("", 9, &HEAVY).is_err());
}
