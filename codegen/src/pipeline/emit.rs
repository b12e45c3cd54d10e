use crate::error::Error;
use crate::model::Model;
use crate::options::{Options, Runtime};
use crate::rust::{self, Files};

/// Makes the files of a model.
///
/// # Errors
/// The name of the package or the version of the runtime cannot stand in a manifest; or a bug of the generator.
pub fn emit(model: &Model, options: &Options) -> Result<Files, Error> {
    package(&options.package)?;
    if let Runtime::Version(version) = &options.runtime {
        runtime_version(version)?;
    }
    Ok(rust::emit(model, options)?)
}

/// A package's name is the name of its crate, with dashes for underscores.
fn package(name: &str) -> Result<(), Error> {
    let is_name = name.is_ascii() && syn::parse_str::<syn::Ident>(&name.replace('-', "_")).is_ok();
    match is_name {
        true => Ok(()),
        false => Err(Error::usage(format!(
            "`{name}` cannot be the name of a package\n  help: use letters, digits, `-` and `_`, and begin with a letter"
        ))),
    }
}

/// Cargo judges the version; here it only must not break out of its quotes.
fn runtime_version(version: &str) -> Result<(), Error> {
    let begins = version.starts_with(|first: char| first.is_ascii_digit() || "^~=<>*".contains(first));
    let allowed = |letter: char| letter.is_ascii_alphanumeric() || "^~=<>*.+-, ".contains(letter);
    match begins && version.chars().all(allowed) {
        true => Ok(()),
        false => Err(Error::usage(format!(
            "`{version}` is neither a version nor an existing folder\n  \
             help: write a version such as `{}`, or the runtime's folder such as `./runtime`",
            env!("CARGO_PKG_VERSION")
        ))),
    }
}
