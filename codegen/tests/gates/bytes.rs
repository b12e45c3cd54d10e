//! The same bytes whatever the number of threads.

use crate::granary::Granary;
use alicloud_codegen::Layout;
use std::collections::BTreeMap;

/// That two runs emitted the same.
pub(crate) fn same(one: &BTreeMap<String, String>, other: &BTreeMap<String, String>) -> Result<(), String> {
    let names = one.keys().chain(other.keys());
    match names.into_iter().find(|name| one.get(*name) != other.get(*name)) {
        Some(name) => Err(format!("`{name}` depends on the number of threads")),
        None => Ok(()),
    }
}

#[test]
fn threads_change_no_byte() {
    let granary = Granary::new();
    for layout in [Layout::Crate, Layout::Modules] {
        let one = granary.emitted(layout, 1);
        assert!(one.len() > 100, "{}", one.len());
        for jobs in [2, 8] {
            same(&one, &granary.emitted(layout, jobs)).unwrap();
        }
    }
}

#[test]
fn one_byte_and_one_file_are_noticed() {
    let files = |text: &str| {
        BTreeMap::from([("a.rs".to_owned(), "1".to_owned()), ("b.rs".to_owned(), text.to_owned())])
    };
    assert!(same(&files("2"), &files("2")).is_ok());
    assert!(same(&files("2"), &files("3")).unwrap_err().contains("`b.rs`"));
    assert!(same(&files("2"), &BTreeMap::from([("a.rs".to_owned(), "1".to_owned())])).is_err());
    assert!(same(&BTreeMap::new(), &files("2")).is_err());
}
