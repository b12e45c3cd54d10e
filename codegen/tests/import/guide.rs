//! What `docs/import.md` says is so.

use alicloud_codegen::import::corrections::Corrections;
use alicloud_codegen::import::metadata::CLOSED_LIST;

const GUIDE: &str = include_str!("../../../docs/import.md");

#[test]
fn its_example_is_a_file_of_corrections() {
    let example = GUIDE.split("```yaml\n").nth(1).unwrap().split("```").next().unwrap();
    Corrections::of_text("corrections.yaml", example).unwrap();
}

#[test]
fn its_list_of_what_is_skipped_is_closed() {
    let section = GUIDE.split("## What is not imported").nth(1).unwrap().split("## Report").next().unwrap();
    let listed: Vec<_> = section.lines().filter_map(|line| line.strip_prefix("- ")).collect();
    let closed: Vec<_> = CLOSED_LIST.iter().map(ToString::to_string).collect();
    assert_eq!(listed, closed);
}

#[test]
fn it_names_every_change() {
    for key in [
        "rename",
        "type",
        "required",
        "values",
        "no_values",
        "position",
        "style",
        "deprecated",
        "sensitive",
        "description",
        "kind",
        "pagination",
        "no_pagination",
        "drop",
    ] {
        assert!(GUIDE.contains(&format!("`{key}")), "{key}");
    }
}
