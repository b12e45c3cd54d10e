//! The emitted crate, as text.

use crate::class::{Class, Places};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// One product version of the emitted crate.
#[derive(Default)]
pub(crate) struct Client {
    pub(crate) lines: usize,
    pub(crate) structs: usize,
    pub(crate) enumerations: usize,
    /// Operations whose module and method are there.
    pub(crate) operations: BTreeMap<String, Operation>,
    /// Operations of which one is missing.
    pub(crate) incomplete: Vec<String>,
}

/// One operation of the emitted crate.
pub(crate) struct Operation {
    /// Its module: `sas::get_check_sale`.
    pub(crate) path: String,
    /// How many fields end in each of the types that only one declared type becomes.
    pub(crate) leaves: Leaves,
}

/// By the Rust type.
pub(crate) type Leaves = BTreeMap<&'static str, usize>;

/// What each declared type becomes in Rust, of those that nothing else becomes.
const LEAVES: [(&str, &[Class]); 5] = [
    ("record::Value", &[Class::Any, Class::Bare]),
    ("record::Bytes", &[Class::Binary, Class::Byte]),
    ("f32", &[Class::Float]),
    ("f64", &[Class::Double]),
    ("bool", &[Class::Boolean]),
];

/// How many there have to be.
pub(crate) fn expected(places: &Places) -> Leaves {
    let count = |classes: &[Class]| places.iter().filter(|(_, class)| classes.contains(class)).count();
    LEAVES.iter().map(|(leaf, classes)| (*leaf, count(classes))).collect()
}

/// Reads what was emitted for a product of `dump`.
pub(crate) fn client(folder: &Path, product: &Value) -> Client {
    let module = product["module"].as_str().unwrap();
    let source = folder.join("src").join(module);
    let mut client = Client::default();
    for entry in fs::read_dir(&source).unwrap_or_else(|error| panic!("{}: {error}", source.display())) {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        // An enumeration without variants is a mark for the compiler.
        let is_type = |line: &str, word: &str| line.trim_start().starts_with(word) && !line.ends_with("{}");
        let begins = |word: &str| text.lines().filter(|line| is_type(line, word)).count();
        client.lines += text.lines().count();
        client.structs += begins("pub struct ");
        client.enumerations += begins("pub enum ");
    }
    let root = fs::read_to_string(source.join("mod.rs")).unwrap();
    for operation in product["operations"].as_array().unwrap() {
        let (name, file) = (operation["name"].as_str().unwrap(), operation["module"].as_str().unwrap());
        let path =
            if root.contains(&format!("mod r#{file};")) { format!("r#{file}") } else { file.to_owned() };
        let text = fs::read_to_string(source.join(format!("{file}.rs"))).unwrap_or_default();
        if has_method(&text, name) && root.contains(&format!("mod {path};")) {
            let operation = Operation { path: format!("{module}::{path}"), leaves: leaves(&text) };
            client.operations.insert(name.to_owned(), operation);
        } else {
            client.incomplete.push(name.to_owned());
        }
    }
    client
}

/// Whether a module gives the client a method for its operation.
fn has_method(text: &str, operation: &str) -> bool {
    let Some((_, block)) = text.split_once("\ncall! {\n") else { return false };
    let compact = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
    let block = compact(block.split("\n}\n").next().unwrap_or_default());
    let method = block.contains("->Call<Request");
    method && compact(text).contains(&format!("\"{operation}\","))
}

/// Types at the end of the fields of a module's structs: `Vec<bool>` ends in `bool`.
fn leaves(text: &str) -> Leaves {
    let mut leaves: Leaves = LEAVES.iter().map(|(leaf, _)| (*leaf, 0)).collect();
    for block in text.split("pub struct ").skip(1) {
        let lines = block.lines().map(str::trim).take_while(|line| *line != "}");
        let lines = lines.filter(|line| !line.starts_with("//") && !line.starts_with('#'));
        let code: Vec<&str> = lines.collect();
        // Names on the wire are no types.
        let code: String = code.join(" ").split('"').step_by(2).collect();
        for word in code.split(|letter: char| !letter.is_alphanumeric() && !"_:".contains(letter)) {
            // A field is `name:`, a type is not.
            if let Some(count) = leaves.get_mut(word) {
                *count += 1;
            }
        }
    }
    leaves
}
