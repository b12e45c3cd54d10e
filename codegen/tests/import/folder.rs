//! What an import does to a spec folder.

use super::sandbox::{Sandbox, TEA};

#[test]
fn files_are_those_that_a_person_would_write() {
    let sandbox = Sandbox::imported();
    let files = sandbox.files(TEA);
    let names: Vec<_> = files.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        ["delete_brew.yaml", "list_brews.yaml", "product.yaml", "shapes/cup.yaml", "shapes/leaf.yaml"]
    );
    for (name, (text, _)) in files {
        let name = name.replace('/', "-").replace(".yaml", "");
        insta::with_settings!({ snapshot_path => "golden", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name, text);
        });
    }
}

#[test]
fn check_and_fmt_have_nothing_to_say() {
    let sandbox = Sandbox::imported();
    for arguments in [
        &["check", "--deny", "warnings"][..],
        &["fmt", "--check"],
        &["schema", "--out", "spec/schema", "--check"],
    ] {
        let ended = sandbox.run(arguments);
        assert_eq!(ended.code, Some(0), "{arguments:?}: {}{}", ended.out, ended.err);
    }
}

#[test]
fn importing_again_changes_nothing() {
    let sandbox = Sandbox::imported();
    sandbox.age("spec");
    let before = sandbox.files("spec");
    let printed = sandbox.import(&[]);
    assert_eq!(sandbox.files("spec"), before);
    assert!(!printed.contains("changed:") && !printed.contains("created:"), "{printed}");
    sandbox.import(&["--check"]);
    // Whatever a tool did to the line breaks.
    for (name, (text, _)) in &before {
        sandbox.write(&format!("spec/{name}"), &text.replace('\n', "\r\n"));
    }
    sandbox.import(&["--check"]);
}

#[test]
fn what_is_gone_from_the_document_goes() {
    let sandbox = Sandbox::imported();
    sandbox.age("spec");
    let before = sandbox.files("spec");
    sandbox.change(|document| {
        document["apis"].as_mapping_mut().unwrap().shift_remove("DeleteBrew");
    });
    let ended = sandbox.try_import(&["--check"]);
    assert_eq!(ended.code, Some(1));
    assert!(ended.out.contains("removed: teahouse/2024-05-01/delete_brew.yaml"), "{}", ended.out);
    assert_eq!(sandbox.files("spec"), before, "--check wrote something");
    let printed = sandbox.import(&[]);
    assert!(printed.contains("removed: teahouse/2024-05-01/delete_brew.yaml"), "{printed}");
    // The link to it in the other operation is no link any more, so that one may change; nothing else does.
    let after = sandbox.files("spec");
    for (name, file) in before {
        let is_gone = ["delete_brew.yaml", "shapes/leaf.yaml"].iter().any(|gone| name.ends_with(gone));
        assert_eq!(after.contains_key(&name), !is_gone, "{name}");
        assert!(is_gone || name.ends_with("list_brews.yaml") || after[&name] == file, "{name}");
    }
}

#[test]
fn files_written_by_hand_stay() {
    let sandbox = Sandbox::imported();
    // Under another name than an import would give it, and one without a name that can be read.
    let text = sandbox.read(&format!("{TEA}/list_brews.yaml"));
    let by_hand: String = text.split("\norigin:").next().unwrap().to_owned();
    std::fs::remove_file(sandbox.path(&format!("{TEA}/list_brews.yaml"))).unwrap();
    sandbox.write(&format!("{TEA}/brews.yaml"), &by_hand);
    sandbox.write(&format!("{TEA}/delete_brew.yaml"), "name: [\nshape: Leaf\n");
    sandbox.write(&format!("{TEA}/notes.txt"), "mine");
    let before = sandbox.files("spec");
    for more in [&[][..], &["--replace"]] {
        let printed = sandbox.import(more);
        assert!(printed.contains("│ TeaHouse 2024-05-01 ┆          0 ┆"), "{printed}");
        assert_eq!(sandbox.files("spec"), before, "{printed}");
        assert!(printed.contains("kept: teahouse/2024-05-01/brews.yaml (written by hand)"), "{printed}");
        assert!(
            printed.contains("kept: teahouse/2024-05-01/delete_brew.yaml (written by hand)"),
            "{printed}"
        );
    }
    // Also where the document does not have it.
    sandbox.change(|document| {
        document["apis"].as_mapping_mut().unwrap().shift_remove("ListBrews");
    });
    sandbox.import(&["--replace"]);
    assert_eq!(sandbox.read(&format!("{TEA}/brews.yaml")), by_hand);
}

