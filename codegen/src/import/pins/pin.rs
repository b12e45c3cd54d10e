use super::assign::{Collect, Wanted};
use super::history::{History, scope};
use super::visit;
use super::write::Write;
use crate::import::Imported;
use crate::naming;

/// Writes a name into the spec wherever the derived one is taken, or is not the one of the earlier import.
pub fn pin(imported: &mut Imported, history: &History) {
    for operation in &mut imported.operations {
        let (request, reply) = (scope("request", &operation.name), scope("reply", &operation.name));
        let mut wanted = Wanted::default();
        let known = history.names(&request);
        visit::request(operation, &mut Collect { scope: &request, known, wanted: &mut wanted });
        let known = history.names(&reply);
        visit::reply(operation, &mut Collect { scope: &reply, known, wanted: &mut wanted });
        let chosen = wanted.choose(["Request", "Reply"].map(str::to_owned));
        let known = history.names(&request);
        visit::request(operation, &mut Write { scope: &request, known, chosen: &chosen });
        let known = history.names(&reply);
        visit::reply(operation, &mut Write { scope: &reply, known, chosen: &chosen });
    }
    // All shared shapes of a product stand in one module.
    let mut wanted = Wanted::default();
    let names: Vec<String> = imported.shapes.iter().map(|shape| scope("shape", &shape.name)).collect();
    for (shape, scope) in imported.shapes.iter_mut().zip(&names) {
        visit::shape(shape, &mut Collect { scope, known: history.names(scope), wanted: &mut wanted });
    }
    let own = imported.shapes.iter().filter_map(|shape| naming::type_name(&shape.name));
    let chosen = wanted.choose(own.map(|name| name.as_str().to_owned()));
    for (shape, scope) in imported.shapes.iter_mut().zip(&names) {
        visit::shape(shape, &mut Write { scope, known: history.names(scope), chosen: &chosen });
    }
}
