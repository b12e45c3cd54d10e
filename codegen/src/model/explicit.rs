use super::enumerations::List;
use super::position::Declared;
use super::resolve::collision;
use super::scalars::scalar;
use super::shapes::Shapes;
use crate::naming::{self, Ident, Origin};
use crate::source::Step;
use crate::spec::raw;

/// The names of types that files give themselves. They are claimed before any name is derived, wherever they stand.
impl Shapes<'_> {
    /// Claims those of the fields at a place of the file, and of all that is in them.
    ///
    /// `borrowed`: they are those of a shared shape whose fields stand in here. Its own module reports what collides.
    pub(super) fn claim_explicit(&mut self, fields: &[raw::Field], at: &[Step], borrowed: bool) {
        for (index, field) in fields.iter().enumerate() {
            let at: Vec<Step> = at.iter().cloned().chain([index.into()]).collect();
            self.claim_declared(&Declared::by_field(field), Some(field), &at, &at, borrowed);
        }
    }

    /// Claims those of a declaration at `at`, whose values stand at `field_at`.
    pub(super) fn claim_declared(
        &mut self,
        declared: &Declared<'_>,
        field: Option<&raw::Field>,
        at: &[Step],
        field_at: &[Step],
        borrowed: bool,
    ) {
        let below = |step: &'static str| at.iter().cloned().chain([step.into()]).collect::<Vec<Step>>();
        match declared.kind {
            raw::Type::Object => {
                if let Some(name) = declared.type_name.filter(|_| declared.is_struct()) {
                    self.claim_name(name, &below("type_name"), borrowed);
                }
                if declared.shape.is_none() {
                    self.claim_explicit(declared.fields, &below("fields"), borrowed);
                }
            }
            raw::Type::Array | raw::Type::Map => {
                if let Some(inner) = declared.inner() {
                    self.claim_declared(&inner, field, &below("items"), field_at, borrowed);
                }
            }
            kind => {
                let named = field.and_then(|field| Some((field, field.enumeration.as_deref()?)));
                if let (Some((field, name)), Some(scalar)) = (named, scalar(kind)) {
                    let list = List { scalar, values: &field.values, imported: self.imported };
                    let at: Vec<Step> = field_at.iter().cloned().chain(["enumeration".into()]).collect();
                    self.claim_list(name, &list, &at, borrowed);
                }
            }
        }
    }

    /// Equal lists of one name are one enumeration.
    fn claim_list(&mut self, name: &str, list: &List<'_>, at: &[Step], borrowed: bool) {
        let Some(variants) = list.variants() else { return };
        let Some(ident) = naming::type_name(name) else { return };
        if self.enumerations.is_named(&ident, list.scalar, &variants) {
            return;
        }
        if let Some(ident) = self.claim_name(name, at, borrowed) {
            self.enumerations.name(ident, list.scalar, variants);
        }
    }

    fn claim_name(&mut self, name: &str, at: &[Step], borrowed: bool) -> Option<Ident> {
        let ident = naming::type_name(name)?;
        let origin = Origin { wire: name.to_owned(), span: self.file.place(at).value };
        match self.types.claim(&ident, origin.clone()) {
            Ok(()) => Some(ident),
            Err(_) if borrowed => None,
            Err(first) => {
                let problem = collision(self.file, &ident, "the types", &first, &origin);
                self.diagnostics.push(problem.help("give one of the two another name"));
                None
            }
        }
    }
}
