//! `new`: what it writes, and what the other commands think of it. And the commands `fmt` and `schema` as processes.

#![cfg(feature = "cli")]
// A test stops at the first thing that it cannot work with, and these are its means to do so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use alicloud_codegen::schema::FileKind;
use alicloud_codegen::spec::layout::Shape;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

const FOLDER: &str = "spec/sas/2018-12-03";

#[test]
fn a_new_operation_is_accepted_and_canonical() {
    let sandbox = Sandbox::with_specs();
    let out = sandbox.good(&["new", "sas", "ListTrialModules"]);
    let path = format!("{FOLDER}/list_trial_modules.yaml");
    assert_eq!(
        out,
        format!(
            "wrote {path}\nnext: replace every TODO, then run `alicloud-codegen check` and `alicloud-codegen generate`\n"
        )
    );
    assert_eq!(sandbox.run(&["check"]).code, 0);
    sandbox.good(&["fmt", "--check"]);
    sandbox.good(&["generate"]);
    insta::with_settings!({ snapshot_path => "skeleton", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("operation", sandbox.read(&path));
    });
}

#[test]
fn a_new_product_is_accepted_and_canonical() {
    let sandbox = Sandbox::empty();
    let out = sandbox.good(&["new", "Tea-House", "AddBrew", "--version", "2024-05-01"]);
    let folder = "spec/tea_house/2024-05-01";
    let schemas = "wrote spec/schema/product.schema.json\nwrote spec/schema/operation.schema.json\nwrote spec/schema/shape.schema.json\nwrote spec/schema/corrections.schema.json\n";
    assert!(
        out.starts_with(&format!(
            "wrote {folder}/product.yaml\nwrote {folder}/add_brew.yaml\n{schemas}next: "
        )),
        "{out}"
    );
    assert_eq!(sandbox.run(&["check"]).code, 0);
    sandbox.good(&["fmt", "--check"]);
    sandbox.good(&["schema", "--out", "spec/schema", "--check"]);
    insta::with_settings!({ snapshot_path => "skeleton", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("product", sandbox.read(&format!("{folder}/product.yaml")));
    });
}

#[test]
fn every_key_of_the_language_is_shown() {
    let sandbox = Sandbox::empty();
    sandbox.good(&["new", "Teahouse", "AddBrew", "--version", "2024-05-01"]);
    for (file, kind) in [("product.yaml", FileKind::Product), ("add_brew.yaml", FileKind::Operation)] {
        let text = sandbox.read(&format!("spec/teahouse/2024-05-01/{file}"));
        assert_eq!(text.lines().next().unwrap(), kind.modeline());
        let Shape::Record(record) = kind.shape() else { panic!("a file is a record") };
        for key in record.keys {
            let (given, example) = (format!("\n{}:", key.name), format!("\n# {}:", key.name));
            assert!(
                text.contains(&given) || !key.required && text.contains(&example),
                "{file}: {}",
                key.name
            );
        }
    }
}

