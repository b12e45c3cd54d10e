//! Any bytes as a spec file: read, checked and, where that finds no error, emitted. Nothing may panic or hang, and
//! every problem has a place.
#![no_main]

use alicloud_codegen::diagnostics::Diagnostics;
use alicloud_codegen::source::{Sources, read_bytes};
use alicloud_codegen::{Options, check, model, rust, spec};
use libfuzzer_sys::fuzz_target;
use std::sync::Arc;

const PRODUCT: &[u8] = include_bytes!("../../spec/sas/2018-12-03/product.yaml");

fuzz_target!(|bytes: &[u8]| {
    let mut diagnostics = Diagnostics::default();
    let mut files = Vec::new();
    for (relative, bytes) in
        [("sas/2018-12-03/operation.yaml", bytes), ("sas/2018-12-03/product.yaml", PRODUCT)]
    {
        let (file, problems) = read_bytes(relative, relative, bytes);
        files.push(Arc::new(file));
        diagnostics.extend(problems);
    }
    let specs = spec::parse(&Sources { files }, &mut diagnostics);
    check::check(&specs, &mut diagnostics);
    let resolved = model::resolve(&specs, &mut diagnostics);
    for problem in diagnostics.sorted() {
        assert!(!problem.file().is_empty(), "{}: a problem without a file", problem.message);
    }
    // Rendering cuts texts at byte offsets.
    let _ = diagnostics.render_plain();
    if !diagnostics.has_errors() {
        let options = Options { spec: "spec".into(), out: "out".into(), ..Options::default() };
        if let Err(error) = rust::emit(&resolved, &options) {
            panic!("{error}");
        }
    }
});
