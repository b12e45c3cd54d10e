use super::common::Common;
use super::common_errors::CommonErrors;
use super::file::{EmitError, Files, header, render};
use super::{
    call, call_tests, client, command, crate_root, enumeration, error_code, help, manifest, operation,
    product, runtime_path, sample_tests, shared,
};
use crate::model::{Model, Operation, Origin, Product};
use crate::options::{Layout, Options};
use crate::parallel;
use proc_macro2::TokenStream;
use quote::quote;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// Emits all files of a model. The result depends on the model and the options alone.
///
/// # Errors
/// The generator made something that is not Rust; a bug.
pub fn emit(model: &Model, options: &Options) -> Result<Files, EmitError> {
    let spec = options
        .spec
        .file_name()
        .map_or_else(|| "spec".to_owned(), |name| name.to_string_lossy().into_owned());
    let mut out = Output { files: Files::new(), spec, options };
    let all = combined(model);
    let sources = if options.layout == Layout::Crate { "src/" } else { "" };
    match options.layout {
        Layout::Crate => {
            let text = format!("{}{}", header("#", &out.spec, &all), manifest::manifest(model, options));
            out.files.insert("Cargo.toml".to_owned(), text);
            out.rust("src/lib.rs", None, &all, crate_root::root(model, options))?;
            out.rust("src/bin/alicloud.rs", None, &all, command::command(options))?;
        }
        Layout::Modules => out.file("alicloud.rs", None, &all, crate_root::root(model, options))?,
    }
    out.rust(&format!("{sources}call.rs"), None, &all, call::call(call::Abilities::of(model)))?;
    out.fixed(&format!("{sources}macros.rs"), &all, MACROS);
    for product in &model.products {
        out.product(sources, product)?;
    }
    Ok(out.files)
}

/// The macros that operations are written with: the same text in every crate.
const MACROS: &str = include_str!("macros.rs.in");

struct Output<'a> {
    files: Files,
    spec: String,
    options: &'a Options,
}

impl Output<'_> {
    fn product(&mut self, sources: &str, product: &Product) -> Result<(), EmitError> {
        let folder = format!("{sources}{}", product.module);
        let origin = Some(&product.origin);
        // Several files make these: they name the folder, and the hash is that of all.
        let path = product.origin.path.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        let hash = hash_of(
            std::iter::once(&product.origin).chain(product.operations.iter().map(|item| &item.origin)),
        );
        let all = Some(&Origin { path, hash: hash.clone() });
        let common = Common::of(product);
        let errors = CommonErrors::of(product);
        if self.options.layout == Layout::Crate {
            let text = help::help(product, &self.from(all), &hash);
            self.files.insert(format!("{folder}/help.jsonl"), text);
        }
        self.rust(&format!("{folder}/mod.rs"), all, &hash, product::module(product, &common))?;
        self.rust(
            &format!("{folder}/client.rs"),
            origin,
            &product.origin.hash,
            client::client(product, self.options),
        )?;
        self.rust(&format!("{folder}/product.rs"), origin, &product.origin.hash, product::facts(product))?;
        self.rust(&format!("{folder}/error_code.rs"), all, &hash, error_code::error_codes(product, &errors))?;
        if let Some(tokens) = enumeration::module(product, &common) {
            let hash = hash_of(common.origins());
            self.rust(&format!("{folder}/enumerations.rs"), all, &hash, tokens)?;
        }
        for shapes in &product.shared {
            let hash = hash_of(shapes.origins.iter());
            let path = format!("{folder}/{}.rs", shapes.definitions.module);
            self.rust(&path, all, &hash, shared::shared(product, shapes, &common))?;
        }
        let (spec, options) = (&self.spec, self.options);
        // Each operation on its own: its tokens cannot leave their thread, its text can.
        let operations = parallel::map(&product.operations, options.jobs, |operation| {
            let mut out = Output { files: Files::new(), spec: spec.clone(), options };
            out.operation(&folder, product, operation, (&common, &errors)).map(|()| out.files)
        });
        for files in operations {
            self.files.extend(files?);
        }
        if self.options.layout == Layout::Crate {
            let tests = format!("tests/{}", product.module);
            self.rust(&format!("{tests}/main.rs"), all, &hash, sample_tests::root(product))?;
            if let Some(calls) = call_tests::calls(product, self.options) {
                self.rust(&format!("{tests}/calls.rs"), all, &hash, calls)?;
            }
        }
        Ok(())
    }

    fn operation(
        &mut self,
        folder: &str,
        product: &Product,
        operation: &Operation,
        common: (&Common<'_>, &CommonErrors<'_>),
    ) -> Result<(), EmitError> {
        let origin = Some(&operation.origin);
        let hash = &operation.origin.hash;
        let tokens = operation::operation(product, operation, common, self.options);
        self.rust(&format!("{folder}/{}.rs", operation.module), origin, hash, tokens)?;
        if self.options.layout == Layout::Crate && !operation.samples.is_empty() {
            let path = format!("tests/{}/{}.rs", product.module, operation.module);
            self.rust(&path, origin, hash, sample_tests::tests(product, operation, self.options))?;
        }
        Ok(())
    }

    fn rust(
        &mut self,
        path: &str,
        origin: Option<&Origin>,
        hash: &str,
        tokens: TokenStream,
    ) -> Result<(), EmitError> {
        // prettyplease and rustfmt differ in places, so rustfmt stays away. At the crate's root alone the attribute
        // would not reach the modules.
        let tokens = quote!(#![cfg_attr(rustfmt, rustfmt_skip)] #tokens);
        self.file(path, origin, hash, tokens)
    }

    /// A file that is the same in every crate.
    fn fixed(&mut self, path: &str, hash: &str, text: &str) {
        let header = header("//", &self.spec, hash);
        let text = runtime_path::replaced_in_text(text, &self.options.runtime_path);
        let text = format!("{header}#![cfg_attr(rustfmt, rustfmt_skip)]\n\n{text}");
        self.files.insert(path.to_owned(), text);
    }

    fn file(
        &mut self,
        path: &str,
        origin: Option<&Origin>,
        hash: &str,
        tokens: TokenStream,
    ) -> Result<(), EmitError> {
        let tokens = runtime_path::replaced(tokens, &self.options.runtime_path)?;
        let text = render(path, &header("//", &self.from(origin), hash), tokens)?;
        self.files.insert(path.to_owned(), text);
        Ok(())
    }

    fn from(&self, origin: Option<&Origin>) -> String {
        match origin {
            Some(origin) => format!("{}/{}", self.spec, origin.path),
            None => self.spec.clone(),
        }
    }
}

fn combined(model: &Model) -> String {
    hash_of(model.products.iter().flat_map(|product| {
        std::iter::once(&product.origin).chain(product.operations.iter().map(|operation| &operation.origin))
    }))
}

/// One hash over the hashes of several files.
fn hash_of<'a>(origins: impl Iterator<Item = &'a Origin>) -> String {
    let mut hasher = Sha256::new();
    for origin in origins {
        hasher.update(origin.path.as_bytes());
        hasher.update([0]);
        hasher.update(origin.hash.as_bytes());
    }
    let mut text = String::new();
    for byte in hasher.finalize() {
        // Writing into a String cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}
