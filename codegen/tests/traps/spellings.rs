//! Plain words that some YAML reader takes for something else, and white space that few people see.

use crate::project::{OPERATION, PRODUCT, check, places, project};
use alicloud_codegen::Builder;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Every line of the fixture is a plain word.
const WORDS: &str = include_str!("spellings.txt");

/// An operation with the word wherever a text is kept to the letter.
fn with(word: &str) -> String {
    format!(
        "name: GetThing\nsummary: {word}\nkind: read\nmethods: [POST]\nauthorization: none disclosed\nparameters:\n  \
         - name: Lang\n    type: string\n    position: query\n    default: {word}\n    example: {word}\n    \
         values:\n      - value: {word}\n        documented: {word}x\n        name: One\n\
         reply:\n  fields: []\nsources:\n  - title: {word}\n    supplies: [all]\n"
    )
}

fn dump(spec: &Path) -> Value {
    serde_json::from_str(&Builder::new().spec(spec).dump().unwrap()).unwrap()
}

#[test]
fn plain_words_keep_their_text() {
    let (folder, files) = project();
    let mut count = 0;
    for word in WORDS.lines() {
        fs::write(files.join("get_thing.yaml"), with(word)).unwrap();
        let dump = dump(folder.path());
        let parameter = &dump["products"][0]["operations"][0]["parameters"][0];
        assert_eq!(dump["products"][0]["operations"][0]["summary"], word);
        assert_eq!(parameter["example"], word);
        assert_eq!(parameter["default"], word);
        assert_eq!(parameter["values"][0]["value"], word);
        assert_eq!(parameter["values"][0]["documented"], format!("{word}x"));
        count += 1;
    }
    println!("{count} plain words kept their text");
    assert!(count > 30, "{count}");
}

#[test]
fn the_version_of_a_product_stays_a_text() {
    let (folder, files) = project();
    for version in ["2024-01-01", "'2024-01-01'", "\"2024-01-01\""] {
        let product = PRODUCT.replace("version: 2024-01-01", &format!("version: {version}"));
        fs::write(files.join("product.yaml"), product).unwrap();
        assert_eq!(dump(folder.path())["products"][0]["version"], "2024-01-01");
    }
}

#[test]
fn line_ends_of_windows_change_nothing() {
    let (folder, files) = project();
    let unix = dump(folder.path());
    for (name, text) in [("product.yaml", PRODUCT), ("get_thing.yaml", OPERATION)] {
        fs::write(files.join(name), text.replace('\n', "\r\n")).unwrap();
    }
    assert_eq!(check(folder.path()).render_plain(), "");
    assert_eq!(dump(folder.path()), unix);
    let wrong = OPERATION.replace("kind: read", "kind: raed").replace('\n', "\r\n");
    let line = OPERATION.lines().position(|line| line == "kind: read").unwrap() + 1;
    fs::write(files.join("get_thing.yaml"), wrong).unwrap();
    assert_eq!(places(&check(folder.path())), [format!("E0204 get_thing.yaml:{line}:7")]);
}

/// Where YAML allows a tab its parsers disagree, so it may be refused, but never without a place.
#[test]
fn tabs_are_located_or_fine() {
    let (folder, files) = project();
    let lines: Vec<&str> = OPERATION.lines().collect();
    let kind = lines.iter().position(|line| *line == "kind: read").unwrap();
    let kinds = lines.iter().position(|line| line.starts_with("    type")).unwrap();
    for (index, line, refused) in [
        (kinds, format!("\t{}", lines[kinds].trim()), true),
        (kinds, format!("  \t {}", lines[kinds].trim()), true),
        (kind, "\tkind: read".to_owned(), true),
        (kind, "kind:\tread".to_owned(), false),
        (kind, "kind: read\t# safe\tto repeat".to_owned(), false),
        (kind, "kind: read\t".to_owned(), false),
        (kind, "kind: read\n\t".to_owned(), false),
        (kind, "kind: read\ndescription: \"a\tb\"".to_owned(), false),
    ] {
        let mut lines = lines.clone();
        lines[index] = &line;
        fs::write(files.join("get_thing.yaml"), lines.join("\n")).unwrap();
        let problems = check(folder.path());
        let report = problems.render_plain();
        println!("{line:?}: {:?}", places(&problems));
        assert!(problems.len() <= 1 && (!refused || problems.has_errors()), "{report}");
        for problem in problems.iter() {
            let found = problem.line_column().unwrap().0;
            // The parser may stop at the end of the line above.
            assert!(problem.code.id == "E0102" && (index..=index + 2).contains(&found), "{report}");
        }
    }
}
