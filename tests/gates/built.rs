//! The fixture product as a crate, and a program that calls three of its operations, as the compiler writes them.

use crate::copy::{Copy, ROOT};
use crate::granary::Granary;
use crate::size::{loaded, machine_code};
use alicloud_codegen::Runtime;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// What the program calls.
pub(crate) const CALLED: [&str; 3] = ["DescribeSilo", "ListSack", "ExportKeeper"];

const CALLER: &str = r#"use alicloud_runtime::testing;
use product::granary::Client;

fn main() {
    // Each answers one call.
    let client = || Client::new(testing::config("{}")).unwrap();
    let replies = testing::block_on(async {
        let silo = client().describe_silo().silo_id("S-1").send().await.map(|reply| format!("{reply:?}"));
        let sacks = client().list_sack().send().await.map(|reply| format!("{reply:?}"));
        let keeper = client().export_keeper().keeper_id("K-1").send().await.map(|reply| format!("{reply:?}"));
        [silo, sacks, keeper]
    });
    for reply in replies {
        println!("{}", reply.unwrap());
    }
}
"#;

/// What is built.
#[derive(Clone, Copy)]
pub(crate) struct Plan<'a> {
    /// The operations that are emitted; none of them are all.
    pub(crate) operations: &'a [&'static str],
    /// What is added to the file of each operation.
    pub(crate) addition: &'a str,
    /// What is added to the program's `main`.
    pub(crate) statement: &'a str,
}

/// What came out, in bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Built {
    /// Machine code in the emitted crate.
    pub(crate) machine_code: u64,
    /// What the program has loaded when it runs.
    pub(crate) loaded: u64,
}

/// Builds. The name is part of the packages' names: in a target folder that is shared, Cargo takes packages of one name for the same. It gets
/// into the program as well, so names of one length keep sizes comparable.
pub(crate) fn build(name: &str, plan: Plan<'_>) -> Built {
    let copy = Copy::new(&format!("gates_{name}"));
    let runtime = PathBuf::from(ROOT).join("runtime");
    let granary = Granary::new();
    let builder = granary.builder().operations(plan.operations.iter().copied());
    builder
        .package(format!("granary-{name}"))
        .runtime(Runtime::Path(runtime.clone()))
        .out(copy.path("client"))
        .generate()
        .unwrap();
    for entry in fs::read_dir(copy.path("client/src/granary")).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        if text.contains("operation! {") {
            fs::write(path, text + plan.addition).unwrap();
        }
    }
    copy.write("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"client\", \"caller\"]\n");
    fs::create_dir_all(copy.path("caller/src")).unwrap();
    copy.write("caller/Cargo.toml", &format!(
        "[package]\nname = \"caller-{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\n\
         alicloud-runtime = {{ path = {runtime:?}, default-features = false, features = [\"test-util\"] }}\n\
         product = {{ package = \"granary-{name}\", path = \"../client\", default-features = false, features = [\"granary\"] }}\n"
    ));
    copy.write(
        "caller/src/main.rs",
        &CALLER.replacen("fn main() {\n", &format!("fn main() {{\n{}", plan.statement), 1),
    );
    let ended =
        copy.good(&["build", "-p", &format!("caller-{name}"), "--message-format", "json-render-diagnostics"]);
    let messages: Vec<serde_json::Value> =
        ended.out.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    let file = |name: &str| {
        let of = messages.iter().find(|message| message["target"]["name"] == name).unwrap();
        let files =
            of["filenames"].as_array().unwrap().iter().map(|file| PathBuf::from(file.as_str().unwrap()));
        let wanted =
            files.into_iter().find(|file| file.extension().is_none_or(|extension| extension == "rlib"));
        wanted.unwrap()
    };
    let program = file(&format!("caller-{name}"));
    let ended = Command::new(&program).output().unwrap();
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    Built {
        machine_code: machine_code(&fs::read(file(&format!("granary_{name}"))).unwrap()),
        loaded: loaded(&fs::read(program).unwrap()),
    }
}
