//! Spec folders that are never written to a disk.

use alicloud_codegen::diagnostics::Diagnostics;
use alicloud_codegen::pipeline;
use alicloud_codegen::source::{SourceFile, Sources, read_bytes};
use std::sync::Arc;

/// All problems of a folder with these files: paths below it, and bytes.
pub(crate) fn examine(files: &[(String, Vec<u8>)]) -> Diagnostics {
    let mut diagnostics = Diagnostics::new();
    let files = files.iter().map(|(relative, bytes)| {
        let (file, problems) = read_bytes(&format!("spec/{relative}"), relative, bytes);
        diagnostics.extend(problems);
        Arc::<SourceFile>::new(file)
    });
    let sources = Sources { files: files.collect() };
    let _ = pipeline::examine(&sources, &mut diagnostics);
    diagnostics
}
