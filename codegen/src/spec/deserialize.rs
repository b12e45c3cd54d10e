use super::from_tree::Tree;
use crate::diagnostics::{Diagnostic, codes};
use crate::source::{Node, SourceFile, Step};
use serde::de::DeserializeOwned;
use serde_path_to_error::{Path, Segment};

/// Reads a file that has passed the structure check.
///
/// # Errors
/// None that is known: the structure check says in other words what serde expects.
pub(super) fn deserialize<T: DeserializeOwned>(file: &SourceFile, tree: &Node) -> Result<T, Box<Diagnostic>> {
    T::deserialize(Tree(tree)).or_else(|_| {
        // Once more, to know the place.
        serde_path_to_error::deserialize(Tree(tree)).map_err(|error| {
            let span = file.place(&steps(error.path())).mark;
            Box::new(
                Diagnostic::error(codes::SYNTAX, format!("this cannot be read: {}", error.inner()))
                    .at(&file.source, span, "here")
                    .help("write it in block style, indented with spaces, and put texts with special characters in quotes"),
            )
        })
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
