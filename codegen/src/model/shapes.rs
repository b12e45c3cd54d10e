use super::enumerations::Enumerations;
use super::resolve::collision;
use super::shared::SharedNames;
use super::{Definitions, Item, Member, Scalar, Shape, ShapeId, Type};
use crate::diagnostics::Diagnostics;
use crate::naming::{self, Ident, Origin, Scope};
use crate::source::{SourceFile, Step};
use crate::spec::{ShapeSpec, raw};

/// Collects the structs and enumerations of one operation; all of them share one scope of type names.
pub(super) struct Shapes<'a> {
    file: &'a SourceFile,
    names: &'a SharedNames,
    /// The shared shape that is being collected; none while it is an operation.
    within: Option<String>,
    diagnostics: &'a mut Diagnostics,
    types: Scope,
    shapes: Vec<Shape>,
    enumerations: Enumerations,
}

/// Where a member stands: its path on the wire, in the file, and the names around it.
#[derive(Clone)]
struct Position {
    wire: String,
    file: Vec<Step>,
    names: Vec<String>,
    sent: bool,
    /// Whether nothing between here and the struct around it is a list or map.
    direct: bool,
}

impl Position {
    fn file_step(&self, steps: &[Step]) -> Vec<Step> {
        self.file.iter().chain(steps).cloned().collect()
    }
}

impl<'a> Shapes<'a> {
    pub(super) fn new(
        file: &'a SourceFile,
        names: &'a SharedNames,
        diagnostics: &'a mut Diagnostics,
    ) -> Self {
        Self {
            file,
            names,
            within: None,
            diagnostics,
            types: Scope::default(),
            shapes: Vec::new(),
            enumerations: Enumerations::default(),
        }
    }

    pub(super) fn finish(self, module: Ident) -> Definitions {
        Definitions { module, shapes: self.shapes, enumerations: self.enumerations.finish() }
    }

    /// Adds a shared shape. Its type name is already chosen.
    pub(super) fn shared(&mut self, spec: &'a ShapeSpec, name: &Ident, sent: bool) -> ShapeId {
        self.file = &spec.file;
        self.within = Some(spec.shape.name.clone());
        let names = vec![spec.shape.name.clone()];
        let position =
            Position { wire: String::new(), file: vec!["fields".into()], names, sent, direct: true };
        self.shape(name.clone(), spec.shape.description.clone(), &spec.shape.fields, &position)
    }

    /// Keeps a type name from the nested structs.
    pub(super) fn keep(&mut self, name: &Ident) {
        let origin = Origin { wire: name.to_string(), span: 0..0 };
        // The name was made in a scope of its own, so it is free here.
        let _ = self.types.claim(name, origin);
    }

    /// Adds the request and the reply. Both come first, and so do their names: no nested type takes them.
    pub(super) fn roots(&mut self, request: &[raw::Field], about: Option<String>, reply: &[raw::Field]) {
        let roots = [("Request", None, request, true), ("Reply", about, reply, false)];
        let roots = roots.map(|(name, description, fields, sent)| {
            let file = if sent { vec!["parameters".into()] } else { vec!["reply".into(), "fields".into()] };
            let position = Position { wire: String::new(), file, names: Vec::new(), sent, direct: true };
            let id = self
                .claim_type(&[name.to_owned()], &position)
                .map(|name| self.reserve(name, description, sent));
            (id, fields, position)
        });
        for (id, fields, position) in &roots {
            if let Some(id) = *id {
                self.fill(id, fields, position);
            }
        }
    }

    /// Type names go from the member's own name to ever longer ones with the names around it in front.
    fn claim_type(&mut self, names: &[String], position: &Position) -> Option<Ident> {
        let candidates: Vec<Ident> = (1..=names.len())
            .rev()
            .filter_map(|first| naming::type_name(&names.get(first - 1..)?.join("_")))
            .collect();
        let origin = Origin { wire: names.join("."), span: self.file.place(&position.file).mark };
        self.types.first_free(&candidates, &origin)
    }

    fn shape(
        &mut self,
        name: Ident,
        description: Option<String>,
        fields: &[raw::Field],
        position: &Position,
    ) -> ShapeId {
        let id = self.reserve(name, description, position.sent);
        self.fill(id, fields, position);
        id
    }

