//! Versions of the crates that are measured in this process, as the lock file has them.

use crate::context::Context;
use crate::error::{Error, Result};

/// Names and versions of these crates.
///
/// # Errors
///
/// The lock file cannot be read, or lacks one of them.
pub(crate) fn versions(context: &Context, names: &[&str]) -> Result<Vec<(String, String)>> {
    let text = std::fs::read_to_string(context.root.join("Cargo.lock"))?;
    names.iter().map(|name| Ok((String::from(*name), version(&text, name)?))).collect()
}

fn version(lock: &str, name: &str) -> Result<String> {
    let header = format!("name = \"{name}\"");
    let mut lines = lock.lines().skip_while(|line| *line != header).skip(1);
    let version = lines.next().and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    version.map(str::to_owned).ok_or_else(|| Error::new(format!("Cargo.lock has no crate {name}")))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::version;

    #[test]
    fn a_version_stands_behind_its_name() {
        let lock = "[[package]]\nname = \"serde_json\"\nversion = \"1.0.1\"\n\n[[package]]\nname = \"serde\"\nversion = \"1.0.2\"\n";
        assert_eq!(version(lock, "serde").unwrap(), "1.0.2");
        assert!(version(lock, "json").is_err());
    }
}
