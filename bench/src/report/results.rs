//! Results of areas, kept as JSON as soon as they are there: hours of measuring do not end with a later area's failure.

use std::fmt;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use super::Machine;
use crate::error::{Error, Result};
use crate::section::Section;

/// One start of the command. Only figures of the same run may be compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Run {
    /// The time of its beginning, which names it.
    pub(crate) id: String,
    /// Its day.
    pub(crate) date: String,
    /// What it ran on.
    pub(crate) machine: Machine,
    /// What was chosen on the command line. Kept results of earlier versions do not tell it.
    #[serde(default)]
    pub(crate) settings: Option<Settings>,
}

/// What was chosen for a run and changes its figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Settings {
    /// How often short measurements were repeated.
    pub(crate) rounds: usize,
    /// The kind of file system of `--out`, where that was given. Its path is of no use elsewhere.
    pub(crate) out: Option<String>,
}

impl fmt::Display for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`--rounds {}`", self.rounds)?;
        self.out.iter().try_for_each(|kind| write!(f, ", `--out` on {kind}"))
    }
}

impl Run {
    /// A run that begins now.
    pub(crate) fn begin(settings: Settings) -> Self {
        let now = OffsetDateTime::now_utc();
        let date = now.date().to_string();
        let id = format!("{date}T{:02}:{:02}:{:02}Z", now.hour(), now.minute(), now.second());
        Self { id, date, machine: Machine::this(), settings: Some(settings) }
    }
}

/// What became of an area in a run.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Outcome {
    /// The area's name, as on the command line.
    pub(crate) area: String,
    /// The run.
    pub(crate) run: Run,
    /// The results. Of an area that failed: a line that says so.
    pub(crate) section: Section,
}

/// Writes `<folder>/<area>.json`, as a whole or not at all.
pub(crate) fn store(folder: &Path, outcome: &Outcome) -> Result<()> {
    fs::create_dir_all(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    serde_json::to_writer_pretty(&mut file, outcome)?;
    file.persist(folder.join(format!("{}.json", outcome.area))).map_err(|error| Error::from(error.error))?;
    Ok(())
}

/// The kept results of these areas, in their order; none of an area that never ran.
pub(crate) fn read<'a>(folder: &Path, areas: impl IntoIterator<Item = &'a str>) -> Result<Vec<Outcome>> {
    let mut outcomes = Vec::new();
    for area in areas {
        let path = folder.join(format!("{area}.json"));
        if path.exists() {
            let outcome = serde_json::from_slice(&fs::read(&path)?);
            outcomes.push(outcome.map_err(|error| Error::new(format!("results of {area}: {error}")))?);
        }
    }
    Ok(outcomes)
}
