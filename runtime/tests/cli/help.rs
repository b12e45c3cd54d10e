use crate::harness::Run;

/// Compares with a file beside this one. After a change of the texts, run with `UPDATE_HELP=1` and read the difference.
#[track_caller]
fn assert_text(name: &str, text: &str) {
    let path = format!("{}/tests/cli/help/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE_HELP").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(text == expected, "{path} differs from:\n{text}");
}

#[test]
fn the_program() {
    assert_text("program", &Run::new().prints(&["--help"]));
    assert_eq!(Run::new().prints(&["--version"]), "alicloud 1.2.3\n");
}

#[test]
fn without_arguments_it_is_short_and_wrong_use() {
    let ended = Run::new().run(&[]);
    assert_eq!((ended.code, ended.out.as_str()), (2, ""));
    assert_text("nothing", &ended.err);
}

#[test]
fn a_product() {
    let all = Run::new().prints(&["shop", "--help"]);
    assert_text("product", &all);
    assert_eq!(Run::new().prints(&["shop"]), all);
    assert_eq!(Run::new().prints(&["shop", "-h"]), all);
}

#[test]
fn the_operations_with_a_word() {
    let listed = |word: &str| -> Vec<String> {
        let printed = Run::new().prints(&["shop", "--help", word]);
        let (_, operations) = printed.split_once("Operations:\n").unwrap();
        operations.lines().filter_map(|line| Some(line.split_whitespace().next()?.to_owned())).collect()
    };
    assert_eq!(listed("SHOP"), ["ListThings", "PutThing"]);
    assert_eq!(listed("note"), ["GetNote"]);
    let line = Run::new().fails(2, &["shop", "--help", "elephant"]);
    assert_eq!(line, "shop has no operation with `elephant`");
}

#[test]
fn an_operation() {
    let long = Run::new().prints(&["shop", "PutThing", "--help"]);
    assert_text("operation", &long);
    assert_eq!(Run::new().prints(&["shop", "--help", "PutThing"]), long);
    assert_text("operation_short", &Run::new().prints(&["shop", "PutThing", "-h"]));
    assert_text("deprecated", &Run::new().prints(&["shop", "DeleteThing", "--help"]));
}

#[test]
fn an_operation_without_texts() {
    let printed = Run::new().prints(&["bare", "PutThing", "--help"]);
    assert!(printed.contains("--Name <TEXT>") && printed.contains("Required."), "{printed}");
}

#[test]
fn colours_are_for_terminals() {
    let mut out = Vec::new();
    assert_eq!(Run::new().run_into(&["shop", "PutThing", "--help"], &mut out).code, 0);
    assert!(String::from_utf8(out).unwrap().contains("\u{1b}[1m\u{1b}[36m--Name"));
}
