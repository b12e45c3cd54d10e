use super::enumerations::{Enumerations, List};
use super::fields::{Part, claim};
use super::position::{Declared, Position};
use super::resolve::collision;
use super::scalars::scalar;
use super::shared::SharedNames;
use super::{Definitions, Item, Member, Scalar, Shape, ShapeId, Type, Variant};
use crate::diagnostics::Diagnostics;
use crate::naming::{self, Ident, Origin, Scope};
use crate::source::{SourceFile, Step};
use crate::spec::{ShapeSpec, raw};

/// Collects the structs and enumerations of one operation; all of them share one scope of type names.
pub(super) struct Shapes<'a> {
    pub(super) file: &'a SourceFile,
    /// Whether the file was imported.
    pub(super) imported: bool,
    names: &'a SharedNames,
    /// The shared shape that is being collected; none while it is an operation.
    within: Option<String>,
    pub(super) diagnostics: &'a mut Diagnostics,
    pub(super) types: Scope,
    shapes: Vec<Shape>,
    pub(super) enumerations: Enumerations,
}

impl<'a> Shapes<'a> {
    pub(super) fn new(
        file: &'a SourceFile,
        imported: bool,
        names: &'a SharedNames,
        diagnostics: &'a mut Diagnostics,
    ) -> Self {
        Self {
            file,
            imported,
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

    /// Goes on in the file of a shared shape.
    pub(super) fn enter(&mut self, spec: &'a ShapeSpec) {
        self.file = &spec.file;
        self.imported = spec.shape.origin.is_some();
        self.within = Some(spec.shape.name.clone());
    }

    /// Adds a shared shape. Its type name is already chosen.
    pub(super) fn shared(&mut self, spec: &'a ShapeSpec, name: &Ident, sent: bool) -> ShapeId {
        self.enter(spec);
        let position = Position::root(sent, vec![spec.shape.name.clone()], vec!["fields".into()]);
        self.shape(name.clone(), spec.shape.description.clone(), &spec.shape.fields, &position)
    }

    /// Keeps a type name from the nested structs.
    pub(super) fn keep(&mut self, name: &Ident) {
        let origin = Origin { wire: name.to_string(), span: 0..0 };
        // The name was made in a scope of its own, so it is free here.
        let _ = self.types.claim(name, origin);
    }

    /// Type names go from the member's own name to ever longer ones with the names around it in front.
    pub(super) fn claim_type(&mut self, names: &[String], position: &Position) -> Option<Ident> {
        let mut candidates: Vec<Ident> = (1..=names.len())
            .rev()
            .filter_map(|first| naming::type_name(&names.get(first - 1..)?.join("_")))
            .collect();
        if candidates.is_empty() {
            // No letter in any of them.
            candidates.push(naming::variant(&names.concat()));
        }
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
        let part = Part { file: self.file, at: position.file.clone(), fields, imported: self.imported };
        let members = self.members(&[part], Scope::default(), position);
        self.fill(id, members);
        id
    }

    /// The place of a struct: before the ones nested in it.
    pub(super) fn reserve(&mut self, name: Ident, description: Option<String>, sent: bool) -> ShapeId {
        self.shapes.push(Shape { name, description, sent, members: Vec::new() });
        ShapeId(self.shapes.len().saturating_sub(1))
    }

    pub(super) fn fill(&mut self, id: ShapeId, members: Vec<Member>) {
        if let Some(shape) = self.shapes.get_mut(id.0) {
            shape.members = members;
        }
    }

    /// The members of a struct, part by part. `scope` holds what is taken already.
    pub(super) fn members(
        &mut self,
        parts: &[Part<'a, '_>],
        scope: Scope,
        position: &Position,
    ) -> Vec<Member> {
        let claimed = claim(parts, scope, self.diagnostics);
        let mut members = Vec::new();
        for (part, idents) in parts.iter().zip(claimed) {
            (self.file, self.imported) = (part.file, part.imported);
            for (index, (field, ident)) in part.fields.iter().zip(idents).enumerate() {
                let Some(ident) = ident else { continue };
                let file = part.at.iter().cloned().chain([index.into()]).collect();
                members.push(self.member(field, ident, &Position { file, ..position.clone() }));
            }
        }
        members
    }

    fn member(&mut self, field: &raw::Field, name: Ident, around: &Position) -> Member {
        let separator = if around.wire.is_empty() { "" } else { "." };
        let path = format!("{}{separator}{}", around.wire, field.name);
        let mut names = around.names.clone();
        names.push(field.name.clone());
        let position = Position { wire: path.clone(), names, ..around.clone() };
        let kind = self.kind(&Declared::by_field(field), Some(field), &position);
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
            file_url: field.file_url,
            description: field.description.clone(),
            notes: field.notes.clone(),
            disagrees: field.disagrees.clone(),
            item: field.items.as_deref().and_then(item),
        }
    }

    /// The type of a declaration. Values belong to the innermost scalar: those of an array are its items'.
    pub(super) fn kind(
        &mut self,
        declared: &Declared<'_>,
        field: Option<&raw::Field>,
        position: &Position,
    ) -> Type {
        match declared.kind {
            raw::Type::Array => Type::List(Box::new(self.items(declared, field, &position.items("[]")))),
            raw::Type::Map => Type::Map(Box::new(self.items(declared, field, &position.items("{}")))),
            kind => match scalar(kind) {
                Some(scalar) => self.scalar(scalar, field, position),
                None => self.object(declared, position),
            },
        }
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
        if declared.fields.is_empty() {
            return Type::Scalar(Scalar::Object);
        }
        let name = match declared.type_name.and_then(naming::type_name) {
            Some(name) => Some(name),
            None => self.claim_type(&position.names, position),
        };
        let Some(name) = name else { return Type::Scalar(Scalar::Any) };
        let position = Position { file: position.file_step(&["fields".into()]), ..position.clone() };
        Type::Object(self.shape(name, declared.description.clone(), declared.fields, &position))
    }

    fn items(&mut self, declared: &Declared<'_>, field: Option<&raw::Field>, position: &Position) -> Type {
        match declared.inner() {
            Some(inner) => self.kind(&inner, field, position),
            None => Type::Scalar(Scalar::Any),
        }
    }

    fn scalar(&mut self, scalar: Scalar, field: Option<&raw::Field>, position: &Position) -> Type {
        let Some(field) = field.filter(|field| !field.values.is_empty()) else { return Type::Scalar(scalar) };
        let list = List { scalar, values: &field.values, imported: self.imported };
        let Some(variants) = list.variants() else { return Type::Scalar(scalar) };
        let given = self.enumerations.name_of(field.enumeration.as_deref(), scalar, &variants);
        if let Some(known) = self.enumerations.find(given.as_ref(), scalar, &variants) {
            return Type::Enumeration(known);
        }
        self.check_variants(field, &variants, position);
        match given.or_else(|| self.claim_type(&position.names, position)) {
            Some(name) => {
                let description = field.description.clone();
                Type::Enumeration(self.enumerations.add(name, scalar, description, variants))
            }
            None => Type::Scalar(scalar),
        }
    }

    /// Reports values of one list that become the same variant.
    fn check_variants(&mut self, field: &raw::Field, variants: &[Variant], position: &Position) {
        let depth = position.file.iter().rposition(|step| matches!(step, Step::Index(_)));
        let base = position.file.get(..depth.map_or(0, |depth| depth.saturating_add(1))).unwrap_or_default();
        let mut scope = Scope::default();
        for variant in variants {
            let listed = field.values.iter().enumerate().find(|(_, value)| value.value == variant.value);
            let Some((index, value)) = listed else { continue };
            let key = if value.name.is_some() { "name" } else { "value" };
            let path: Vec<Step> =
                base.iter().cloned().chain(["values".into(), index.into(), key.into()]).collect();
            let origin = Origin { wire: variant.value.clone(), span: self.file.place(&path).value };
            if let Err(first) = scope.claim(&variant.name, origin.clone()) {
                let problem = collision(self.file, &variant.name, "values", &first, &origin);
                self.diagnostics.push(
                    problem
                        .help(format!("give value `{}` of `{}` another `name:`", variant.value, field.name)),
                );
            }
        }
    }
}

fn item(items: &raw::Item) -> Option<Item> {
    let item = Item {
        name: items.name.clone(),
        description: items.description.clone(),
        example: items.example.clone(),
    };
    (item != Item { name: None, description: None, example: None }).then_some(item)
}
