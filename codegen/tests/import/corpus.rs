//! Published documents, where the environment names a folder that holds them.

use super::sandbox::Sandbox;
use std::path::PathBuf;

/// Some that are small, and one that shares shapes.
const PRODUCTS: &[&str] =
    &["cs/2015-12-15", "sts/2015-04-01", "cloudcontrol/2022-08-30", "ocr-api/2021-07-07"];

#[test]
fn published_documents_make_canonical_files_that_stay() {
    let Some(corpus) = std::env::var_os("ALICLOUD_CORPUS").map(PathBuf::from) else {
        return println!("skipped: ALICLOUD_CORPUS is not set");
    };
    let sandbox = Sandbox::new();
    let folders: Vec<_> =
        PRODUCTS.iter().map(|product| corpus.join(product).to_str().unwrap().to_owned()).collect();
    let mut arguments = vec!["import"];
    arguments.extend(folders.iter().map(String::as_str));
    let ended = sandbox.run(&arguments);
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""), "{}", ended.out);
    let ended = sandbox.run(&["fmt", "--check"]);
    assert_eq!(ended.code, Some(0), "{}{}", ended.out, ended.err);
    arguments.push("--check");
    let ended = sandbox.run(&arguments);
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""), "{}", ended.out);
}
