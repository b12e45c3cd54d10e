use super::members::{self, Member};
use super::product::Product;
use super::scope::below;
use crate::diagnostics::{Diagnostic, Diagnostics, codes, suggest};
use crate::source::SourceFile;
use crate::spec::{ProductSpec, ShapeSpec};
use std::collections::{BTreeSet, HashMap};

/// Rules on shared shapes and the places that refer to them.
pub(super) fn product(spec: &ProductSpec, around: &Product<'_>, diagnostics: &mut Diagnostics) {
    duplicates(spec, diagnostics);
    let mut used: BTreeSet<String> = BTreeSet::new();
    for operation in &spec.operations {
        for member in members::of(&operation.operation) {
            used.extend(member.shape.map(str::to_owned));
            used.extend(known(&member, &operation.file, around, diagnostics));
        }
    }
    for shape in &spec.shapes {
        for member in members::of_shape(&shape.shape) {
            // A shape that only refers to itself is not used.
            used.extend(member.shape.filter(|name| *name != shape.shape.name).map(str::to_owned));
            used.extend(known(&member, &shape.file, around, diagnostics));
        }
    }
    if spec.all_operations && spec.all_shapes {
        for shape in spec
            .shapes
            .iter()
            .filter(|shape| !used.contains(&shape.shape.name) && shape.shape.origin.is_none())
        {
            diagnostics.push(unused(shape));
        }
    }
}

fn duplicates(spec: &ProductSpec, diagnostics: &mut Diagnostics) {
    let mut seen: HashMap<&str, &ShapeSpec> = HashMap::new();
    for shape in &spec.shapes {
        let name = shape.shape.name.as_str();
        let place = |shape: &ShapeSpec| shape.file.place(&["name".into()]).value;
        match seen.get(name) {
            Some(first) => diagnostics.push(
                Diagnostic::error(
                    codes::DUPLICATE_SHAPE,
                    format!("shared shape `{name}` is described twice"),
                )
                .at(&shape.file.source, place(shape), "described here again")
                .also(&first.file.source, place(first), "first described here")
                .help("delete one of the two files, or give this one another name"),
            ),
            None => drop(seen.insert(name, shape)),
        }
    }
}

/// Reports an unknown shape. The one that was probably meant counts as used: one slip, one report.
fn known(
    member: &Member<'_>,
    file: &SourceFile,
    around: &Product<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<String> {
    let spec = around.spec?;
    let name = member.shape.filter(|name| spec.all_shapes && around.shape(name).is_none())?;
    let place = file.place(&below(&member.path, ["shape".into()])).value;
    let near = suggest(name, spec.shapes.iter().map(|shape| shape.shape.name.as_str()));
    let help = match near {
        Some(near) => format!("is it `{near}`?"),
        None => "describe it in a file of its own in `shapes/` beside the operations".to_owned(),
    };
    diagnostics.push(
        Diagnostic::error(codes::UNKNOWN_SHAPE, format!("there is no shared shape `{name}`"))
            .at(&file.source, place, "not in `shapes/`")
            .help(help),
    );
    near.map(str::to_owned)
}

fn unused(shape: &ShapeSpec) -> Diagnostic {
    let name = &shape.shape.name;
    Diagnostic::new(codes::UNUSED_SHAPE, format!("nothing uses the shared shape `{name}`"))
        .at(&shape.file.source, shape.file.place(&["name".into()]).value, "not emitted")
        .help(format!("refer to it with `shape: {name}`, or delete the file"))
}
