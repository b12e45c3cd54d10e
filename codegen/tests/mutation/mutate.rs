//! One mutation of one file.

use crate::dice::Dice;
use crate::material::Project;
use crate::{text, tree};

/// Kinds of mutations: of the file's text (byte, token, key) and of what it says (value, type, nesting).
pub(crate) const KINDS: [&str; 6] = ["byte", "token", "key", "value", "type", "nesting"];

/// A mutated file in its project.
pub(crate) struct Mutant<'a> {
    pub(crate) project: &'a Project,
    /// Which file.
    pub(crate) index: usize,
    pub(crate) kind: &'static str,
    /// What the file holds now.
    pub(crate) bytes: Vec<u8>,
}

pub(crate) fn mutate<'a>(project: &'a Project, kind: &'static str, dice: &mut Dice) -> Mutant<'a> {
    let index = dice.below(project.files.len());
    let original = &project.files[index].1;
    let bytes = match kind {
        "byte" => text::bytes(original, dice),
        "token" => text::tokens(original, dice).into_bytes(),
        "key" => text::keys(original, dice).into_bytes(),
        "value" => tree::value(original, dice).into_bytes(),
        "type" => tree::kind(original, dice).into_bytes(),
        _ => tree::nesting(original, dice).into_bytes(),
    };
    Mutant { project, index, kind, bytes }
}
