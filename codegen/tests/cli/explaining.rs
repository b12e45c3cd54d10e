//! `explain`: what the codes mean.

use crate::sandbox::Sandbox;
use alicloud_codegen::diagnostics::codes;

#[test]
fn a_code_is_explained_in_any_case() {
    let sandbox = Sandbox::new();
    let text = sandbox.good(&["explain", "E0105"]);
    assert_eq!(sandbox.good(&["explain", "e0105"]), text);
    for part in ["E0105: key given twice", "This is an error.", "Wrong:\n", "Right:\n", "    # in demo/"] {
        assert!(text.contains(part), "{text}");
    }
}

#[test]
fn without_a_code_all_are_listed() {
    let list = Sandbox::new().good(&["explain"]);
    for code in codes::ALL {
        assert!(list.contains(&format!("  {}  {}\n", code.id, code.title)), "{list}");
    }
}

#[test]
fn the_page_has_all_codes() {
    let page = Sandbox::new().good(&["explain", "--markdown"]);
    for code in codes::ALL {
        assert!(page.contains(&format!("\n### {}: {}\n", code.id, code.title)), "{}", code.id);
    }
}

#[test]
fn an_unknown_code_has_a_near_one() {
    let sandbox = Sandbox::new();
    for (code, help) in [("E0150", "did you mean `E0"), ("banana", "lists all of them")] {
        let ended = sandbox.run(&["explain", code]);
        assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""));
        assert!(
            ended.err.contains(&format!("there is no code `{code}`")) && ended.err.contains(help),
            "{}",
            ended.err
        );
    }
    assert_eq!(sandbox.run(&["explain", "E0101", "--markdown"]).code, Some(2));
}
