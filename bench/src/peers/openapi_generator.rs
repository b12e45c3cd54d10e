use std::path::{Path, PathBuf};
use std::process::Command;

use syn::{FnArg, Item, Visibility};
use toml::Value;

use super::emitted::{edit_manifest, items};
use super::program::{Call, Program};
use crate::context::Context;
use crate::error::{Error, Result};
use crate::measure;

/// The version that is measured.
const VERSION: &str = "7.26.0";
/// Name of the package that it makes.
const PACKAGE: &str = "emitted-by-openapi-generator";

fn folder(context: &Context) -> PathBuf {
    context.tools.join("openapi-generator")
}

fn jar(context: &Context) -> PathBuf {
    folder(context).join("openapi_generator_cli/openapi-generator.jar")
}

/// The generator's own package for pip, which holds the jar of the release.
pub(super) fn install(context: &Context) -> Result<String> {
    measure::run(Command::new("java").arg("-version"))
        .map_err(|error| Error::new(format!("there is no Java: {error}")))?;
    if !folder(context).join(format!("openapi_generator_cli-{VERSION}.dist-info")).is_dir() {
        let mut pip = Command::new("pip");
        pip.args(["install", "--no-deps", "--upgrade", "--target"]).arg(folder(context));
        measure::run(pip.arg(format!("openapi-generator-cli=={VERSION}")))?;
    }
    Ok(VERSION.to_owned())
}

/// The version of the package has to be given: that of the document is none that cargo takes.
pub(super) fn command(context: &Context, openapi: &Path, out: &Path) -> Command {
    let mut command = Command::new("java");
    command.arg("-jar").arg(jar(context)).args([
        "generate",
        "--generator-name",
        "rust",
        "--package-name",
        PACKAGE,
    ]);
    command.arg("--additional-properties=packageVersion=0.1.0");
    command.arg("--input-spec").arg(openapi).arg("--output").arg(out);
    command
}

/// Takes TLS from rustls, as all others do, and not from what the system has.
pub(super) fn finish(out: &Path) -> Result<()> {
    edit_manifest(out, |manifest| {
        let features = manifest.get_mut("features").and_then(Value::as_table_mut);
        features.and_then(|features| features.insert("default".to_owned(), vec!["rustls"].into())).is_some()
    })
}

/// Its client is a module with a function for each operation.
pub(super) fn calls(out: &Path) -> Result<Program> {
    let module = "emitted_by_openapi_generator::apis";
    let items = items(&out.join("src/apis/default_api.rs"))?;
    let functions = items.iter().filter_map(|item| match item {
        Item::Fn(function) if matches!(function.vis, Visibility::Public(_)) => Some(&function.sig),
        _ => None,
    });
    let call = |signature: &syn::Signature| {
        let parameters = signature.inputs.iter().filter(|input| matches!(input, FnArg::Typed(_))).skip(1);
        let arguments = parameters.map(|_| ", any()").collect::<String>();
        let name = &signature.ident;
        Call {
            uses: Vec::new(),
            expression: format!("{module}::default_api::{name}(client{arguments}).await"),
        }
    };
    Ok(Program {
        client: format!("{module}::configuration::Configuration"),
        made: format!("{module}::configuration::Configuration::new()"),
        calls: functions.map(call).collect(),
    })
}