    /// The place of a struct: before the ones nested in it.
    fn reserve(&mut self, name: Ident, description: Option<String>, sent: bool) -> ShapeId {
        self.shapes.push(Shape { name, description, sent, members: Vec::new() });
        ShapeId(self.shapes.len().saturating_sub(1))
    }

    fn fill(&mut self, id: ShapeId, fields: &[raw::Field], position: &Position) {
        let mut scope = Scope::default();
        let mut members = Vec::with_capacity(fields.len());
        for (index, field) in fields.iter().enumerate() {
            let file = position.file_step(&[index.into()]);
            let Some(ident) = self.claim_field(field, &file, &mut scope) else { continue };
            members.push(self.member(field, ident, &Position { file, ..position.clone() }));
        }
        if let Some(shape) = self.shapes.get_mut(id.0) {
            shape.members = members;
        }
    }

    fn claim_field(&mut self, field: &raw::Field, file: &[Step], scope: &mut Scope) -> Option<Ident> {
        let key = if field.rust_name.is_some() { "rust_name" } else { "name" };
        let ident = naming::field(field.rust_name.as_deref().unwrap_or(&field.name))?;
        let path: Vec<Step> = file.iter().cloned().chain([Step::from(key)]).collect();
        let origin = Origin { wire: field.name.clone(), span: self.file.place(&path).value };
        if let Err(first) = scope.claim(&ident, origin.clone()) {
            // The same wire name twice is reported as a duplicate already.
            if first.wire != origin.wire {
                let problem = collision(self.file, &ident, "the names", &first, &origin);
                self.diagnostics.push(
                    problem.help(format!("give `{}` another identifier: `rust_name: {ident}_2`", field.name)),
                );
            }
            return None;
        }
        Some(ident)
    }

    fn member(&mut self, field: &raw::Field, name: Ident, around: &Position) -> Member {
        let separator = if around.wire.is_empty() { "" } else { "." };
        let path = format!("{}{separator}{}", around.wire, field.name);
        let mut names = around.names.clone();
        names.push(field.name.clone());
        let position = Position { wire: path.clone(), names, ..around.clone() };
        let description = field.items.as_deref().and_then(|items| items.description.clone());
        let description = description.or_else(|| field.description.clone());
        let kind = self.kind(
            &Declared {
                kind: field.kind,
                fields: &field.fields,
                shape: field.shape.as_deref(),
                items: field.items.as_deref(),
                description,
            },
            Some(field),
            &position,
        );
        Member {
            wire: field.name.clone(),
            path,
            name,
            kind,
            required: field.required,
            default: field.default.clone(),
            example: field.example.clone(),
            values: field.values.clone(),
            constraints: field.constraints.clone(),
            deprecated: field.deprecated.clone(),
            sensitive: field.sensitive,
            description: field.description.clone(),
            notes: field.notes.clone(),
            disagrees: field.disagrees.clone(),
            item: field.items.as_deref().and_then(item),
        }
    }

    /// The type of a declaration. Values belong to the innermost scalar: those of an array are its items'.
    fn kind(&mut self, declared: &Declared<'_>, field: Option<&raw::Field>, position: &Position) -> Type {
        let scalar = match declared.kind {
            raw::Type::Object => return self.object(declared, position),
            raw::Type::Array => {
                let inner = self.items(declared, field, &step(position, "[]"));
                return Type::List(Box::new(inner));
            }
            raw::Type::Map => {
                let inner = self.items(declared, field, &step(position, "{}"));
                return Type::Map(Box::new(inner));
            }
            raw::Type::String => Scalar::String,
            raw::Type::Integer => Scalar::Integer,
            raw::Type::Long => Scalar::Long,
            raw::Type::Float => Scalar::Float,
            raw::Type::Double => Scalar::Double,
            raw::Type::Boolean => Scalar::Boolean,
            raw::Type::Any => Scalar::Any,
        };
        self.scalar(scalar, field, position)
    }

