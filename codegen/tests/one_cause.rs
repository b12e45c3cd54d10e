//! One mistake, one report: every type of the language's complete example is replaced by every other type, and every key is misspelt.

#![allow(clippy::unwrap_used)]

mod memory;

const README: &str = include_str!("../../spec/README.md");
const TYPES: [&str; 12] = [
    "string", "integer", "long", "float", "double", "boolean", "object", "array", "map", "any", "binary",
    "byte",
];

/// The example's files: paths below the spec folder, and texts.
fn example() -> Vec<(String, String)> {
    let blocks = README.split("```yaml\n# spec/").skip(1).map(|block| block.split("```").next().unwrap());
    blocks
        .map(|block| block.split_once('\n').unwrap())
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .collect()
}

/// The problems of the example with one line replaced.
fn with(files: &[(String, String)], file: usize, line: usize, new: &str) -> Vec<String> {
    let changed = |(index, (path, text)): (usize, &(String, String))| {
        let lines = text.lines().enumerate();
        let lines = lines.map(|(at, old)| if (index, at) == (file, line) { new } else { old });
        (path.clone(), lines.collect::<Vec<_>>().join("\n").into_bytes())
    };
    let mut files: Vec<_> = files.iter().enumerate().map(changed).collect();
    files.sort();
    let report = memory::examine(&files);
    report.sorted().iter().map(|problem| format!("{}: {}", problem.code.id, problem.message)).collect()
}

#[test]
fn the_example_has_no_problem() {
    let files = example();
    assert_eq!(files.len(), 10);
    assert!(with(&files, 0, usize::MAX, "").is_empty());
}

#[test]
fn a_wrong_type_is_one_report() {
    let files = example();
    let mut tried = 0;
    let mut wrong = Vec::new();
    for (file, (path, text)) in files.iter().enumerate() {
        for (at, line) in text.lines().enumerate() {
            let Some((before, kind)) = line.split_once("type: ") else { continue };
            for other in TYPES.iter().filter(|other| TYPES.contains(&kind) && **other != kind) {
                let found = with(&files, file, at, &format!("{before}type: {other}"));
                if found.len() > 1 {
                    wrong.push(format!("{path}:{}: {kind} to {other}: {found:#?}", at + 1));
                }
                tried += 1;
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(tried > 500, "{tried}");
}

#[test]
fn a_misspelt_key_is_one_report() {
    let files = example();
    let mut tried = 0;
    for (file, (_, text)) in files.iter().enumerate() {
        let endpoints = text.lines().position(|line| line == "endpoints:").unwrap_or(usize::MAX);
        let in_sample = |line: &str| line.trim_start().starts_with(['"', '{', '}', ']']);
        for (at, line) in text.lines().enumerate().filter(|(at, line)| *at <= endpoints && !in_sample(line)) {
            let Some((key, rest)) = line.split_once(':') else { continue };
            let is_key = key
                .trim_start()
                .trim_start_matches("- ")
                .chars()
                .all(|letter| letter.is_ascii_lowercase() || letter == '_');
            if !is_key || !(rest.is_empty() || rest.starts_with(' ')) {
                continue;
            }
            let found = with(&files, file, at, &format!("{key}x:{rest}"));
            assert!(found.len() == 1, "line {}: {line:?}: {found:#?}", at + 1);
            tried += 1;
        }
    }
    assert!(tried > 300, "{tried}");
}
