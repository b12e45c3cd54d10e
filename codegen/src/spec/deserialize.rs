use crate::diagnostics::{Diagnostic, codes};
use crate::source::{SourceFile, Step};
use serde::de::DeserializeOwned;
use serde_path_to_error::{Path, Segment};

/// Reads a file that has passed the structure check.
///
/// # Errors
/// Where the two YAML readers see different things in one text, which only exotic notations can bring about.
pub(super) fn deserialize<T: DeserializeOwned>(file: &SourceFile) -> Result<T, Box<Diagnostic>> {
    let text = serde_yaml::Deserializer::from_str(file.source.text());
    serde_path_to_error::deserialize(text).map_err(|error: serde_path_to_error::Error<serde_yaml::Error>| {
        let span = match error.inner().location() {
            Some(location) => location.index()..location.index(),
            None => file.place(&steps(error.path())).mark,
        };
        Box::new(
            Diagnostic::error(codes::SYNTAX, format!("this cannot be read: {}", error.inner()))
                .at(&file.source, span, "here")
                .help("write it in block style, indented with spaces, and put texts with special characters in quotes"),
        )
    })
}

fn steps(path: &Path) -> Vec<Step> {
    let known = path.iter().map_while(|segment| match segment {
        Segment::Seq { index } => Some(Step::from(*index)),
        Segment::Map { key } => Some(Step::from(key.clone())),
        Segment::Enum { .. } | Segment::Unknown => None,
    });
    known.collect()
}
