//! Imported operations as a user meets them: keep three of a product, generate, and build a program against them.

// A test stops at the first thing that it cannot work with, and these are its means to do so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod copy;

use copy::{Copy, ROOT};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// A user's folder.
struct User(Copy);

impl User {
    fn new(name: &str) -> Self {
        Self(Copy::new(name))
    }

    /// Runs the generator, which must succeed.
    fn codegen(&self, arguments: &[&str]) -> copy::Ended {
        let manifest = format!("{ROOT}/Cargo.toml");
        self.0.good(&[&["run", "--quiet", "--manifest-path", &manifest, "--"], arguments].concat())
    }

    fn generate(&self, package: &str) {
        let runtime = format!("{ROOT}/runtime");
        self.codegen(&["generate", "--out", "client", "--package", package, "--runtime", &runtime]);
    }

    /// A program in a workspace with the generated crate; what it prints.
    fn run(&self, client: &str, files: &[(&str, &str)]) -> String {
        self.0.write("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"client\", \"program\"]\n");
        fs::create_dir_all(self.0.path("program/src")).unwrap();
        let client = format!(
            "{client} = {{ path = \"../client\", default-features = false, features = [\"{}\"] }}",
            feature(client)
        );
        self.0.write(
            "program/Cargo.toml",
            &manifest("program", &format!("{}\n{client}", runtime_dependency()), ""),
        );
        for (path, text) in files {
            self.0.write(&format!("program/src/{path}"), text);
        }
        let ran = self.0.good(&["run", "-p", "program"]);
        assert!(!ran.err.contains("warning"), "{}", ran.err);
        ran.out
    }
}

/// `ferry-client` has the feature `ferry`.
fn feature(client: &str) -> &str {
    client.split('-').next().unwrap()
}

fn runtime_dependency() -> String {
    format!(
        "alicloud-runtime = {{ path = {:?}, default-features = false, features = [\"test-util\"] }}",
        format!("{ROOT}/runtime")
    )
}

fn manifest(name: &str, dependencies: &str, more: &str) -> String {
    format!(
        "[package]\nname = {name:?}\nversion = \"0.1.0\"\nedition = \"2024\"\npublish = false\n\n[dependencies]\n{dependencies}\n{more}"
    )
}

/// Files of a product in a spec folder.
fn files(folder: &Path) -> BTreeSet<String> {
    let entries =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    entries.collect()
}

const CALLS: &str = include_str!("import_story/calls.rs");

