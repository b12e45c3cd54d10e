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

/// Writes steps the way people write them: `Machine.Disks[2].Labels{env}`; the root is `$`.
pub(super) fn render(steps: &[Step]) -> String {
    let mut text = String::new();
    for step in steps {
        match step {
            Step::Field(name) => member(&mut text, name),
            Step::Unknown(name) => member(&mut text, name),
            // Writing into a String cannot fail.
            Step::Index(index) => {
                let _ = write!(text, "[{index}]");
            }
            Step::Key(key) => {
                let _ = write!(text, "{{{key}}}");
            }
        }
    }
    if text.is_empty() {
        text.push('$');
    }
    text
}

fn member(text: &mut String, name: &str) {
    if !text.is_empty() {
        text.push('.');
    }
    text.push_str(name);
}
