//! Components.

use super::super::raw::{Boxed, Members, SchemaBox};
use super::super::{Component, Components, FindingKind};
use super::context::Context;
use super::cycles;
use super::place::Place;
use super::schema::{Site, schema};
use super::values::Values;

/// Reads components, those of the second document that are referred to among them. Comes last of all: only then
/// it is known which these are.
pub(super) fn components<'a>(raw: Members<'_, SchemaBox<'_>>, context: &mut Context<'a>) -> Components {
    let place = &Place::Root("components");
    Values { context, place }.structure("schemas", "an object", raw.found);
    context.report_twice(place, &raw.twice);
    let mut components = Components::default();
    for (name, raw) in raw.entries {
        if name.trim().is_empty() {
            context.report(place, FindingKind::NameMissing, "a component without a name; left out");
            continue;
        }
        let prose = context.prose.as_ref();
        let told = prose.and_then(|prose| prose.component(&name));
        let told = told.or_else(|| context.spelled_out.get(name.as_ref()).copied());
        let schema = schema(raw, told, Site::Inner, &Place::Component(&name), context);
        components.put(Component { name: name.into_owned(), schema });
    }
    // Those of the second document may refer to more of them.
    let mut next = 0;
    while let Some(name) = context.foreign.get(next).cloned() {
        next += 1;
        let raw = context.prose.as_ref().and_then(|prose| prose.component(&name)).cloned();
        let raw = Boxed(Box::new(raw.unwrap_or_default()));
        let schema = schema(raw, None, Site::Inner, &Place::Component(&name), context);
        components.put(Component { name, schema });
    }
    cycles::break_up(&mut components, context);
    components
}
