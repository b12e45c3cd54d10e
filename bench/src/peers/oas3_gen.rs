use std::path::Path;
use std::process::Command;

use syn::{FnArg, Item};
use toml::Value;

use super::emitted::{blocks, cargo_install, edit_manifest, functions, items};
use super::program::{Call, Program};
use crate::context::Context;
use crate::error::{Error, Result};

/// The version that is measured.
const VERSION: &str = "0.29.0";
/// Name that its package is given.
const PACKAGE: &str = "emitted-by-oas3-gen";

pub(super) fn install(context: &Context) -> Result<String> {
    cargo_install(context, "oas3-gen", VERSION, "oas3-gen")
}

/// A whole client crate, which has its own manifest.
pub(super) fn command(context: &Context, openapi: &Path, out: &Path) -> Command {
    let mut command = Command::new(context.tools.join("oas3-gen/bin/oas3-gen"));
    command.args(["generate", "client-mod", "--workspace", "--module-version", "0.1.0"]);
    command.arg("--input").arg(openapi).arg("--output").arg(out);
    command
}

/// Its package is named after the folder, and takes TLS from what the system has. Here it has a name that is known, and TLS
/// from rustls, as all others do.
pub(super) fn finish(out: &Path) -> Result<()> {
    edit_manifest(out, |manifest| {
        let features =
            manifest.get_mut("dependencies").and_then(|known| known.get_mut("reqwest")?.get_mut("features"));
        for feature in features.and_then(Value::as_array_mut).into_iter().flatten() {
            if feature.as_str() == Some("native-tls") {
                *feature = "rustls".into();
            }
        }
        let package = manifest.get_mut("package").and_then(Value::as_table_mut);
        package.and_then(|package| package.insert("name".to_owned(), PACKAGE.into())).is_some()
    })
}

pub(super) fn calls(out: &Path) -> Result<Program> {
    let items = items(&out.join("src/client.rs"))?;
    let client = items.iter().find_map(|item| match item {
        Item::Struct(item) => Some(item.ident.to_string()).filter(|name| name.ends_with("Client")),
        _ => None,
    });
    let client = client.ok_or_else(|| Error::new("no client in the output of oas3-gen"))?;
    let mut calls = Vec::new();
    for (_, block) in blocks(&items).filter(|(name, _)| *name == client) {
        for function in functions(block).filter(|function| function.sig.asyncness.is_some()) {
            let parameters = function.sig.inputs.iter().filter(|input| matches!(input, FnArg::Typed(_)));
            let arguments: Vec<&str> = parameters.map(|_| "any()").collect();
            let expression = format!("client.{}({}).await", function.sig.ident, arguments.join(", "));
            calls.push(Call { uses: Vec::new(), expression });
        }
    }
    let client = format!("emitted_by_oas3_gen::{client}");
    Ok(Program { made: format!("{client}::new()"), client, calls })
}
