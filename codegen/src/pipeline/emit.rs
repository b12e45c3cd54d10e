use crate::error::Error;
use crate::model::Model;
use crate::options::{Layout, Options, RUNTIME_PATH, Runtime};
use crate::rust::{self, Files};

/// Makes the files of a model.
///
/// # Errors
/// The name of the package or the version of the runtime cannot stand in a manifest; or a bug of the generator.
pub fn emit(model: &Model, options: &Options) -> Result<Files, Error> {
    package(&options.package)?;
    runtime_path(options)?;
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

/// Code of a crate finds the runtime through its manifest; only modules can find it elsewhere.
fn runtime_path(options: &Options) -> Result<(), Error> {
    let path = &options.runtime_path;
    if options.layout == Layout::Crate && path != RUNTIME_PATH {
        return Err(Error::usage(format!(
            "a crate cannot find the runtime at `{path}`\n  help: set a path of the runtime only for modules that are included"
        )));
    }
    let parsed = syn::parse_str::<syn::Path>(path).ok();
    let begins = parsed.as_ref().and_then(|path| path.segments.first()).map(|first| first.ident.to_string());
    let is_plain = parsed.is_some_and(|path| path.segments.iter().all(|part| part.arguments.is_none()));
    match begins.is_some_and(|first| first != "self" && first != "super") && is_plain {
        true => Ok(()),
        false => Err(Error::usage(format!(
            "`{path}` is no path of a crate or module\n  \
             help: write it as seen from everywhere in your crate, such as `my_runtime` or `crate::vendored::runtime`"
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
