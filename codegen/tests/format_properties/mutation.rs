//! The repository's own spec files, right and wrong ones, with comments and blank lines anywhere.

use crate::content::{check, content};
use crate::untidy::Choices;
use alicloud_codegen::schema::FileKind;
use std::fs;
use std::path::{Path, PathBuf};

const ROUNDS: u64 = 10;

#[test]
fn comments_survive_wherever_they_stand() {
    let mut mutated = 0;
    for path in files() {
        // Some are not even UTF-8.
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let kind = FileKind::of(&path.to_str().unwrap().replace('\\', "/"));
        check(kind, &text, &[]);
        let said = content(&text);
        for seed in 1..=ROUNDS {
            let (changed, comments) = mutate(&text, seed * 7919);
            // A line within a block is no comment.
            if content(&changed) == said {
                check(kind, &changed, &comments);
                mutated += 1;
            }
        }
    }
    println!("{mutated} mutated files");
    assert!(mutated > 500, "{mutated}");
}

fn mutate(text: &str, seed: u64) -> (String, Vec<String>) {
    let mut choices = Choices::new(seed);
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let mut comments = Vec::new();
    for number in 0..=choices.below(6) {
        let at = choices.below(lines.len());
        let comment = format!("# comment {number}");
        match choices.below(4) {
            0 => lines.insert(at, String::new()),
            1 => {
                lines[at].push_str(&format!(" {comment}"));
                comments.push(comment);
            }
            _ => {
                let depth = lines[at].len() - lines[at].trim_start().len();
                let column = if choices.below(2) == 0 { depth } else { choices.below(14) };
                lines.insert(at, format!("{}{comment}", " ".repeat(column)));
                comments.push(comment);
            }
        }
    }
    let end = if choices.below(4) == 0 { "\r\n" } else { "\n" };
    (lines.join(end) + end, comments)
}

fn files() -> Vec<PathBuf> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = Vec::new();
    for folder in ["spec", "tests/fixtures", "tests/extension", "codegen/tests"] {
        collect(&repository.join(folder), &mut files);
    }
    files.sort();
    assert!(files.len() > 10);
    files
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "yaml") {
            files.push(path);
        }
    }
}
