//! Which case made cargo fail, and a small spec that still does.

use crate::case::Case;
use crate::shrink;
use crate::workspace::Workspace;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// More would be noise; those fixed, the next ones show up.
const MOST: usize = 3;

/// Shrinks the first cases at fault, keeps what is left, and tells where.
pub(crate) fn report(cases: &[Case], step: &[&str], output: &str) -> String {
    let alone = Workspace::new("arbitrary-alone");
    let fails = |cases: &[Case]| -> Option<String> {
        alone.emit(&[cases]).ok()?;
        alone.run(step).err()
    };
    let named = named(output);
    let mut guilty: Vec<&Case> = cases.iter().filter(|case| named.contains(&case.module)).collect();
    let count = guilty.len();
    if guilty.is_empty() {
        guilty.extend(bisect(cases, &fails));
    }
    let mut report = format!("cargo {} fails for {count} named of {} cases\n", step.join(" "), cases.len());
    for case in guilty.into_iter().take(MOST) {
        let case = case.clone();
        if fails(std::slice::from_ref(&case)).is_none() {
            report += &format!("{} passes alone\n", case.module);
            continue;
        }
        let (small, tries) = shrink::shrink(case, &|case| fails(std::slice::from_ref(case)).is_some());
        let said = fails(std::slice::from_ref(&small)).unwrap_or_default();
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("arbitrary-failures");
        small.write(&folder).unwrap();
        let path = folder.join(&small.module);
        report += &format!(
            "{}: shrunk in {tries} tries, kept as {}\n{}\n{}\n",
            small.module,
            path.display(),
            small.yaml(),
            said.lines()
                .filter(|line| !line.trim_start().starts_with("Compiling"))
                .take(60)
                .collect::<Vec<_>>()
                .join("\n"),
        );
    }
    let all = Path::new(env!("CARGO_TARGET_TMPDIR")).join("arbitrary-output.txt");
    fs::write(&all, output).unwrap();
    report + &format!("everything that cargo said: {}\n", all.display())
}

/// Modules of cases that cargo names in paths or failed tests, such as `src/c0012/list.rs`.
fn named(output: &str) -> BTreeSet<String> {
    let lines = output
        .lines()
        .filter(|line| line.contains("-->") || line.contains("FAILED") || line.starts_with("    c"));
    let words = lines.flat_map(|line| line.split(|letter: char| !letter.is_ascii_alphanumeric()));
    let is_module = |word: &&str| {
        word.strip_prefix('c')
            .is_some_and(|digits| digits.len() >= 4 && digits.bytes().all(|byte| byte.is_ascii_digit()))
    };
    words.filter(is_module).map(str::to_owned).collect()
}

/// One case that fails, where cargo names none.
fn bisect<'a>(mut cases: &'a [Case], fails: &dyn Fn(&[Case]) -> Option<String>) -> Option<&'a Case> {
    while cases.len() > 1 {
        let (left, right) = cases.split_at(cases.len() / 2);
        cases = if fails(left).is_some() { left } else { right };
    }
    cases.first().filter(|case| fails(std::slice::from_ref(case)).is_some())
}
