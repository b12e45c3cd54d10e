use super::{Done, Report};
use crate::import::write::Counts;
use comfy_table::{CellAlignment, Table, presets};

const HEAD: [&str; 10] = [
    "Product",
    "Operations",
    "Skipped",
    "Values\nfound",
    "Corrections",
    "Created",
    "Changed",
    "Unchanged",
    "Removed",
    "Kept",
];

/// The figures of each product, and of all together where there are several. Empty where nothing was imported.
pub(super) fn table(report: &Report) -> String {
    let name = |done: &Done| format!("{} {}", done.product, done.version);
    let rows: Vec<_> = report.done().map(|done| (name(done), figures(done))).collect();
    if rows.is_empty() {
        return String::new();
    }
    let mut table = Table::new();
    table.load_style(presets::UTF8_FULL_CONDENSED).set_header(HEAD);
    let mut all = [0; 9];
    for (product, figures) in &rows {
        table.add_row(row(product, figures));
        all.iter_mut().zip(figures).for_each(|(sum, figure)| *sum += figure);
    }
    if rows.len() > 1 {
        table.add_row(row("all", &all));
    }
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    format!("{}\n", table.to_string().trim_end())
}

fn row(product: &str, figures: &[usize; 9]) -> Vec<String> {
    std::iter::once(product.to_owned()).chain(figures.iter().map(ToString::to_string)).collect()
}

fn figures(done: &Done) -> [usize; 9] {
    let Counts { created, changed, unchanged, removed, kept } = done.plan.counts();
    let skipped = done.skipped.len() + done.applied.dropped.len();
    let count = done.applied.count;
    [done.operations, skipped, done.values_found, count, created, changed, unchanged, removed, kept]
}
