use std::fmt::Write;

/// One step from a value to a value inside it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step<'a> {
    Field(&'static str),
    /// A member that no table knows.
    Unknown(&'a str),
    Index(usize),
    Key(&'a str),
}

/// The way from the root to a value. Each step stands on the stack of the function that takes it: a path costs next to
/// nothing until it is written, and most never are.
#[derive(Clone, Copy, Debug)]
pub(super) enum Path<'a> {
    Root,
    Below(&'a Path<'a>, Step<'a>),
}

impl<'a> Path<'a> {
    /// The path of a value inside this one.
    pub(super) fn then(&'a self, step: Step<'a>) -> Self {
        Self::Below(self, step)
    }

    pub(super) fn is_root(&self) -> bool {
        matches!(self, Self::Root)
    }

    /// The step that leads here.
    pub(super) fn last(&self) -> Option<Step<'a>> {
        match self {
            Self::Root => None,
            Self::Below(_, step) => Some(*step),
        }
    }
}

/// The root in a path.
const ROOT: &str = "$";

/// Where a value stands in a reply: its path, and the member or key at the path's end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) path: String,
    name: String,
}

impl Place {
    /// The reply as a whole.
    pub(crate) fn root() -> Self {
        Self { path: ROOT.to_owned(), name: String::new() }
    }

    pub(super) fn of(path: &Path<'_>) -> Self {
        let name = match path.last() {
            Some(Step::Field(name) | Step::Unknown(name) | Step::Key(name)) => name.to_owned(),
            Some(Step::Index(_)) | None => String::new(),
        };
        Self { path: render(path), name }
    }

    /// Name of the member or key at the path's end.
    #[cfg(feature = "test-util")]
    pub(crate) fn name(&self) -> &str {
        &self.name
    }
}

/// Writes steps the way people write them: `Machine.Disks[2].Labels{env}`; the root is `$`.
pub(super) fn render(path: &Path<'_>) -> String {
    let mut steps = Vec::new();
    let mut rest = path;
    while let Path::Below(outer, step) = rest {
        steps.push(step);
        rest = outer;
    }
    let mut text = ROOT.to_owned();
    for step in steps.into_iter().rev() {
        text = match step {
            Step::Field(name) | Step::Unknown(name) => member(&text, name),
            Step::Index(index) => item(text, *index),
            Step::Key(key) => entry(text, key),
        };
    }
    text
}

/// The path of a member of the object at `path`.
pub(crate) fn member(path: &str, name: &str) -> String {
    if path == ROOT { name.to_owned() } else { format!("{path}.{name}") }
}

/// The path of an item of the list at `path`.
pub(crate) fn item(mut path: String, index: usize) -> String {
    // Writing into a String cannot fail.
    let _ = write!(path, "[{index}]");
    path
}

/// The path of an entry of the map at `path`.
pub(crate) fn entry(mut path: String, key: &str) -> String {
    path.push('{');
    path.push_str(key);
    path.push('}');
    path
}
