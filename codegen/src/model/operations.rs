use super::members::field_of;
use super::resolve::origin;
use super::shapes::Shapes;
use super::shared::SharedNames;
use super::{Method, Operation, Parameter, Security};
use crate::diagnostics::{Diagnostic, Diagnostics, codes};
use crate::naming::{self, Origin, Scope};
use crate::spec::{OperationSpec, ProductSpec, raw};

/// Resolves one operation; `None` when it has no usable name or one that is taken, which is reported.
pub(super) fn resolve(
    product: &ProductSpec,
    spec: &OperationSpec,
    modules: &mut Scope,
    names: &SharedNames,
    diagnostics: &mut Diagnostics,
) -> Option<Operation> {
    let raw = &spec.operation;
    let module = naming::module(&raw.name)?;
    let place = Origin { wire: raw.name.clone(), span: spec.file.place(&["name".into()]).value };
    if let Err(first) = modules.claim(&module, place.clone()) {
        // The same operation twice is reported as a duplicate already.
        if first.wire != place.wire {
            diagnostics.push(collision(spec, &module, &first.wire));
        }
        return None;
    }
    let mut shapes = Shapes::new(&spec.file, raw.origin.is_some(), names, diagnostics);
    let request: Vec<raw::Field> = raw.parameters.iter().map(field_of).collect();
    let reply = shapes.roots(product, spec, &request);
    let definitions = shapes.finish(module.clone());
    let method = raw.methods.iter().copied().find(|method| *method == Method::Post);
    Some(Operation {
        name: raw.name.clone(),
        method_name: naming::method(&raw.name)?,
        module,
        summary: raw.summary.clone(),
        description: raw.description.clone(),
        kind: raw.kind,
        method: method.or_else(|| raw.methods.first().copied())?,
        methods: raw.methods.clone(),
        path: raw.path.clone(),
        security: security(raw),
        streams: raw.streams,
        pagination: raw.pagination.clone(),
        asynchronous: raw.asynchronous.clone(),
        authorization: raw.authorization.clone(),
        deprecated: raw.deprecated.clone(),
        parameters: raw
            .parameters
            .iter()
            .map(|parameter| Parameter {
                position: parameter.position,
                style: parameter.style,
                untyped: parameter.kind == raw::Type::Byte,
            })
            .collect(),
        reply_body: reply.body,
        reply_headers: reply.headers,
        status: raw.reply.as_ref().and_then(|reply| reply.status),
        reply_title: raw.reply.as_ref().and_then(|reply| reply.title.clone()),
        definitions,
        samples: raw.samples.clone(),
        errors: raw.errors.clone(),
        sources: raw.sources.clone(),
        history: raw.history.clone(),
        origin: origin(&spec.file),
    })
}

/// Without a word of it, an access key.
fn security(raw: &raw::Operation) -> Vec<Security> {
    if raw.security.is_empty() { vec![Security::AccessKey] } else { raw.security.clone() }
}

/// Two operations, one module: the other one stands in another file.
fn collision(spec: &OperationSpec, module: &naming::Ident, first: &str) -> Diagnostic {
    let name = &spec.operation.name;
    Diagnostic::error(
        codes::IDENTIFIER_COLLISION,
        format!("operations `{first}` and `{name}` both become the module `{module}`"),
    )
    .at(&spec.file.source, spec.file.place(&["name".into()]).value, format!("becomes `{module}` again"))
    .help("leave one of the two out: names that differ only in case or punctuation cannot both be modules")
}
