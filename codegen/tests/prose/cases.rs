use crate::LINKS;
use crate::judge::{all_faults, in_the_generator};
use alicloud_codegen::import::prose::{clean, summary};
use std::fs;
use std::path::PathBuf;

fn cases() -> Vec<(String, String)> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/prose/cases"));
    let mut cases: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    cases.sort();
    assert!(cases.len() >= 15);
    let name = |path: &PathBuf| path.file_stem().unwrap().to_str().unwrap().to_owned();
    cases.iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn cleaned_texts_are_as_recorded() {
    for (name, text) in cases() {
        let shown = format!("{}\n\n=== summary ===\n{}", clean(&text, &LINKS), summary(&text, &LINKS));
        insta::with_settings!({ snapshot_path => "cases", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name, shown);
        });
    }
}

#[test]
fn cleaned_texts_have_no_faults() {
    for (name, text) in cases() {
        let faults = all_faults(&text, &LINKS);
        assert!(faults.is_empty(), "{name}: {faults:#?}");
    }
}

#[test]
fn the_generator_mends_nothing() {
    let cases = cases();
    let texts = cases.iter().flat_map(|(_, text)| [clean(text, &LINKS), summary(text, &LINKS)]);
    assert_eq!(in_the_generator(&texts.collect::<Vec<_>>()), "");
}

#[test]
fn characters() {
    for (text, expected) in [
        ("", ""),
        (" \n\t ", ""),
        ("\u{feff}a\r\nb\rc", "a\n\nb\n\nc"),
        ("a\tb\u{a0}c\u{3000}d", "a b c d"),
        ("in\u{200b}visi\u{ad}ble\u{2028}line\u{7}", "invisible line"),
        ("```\n\tcode\t\n```", "```text\n    code\n```"),
        ("a\u{202e}b\u{2066}c", "abc"),
        ("-", ""),
    ] {
        assert_eq!(clean(text, &LINKS), expected, "{text:?}");
        assert_eq!(all_faults(text, &LINKS), [""; 0], "{text:?}");
    }
}

#[test]
fn long_texts_are_cut_between_their_parts() {
    let sentence = "A lantern stands on the table, and another one below it. ".repeat(4);
    for (text, kept) in [
        (format!("{sentence}\n\n").repeat(40), "below it."),
        (format!("- {sentence}\n").repeat(40), "- A lantern"),
        (format!("> {sentence}\n>\n").repeat(40), "> A lantern"),
        (format!("| a | b |\n|---|---|\n{}", format!("| x | {sentence} |\n").repeat(40)), "| x |"),
        (format!("```\n{}```", format!("{sentence}\n").repeat(40)), "```text"),
        (format!("1. {sentence}\n   - {}\n", format!("{sentence}\n     - ").repeat(60)), "1. A lantern"),
    ] {
        let cut = clean(&text, &LINKS);
        assert!(cut.contains(kept), "{cut}");
        assert!(cut.ends_with("\n\nThe official documentation says more about this."), "{cut}");
        assert!((2_500..=4_000).contains(&cut.chars().count()), "{}", cut.chars().count());
        assert_eq!(all_faults(&text, &LINKS), [""; 0]);
    }
    // Not a single part fits.
    assert_eq!(clean(&"字".repeat(5_000), &LINKS), "The official documentation says more about this.");
}

#[test]
fn summaries() {
    let long = "word ".repeat(60);
    for (text, expected) in [
        ("", ""),
        ("ListLanterns", "ListLanterns."),
        ("查询灯笼", "查询灯笼。"),
        ("Lists lanterns!", "Lists lanterns."),
        ("Lists **lanterns** of a [house](https://example.com).", "Lists lanterns of a house."),
        ("Like [ListLanterns](~~1~~)", "Like [`ListLanterns`]."),
        ("The state. Valid values:\n\n- ON\n- OFF", "The state."),
        ("取值：\n\n- 开", "取值。"),
        ("## Usage\nLights it.\nThen waits.", "Lights it. Then waits."),
        ("## 使用说明", "使用说明。"),
        ("- first\n- second", "first."),
        ("1", "1\\."),
    ] {
        assert_eq!(summary(text, &LINKS), expected, "{text:?}");
    }
    let cut = summary(&long, &LINKS);
    assert!(cut.ends_with("word…") && (120..=165).contains(&cut.chars().count()), "{cut}");
    let cut = summary(&format!("{}. {long}", "word ".repeat(20).trim()), &LINKS);
    assert!(cut.ends_with("word."), "{cut}");
    let cut = summary(&"灯".repeat(300), &LINKS);
    assert!(cut.ends_with('…') && cut.chars().count() <= 165, "{cut}");
}
