use crate::diagnostics::{Diagnostic, Diagnostics, Severity};
use crate::error::Error;
use crate::options::{Layout, Options};
use crate::{Builder, Outcome};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

/// Generates modules from a spec folder, within a build script.
///
/// `build.rs`:
///
/// ```no_run
/// fn main() -> Result<(), alicloud_codegen::Error> {
///     alicloud_codegen::build("spec")
/// }
/// ```
///
/// `src/lib.rs` or `src/main.rs`:
///
/// ```ignore
/// mod alicloud {
///     include!(concat!(env!("OUT_DIR"), "/alicloud.rs"));
/// }
/// ```
///
/// The package needs `alicloud-codegen` under `[build-dependencies]`, best with `default-features = false`, and `alicloud-runtime` under
/// `[dependencies]`. Nothing is written outside `OUT_DIR`. Cargo runs the build script again when a spec file was changed, added or removed.
///
/// # Errors
/// The spec files have problems, something in `OUT_DIR` is in the way, or the file system refuses. Everything was shown to Cargo's user
/// already; return the error from `main`.
pub fn build(spec: impl AsRef<Path>) -> Result<(), Error> {
    Builder::new().spec(spec).build()
}

pub(crate) fn run(options: Options, below: Option<&Path>) -> Result<(), Error> {
    let cargo = &mut Cargo { out: io::stdout().lock(), log: io::stderr().lock() };
    let out_dir = std::env::var_os("OUT_DIR").map(PathBuf::from);
    generate(options, out_dir.as_deref(), below, cargo).map_err(|error| {
        cargo.error(&error);
        error.mark_shown()
    })
}

fn generate<O: Write, L: Write>(
    mut options: Options,
    out_dir: Option<&Path>,
    below: Option<&Path>,
    cargo: &mut Cargo<O, L>,
) -> Result<(), Error> {
    options.layout = Layout::Modules;
    options.out = out_folder(out_dir, below)?;
    // Before anything can fail: a spec that was put right must be seen.
    cargo.rerun_if_changed(&options.spec);
    let Outcome { warnings, .. } =
        crate::generate::generate(&options, |file| cargo.rerun_if_changed(&options.spec.join(file)))?;
    cargo.problems(&warnings);
    cargo.log(&warnings.render_plain());
    Ok(())
}

/// `below` must stay below `OUT_DIR`: a build script writes nowhere else.
fn out_folder(out_dir: Option<&Path>, below: Option<&Path>) -> Result<PathBuf, Error> {
    let out_dir = out_dir.ok_or_else(|| {
        Error::usage(
            "`OUT_DIR` is not set\n  help: call this from a build script, and `Builder::generate` elsewhere",
        )
    })?;
    let below = below.unwrap_or(Path::new(""));
    if below.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir)) {
        return Ok(out_dir.join(below));
    }
    Err(Error::usage(format!(
        "`{}` is not below `OUT_DIR`\n  help: give a relative folder without `..`, or none",
        below.display()
    )))
}

/// The two streams of a build script: what Cargo reads, and what it shows if the script fails.
struct Cargo<O, L> {
    out: O,
    log: L,
}

impl<O: Write, L: Write> Cargo<O, L> {
    fn rerun_if_changed(&mut self, path: &Path) {
        self.instruct("rerun-if-changed", &path.display().to_string());
    }

    fn error(&mut self, error: &Error) {
        match error.problems() {
            Some(problems) => self.problems(problems),
            None => error
                .to_string()
                .lines()
                .filter(|line| !line.starts_with(' '))
                .for_each(|line| self.instruct("error", line)),
        }
        self.log(&format!("{error}\n"));
    }

    fn log(&mut self, text: &str) {
        // Nothing can be done about a stream that is closed.
        let _ = self.log.write_all(text.as_bytes());
    }

    fn problems(&mut self, problems: &Diagnostics) {
        for problem in problems.sorted() {
            let instruction = match problem.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                // Cargo knows nothing below a warning.
                Severity::Note => continue,
            };
            self.instruct(instruction, &one_line(problem));
        }
    }

    /// An instruction is one line, so of a longer text only the first arrives. The log has all of it.
    fn instruct(&mut self, instruction: &str, text: &str) {
        let _ = writeln!(self.out, "cargo::{instruction}={}", text.lines().next().unwrap_or_default());
    }
}

/// `spec/sas/2018-12-03/product.yaml:3:1: E0201: unknown key`.
fn one_line(problem: &Diagnostic) -> String {
    let place = problem.line_column().map(|(line, column)| format!(":{line}:{column}")).unwrap_or_default();
    format!("{}{place}: {}: {}", problem.file(), problem.code.id, problem.message)
}

#[cfg(test)]
#[path = "build_script_tests.rs"]
mod tests;
