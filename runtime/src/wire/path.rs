use super::flatten::{Pairs, structured, text};
use super::percent;
use crate::record::Node;

/// The values of the parameters that stand in a path (`docs/wire.md`, "Paths").
#[derive(Default)]
pub(super) struct Values(Vec<(&'static str, String)>);

/// A piece of a template.
enum Piece<'a> {
    Literal(&'a str),
    /// A place for one segment, or for several (`{+name}`).
    Place {
        name: &'a str,
        keeps_slashes: bool,
    },
}

impl Values {
    /// # Errors
    /// What is wrong with the value, to be put behind the parameter's name.
    pub(super) fn add(&mut self, name: &'static str, node: Node<'_>) -> Result<(), String> {
        if structured(node) {
            return Err("stands in the path and must be a single value".to_owned());
        }
        let value = text(node)?;
        if value.is_empty() {
            return Err("stands in the path and must not be empty".to_owned());
        }
        // HTTP stacks resolve these, also when they are encoded, and then another path is called.
        if value.split('/').any(|segment| matches!(segment, "." | "..")) {
            return Err("stands in the path and must not be `.` or `..`".to_owned());
        }
        self.0.push((name, value));
        Ok(())
    }

    /// The path, encoded once.
    ///
    /// # Errors
    /// Places without a value and values without a place: slips of the table.
    pub(super) fn fill(&self, template: &str) -> Result<String, Vec<String>> {
        let (template, _) = split(template);
        let mut path = String::new();
        let mut problems = Vec::new();
        let pieces = pieces(template);
        for piece in &pieces {
            match piece {
                Piece::Literal(text) => path.push_str(text),
                Piece::Place { name, keeps_slashes } => match self.value(name) {
                    Some(value) if *keeps_slashes => {
                        // A value may be a whole path; the slash in front of it is there already.
                        let value = if path.ends_with('/') {
                            value.strip_prefix('/').unwrap_or(value)
                        } else {
                            value
                        };
                        path.push_str(&percent::encode_path(value));
                    }
                    Some(value) => path.push_str(&percent::encode(value)),
                    None => problems.push(format!("the path has a place for `{name}`, which is not set")),
                },
            }
        }
        let has_place = |value: &str| {
            pieces.iter().any(|piece| matches!(piece, Piece::Place { name, .. } if *name == value))
        };
        let lost = self.0.iter().filter(|(name, _)| !has_place(name));
        problems.extend(lost.map(|(name, _)| format!("parameter `{name}` has no place in the path")));
        if problems.is_empty() { Ok(path) } else { Err(problems) }
    }

    fn value(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }
}

/// The pairs of a query that is part of the template.
pub(super) fn constants(template: &str) -> Pairs {
    let pairs = split(template).1.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(key, value)| (key.to_owned(), value.to_owned()))
        .collect()
}

fn split(template: &str) -> (&str, &str) {
    template.split_once('?').unwrap_or((template, ""))
}

fn pieces(template: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some((literal, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        pieces.push(Piece::Literal(literal));
        let keeps_slashes = name.starts_with('+');
        pieces.push(Piece::Place { name: name.strip_prefix('+').unwrap_or(name), keeps_slashes });
        rest = after;
    }
    pieces.push(Piece::Literal(rest));
    pieces
}
