use super::Imported;
use crate::check::{Shapes, departures, example_disagreements};
use crate::spec::raw::{Field, Item};

/// Records where a document contradicts itself: examples that are no values of their type or are not listed, and sample replies that show
/// something else than the description. `check` demands these records of every spec.
pub fn settle(imported: &mut Imported) {
    for shape in &mut imported.shapes {
        shape.fields.iter_mut().for_each(field);
    }
    for operation in &mut imported.operations {
        for parameter in &mut operation.parameters {
            parameter.disagrees = example_disagreements(&*parameter);
            parameter.fields.iter_mut().for_each(field);
            inside(parameter.items.as_deref_mut());
        }
        if let Some(reply) = &mut operation.reply {
            reply.fields.iter_mut().chain(&mut reply.headers).for_each(field);
            inside(reply.items.as_deref_mut());
        }
    }
    let shapes: Shapes<'_> = imported.shapes.iter().map(|shape| (shape.name.as_str(), shape)).collect();
    for operation in &mut imported.operations {
        let mut samples = std::mem::take(&mut operation.samples);
        // What is no JSON was left out before.
        samples.retain_mut(|sample| match departures(operation, &shapes, &sample.body) {
            Ok(departs) => {
                sample.departs = departs;
                true
            }
            Err(_) => false,
        });
        operation.samples = samples;
    }
}

fn field(field: &mut Field) {
    field.disagrees = example_disagreements(&*field);
    field.fields.iter_mut().for_each(self::field);
    inside(field.items.as_deref_mut());
}

fn inside(item: Option<&mut Item>) {
    let Some(item) = item else { return };
    item.fields.iter_mut().for_each(field);
    inside(item.items.as_deref_mut());
}
