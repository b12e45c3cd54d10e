//! A product of 100 operations that exists only here, in the shape of real ones: replies of several levels, enumerations, documentation,
//! samples, shared shapes. The same on every machine.

use alicloud_codegen::{Builder, Layout};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Its operations.
pub(crate) const OPERATIONS: usize = 100;

const PRODUCT: &str = "language: 1\ncode: Granary\nversion: \"2030-01-01\"\nstyle: RPC\nmodule: granary\ntitle: Granary\n\
    description: Stores grain.\ndocumentation: https://granary.example.com/docs\nprotocol: HTTPS\n\
    ram_prefix: granary\n\nendpoints:\n  cn-hangzhou: granary.example.com\n";
const SHARED: &str = "name: Weight\ndescription: A weight, and how it was taken.\nfields:\n  - name: Kilograms\n    type: double\n    \
    example: \"12.5\"\n    description: The weight in kilograms.\n  - name: Scale\n    type: string\n    example: floor\n    \
    description: The scale that was used.\n";
const NOUNS: [&str; 10] =
    ["Silo", "Sack", "Truck", "Mill", "Field", "Harvest", "Order", "Invoice", "Inspection", "Keeper"];
const VERBS: [&str; 10] =
    ["Describe", "List", "Create", "Delete", "Modify", "Count", "Move", "Check", "Export", "Restore"];
const PARTS: [(&str, &str); 8] = [
    ("Status", "string"),
    ("Capacity", "long"),
    ("Moisture", "double"),
    ("Sealed", "boolean"),
    ("Position", "integer"),
    ("Remark", "string"),
    ("Variety", "string"),
    ("Owner", "string"),
];

/// The spec folder and an output folder.
pub(crate) struct Granary {
    folder: TempDir,
}

impl Granary {
    pub(crate) fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let product = folder.path().join("spec/granary/2030-01-01");
        fs::create_dir_all(product.join("shapes")).unwrap();
        fs::write(product.join("product.yaml"), PRODUCT).unwrap();
        fs::write(product.join("shapes/weight.yaml"), SHARED).unwrap();
        for index in 0..OPERATIONS {
            let (verb, noun) = (VERBS[index % 10], NOUNS[index / 10]);
            let file = format!("{}_{}.yaml", verb.to_lowercase(), noun.to_lowercase());
            fs::write(product.join(file), operation(index, verb, noun)).unwrap();
        }
        Self { folder }
    }

    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.folder.path().join(relative)
    }

    pub(crate) fn builder(&self) -> Builder {
        Builder::new().spec(self.path("spec")).out(self.path("out"))
    }

    /// What is emitted in a layout with some threads.
    pub(crate) fn emitted(&self, layout: Layout, jobs: usize) -> BTreeMap<String, String> {
        // A folder of this name for every number, since it can show in what is emitted.
        let parent = self.path(&format!("jobs-{jobs}-{layout:?}"));
        let out = parent.join("out");
        self.builder().out(&out).layout(layout).jobs(jobs).generate().unwrap();
        files(&out)
    }
}

/// The emitted files of a folder.
pub(crate) fn files(folder: &Path) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
                files.insert(name, fs::read_to_string(&path).unwrap());
            } else if path.file_name().unwrap() != ".alicloud-codegen" {
                open.push(path);
            }
        }
    }
    files
}

fn operation(index: usize, verb: &str, noun: &str) -> String {
    let kind = if matches!(verb, "Describe" | "List" | "Count" | "Check") { "read" } else { "write" };
    let lower = noun.to_lowercase();
    let mut text = format!(
        "name: {verb}{noun}\nsummary: {verb}s a {lower} of the granary.\ndescription: |-\n  Works on one {lower} at a time. The {lower} \
         must exist, and nobody else may work on it.\nkind: {kind}\n\nmethods:\n  - POST\n\nauthorization: none \
         disclosed\n\nparameters:\n"
    );
    let parameter = |text: &mut String, name: &str, kind: &str, is_required: bool| {
        let required = if is_required { "    required: true\n" } else { "" };
        writeln!(
            text,
            "  - name: {name}\n    type: {kind}\n    position: query\n{required}    example: \"{}\"",
            example(name, kind)
        )
        .unwrap();
        values(text, name, "    ");
        writeln!(text, "    description: The {} of the {lower}, as its keeper gave it.", name.to_lowercase())
            .unwrap();
    };
    parameter(&mut text, &format!("{noun}Id"), "string", index.is_multiple_of(2));
    for step in 0..=index % 4 {
        let (name, kind) = PARTS[(index + step) % PARTS.len()];
        parameter(&mut text, name, kind, false);
    }
    text.push_str("\nreply:\n  fields:\n    - name: RequestId\n      type: string\n      description: ID of the request.\n");
    writeln!(text, "    - name: {noun}\n      type: object\n      description: The {lower}.\n      fields:")
        .unwrap();
    let mut sample = Vec::new();
    for step in 0..3 + index % 4 {
        let (name, kind) = PARTS[(index + step) % PARTS.len()];
        sample.push(shown(name, kind));
        writeln!(
            text,
            "        - name: {name}\n          type: {kind}\n          example: \"{}\"",
            example(name, kind)
        )
        .unwrap();
        values(&mut text, name, "          ");
        writeln!(text, "          description: The {} of the {lower}.", name.to_lowercase()).unwrap();
    }
    text.push_str(
        "        - name: Loads\n          type: array\n          description: What lies in it.\n          items:\n            \
         type: object\n            fields:\n              - name: Grain\n                type: string\n                example: \
         barley\n                description: Kind of grain.\n              - name: Weight\n                type: object\n                \
         shape: Weight\n                description: Its weight.\n",
    );
    write!(
        text,
        "\nsamples:\n  - title: Success\n    body: |-\n      {{\n        \"RequestId\": \"R-1\",\n        \"{noun}\": {{ {}, \"Loads\": [ \
         {{ \"Grain\": \"barley\", \"Weight\": {{ \"Kilograms\": 12.5, \"Scale\": \"floor\" }} }} ] }}\n      }}\n",
        sample.join(", ")
    )
    .unwrap();
    text.push_str(
        "\nerrors:\n  - code: Locked\n    status: 409\n    message: Somebody else works on it.\n\nsources:\n  - title: \
         Invented for this test\n    supplies:\n      - everything else\n\nhistory: []\n",
    );
    text
}

/// The values of an enumeration.
fn values(text: &mut String, name: &str, indent: &str) {
    let values = match name {
        "Status" => ["open", "closed", "sealed"],
        "Variety" => ["winter", "summer", "old-kind"],
        _ => return,
    };
    writeln!(text, "{indent}values:").unwrap();
    for value in values {
        writeln!(text, "{indent}  - value: {value}\n{indent}    meaning: It is {value}").unwrap();
    }
}

fn example(name: &str, kind: &str) -> &'static str {
    match (name, kind) {
        ("Variety", _) => "winter",
        (_, "string") => "open",
        (_, "boolean") => "true",
        (_, "double") => "12.5",
        _ => "7",
    }
}

/// A part as it stands in a sample reply.
fn shown(name: &str, kind: &str) -> String {
    let value = example(name, kind);
    if kind == "string" { format!("\"{name}\": \"{value}\"") } else { format!("\"{name}\": {value}") }
}
