//! What a run prints: past the capture of the test harness, since the figures are part of every run's output.

use crate::cli::Took;
use std::io::Write;

/// Lines for people, and everything that is wrong.
#[derive(Default)]
pub(crate) struct Report {
    problems: Vec<String>,
}

impl Report {
    pub(crate) fn say(&self, text: &str) {
        let _ = writeln!(std::io::stderr(), "{text}");
    }

    pub(crate) fn time(&self, what: &str, took: Took) {
        self.say(&format!("{what}: {took}"));
    }

    pub(crate) fn problem(&mut self, text: impl Into<String>) {
        self.problems.push(text.into());
    }

    /// Demands something, and goes on without it.
    pub(crate) fn demand(&mut self, is_so: bool, text: impl FnOnce() -> String) {
        if !is_so {
            self.problems.push(text());
        }
    }

    pub(crate) fn problems(&mut self, what: &str, all: &[String]) {
        self.problems.extend(all.iter().map(|text| format!("{what}: {text}")));
    }

    /// Ends the test.
    pub(crate) fn finish(self) {
        let count = self.problems.len();
        let shown: Vec<&str> = self.problems.iter().take(60).map(String::as_str).collect();
        assert!(count == 0, "{count} problems\n{}", shown.join("\n"));
    }
}

/// A table: a head, and rows of as many cells. Columns after the first are numbers.
pub(crate) fn table(head: &[&str], rows: &[Vec<String>]) -> String {
    let mut widths: Vec<usize> = head.iter().map(|cell| cell.chars().count()).collect();
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let line = |cells: Vec<&str>| {
        let cells = cells.iter().zip(&widths).enumerate().map(|(at, (cell, width))| match at {
            0 => format!("{cell:<width$}"),
            _ => format!("{cell:>width$}"),
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    let mut text = vec![line(head.to_vec())];
    text.extend(rows.iter().map(|row| line(row.iter().map(String::as_str).collect())));
    text.join("\n")
}
