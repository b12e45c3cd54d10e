use crate::harness::Run;

#[test]
fn scripts_ask_the_program() {
    for shell in ["bash", "zsh", "fish"] {
        let script = Run::new().prints(&["completions", shell]);
        assert!(script.contains("COMPLETE") && script.contains("alicloud"), "{script}");
    }
}

/// What could stand in the place of the last word.
fn candidates(words: &[&str]) -> Vec<String> {
    let run = Run::new().variable("COMPLETE", "fish");
    let printed = run.prints(&[&["--", "alicloud"], words].concat());
    printed.lines().map(|line| line.split('\t').next().unwrap().to_owned()).collect()
}

#[test]
fn products_operations_parameters_and_values() {
    assert!(candidates(&["s"]).contains(&"shop".to_owned()));
    assert_eq!(candidates(&["shop", "Get"]), ["GetHours", "GetImage", "GetNote"]);
    assert_eq!(candidates(&["shop", "PutThing", "--Co"]), ["--Count", "--Colors"]);
    assert_eq!(candidates(&["shop", "PutThing", "--Colors", ""]), ["red", "blue"]);
    assert_eq!(candidates(&["--region", "x", "shop", "PutThing", "--dry"]), ["--dry-run"]);
    assert_eq!(candidates(&["shop", "PutThing", "--output", ""]), ["json", "table"]);
    assert_eq!(candidates(&["shop", "PutThing", "--Name", "x"]), Vec::<String>::new());
}

#[test]
fn summaries_stand_beside_operations() {
    let run = Run::new().variable("COMPLETE", "fish");
    let printed = run.prints(&["--", "alicloud", "shop", "Put"]);
    assert_eq!(printed, "PutThing\tPuts a thing into the shop.\n");
}

#[test]
fn an_unknown_shell_is_wrong_use() {
    let line = Run::new().variable("COMPLETE", "tcsh").fails(2, &["--", "alicloud", ""]);
    assert!(line.contains("`tcsh`"), "{line}");
    // Without words it is the script that is asked for.
    assert!(Run::new().variable("COMPLETE", "bash").prints(&[]).contains("_clap_complete_alicloud"));
}
