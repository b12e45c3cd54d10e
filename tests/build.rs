//! Generates the fixtures as modules, and the list of all emitted types.

#[path = "fixtures/features.rs"]
mod features;
#[path = "fixtures/merge.rs"]
mod merge;

use alicloud_codegen::model::Model;
use alicloud_codegen::{Builder, Layout, Options, pipeline};
use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The repository's operations that the tests are about. More may come without being listed here.
const OPERATIONS: [&str; 3] = ["sas/GetAuthSummary", "sas/GetCheckSale", "sas/GetModuleTrialAuthInfo"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=fixtures");
    println!("cargo::rerun-if-changed=../spec");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    let merged = out.join("spec");
    merge::merge(&merged)?;
    Builder::new().spec(&merged).out(out.join("fixture")).layout(Layout::Modules).generate()?;
    let types = format!(
        "{}{}",
        types("alicloud_tests::fixture", &model(&merged, &[])?)?,
        types("alicloud_sdk", &model(Path::new("../spec"), &OPERATIONS)?)?
    );
    let list = format!(
        "/// Calls the macro `$list` with every emitted struct, and the valid values of its operation.\n#[macro_export]\nmacro_rules! every_type {{\n($list:ident) => {{ $list! {{\n{types}}} }};\n}}\n"
    );
    fs::write(out.join("every_type.rs"), list)?;
    Ok(())
}

fn model(spec: &Path, only: &[&str]) -> Result<Model, Box<dyn Error>> {
    let only: Vec<String> = only.iter().map(|glob| (*glob).to_owned()).collect();
    let options = Options { spec: spec.to_owned(), ..Options::default() };
    Ok(pipeline::load(&options)?.resolve(&only)?.model)
}

/// `path: values;` for every struct: where it is, and the valid values of its module's enumerations.
fn types(root: &str, model: &Model) -> Result<String, std::fmt::Error> {
    let mut text = String::new();
    for product in &model.products {
        let modules = product.operations.iter().map(|operation| &operation.definitions);
        for definitions in modules.chain(product.shared.iter().map(|shared| &shared.definitions)) {
            let variants = definitions.enumerations.iter().flat_map(|item| &item.variants);
            let values: Vec<&str> = variants.map(|variant| variant.value.as_str()).collect();
            for shape in &definitions.shapes {
                let (product, module) = (product.module.to_code(), definitions.module.to_code());
                writeln!(text, "{root}::{product}::{module}::{}: {values:?};", shape.name.to_code())?;
            }
        }
    }
    Ok(text)
}
