use std::fmt::Write;

/// One step from a value to a value inside it.
#[derive(Clone, Debug)]
pub(super) enum Step {
    Field(&'static str),
    /// A member that no table knows.
    Unknown(String),
    Index(usize),
    Key(String),
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

    pub(super) fn of(steps: &[Step]) -> Self {
        let name = match steps.last() {
            Some(Step::Field(name)) => (*name).to_owned(),
            Some(Step::Unknown(name) | Step::Key(name)) => name.clone(),
            Some(Step::Index(_)) | None => String::new(),
        };
        Self { path: render(steps), name }
    }

    /// Name of the member or key at the path's end.
    #[cfg(feature = "test-util")]
    pub(crate) fn name(&self) -> &str {
        &self.name
    }
}

/// Writes steps the way people write them: `Machine.Disks[2].Labels{env}`; the root is `$`.
pub(super) fn render(steps: &[Step]) -> String {
    let mut path = ROOT.to_owned();
    for step in steps {
        path = match step {
            Step::Field(name) => member(&path, name),
            Step::Unknown(name) => member(&path, name),
            Step::Index(index) => item(path, *index),
            Step::Key(key) => entry(path, key),
        };
    }
    path
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
