use crate::diagnostics::{Diagnostic, Diagnostics, codes};
use crate::error::{Error, ErrorKind};
use crate::import::write::{CORRECTIONS, Place};
use crate::source::{self, SourceFile, Step};
use crate::spec::{self, raw};
use std::path::Path;
use std::sync::Arc;

/// The corrections of a product version, with their places in the file.
#[derive(Clone, Debug, Default)]
pub struct Corrections {
    /// With their places in the file.
    pub(super) all: Vec<(usize, raw::Correction)>,
    /// None where there is no such file.
    file: Option<Arc<SourceFile>>,
}

impl Corrections {
    /// Reads the file of a product version; none where there is no such file.
    ///
    /// # Errors
    /// The file has problems.
    pub fn read(spec_dir: &Path, place: &Place) -> Result<Self, Error> {
        let path = place.folder.split('/').fold(spec_dir.to_owned(), |path, name| path.join(name));
        let path = path.join(CORRECTIONS);
        if path.symlink_metadata().is_err() {
            return Ok(Self::default());
        }
        let (file, found) = source::read_file(&path, &format!("{}/{CORRECTIONS}", place.folder));
        Self::parse(file, found)
    }

    /// The corrections in a text. `shown` is the path to print.
    ///
    /// # Errors
    /// The text has problems.
    pub fn of_text(shown: &str, text: &str) -> Result<Self, Error> {
        let (file, found) = source::read_bytes(shown, shown, text.as_bytes());
        Self::parse(Some(file), found)
    }

    /// Leaves those out that are about operations or shared shapes that are not wanted this time.
    #[must_use]
    pub fn about(mut self, operation: impl Fn(&str) -> bool, shape: impl Fn(&str) -> bool) -> Self {
        self.all.retain(|(_, correction)| {
            correction.operation.as_deref().is_none_or(&operation)
                && correction.shape.as_deref().is_none_or(&shape)
        });
        self
    }

    fn parse(file: Option<SourceFile>, found: Vec<Diagnostic>) -> Result<Self, Error> {
        let mut problems = Diagnostics::new();
        problems.extend(found);
        let parsed = file.as_ref().and_then(|file| spec::parse_corrections(file, &mut problems));
        match parsed {
            Some(parsed) if !problems.has_errors() => {
                let all = parsed.corrections.into_iter().enumerate().collect();
                Ok(Self { all, file: file.map(Arc::new) })
            }
            _ => Err(ErrorKind::Problems(problems).into()),
        }
    }

    /// A problem of a correction, at one of its keys.
    pub(super) fn problem(&self, index: usize, key: &'static str, fault: &Fault) -> Diagnostic {
        let problem = Diagnostic::error(codes::CORRECTION, &fault.message).help(&fault.help);
        match &self.file {
            Some(file) => {
                let steps: [Step; 3] = ["corrections".into(), index.into(), key.into()];
                problem.at(&file.source, file.place(&steps).mark, fault.label)
            }
            None => problem.at_path(CORRECTIONS),
        }
    }
}

/// Why a correction cannot be applied.
#[derive(Clone, Debug)]
pub(super) struct Fault {
    pub(super) message: String,
    pub(super) label: &'static str,
    pub(super) help: String,
}

impl Fault {
    pub(super) fn new(message: impl Into<String>, label: &'static str, help: impl Into<String>) -> Self {
        Self { message: message.into(), label, help: help.into() }
    }

    /// The document says by now what the correction says.
    pub(super) fn stale(message: impl Into<String>) -> Self {
        Self::new(message, "no longer applies", "it is right without the correction: delete it")
    }
}
