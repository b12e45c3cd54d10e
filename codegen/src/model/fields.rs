use super::resolve::collision;
use crate::diagnostics::Diagnostics;
use crate::naming::{self, Ident, Origin, Scope};
use crate::source::{SourceFile, Step};
use crate::spec::raw;

/// Members of a struct that stand together in a file.
pub(super) struct Part<'a, 'f> {
    /// The file, and the list of members in it.
    pub(super) file: &'a SourceFile,
    pub(super) at: Vec<Step>,
    pub(super) fields: &'f [raw::Field],
    /// Whether the file was imported: then names that collide get numbers, and the next import keeps them.
    pub(super) imported: bool,
}

impl Part<'_, '_> {
    fn place(&self, index: usize, key: &'static str) -> std::ops::Range<usize> {
        let path: Vec<Step> = self.at.iter().cloned().chain([index.into(), key.into()]).collect();
        self.file.place(&path).value
    }

    fn origin(&self, index: usize, field: &raw::Field) -> Origin {
        let key = if field.rust_name.is_some() { "rust_name" } else { "name" };
        Origin { wire: field.name.clone(), span: self.place(index, key) }
    }
}

/// The identifiers of a struct's fields, part by part; `None` for what was reported.
///
/// Names that a file gives come first: a derived name makes way for them.
pub(super) fn claim(
    parts: &[Part<'_, '_>],
    mut scope: Scope,
    diagnostics: &mut Diagnostics,
) -> Vec<Vec<Option<Ident>>> {
    let explicit: Vec<Vec<Option<Ident>>> =
        parts.iter().map(|part| claim_explicit(part, &mut scope, diagnostics)).collect();
    let given = scope.clone();
    let derived = |(part, explicit): (&Part<'_, '_>, Vec<Option<Ident>>)| {
        let fields = part.fields.iter().zip(explicit).enumerate();
        fields
            .map(|(index, (field, explicit))| match field.rust_name {
                Some(_) => explicit,
                None => claim_derived(part, index, field, &given, &mut scope, diagnostics),
            })
            .collect()
    };
    parts.iter().zip(explicit).map(derived).collect()
}

fn claim_explicit(
    part: &Part<'_, '_>,
    scope: &mut Scope,
    diagnostics: &mut Diagnostics,
) -> Vec<Option<Ident>> {
    let mut claim = |(index, field): (usize, &raw::Field)| {
        let ident = naming::field(field.rust_name.as_deref()?);
        let origin = part.origin(index, field);
        match scope.claim(&ident, origin.clone()) {
            Ok(()) => Some(ident),
            Err(first) => {
                report(part, &ident, field, &first, &origin, diagnostics);
                None
            }
        }
    };
    part.fields.iter().enumerate().map(&mut claim).collect()
}

fn claim_derived(
    part: &Part<'_, '_>,
    index: usize,
    field: &raw::Field,
    given: &Scope,
    scope: &mut Scope,
    diagnostics: &mut Diagnostics,
) -> Option<Ident> {
    let ident = naming::field(&field.name);
    let origin = part.origin(index, field);
    let Err(first) = scope.claim(&ident, origin.clone()) else { return Some(ident) };
    // The same wire name twice is reported as a duplicate already.
    if first.wire == origin.wire {
        return None;
    }
    if part.imported || given.holds(&ident) {
        return scope.first_free(&[ident], &origin);
    }
    report(part, &ident, field, &first, &origin, diagnostics);
    None
}

fn report(
    part: &Part<'_, '_>,
    ident: &Ident,
    field: &raw::Field,
    first: &Origin,
    origin: &Origin,
    diagnostics: &mut Diagnostics,
) {
    let problem = collision(part.file, ident, "the names", first, origin);
    let help = format!("give `{}` another identifier: `rust_name: {ident}_2`", field.name);
    diagnostics.push(problem.help(help));
}