/// What the program prints that calls the ferry.
const PRINTED: &str = "\
Some(\"Heron\") Some(\"moored\") Some(120) {\"hull\": \"blue\"} Some(\"Wren\")
Boats[0].Seats: documented as integer, found string
Some(23.5)
Boat.Colour: not documented
Some(\"p-9\") for Some(12.5)
ListBoats https://ferry.example.com/?Harbour=north&PageSize=20 \n\
GetBoat https://ferry.example.com/?BoatId=b-17 \n\
BookPassage https://ferry.example.com/?BoatId=b-17&Travellers.1.Bicycle=true&Travellers.1.Name=Lin Note=window+seat
";

#[test]
fn three_operations_of_a_document_become_a_client() {
    let user = User::new("import_story");
    for language in ["zh", "en"] {
        let name = format!("api-docs.{language}.json");
        user.0.add(&format!("tests/import_story/{name}"), &name);
    }
    let only = ["--only", "ListBoats", "--only", "GetBoat", "--only", "ferry/BookPassage"];
    let import = [&["import", "api-docs.zh.json", "--docs", "api-docs.en.json"], &only[..]].concat();
    let imported = user.codegen(&import);
    for part in ["Ferry", "2024-05-01", "3"] {
        assert!(imported.out.contains(part), "{part} in {}{}", imported.out, imported.err);
    }
    let spec = user.0.path("spec/ferry/2024-05-01");
    let expected = ["book_passage.yaml", "get_boat.yaml", "list_boats.yaml", "product.yaml", "shapes"];
    assert_eq!(files(&spec), expected.map(str::to_owned).into());
    let text = fs::read_to_string(spec.join("list_boats.yaml")).unwrap();
    assert!(text.contains("Lists the boats of a harbour.") && text.contains("origin:"), "{text}");
    user.codegen(&["check", "--deny", "warnings"]);
    user.codegen(&["fmt", "--check"]);

    // As a crate.
    user.generate("ferry-client");
    let main = include_str!("import_story/main.rs");
    assert_eq!(user.run("ferry-client", &[("main.rs", main), ("calls.rs", CALLS)]), PRINTED);

    // With a build script.
    let included = User::new("import_story_build");
    let build = format!(
        "[build-dependencies]\nalicloud-codegen = {{ path = {:?}, default-features = false }}\n\n[workspace]\n",
        format!("{ROOT}/codegen")
    );
    included.0.write("Cargo.toml", &manifest("included", &runtime_dependency(), &build));
    included.0.write(
        "build.rs",
        "fn main() -> Result<(), alicloud_codegen::Error> {\n    alicloud_codegen::build(\"spec\")\n}\n",
    );
    copy_folder(&user.0.path("spec"), &included.0.path("spec"));
    fs::create_dir_all(included.0.path("src")).unwrap();
    included.0.write("src/main.rs", include_str!("import_story/included.rs"));
    included.0.write("src/calls.rs", CALLS);
    let ran = included.0.good(&["run"]);
    assert!(!ran.err.contains("warning"), "{}", ran.err);
    assert_eq!(ran.out, PRINTED);
}

/// The document changes, and what it is about changes with it.
#[test]
fn a_changed_document_changes_its_file_alone() {
    let user = User::new("import_story_again");
    user.0.add("tests/import_story/api-docs.zh.json", "ferry.json");
    user.0.add("tests/import_story/api-docs.en.json", "texts.json");
    let import = ["import", "ferry.json", "--docs", "texts.json", "--only", "*Boat"];
    user.codegen(&import);
    let read = |name: &str| {
        let path = user.0.path("spec/ferry/2024-05-01").join(name);
        (fs::metadata(&path).unwrap().modified().unwrap(), fs::read_to_string(path).unwrap())
    };
    let before = ["get_boat.yaml", "moor_boat.yaml"].map(read);
    user.codegen(&import);
    assert_eq!(["get_boat.yaml", "moor_boat.yaml"].map(read), before);

    user.0.edit("texts.json", "Describes one boat.", "Tells about one boat.");
    user.codegen(&import);
    assert!(read("get_boat.yaml").1.contains("Tells about one boat."));
    assert_eq!(read("moor_boat.yaml"), before[1]);
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// The document of Security Center, where the official metadata lies beside the repository.
fn security_center() -> Option<PathBuf> {
    let corpus = env::var_os("ALICLOUD_CORPUS").filter(|folder| !folder.is_empty())?;
    let folder = PathBuf::from(corpus).join("sas/2018-12-03");
    folder.is_dir().then(|| folder.canonicalize().unwrap())
}

#[test]
fn three_operations_of_security_center_become_a_client() {
    let Some(folder) = security_center() else {
        // Past the capture of the test harness: a test that does nothing says so.
        let _ = std::io::Write::write_all(
            &mut std::io::stderr(),
            b"skipped: ALICLOUD_CORPUS is not set or lacks Security Center\n",
        );
        return;
    };
    let user = User::new("import_story_sas");
    let document = |language: &str| folder.join(format!("api-docs.{language}.json")).display().to_string();
    let (structure, texts) = (document("zh"), document("en"));
    let names = ["GetCheckSale", "GetModuleTrialAuthInfo", "GetAuthSummary"];
    let only: Vec<&str> = names.iter().flat_map(|name| ["--only", name]).collect();
    user.codegen(&[&["import", &structure, "--docs", &texts], &only[..]].concat());
    let expected =
        ["get_auth_summary.yaml", "get_check_sale.yaml", "get_module_trial_auth_info.yaml", "product.yaml"];
    assert_eq!(files(&user.0.path("spec/sas/2018-12-03")), expected.map(str::to_owned).into());
    user.codegen(&["check", "--deny", "warnings"]);
    user.generate("sas-client");
    let printed = user.run("sas-client", &[("main.rs", include_str!("import_story/security_center.rs"))]);
    let expected = "\
Some((Some(1000), Some(500))) R-1
Some(false) R-2
Some(10) 1 R-3
GetCheckSale https://tds.ap-southeast-1.aliyuncs.com/
GetModuleTrialAuthInfo https://tds.ap-southeast-1.aliyuncs.com/?ModuleCode=vulFix
GetAuthSummary https://tds.ap-southeast-1.aliyuncs.com/
";
    assert_eq!(printed, expected);
}
