//! What an area found out: tables, charts, and what was skipped. Written to and read from JSON, so that a report is made of
//! the results of one run and nothing else.

use serde::{Deserialize, Serialize};

/// The results of one area.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Section {
    /// The heading.
    pub(crate) title: String,
    /// How it was measured: Markdown, a paragraph or two.
    pub(crate) method: String,
    /// The figures.
    pub(crate) tables: Vec<Table>,
    /// Pictures of them.
    pub(crate) charts: Vec<Chart>,
    /// The goals that these figures are held against.
    pub(crate) goals: Vec<Goal>,
    /// A line for each thing that could not be had, with the reason.
    pub(crate) skipped: Vec<String>,
    /// Names and versions of what was measured beside us.
    pub(crate) versions: Vec<(String, String)>,
}

/// A table of texts. The first column is the row's name.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Table {
    /// What it shows.
    pub(crate) caption: String,
    /// Names of the columns, with units.
    pub(crate) columns: Vec<String>,
    /// As many cells as columns.
    pub(crate) rows: Vec<Vec<String>>,
}

/// A line chart, or a bar chart where `lines` have one point each.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Chart {
    /// The file's name without `.svg`.
    pub(crate) name: String,
    /// What it shows.
    pub(crate) caption: String,
    /// Name and unit of the horizontal axis. Empty for bars.
    pub(crate) x: String,
    /// Name and unit of the vertical axis.
    pub(crate) y: String,
    /// Whether both axes (of bars: the one) are logarithmic.
    pub(crate) logarithmic: bool,
    /// Name and points of each line.
    pub(crate) lines: Vec<(String, Vec<(f64, f64)>)>,
}

/// A goal and what was measured.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Goal {
    /// The goal in words, with its bound.
    pub(crate) goal: String,
    /// What was measured, with unit.
    pub(crate) measured: String,
    /// Whether it was reached. `None`: could not be measured.
    pub(crate) reached: Option<bool>,
}
