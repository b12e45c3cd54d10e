use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::TokenTree;
use syn::Item;

use super::required;
use crate::error::{Error, Result};
use crate::peers::program::{Call, Program};

/// Text of a program that calls every operation of an emitted crate once, with what is required.
///
/// # Errors
///
/// A file cannot be read or parsed.
pub(crate) fn calls(out: &Path) -> Result<String> {
    let source = out.join("src");
    let mut modules = Vec::new();
    for entry in fs::read_dir(&source)? {
        let path = entry?.path();
        if path.join("client.rs").is_file() {
            modules.push(path);
        }
    }
    let [module] = modules.as_slice() else {
        return Err(Error::new(format!("{}: not one product", source.display())));
    };
    let product = name(module);
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(module)? {
        files.push(entry?.path());
    }
    files.sort();
    let mut calls = Vec::new();
    for file in files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "rs")) {
        let parsed = syn::parse_file(&fs::read_to_string(file)?)
            .map_err(|error| Error::new(format!("{}: {error}", file.display())))?;
        calls.extend(call(&parsed, &product, &name(file)));
    }
    let program = Program {
        client: format!("alicloud_sdk::{product}::Client"),
        made: format!("alicloud_sdk::{product}::Client::from_env().unwrap()"),
        calls,
    };
    Ok(program.text())
}

fn name(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// The call of the operation in a file, if one is in it.
fn call(file: &syn::File, product: &str, module: &str) -> Option<Call> {
    let method = file.items.iter().find_map(method)?;
    let macros = file.items.iter().filter_map(|item| match item {
        Item::Macro(item) => Some(item),
        _ => None,
    });
    let setters: String =
        macros.flat_map(required::setters).map(|(name, of)| format!(".{name}(any::<{of}>())")).collect();
    let uses = vec!["alicloud_sdk::record".to_owned(), format!("alicloud_sdk::{product}::{module}::*")];
    Some(Call { uses, expression: format!("client.{method}(){setters}.send().await") })
}

/// The method that the macro `call` makes: the name behind documentation and attributes.
fn method(item: &Item) -> Option<String> {
    let Item::Macro(item) = item else { return None };
    if !item.mac.path.is_ident("call") {
        return None;
    }
    let mut tokens = item.mac.tokens.clone().into_iter();
    loop {
        match tokens.next()? {
            TokenTree::Punct(mark) if mark.as_char() == '#' => drop(tokens.next()),
            TokenTree::Ident(name) => return Some(name.to_string()),
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::path::Path;

    #[test]
    fn every_operation_of_the_committed_crate_is_called() {
        let text = super::calls(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated-sdk")).unwrap();
        for method in ["get_auth_summary", "get_check_sale", "get_module_trial_auth_info"] {
            assert!(text.contains(&format!("client.{method}()")), "{text}");
        }
        assert_eq!(text.matches("async fn call_").count(), 3, "{text}");
    }
}
