//! Which documents there are, and those that cannot be imported.

use super::sandbox::{Sandbox, document};

#[test]
fn a_folder_is_imported_as_a_whole() {
    let sandbox = Sandbox::new();
    let zh = document("teahouse.zh.json");
    sandbox.write("corpus/teahouse/2024-05-01/api-docs.zh.json", &zh);
    sandbox.write("corpus/teahouse/2024-05-01/api-docs.en.json", &document("teahouse.en.json"));
    sandbox.write(
        "corpus/oolong/1.0/api-docs.json",
        &zh.replace("TeaHouse", "Oolong").replace("2024-05-01", "1.0"),
    );
    let gateway = zh.replace("TeaHouse", "Depot").replace("\"style\": \"RPC\"", "\"style\": \"OSS\"");
    sandbox.write("corpus/depot/2024-05-01/api-docs.json", &gateway);
    let ended = sandbox.run(&["import", "corpus", "--jobs", "2"]);
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""), "{}", ended.out);
    assert!(ended.out.contains("not imported: corpus/depot/2024-05-01/api-docs.json: "), "{}", ended.out);
    assert!(ended.out.contains("│ all "), "{}", ended.out);
    assert!(sandbox.path("spec/oolong/1.0/list_brews.yaml").exists());
    assert!(!sandbox.path("spec/depot").exists());
    let text = sandbox.read("spec/teahouse/2024-05-01/list_brews.yaml");
    assert!(text.contains("summary: Lists the brews of a shop."), "{text}");
    // The number of threads does not show, nor does the order of the sources.
    let again = Sandbox::new();
    for (name, (text, _)) in sandbox.files("corpus") {
        again.write(&format!("corpus/{name}"), &text);
    }
    let sources = ["corpus/teahouse", "corpus/oolong/1.0", "corpus/depot"];
    let ended = again.run(&["import", "--jobs", "1", sources[2], sources[0], sources[1]]);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    let texts = |sandbox: &Sandbox| -> Vec<_> {
        sandbox.files("spec").into_iter().map(|(name, (text, _))| (name, text)).collect()
    };
    assert_eq!(texts(&sandbox), texts(&again));
}

#[test]
fn a_broken_document_does_not_keep_the_others() {
    let sandbox = Sandbox::new();
    let zh = document("teahouse.zh.json");
    for (name, text) in [
        ("error", r#"{"code":500,"message":"out of order"}"#.to_owned()),
        ("half", zh.get(..zh.len() / 2).unwrap().to_owned()),
        ("page", "<html></html>".to_owned()),
        (
            "none",
            r#"{"version":"1.0","info":{"style":"RPC","product":"None","version":"1"},"apis":{}}"#.to_owned(),
        ),
        ("whole", zh.clone()),
    ] {
        sandbox.write(&format!("corpus/{name}/1/api-docs.json"), &text);
    }
    let ended = sandbox.run(&["import", "corpus"]);
    assert_eq!(ended.code, Some(1));
    for name in ["error", "half", "page", "none"] {
        assert!(ended.err.contains(&format!("error: corpus/{name}/1/api-docs.json:")), "{}", ended.err);
    }
    assert_eq!(ended.err.matches("\n  help: ").count(), 4, "{}", ended.err);
    assert!(sandbox.path("spec/teahouse/2024-05-01/list_brews.yaml").exists());
}

#[test]
fn a_gateway_product_alone_is_a_failure() {
    let sandbox = Sandbox::new();
    sandbox.edit("zh.json", "\"style\": \"RPC\"", "\"style\": \"OSS\"");
    let ended = sandbox.try_import(&[]);
    assert_eq!(ended.code, Some(1));
    assert!(ended.out.contains("not imported: zh.json: "), "{}", ended.out);
    assert!(!sandbox.path("spec").exists());
}

#[test]
fn sources_that_are_not_there_are_refused() {
    let sandbox = Sandbox::new();
    sandbox.write("empty/notes.txt", "");
    for (arguments, expected) in [
        (&["import", "nothing.json"][..], "`nothing.json` is not there"),
        (&["import", "empty"], "`empty` holds no document"),
        (&["import", "zh.json", "zh.json"], "are both TeaHouse 2024-05-01"),
        (&["import", "zh.json", "en.json", "--docs", "en.json"], "`--docs` is about one document"),
        (&["import", "zh.json", "--only", "["], "is not a glob"),
        (&["import"], "SOURCE"),
    ] {
        let ended = sandbox.run(arguments);
        assert_eq!(ended.code, Some(2), "{arguments:?}");
        assert!(ended.err.contains(expected), "{}", ended.err);
    }
    assert!(!sandbox.path("spec").exists());
    let ended = sandbox.run(&["import", "zh.json", "--docs", "nothing.json"]);
    assert_eq!(ended.code, Some(2));
    assert!(ended.err.contains("nothing.json"), "{}", ended.err);
}
