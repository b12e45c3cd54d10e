use super::Import;
use super::prepare::{Prepared, Texts};
use super::verify::verify;
use crate::diagnostics::Diagnostics;
use crate::error::Error;
use crate::import::corrections::{self, Corrections};
use crate::import::lower::{Lowered, lower};
use crate::import::metadata::{self, RefusalKind};
use crate::import::pins::{History, pin};
use crate::import::report::{Done, Outcome};
use crate::import::settle;
use crate::import::write::{
    Action, Folder, Kept, Only, Place, Plan, Planned, Products, WriteOptions, plan_in,
};
use crate::model;
use crate::schema::FileKind;

/// Imports one document.
pub(super) fn import(prepared: &mut Prepared, only: &Only, import: &Import, jobs: usize) -> Outcome {
    if let Some(error) = prepared.failed.take() {
        return Outcome::Failed(error);
    }
    if is_unwanted(prepared, only) {
        return Outcome::NotWanted;
    }
    let texts = match prepared.texts(&import.limits) {
        Ok(texts) => texts,
        Err(error) => return Outcome::Failed(error),
    };
    match attempt(&texts, prepared, only, import, jobs) {
        Ok(outcome) => outcome,
        Err(error) => Outcome::Failed(error),
    }
}

/// Whether none of its operations was asked for.
fn is_unwanted(prepared: &Prepared, only: &Only) -> bool {
    let (Some(identity), Some(place)) = (&prepared.identity, &prepared.place) else { return false };
    let names = &identity.apis.0;
    !names.is_empty() && !names.iter().any(|name| only.wants(&place.module, name))
}

fn attempt(
    texts: &Texts,
    prepared: &Prepared,
    only: &Only,
    import: &Import,
    jobs: usize,
) -> Result<Outcome, Error> {
    let document = match metadata::read(&texts.structure, texts.prose.as_deref()) {
        Ok(document) => document,
        Err(refusal) if refusal.kind == RefusalKind::Gateway => return Ok(Outcome::Gateway(refusal)),
        Err(refusal) => return Ok(Outcome::Refused(refusal)),
    };
    let place = match &prepared.place {
        Some(place) => place.clone(),
        None => Products::read(&import.out).place(&document.product, &document.version)?,
    };
    let folder = Folder::read(&import.out, &place)?;
    let corrections = Corrections::read(&import.out, &place)?;
    // What lies there from an earlier import is read as well, so that references to it stay what they are.
    let is_wanted = |name: &str| only.wants(&place.module, name) || folder.describes(name);
    let Lowered { mut imported, mut skipped, values_found, samples_left_out } = lower(&document, is_wanted);
    let unwanted = |name: &str| !is_wanted(name) && document.apis.iter().any(|api| api.name == name);
    let unused = |name: &str| {
        !only.is_all()
            && document.components.get(name).is_some()
            && !imported.shapes.iter().any(|shape| shape.name == name)
    };
    let corrections = corrections.about(|name| !unwanted(name), |name| !unused(name));
    let applied = corrections::apply(&corrections, &mut imported)?;
    settle(&mut imported);
    imported.product.module.clone_from(&place.module);
    pin(&mut imported, &history(&folder, jobs));
    if applied.count > 0 {
        verify(&imported, &place)?;
    }
    skipped.retain(|skipped| only.wants(&place.module, &skipped.operation));
    let options = WriteOptions { only: only.clone(), replace: import.replace, place: Some(place.clone()) };
    let plan = plan_in(&imported, &import.out, &folder, &options)?;
    if !import.check {
        plan.apply()?;
    }
    let wanted = imported.operations.iter().filter(|operation| only.wants(&place.module, &operation.name));
    let operations = wanted.count().saturating_sub(by_hand(&plan));
    let Place { folder, .. } = place;
    Ok(Outcome::Done(Box::new(Done {
        product: document.product,
        version: document.version,
        folder,
        operations,
        skipped,
        values_found,
        samples_left_out,
        applied,
        findings: document.findings,
        plan,
    })))
}

/// Number of operations that are not imported, since somebody describes them.
fn by_hand(plan: &Plan) -> usize {
    let is_by_hand = |file: &&Planned| {
        file.action == Action::Keep(Kept::ByHand) && FileKind::of(&file.path) == FileKind::Operation
    };
    plan.files.iter().filter(is_by_hand).count()
}

/// The names that the files of an earlier import are generated with.
fn history(folder: &Folder, jobs: usize) -> History {
    if folder.is_empty() {
        return History::default();
    }
    History::of(&model::resolve(&folder.specs(jobs), &mut Diagnostics::new()))
}
