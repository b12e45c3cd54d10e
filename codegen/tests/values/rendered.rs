//! What was found, as a snapshot shows it.

use alicloud_codegen::import::values::Found;
use std::fmt::Write as _;

pub(crate) fn rendered(found: &Found) -> String {
    let mut out = String::new();
    for value in &found.values {
        let name = value.name.as_ref().map(|name| format!(" as {name}")).unwrap_or_default();
        let meaning = value.meaning.as_ref().map(|meaning| format!(" = {meaning}")).unwrap_or_default();
        writeln!(out, "  value   {}{name}{meaning}", value.value).unwrap();
    }
    for (what, fact) in
        [("default", &found.default), ("minimum", &found.minimum), ("maximum", &found.maximum)]
    {
        if let Some(fact) = fact {
            writeln!(out, "  {what} {fact}").unwrap();
        }
    }
    for line in found.rest.lines() {
        writeln!(out, "  | {line}").unwrap();
    }
    out
}
