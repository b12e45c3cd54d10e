use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use quote::ToTokens;
use syn::{Fields, GenericArgument, Item, PathArguments, ReturnType, Type, TypeParamBound, WherePredicate};

use super::emitted::{blocks, cargo_install, functions, items, type_name};
use super::program::{Call, Program};
use crate::context::Context;
use crate::error::{Error, Result};

/// The version that is measured.
const VERSION: &str = "0.15.1";
/// Name of the package that it makes.
const PACKAGE: &str = "emitted-by-progenitor";

pub(super) fn install(context: &Context) -> Result<String> {
    cargo_install(context, "cargo-progenitor", VERSION, "progenitor")
}

/// With builders, which its documentation recommends, and which are nearest to what we emit.
pub(super) fn command(context: &Context, openapi: &Path, out: &Path) -> Command {
    let mut command = Command::new(context.tools.join("progenitor/bin/cargo-progenitor"));
    command.args(["progenitor", "--interface", "builder", "--name", PACKAGE, "--version", "0.1.0"]);
    command.arg("--input").arg(openapi).arg("--output").arg(out);
    command
}

pub(super) fn calls(out: &Path) -> Result<Program> {
    let items = items(&out.join("src/lib.rs"))?;
    let builders = builders(&items)?;
    let mut calls = Vec::new();
    for (_, block) in blocks(&items).filter(|(name, _)| name == "Client") {
        for function in functions(block) {
            let ReturnType::Type(_, of) = &function.sig.output else { continue };
            let Some(setters) = type_name(of).and_then(|name| builders.get(&name)) else { continue };
            let method = &function.sig.ident;
            calls.push(Call {
                uses: vec!["emitted_by_progenitor::types".to_owned()],
                expression: format!("client.{method}(){setters}.send().await"),
            });
        }
    }
    Ok(Program {
        client: "emitted_by_progenitor::Client".to_owned(),
        made: "emitted_by_progenitor::Client::new(\"https://localhost\")".to_owned(),
        calls,
    })
}

/// The calls of all required setters of each builder, by its name.
fn builders(items: &[Item]) -> Result<BTreeMap<String, String>> {
    let builder = items.iter().find_map(|item| match item {
        Item::Mod(module) if module.ident == "builder" => module.content.as_ref().map(|(_, items)| items),
        _ => None,
    });
    let builder = builder.ok_or_else(|| Error::new("no module with builders in the output of progenitor"))?;
    let mut required: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for item in builder {
        if let Item::Struct(item) = item {
            required.insert(item.ident.to_string(), required_fields(&item.fields));
        }
    }
    let mut setters: BTreeMap<String, String> = BTreeMap::new();
    for (name, block) in blocks(builder) {
        let Some(required) = required.get(&name) else { continue };
        let calls =
            functions(block).filter(|function| required.iter().any(|field| function.sig.ident == field));
        let calls = calls.filter_map(|function| {
            let of = converted(&function.sig.generics)?;
            Some(format!(".{}(any::<{}>())", function.sig.ident, of.to_token_stream()))
        });
        setters.insert(name, calls.collect());
    }
    Ok(setters)
}

/// The fields that hold a value or an error, and no `Option` of a value.
fn required_fields(fields: &Fields) -> Vec<String> {
    let is_required = |of: &Type| {
        let inner = argument(of);
        inner.is_some_and(|inner| type_name(inner).is_some_and(|name| name != "Option"))
    };
    let required = fields.iter().filter(|field| is_required(&field.ty));
    required.filter_map(|field| Some(field.ident.as_ref()?.to_string())).collect()
}

/// The first argument of a type: `T` in `Result<T, String>`.
fn argument(of: &Type) -> Option<&Type> {
    let Type::Path(path) = of else { return None };
    first(&path.path.segments.last()?.arguments)
}

fn first(arguments: &PathArguments) -> Option<&Type> {
    let PathArguments::AngleBracketed(arguments) = arguments else { return None };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(of) => Some(of),
        _ => None,
    })
}

/// The type in `where V: TryInto<T>`.
fn converted(generics: &syn::Generics) -> Option<&Type> {
    let predicates = &generics.where_clause.as_ref()?.predicates;
    predicates.iter().find_map(|predicate| {
        let WherePredicate::Type(of) = predicate else { return None };
        of.bounds.iter().find_map(|bound| match bound {
            TypeParamBound::Trait(bound) => bound
                .path
                .segments
                .last()
                .filter(|last| last.ident == "TryInto")
                .and_then(|last| first(&last.arguments)),
            _ => None,
        })
    })
}
