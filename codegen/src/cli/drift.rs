use super::exit::Status;
use super::terminal;
use crate::diagnostics::display_path;
use crate::{Drift, Error};
use similar::TextDiff;
use std::path::Path;

/// Lines of a difference that are shown; the rest is for `git diff` after generating.
const SHOWN_LINES: usize = 20;
/// Unchanged lines around a changed one.
const CONTEXT: usize = 2;

/// Lists what differs and the command that puts it right.
pub(super) fn report(drift: &Drift, out: &Path) -> Result<Status, Error> {
    terminal::problems(&drift.warnings);
    if drift.is_none() {
        terminal::result(&format!("{} up to date\n", terminal::count(drift.unchanged.len(), "file")))?;
        return Ok(Status::Good);
    }
    let shown = |path: &str| display_path(&out.join(path));
    let mut text = String::new();
    for path in &drift.missing {
        text.push_str(&format!("missing: {}\n", shown(path)));
    }
    for stale in &drift.stale {
        text.push_str(&format!(
            "stale: {}\n{}",
            shown(&stale.path),
            difference(&stale.found, &stale.expected)
        ));
    }
    for path in &drift.orphaned {
        text.push_str(&format!("orphaned: {} (no spec file stands for it any more)\n", shown(path)));
    }
    terminal::result(&text)?;
    let differ = if drift.count() == 1 { "differs" } else { "differ" };
    let files = terminal::count(drift.count(), "file");
    terminal::message(&format!("{files} {differ} from what the spec says\n  help: run `{}`", command()));
    Ok(Status::Found)
}

/// The first changed lines: `-` is what the file holds, `+` is what it should hold.
pub(super) fn difference(found: &str, expected: &str) -> String {
    let diff = TextDiff::from_lines(found, expected);
    let diff = diff.unified_diff().context_radius(CONTEXT).to_string();
    let total = diff.lines().count();
    let mut text = String::new();
    for line in diff.lines().take(SHOWN_LINES) {
        text.push_str(&format!("    {line}\n"));
    }
    if total > SHOWN_LINES {
        text.push_str(&format!("    ... and {} more lines\n", total - SHOWN_LINES));
    }
    text
}

/// This command without `--check`, to be pasted into a shell.
pub(super) fn command() -> String {
    let arguments = std::env::args_os().skip(1).filter(|argument| argument != "--check");
    let arguments = arguments.map(|argument| argument.to_string_lossy().into_owned());
    arguments.fold(program().to_owned(), |command, argument| format!("{command} {}", quote(&argument)))
}

/// How this program was started.
pub(super) fn program() -> &'static str {
    // Cargo tells the program that it runs, so this is someone who works on the generator and need not have it installed.
    let through_cargo = std::env::var("CARGO_PKG_NAME").is_ok_and(|name| name == env!("CARGO_PKG_NAME"));
    if through_cargo { "cargo run --" } else { env!("CARGO_PKG_NAME") }
}

fn quote(argument: &str) -> String {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_./=:@%+,".contains(letter);
    if !argument.is_empty() && argument.chars().all(plain) {
        return argument.to_owned();
    }
    format!("'{}'", argument.replace('\'', r"'\''"))
}