#[test]
fn the_examples_in_comments_are_right() {
    let sandbox = Sandbox::empty();
    sandbox.good(&["new", "Teahouse", "AddBrew", "--version", "2024-05-01"]);
    for file in ["product.yaml", "add_brew.yaml"] {
        let path = format!("spec/teahouse/2024-05-01/{file}");
        let text = with_examples(&sandbox.read(&path));
        assert!(text.contains("\ndescription: >-\n"), "{text}");
        sandbox.write(&path, &text);
    }
    let ended = sandbox.run(&["check"]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    sandbox.good(&["fmt", "--check"]);
}

/// Puts each example in the place of what is given, except for `allow`, which must not stand where nothing is to allow.
fn with_examples(text: &str) -> String {
    let mut made = String::new();
    for block in text.split("\n\n") {
        let (comment, given): (Vec<_>, Vec<_>) = block.lines().partition(|line| line.starts_with('#'));
        let at = comment.iter().position(|line| *line == "# For example:");
        match at.and_then(|at| comment.get(at + 1..)) {
            Some(example) if !example[0].contains("allow") => {
                let lines = example.iter().map(|line| line.strip_prefix("# ").unwrap());
                made.push_str(&lines.collect::<Vec<_>>().join("\n"));
            }
            Some(_) => continue,
            None => made.push_str(&given.join("\n")),
        }
        made.push_str("\n\n");
    }
    canonical(&made)
}

fn canonical(text: &str) -> String {
    let kind = if text.contains("\nlanguage: ") { FileKind::Product } else { FileKind::Operation };
    let source = alicloud_codegen::diagnostics::SourceText::new("x.yaml", text);
    alicloud_codegen::format::text(&source.into(), kind.shape()).unwrap()
}

#[test]
fn nothing_is_overwritten() {
    let sandbox = Sandbox::with_specs();
    let before = sandbox.read(&format!("{FOLDER}/get_check_sale.yaml"));
    let ended = sandbox.run(&["new", "Sas", "GetCheckSale"]);
    assert_eq!((ended.code, ended.out.as_str()), (2, ""));
    assert!(ended.err.contains("get_check_sale.yaml` exists already\n  help: "), "{}", ended.err);
    assert_eq!(sandbox.read(&format!("{FOLDER}/get_check_sale.yaml")), before);

    // Under another file name, too.
    fs::rename(
        sandbox.path(&format!("{FOLDER}/get_check_sale.yaml")),
        sandbox.path(&format!("{FOLDER}/other.yaml")),
    )
    .unwrap();
    assert!(sandbox.run(&["new", "Sas", "GetCheckSale"]).err.contains("other.yaml` exists already"));

    // A product.yaml that cannot be read is no reason to write another.
    sandbox.write("spec/teahouse/2024-05-01/product.yaml", "code: [");
    let ended = sandbox.run(&["new", "Teahouse", "AddBrew", "--version", "2024-05-01"]);
    assert_eq!(ended.code, 2);
    assert_eq!(sandbox.read("spec/teahouse/2024-05-01/product.yaml"), "code: [");
    assert!(!sandbox.path("spec/teahouse/2024-05-01/add_brew.yaml").exists());
}

#[test]
fn a_product_is_found_by_code_or_module() {
    let sandbox = Sandbox::with_specs();
    sandbox.good(&["new", "SAS", "One"]);
    sandbox.good(&["new", "sas", "Two", "--version", "2018-12-03"]);
    for file in ["one.yaml", "two.yaml"] {
        assert!(sandbox.path(&format!("{FOLDER}/{file}")).exists(), "{file}");
    }
    let ended = sandbox.run(&["new", "Sass", "Three"]);
    assert_eq!(ended.code, 2);
    assert!(ended.err.contains("`Sass`\n  help: did you mean `Sas`?"), "{}", ended.err);

    // A further version is a product of its own, whose module nobody else has.
    sandbox.good(&["new", "sas", "Three", "--version", "2030-01-01"]);
    assert!(sandbox.read("spec/sas/2030-01-01/product.yaml").contains("\nmodule: sas_20300101\n"));
    assert_eq!(sandbox.run(&["check"]).code, 0);
    let ended = sandbox.run(&["new", "sas", "Four"]);
    assert!(ended.err.contains("several versions: 2018-12-03, 2030-01-01"), "{}", ended.err);
}

#[test]
fn names_that_would_leave_the_folder_are_refused() {
    let sandbox = Sandbox::with_specs();
    for arguments in [
        &["new", "../up", "X", "--version", "1"][..],
        &["new", "sas", "../../x"],
        &["new", "sas", "A/B"],
        &["new", "sas", "_"],
        &["new", "sas", "地域"],
        &["new", "sas", "X", "--version", "../.."],
        &["new", "sas"],
    ] {
        let ended = sandbox.run(arguments);
        assert_eq!((ended.code, ended.out.as_str()), (2, ""), "{arguments:?}");
    }
}

#[test]
fn fmt_mends_and_check_only_tells() {
    let sandbox = Sandbox::with_specs();
    let count = sandbox.specs();
    assert_eq!(sandbox.good(&["fmt", "--check"]), format!("{count} files in canonical form\n"));
    let path = format!("{FOLDER}/get_check_sale.yaml");
    let canonical = sandbox.read(&path);
    let untidy = canonical.replacen("kind: read", "kind:   'read'   # safe to repeat", 1);
    sandbox.write(&path, &untidy);

    let ended = sandbox.run(&["fmt", "--check"]);
    assert_eq!(ended.code, 1);
    assert!(ended.out.starts_with(&format!("not canonical: {path}\n")), "{}", ended.out);
    assert!(ended.out.contains("    +kind: read # safe to repeat\n"), "{}", ended.out);
    assert!(
        ended.err.ends_with("1 file is not in canonical form\n  help: run `alicloud-codegen fmt`\n"),
        "{}",
        ended.err
    );
    assert_eq!(sandbox.read(&path), untidy);

    assert_eq!(sandbox.good(&["fmt"]), format!("formatted 1 file, {} unchanged\n", count - 1));
    assert_eq!(sandbox.read(&path), canonical.replacen("kind: read", "kind: read # safe to repeat", 1));
    sandbox.good(&["fmt", "--check"]);
}

#[test]
fn fmt_knows_shared_shapes() {
    let sandbox = Sandbox::with_specs();
    let path = format!("{FOLDER}/shapes/machine.yaml");
    let count = sandbox.specs();
    sandbox.write(&path, "fields: [{type: string, name: Id}]\nname: Machine\n");
    assert_eq!(sandbox.good(&["fmt"]), format!("formatted 1 file, {count} unchanged\n"));
    assert_eq!(sandbox.read(&path), "name: Machine\n\nfields:\n  - name: Id\n    type: string\n");
}

#[test]
fn fmt_leaves_files_with_problems_alone() {
    let sandbox = Sandbox::with_specs();
    let count = sandbox.specs();
    let broken = "name:   GetThing\nsumary: x\n";
    sandbox.write(&format!("{FOLDER}/get_thing.yaml"), broken);
    sandbox.write(&format!("{FOLDER}/get_bracket.yaml"), "a: [");
    let ended = sandbox.run(&["fmt"]);
    assert_eq!((ended.code, ended.out), (1, format!("formatted 0 files, {count} unchanged\n")));
    assert!(ended.err.contains("did you mean `summary`?") && ended.err.contains("E0102"), "{}", ended.err);
    assert_eq!(sandbox.read(&format!("{FOLDER}/get_thing.yaml")), broken);
    assert_eq!(sandbox.run(&["fmt", "--check"]).code, 1);
    assert_eq!(sandbox.run(&["fmt", "--spec", "nowhere"]).code, 2);
}

#[test]
fn schemas_are_printed_written_and_compared() {
    let sandbox = Sandbox::with_specs();
    for (arguments, file) in [
        (&["schema"][..], "operation"),
        (&["schema", "operation"], "operation"),
        (&["schema", "product"], "product"),
        (&["schema", "shape"], "shape"),
        (&["schema", "corrections"], "corrections"),
    ] {
        assert_eq!(sandbox.good(arguments), sandbox.read(&format!("spec/schema/{file}.schema.json")));
    }
    sandbox.write("spec/schema/product.schema.json", "{}");
    let ended = sandbox.run(&["schema", "--out", "spec/schema", "--check"]);
    assert_eq!((ended.code, ended.out.as_str()), (1, "missing or stale: spec/schema/product.schema.json\n"));
    assert!(ended.err.contains("run `alicloud-codegen schema --out spec/schema`"), "{}", ended.err);
    assert_eq!(sandbox.good(&["schema", "--out", "spec/schema"]), "wrote 1 file, 3 unchanged\n");
    assert_eq!(sandbox.good(&["schema", "--out", "spec/schema", "--check"]), "4 files up to date\n");
    assert_eq!(sandbox.run(&["schema", "--check"]).code, 2);
}

struct Sandbox(TempDir);

struct Ended {
    code: i32,
    out: String,
    err: String,
}

impl Sandbox {
    fn empty() -> Self {
        Self(TempDir::new().unwrap())
    }

    fn with_specs() -> Self {
        let sandbox = Self::empty();
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec"), &sandbox.path("spec"));
        sandbox
    }

    fn path(&self, relative: &str) -> PathBuf {
        self.0.path().join(relative)
    }

    fn read(&self, relative: &str) -> String {
        fs::read_to_string(self.path(relative)).unwrap_or_else(|error| panic!("{relative}: {error}"))
    }

    fn write(&self, relative: &str, text: &str) {
        fs::create_dir_all(self.path(relative).parent().unwrap()).unwrap();
        fs::write(self.path(relative), text).unwrap();
    }

    /// Number of spec files.
    fn specs(&self) -> usize {
        let mut folders = vec![self.path("spec")];
        let mut count = 0;
        while let Some(folder) = folders.pop() {
            for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                count += usize::from(path.extension().is_some_and(|extension| extension == "yaml"));
                folders.extend(path.is_dir().then_some(path));
            }
        }
        count
    }

    fn run(&self, arguments: &[&str]) -> Ended {
        let mut command = Command::new(env!("CARGO_BIN_EXE_alicloud-codegen"));
        // Set by Cargo for this test, and not by a shell.
        command.env_remove("CARGO_PKG_NAME").env_remove("CLICOLOR_FORCE");
        let output = command.args(arguments).current_dir(self.0.path()).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Ended { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// Runs a command that must succeed; returns what it printed.
    fn good(&self, arguments: &[&str]) -> String {
        let ended = self.run(arguments);
        assert_eq!(ended.code, 0, "{arguments:?}: {}", ended.err);
        ended.out
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        if entry.path().is_dir() {
            copy(&entry.path(), &to.join(entry.file_name()));
        } else {
            fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}
