use super::area::Row;
use super::generator::Generator;
use crate::section::{Chart, Table};
use crate::stats::Samples;

/// The figures of all generators at a number of operations. None where nothing was measured.
pub(super) fn costs(rows: &[Row], operations: usize) -> Option<Table> {
    let ours = cpu(rows, Generator::Ours, operations)?;
    let cells = rows.iter().filter(|row| row.operations == operations).map(|row| {
        let made = &row.generation;
        let milliseconds =
            |samples: &Samples| Samples(samples.0.iter().map(|seconds| seconds * 1000.0).collect()).text(1);
        vec![
            row.generator.name().to_owned(),
            milliseconds(&made.cpu),
            format!("{:.2}", made.cpu.median() / ours),
            milliseconds(&made.wall),
            mega(made.peak),
            made.output.files.to_string(),
            made.output.lines.to_string(),
            mega(made.output.rust),
            mega(made.output.bytes),
        ]
    });
    let columns = [
        "generator",
        "CPU, ms",
        "CPU, of ours",
        "wall, ms",
        "memory, MiB",
        "files",
        "lines of Rust",
        "Rust, MiB",
        "all files, MiB",
    ];
    Some(Table {
        caption: format!("Generation of {operations} operations"),
        columns: columns.map(str::to_owned).to_vec(),
        rows: cells.collect(),
    })
}

/// CPU time by the number of operations.
pub(super) fn chart(rows: &[Row]) -> Chart {
    let lines = Generator::ALL.iter().map(|generator| {
        let of_it = rows.iter().filter(|row| row.generator == *generator);
        let points = of_it.map(|row| (float(row.operations), row.generation.cpu.median()));
        (generator.name().to_owned(), points.collect::<Vec<_>>())
    });
    Chart {
        name: "generation".to_owned(),
        caption: "CPU time of generation by the number of operations".to_owned(),
        x: "operations".to_owned(),
        y: "CPU seconds".to_owned(),
        logarithmic: true,
        lines: lines.filter(|(_, points)| !points.is_empty()).collect(),
    }
}

/// The median of the CPU seconds of a generator.
pub(super) fn cpu(rows: &[Row], generator: Generator, operations: usize) -> Option<f64> {
    let row = rows.iter().find(|row| row.generator == generator && row.operations == operations)?;
    Some(row.generation.cpu.median()).filter(|cpu| *cpu > 0.0)
}

/// Numbers of operations are small.
fn float(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::INFINITY, f64::from)
}

fn mega(bytes: u64) -> String {
    let kilo = u32::try_from(bytes / 1024).map_or(f64::INFINITY, f64::from);
    format!("{:.2}", kilo / 1024.0)
}
