use super::change::{change, set};
use super::file::{Corrections, Fault};
use super::locate::{self, Found};
use super::pages;
use super::slots::Slots;
use crate::diagnostics::{Diagnostics, suggest};
use crate::error::{Error, ErrorKind};
use crate::import::Imported;
use crate::spec::raw::{Correction, Operation, Type};

/// What corrections did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// How many there are.
    pub count: usize,
    /// Operations that were left out, each with the reason.
    pub dropped: Vec<(String, String)>,
}

/// Applies corrections to what was imported, in their order.
///
/// # Errors
/// One of them does not apply (any more). What was imported is of no use then.
pub fn apply(corrections: &Corrections, imported: &mut Imported) -> Result<Applied, Error> {
    let mut applied = Applied::default();
    let mut problems = Diagnostics::new();
    for (index, correction) in &corrections.all {
        match one(correction, imported, &mut applied) {
            Ok(()) => applied.count += 1,
            Err((key, fault)) => problems.push(corrections.problem(*index, key, &fault)),
        }
    }
    if problems.is_empty() { Ok(applied) } else { Err(ErrorKind::Problems(problems).into()) }
}

/// The key that is to blame, and why.
type Failed = (&'static str, Fault);

fn one(correction: &Correction, imported: &mut Imported, applied: &mut Applied) -> Result<(), Failed> {
    let at = correction.at.as_deref();
    if let Some(name) = &correction.shape {
        let names = imported.shapes.iter().map(|shape| shape.name.as_str());
        let unknown = unknown("shared shape", name, names);
        let shape = imported.shapes.iter_mut().find(|shape| shape.name == *name);
        let found = locate::in_shape(shape.ok_or(("shape", unknown))?, at).map_err(|fault| ("at", fault))?;
        return member(found, correction, at).map(|_| ());
    }
    let name = correction.operation.as_deref().unwrap_or_default();
    let names = imported.operations.iter().map(|operation| operation.name.as_str());
    let unknown = unknown("operation", name, names);
    let index = imported.operations.iter().position(|operation| operation.name == name);
    if correction.drop && at.is_none() {
        let index = index.ok_or(("operation", unknown))?;
        let operation = imported.operations.remove(index);
        applied.dropped.push((operation.name, correction.reason.clone()));
        return Ok(());
    }
    let operation =
        index.and_then(|index| imported.operations.get_mut(index)).ok_or(("operation", unknown))?;
    if at.is_none() && whole(operation, correction)? {
        return Ok(());
    }
    let found = locate::in_operation(operation, at).map_err(|fault| ("at", fault))?;
    let renamed = member(found, correction, at)?;
    if let Some(reply) = operation.reply.as_mut().filter(|reply| reply.kind == Some(Type::Object)) {
        // So it is where nothing is said.
        reply.kind = None;
    }
    if let (Some((old, new)), Some(at)) = (renamed, at) {
        pages::follow(operation, at, &old, new.as_deref());
    }
    Ok(())
}

/// Facts that only operations have. Tells whether the correction is about one of them.
fn whole(operation: &mut Operation, correction: &Correction) -> Result<bool, Failed> {
    let place = format!("`{}`", operation.name);
    if let Some(effect) = correction.effect {
        set(&mut operation.kind, effect, &place, "kind").map_err(|fault| ("kind", fault))?;
    } else if let Some(pagination) = &correction.pagination {
        set(&mut operation.pagination, Some(pagination.clone()), &place, "pagination")
            .map_err(|fault| ("pagination", fault))?;
    } else if correction.no_pagination {
        set(&mut operation.pagination, None, &place, "pagination")
            .map_err(|fault| ("no_pagination", fault))?;
    } else if let Some(asynchronous) = &correction.asynchronous {
        set(&mut operation.asynchronous, Some(asynchronous.clone()), &place, "asynchronous")
            .map_err(|fault| ("asynchronous", fault))?;
    } else {
        return Ok(false);
    }
    Ok(true)
}

/// A name before and after a correction; `None` where it is gone.
type Renamed = Option<(String, Option<String>)>;

fn member(found: Found<'_>, correction: &Correction, at: Option<&str>) -> Result<Renamed, Failed> {
    let key = super::form::changes(correction).first().copied().unwrap_or("reason");
    let place = at.map_or_else(|| "it".to_owned(), |at| format!("`{at}`"));
    let fault = |fault| (key, fault);
    match (found, &correction.rename) {
        (Found::Parameter(list, index), Some(new)) => {
            let taken = list.iter().any(|parameter| parameter.name == *new);
            let name = list.get_mut(index).map(|parameter| &mut parameter.name);
            rename(name, taken, new, &place).map_err(fault)
        }
        (Found::Field(list, index), Some(new)) => {
            let taken = list.iter().any(|field| field.name == *new);
            let name = list.get_mut(index).map(|field| &mut field.name);
            rename(name, taken, new, &place).map_err(fault)
        }
        (Found::Parameter(list, index), None) if correction.drop && index < list.len() => {
            Ok(Some((list.remove(index).name, None)))
        }
        (Found::Field(list, index), None) if correction.drop && index < list.len() => {
            Ok(Some((list.remove(index).name, None)))
        }
        (found, _) => {
            let gone = || fault(Fault::stale(format!("{place} is gone")));
            let slots = Slots::of(found).ok_or_else(gone)?;
            change(slots, correction, &place).map_err(fault).map(|()| None)
        }
    }
}

fn rename(name: Option<&mut String>, taken: bool, new: &str, place: &str) -> Result<Renamed, Fault> {
    let Some(name) = name else { return Ok(None) };
    if *name == new {
        return Err(Fault::stale(format!("{place} has this name already")));
    }
    if taken {
        let help = "the document has both by now: delete the correction, or drop one of them";
        return Err(Fault::new(format!("there is a `{new}` beside {place} already"), "taken", help));
    }
    let old = std::mem::replace(name, new.to_owned());
    Ok(Some((old, Some(new.to_owned()))))
}

fn unknown<'a>(what: &str, name: &str, names: impl Iterator<Item = &'a str>) -> Fault {
    let help = match suggest(name, names) {
        Some(near) => format!("did you mean `{near}`? Else it no longer applies: delete it"),
        None => "it no longer applies, or what it is about is not imported: delete it".to_owned(),
    };
    Fault::new(format!("the document has no {what} `{name}`"), "not there", help)
}
