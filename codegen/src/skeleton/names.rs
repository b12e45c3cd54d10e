use crate::error::Error;
use crate::naming;

/// Names that users give become parts of paths, so they must be names and nothing else.
pub(super) fn check(what: &str, name: &str, example: &str) -> Result<(), Error> {
    let is_allowed = |letter: char| letter.is_ascii_alphanumeric() || "._-".contains(letter);
    let has_word = name.chars().any(|letter| letter.is_ascii_alphanumeric());
    if has_word && name.chars().all(is_allowed) && !name.starts_with(['.', '-']) {
        return Ok(());
    }
    let help = format!("write it as the documentation does, for example `{example}`");
    Err(Error::usage(format!("`{name}` is no {what}\n  help: {help}")))
}

/// Name of an operation's file, which is that of its module.
pub(super) fn file(operation: &str) -> Result<String, Error> {
    let module = naming::module(operation);
    let module = module.ok_or_else(|| Error::usage(format!("no file name can be made of `{operation}`")))?;
    Ok(format!("{}.yaml", module.as_str()))
}

/// A module for a product's code: `Sas` is `sas`. It begins with a letter and is no keyword.
pub(super) fn module(code: &str) -> String {
    let name = naming::module(code);
    let is_keyword = name.as_ref().is_some_and(|name| name.to_code() != name.as_str());
    let name = name.map_or_else(String::new, |name| name.as_str().trim_start_matches('_').to_owned());
    let is_usable = name.starts_with(|first: char| first.is_ascii_lowercase()) && !is_keyword;
    if is_usable { name } else { format!("product_{name}") }
}

/// A code in the letters that host names and RAM actions have.
pub(super) fn label(code: &str) -> String {
    let lower = code.to_ascii_lowercase();
    let letters = lower.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' });
    letters.collect::<String>().trim_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_are_plain_identifiers() {
        for (code, expected) in [
            ("Sas", "sas"),
            ("Cloudauth-intl", "cloudauth_intl"),
            ("Type", "product_type"),
            ("3D", "product_3d"),
        ] {
            assert_eq!(module(code), expected);
        }
    }

    #[test]
    fn paths_are_no_names() {
        for name in ["", "..", "../x", "a/b", "a b", "-", "a\\b", "地"] {
            assert!(check("product", name, "Sas").is_err(), "{name}");
        }
        for name in ["Sas", "2018-12-03", "get_thing", "Cloudauth-intl"] {
            assert!(check("product", name, "Sas").is_ok(), "{name}");
        }
    }
}
