use crate::diagnostics::{Diagnostic, codes};
use crate::source::{SourceFile, Step};
use crate::spec::raw::{Correction, Corrections, Type};

/// What is wrong with corrections whatever they are about: each must say what it is about, one change and a reason.
pub(crate) fn problems(file: &SourceFile, corrections: &Corrections) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (index, correction) in corrections.corrections.iter().enumerate() {
        for (key, message, help) in faults(correction) {
            let mut steps: Vec<Step> = vec!["corrections".into(), index.into()];
            if let Some(key) = key {
                steps.push(key.into());
            }
            found.push(
                Diagnostic::error(codes::CORRECTION, message)
                    .at(&file.source, file.place(&steps).mark, "")
                    .help(help),
            );
        }
    }
    found
}

type Problem = (Option<&'static str>, String, String);

fn faults(correction: &Correction) -> Vec<Problem> {
    let mut faults = Vec::new();
    let mut fault = |key, message: String, help: &str| faults.push((key, message, help.to_owned()));
    match (&correction.operation, &correction.shape) {
        (Some(_), Some(_)) => fault(
            Some("shape"),
            "a correction is about one thing".to_owned(),
            "write `operation` or `shape`, and not both",
        ),
        (None, None) => fault(
            None,
            "the correction does not say what it is about".to_owned(),
            "write the name of an `operation`, or of a shared `shape`",
        ),
        _ => {}
    }
    let changes = changes(correction);
    match changes.as_slice() {
        [_] => {}
        [] => fault(
            None,
            "the correction changes nothing".to_owned(),
            "add the change, for example `type: long` or `drop: true`",
        ),
        [first, second, ..] => fault(
            Some(second),
            format!("`{first}` and `{second}` are two changes"),
            "write one correction for each, with a reason of its own",
        ),
    }
    for (key, kinds, is_there) in [
        ("fields", &[Type::Object][..], !correction.fields.is_empty()),
        ("of_shape", &[Type::Object], correction.of_shape.is_some()),
        ("items", &[Type::Array, Type::Map], correction.items.is_some()),
    ] {
        if is_there && !correction.kind.is_some_and(|kind| kinds.contains(&kind)) {
            let words: Vec<_> = kinds.iter().map(|kind| format!("`type: {}`", kind.as_str())).collect();
            fault(
                Some(key),
                format!("`{key}` goes with {}", words.join(" or ")),
                "add the type, or leave this out",
            );
        }
    }
    if correction.reason.trim().is_empty() {
        fault(
            Some("reason"),
            "the reason is empty".to_owned(),
            "say why the document is wrong, and how that is known",
        );
    }
    faults
}

/// The keys of a correction that change something.
pub(super) fn changes(correction: &Correction) -> Vec<&'static str> {
    let all = [
        ("rename", correction.rename.is_some()),
        ("type", correction.kind.is_some()),
        ("required", correction.required.is_some()),
        ("values", !correction.values.is_empty()),
        ("no_values", correction.no_values),
        ("position", correction.position.is_some()),
        ("style", correction.style.is_some()),
        ("deprecated", correction.deprecated.is_some()),
        ("sensitive", correction.sensitive.is_some()),
        ("description", correction.description.is_some()),
        ("kind", correction.effect.is_some()),
        ("pagination", correction.pagination.is_some()),
        ("no_pagination", correction.no_pagination),
        ("asynchronous", correction.asynchronous.is_some()),
        ("drop", correction.drop),
    ];
    all.into_iter().filter(|(_, is_there)| *is_there).map(|(key, _)| key).collect()
}