    fn object(&mut self, declared: &Declared<'_>, position: &Position) -> Type {
        if let Some(shape) = declared.shape {
            let within = self.within.as_deref().filter(|_| position.direct);
            // An unknown shape is reported by the check.
            return match self.names.reference(shape, within, position.sent) {
                Some(shared) => Type::Shared(shared),
                None => Type::Scalar(Scalar::Any),
            };
        }
        // An object without described members can hold anything.
        if declared.fields.is_empty() {
            return Type::Scalar(Scalar::Any);
        }
        let Some(name) = self.claim_type(&position.names, position) else {
            return Type::Scalar(Scalar::Any);
        };
        let position = Position { file: position.file_step(&["fields".into()]), ..position.clone() };
        Type::Object(self.shape(name, declared.description.clone(), declared.fields, &position))
    }

    fn items(&mut self, declared: &Declared<'_>, field: Option<&raw::Field>, position: &Position) -> Type {
        let Some(items) = declared.items else { return Type::Scalar(Scalar::Any) };
        let declared = Declared {
            kind: items.kind,
            fields: &items.fields,
            shape: items.shape.as_deref(),
            items: items.items.as_deref(),
            description: items.description.clone().or_else(|| declared.description.clone()),
        };
        self.kind(
            &declared,
            field,
            &Position { file: position.file_step(&["items".into()]), ..position.clone() },
        )
    }

    fn scalar(&mut self, scalar: Scalar, field: Option<&raw::Field>, position: &Position) -> Type {
        let Some(field) = field.filter(|field| !field.values.is_empty()) else { return Type::Scalar(scalar) };
        let Some(variants) = self.enumerations.variants(scalar, &field.values) else {
            return Type::Scalar(scalar);
        };
        if let Some(known) = self.enumerations.find(scalar, field.enumeration.as_deref(), &variants) {
            return Type::Enumeration(known);
        }
        self.check_variants(field, &variants, position);
        let name = match &field.enumeration {
            Some(name) => self.claim_type(std::slice::from_ref(name), position),
            None => self.claim_type(&position.names, position),
        };
        match name {
            Some(name) => Type::Enumeration(self.enumerations.add(name, scalar, field, variants)),
            None => Type::Scalar(scalar),
        }
    }

    /// Reports values of one list that become the same variant.
    fn check_variants(&mut self, field: &raw::Field, variants: &[super::Variant], position: &Position) {
        let depth = position.file.iter().rposition(|step| matches!(step, Step::Index(_)));
        let base = position.file.get(..depth.map_or(0, |depth| depth.saturating_add(1))).unwrap_or_default();
        let mut scope = Scope::default();
        for (index, variant) in variants.iter().enumerate() {
            let path: Vec<Step> =
                base.iter().cloned().chain(["values".into(), index.into(), "value".into()]).collect();
            let origin = Origin { wire: variant.value.clone(), span: self.file.place(&path).value };
            if let Err(first) = scope.claim(&variant.name, origin.clone()) {
                // The same value twice is reported as a duplicate already.
                if first.wire == origin.wire {
                    continue;
                }
                let problem = collision(self.file, &variant.name, "values", &first, &origin);
                self.diagnostics.push(
                    problem
                        .help(format!("give value `{}` of `{}` another `name:`", variant.value, field.name)),
                );
            }
        }
    }
}

/// A declaration of a type: a field's or an item's.
struct Declared<'a> {
    kind: raw::Type,
    fields: &'a [raw::Field],
    shape: Option<&'a str>,
    items: Option<&'a raw::Item>,
    description: Option<String>,
}

/// Into an array's items or a map's values. A list is named in the plural or ends in `List`; one item is neither.
fn step(position: &Position, mark: &str) -> Position {
    let mut position = position.clone();
    position.wire.push_str(mark);
    position.direct = false;
    if let Some(last) = position.names.last_mut()
        && let Some(stem) = last.strip_suffix("List")
        && !stem.is_empty()
    {
        *last = stem.to_owned();
    }
    position
}

fn item(items: &raw::Item) -> Option<Item> {
    let item = Item {
        name: items.name.clone(),
        description: items.description.clone(),
        example: items.example.clone(),
    };
    (item != Item { name: None, description: None, example: None }).then_some(item)
}
