use super::resolve::origin;
use super::shapes::Shapes;
use super::{Shared, SharedShapes};
use crate::diagnostics::{Diagnostic, Diagnostics, codes};
use crate::naming::{self, Ident, Origin, Scope};
use crate::spec::raw::{Field, Item, Type};
use crate::spec::{ProductSpec, ShapeSpec};
use std::collections::{BTreeMap, BTreeSet};

/// Type names of a product's shared shapes, and which references need a box.
pub(super) struct SharedNames {
    names: BTreeMap<String, Ident>,
    /// What each shape holds without a list or map between, through any number of steps.
    holds: BTreeMap<String, BTreeSet<String>>,
}

impl SharedNames {
    pub(super) fn of(spec: &ProductSpec, diagnostics: &mut Diagnostics) -> Self {
        let mut scope = Scope::default();
        let mut names = BTreeMap::new();
        for shape in &spec.shapes {
            let wire = &shape.shape.name;
            let Some(mut name) = naming::type_name(wire) else { continue };
            let origin = Origin { wire: wire.clone(), span: shape.file.place(&["name".into()]).value };
            if let Err(first) = scope.claim(&name, origin.clone()) {
                // The same name twice is reported as a duplicate already.
                if first.wire == *wire {
                    continue;
                }
                if shape.shape.origin.is_none() {
                    diagnostics.push(collision(shape, &name, &first.wire));
                    continue;
                }
                let Some(free) = scope.first_free(&[name], &origin) else { continue };
                name = free;
            }
            names.insert(wire.clone(), name);
        }
        Self { names, holds: holds(&spec.shapes) }
    }

    /// A reference to a shape, from inside the shape `within` where nothing but structs lies between.
    pub(super) fn reference(&self, wire: &str, within: Option<&str>, sent: bool) -> Option<Shared> {
        let name = self.names.get(wire)?.clone();
        let comes_back =
            |within| wire == within || self.holds.get(wire).is_some_and(|all| all.contains(within));
        let boxed = within.is_some_and(comes_back);
        Some(Shared { wire: wire.to_owned(), name, module: naming::shared_module(sent), boxed })
    }
}

/// The shared shapes that requests, or replies, use: directly or through another one.
pub(super) fn resolve(
    spec: &ProductSpec,
    names: &SharedNames,
    sent: bool,
    diagnostics: &mut Diagnostics,
) -> Option<SharedShapes> {
    let used = used(spec, sent);
    let specs = || spec.shapes.iter().filter(|shape| used.contains(shape.shape.name.as_str()));
    let first = specs().next()?;
    let mut shapes = Shapes::new(&first.file, first.shape.origin.is_some(), names, diagnostics);
    for name in specs().filter_map(|shape| names.names.get(&shape.shape.name)) {
        shapes.keep(name);
    }
    for shape in specs() {
        shapes.enter(shape);
        shapes.claim_explicit(&shape.shape.fields, &["fields".into()], false);
    }
    let mut named = Vec::new();
    for shape in specs() {
        if let Some(name) = names.names.get(&shape.shape.name) {
            named.push((shape.shape.name.clone(), shapes.shared(shape, name, sent)));
        }
    }
    Some(SharedShapes {
        sent,
        named,
        definitions: shapes.finish(naming::shared_module(sent)),
        origins: specs().map(|shape| origin(&shape.file)).collect(),
    })
}

fn collision(shape: &ShapeSpec, name: &Ident, first: &str) -> Diagnostic {
    let wire = &shape.shape.name;
    Diagnostic::error(
        codes::IDENTIFIER_COLLISION,
        format!("shared shapes `{first}` and `{wire}` both become `{name}`"),
    )
    .at(&shape.file.source, shape.file.place(&["name".into()]).value, format!("becomes `{name}` again"))
    .help("rename one of the two: the name is only used inside the spec")
}

fn used(spec: &ProductSpec, sent: bool) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    for operation in &spec.operations {
        let operation = &operation.operation;
        if sent {
            for parameter in &operation.parameters {
                found.extend(parameter.shape.as_deref());
                references(&parameter.fields, true, &mut found);
                item_references(parameter.items.as_deref(), true, &mut found);
            }
        } else if let Some(reply) = &operation.reply {
            // A shape that is the whole reply gives it its members, and is no type itself.
            let root = reply.shape.as_deref().and_then(|name| spec.shape(name));
            references(root.map_or(&reply.fields, |root| &root.shape.fields), true, &mut found);
            item_references(reply.items.as_deref(), true, &mut found);
        }
    }
    let mut open: Vec<&str> = found.iter().copied().collect();
    while let Some(shape) = open.pop().and_then(|name| spec.shape(name)) {
        let mut inner = BTreeSet::new();
        references(&shape.shape.fields, true, &mut inner);
        open.extend(inner.into_iter().filter(|name| found.insert(name)));
    }
    found
}

/// What each shape holds directly, closed over any number of steps.
fn holds(shapes: &[ShapeSpec]) -> BTreeMap<String, BTreeSet<String>> {
    let direct: BTreeMap<&str, BTreeSet<&str>> = shapes
        .iter()
        .map(|spec| {
            let mut found = BTreeSet::new();
            references(&spec.shape.fields, false, &mut found);
            (spec.shape.name.as_str(), found)
        })
        .collect();
    let closure = |start: &BTreeSet<&str>| {
        let mut found: BTreeSet<String> = BTreeSet::new();
        let mut open: Vec<&str> = start.iter().copied().collect();
        while let Some(name) = open.pop() {
            if found.insert(name.to_owned()) {
                open.extend(direct.get(name).into_iter().flatten().copied());
            }
        }
        found
    };
    direct.iter().map(|(name, start)| ((*name).to_owned(), closure(start))).collect()
}

/// The shared shapes that fields refer to; with `through` also those in lists and maps.
fn references<'a>(fields: &'a [Field], through: bool, found: &mut BTreeSet<&'a str>) {
    for field in fields {
        match field.kind {
            Type::Array | Type::Map if !through => {}
            _ => {
                found.extend(field.shape.as_deref());
                references(&field.fields, through, found);
                item_references(field.items.as_deref(), through, found);
            }
        }
    }
}

fn item_references<'a>(item: Option<&'a Item>, through: bool, found: &mut BTreeSet<&'a str>) {
    let Some(item) = item else { return };
    found.extend(item.shape.as_deref());
    references(&item.fields, through, found);
    item_references(item.items.as_deref(), through, found);
}