#[test]
fn edited_files_stay_unless_they_are_to_be_replaced() {
    let sandbox = Sandbox::imported();
    let path = format!("{TEA}/delete_brew.yaml");
    let imported = sandbox.read(&path);
    sandbox.edit(&path, "summary: Deletes a brew.", "summary: Pours a brew away.");
    let edited = sandbox.read(&path);
    let printed = sandbox.import(&[]);
    assert!(printed.contains("kept: teahouse/2024-05-01/delete_brew.yaml (edited since"), "{printed}");
    assert_eq!(sandbox.read(&path), edited);
    sandbox.change(|document| {
        document["apis"].as_mapping_mut().unwrap().shift_remove("DeleteBrew");
    });
    let printed = sandbox.import(&[]);
    assert!(printed.contains("gone from the document"), "{printed}");
    assert_eq!(sandbox.read(&path), edited);
    // What it needs stays as well.
    assert!(sandbox.names(TEA).contains(&"shapes/leaf.yaml".to_owned()));
    let sandbox = Sandbox::imported();
    sandbox.write(&path, &edited);
    sandbox.import(&["--replace"]);
    assert_eq!(sandbox.read(&path), imported);
}

#[test]
fn only_some_operations_are_imported_with_the_shapes_that_they_need() {
    let sandbox = Sandbox::new();
    sandbox.import(&["--only", "Delete*"]);
    assert_eq!(sandbox.names(TEA), ["delete_brew.yaml", "product.yaml", "shapes/leaf.yaml"]);
    sandbox.age("spec");
    let before = sandbox.files(TEA);
    sandbox.import(&["--only", "teahouse/ListBrews"]);
    let after = sandbox.files(TEA);
    for (name, file) in before {
        assert_eq!(after[&name], file, "{name}");
    }
    assert!(after.contains_key("list_brews.yaml") && after.contains_key("shapes/cup.yaml"));
    // Of what was not asked for, nothing goes either.
    sandbox.change(|document| {
        document["apis"].as_mapping_mut().unwrap().shift_remove("DeleteBrew");
    });
    sandbox.import(&["--only", "ListBrews"]);
    assert_eq!(sandbox.files(TEA).keys().count(), 5);
}

#[test]
fn a_glob_that_matches_nothing_is_refused() {
    let sandbox = Sandbox::new();
    let ended = sandbox.try_import(&["--only", "ListBrew"]);
    assert_eq!(ended.code, Some(2));
    assert!(ended.err.contains("no operation matches `ListBrew`"), "{}", ended.err);
    assert!(ended.err.contains("did you mean `ListBrews`?"), "{}", ended.err);
    assert!(!sandbox.path("spec").exists());
}

#[test]
fn names_that_make_one_file_name_have_a_number() {
    let sandbox = Sandbox::new();
    sandbox.change(|document| {
        let apis = document["apis"].as_mapping_mut().unwrap();
        let delete = apis["DeleteBrew"].clone();
        apis.insert("deleteBrew".into(), delete.clone());
        apis.insert("Corrections".into(), delete);
    });
    sandbox.import(&[]);
    let names = sandbox.names(TEA);
    assert!(names.contains(&"delete_brew_2.yaml".to_owned()), "{names:?}");
    assert!(names.contains(&"corrections_2.yaml".to_owned()), "{names:?}");
    let before = sandbox.files(TEA);
    sandbox.import(&[]);
    assert_eq!(sandbox.files(TEA), before);
}

#[test]
fn versions_of_a_product_have_modules_of_their_own() {
    let sandbox = Sandbox::imported();
    sandbox.change(|document| document["info"]["version"] = "2025-01-01".into());
    sandbox.import(&[]);
    let product = sandbox.read("spec/teahouse/2025-01-01/product.yaml");
    assert!(product.contains("\nmodule: teahouse_2025_01_01\n"), "{product}");
    // The version is a folder and no path.
    sandbox.change(|document| document["info"]["version"] = "../../../elsewhere".into());
    let ended = sandbox.try_import(&[]);
    assert_ne!(ended.code, Some(0));
    assert!(ended.err.contains("is no API version"), "{}", ended.err);
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    let sandbox = Sandbox::new();
    std::fs::create_dir_all(sandbox.path("elsewhere")).unwrap();
    std::fs::create_dir_all(sandbox.path("spec/teahouse")).unwrap();
    std::os::unix::fs::symlink(sandbox.path("elsewhere"), sandbox.path(TEA)).unwrap();
    let ended = sandbox.try_import(&[]);
    assert_eq!(ended.code, Some(1));
    assert!(ended.err.contains("is a symbolic link"), "{}", ended.err);
    assert!(sandbox.names("elsewhere").is_empty());
}
