//! Lines of emitted code for an operation, with its documentation, without the tests.

use crate::granary::{Granary, OPERATIONS};
use alicloud_codegen::Layout;
use std::collections::BTreeMap;

/// What the product of this test takes. Raise it only with a reason: every user compiles what is more.
const BOUND: f64 = 95.0;

/// The lines for one of so many operations, if they are not too many.
pub(crate) fn check(files: &BTreeMap<String, String>, operations: usize, bound: f64) -> Result<f64, String> {
    let code = files.iter().filter(|(path, _)| path.ends_with(".rs") && !path.starts_with("tests/"));
    let lines: usize = code.map(|(_, text)| text.lines().count()).sum();
    let each = f64::from(u32::try_from(lines).unwrap()) / f64::from(u32::try_from(operations).unwrap());
    match each <= bound {
        true => Ok(each),
        false => Err(format!("{each:.1} lines for an operation, {bound:.1} are allowed")),
    }
}

#[test]
fn an_operation_stays_short() {
    let files = Granary::new().emitted(Layout::Crate, 2);
    let each = check(&files, OPERATIONS, BOUND).unwrap();
    // A bound far above what is measured would let much through.
    assert!(each > BOUND * 0.95, "{each:.1} lines for an operation: lower the bound of {BOUND:.1}");
}

#[test]
fn one_line_more_for_each_is_noticed() {
    let file = |lines: usize| {
        BTreeMap::from([
            ("src/a.rs".to_owned(), "x\n".repeat(lines)),
            ("tests/a.rs".to_owned(), "x\n".repeat(999)),
        ])
    };
    assert_eq!(check(&file(300), 3, 100.0), Ok(100.0));
    assert_eq!(check(&file(303), 3, 100.0).unwrap_err(), "101.0 lines for an operation, 100.0 are allowed");
}
