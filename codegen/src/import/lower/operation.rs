use super::kind::Context;
use super::{call, errors, pagination, parameter, reply, sample};
use crate::import::metadata::{Api, Call};
use crate::import::prose;
use crate::spec::raw;

/// One operation.
pub(super) fn operation(api: &Api, context: &mut Context<'_>) -> raw::Operation {
    let parameters: Vec<_> =
        api.parameters.iter().map(|found| parameter::parameter(found, context)).collect();
    let reply = api.success.as_ref().and_then(|success| reply::reply(success, context));
    let samples = sample::samples(&api.demos, reply.as_ref(), context);
    let (product, version) = (&context.document.product, &context.document.version);
    let path = match &api.call {
        Call::Action => None,
        Call::Path(path) => Some(path.clone()),
    };
    let pagination = pagination::infer(&parameters, reply.as_ref());
    let (summary, description) = texts(api, context);
    raw::Operation {
        name: api.name.clone(),
        summary,
        description,
        kind: call::effect(api),
        methods: call::methods(api),
        path,
        security: call::security(api),
        streams: api.streams(),
        authorization: call::authorization(&api.ram_actions),
        parameters,
        reply,
        pagination,
        asynchronous: api.asynchronous.as_ref().map(|found| call::asynchronous(found, product, version)),
        samples,
        errors: api.errors.iter().map(|error| errors::error(error, context)).collect(),
        sources: Vec::new(),
        history: Vec::new(),
        deprecated: api.deprecated.then(|| deprecated(api, context)),
        origin: None,
        allow: Vec::new(),
    }
}

/// The summary, and a description that says more than it.
fn texts(api: &Api, context: &Context<'_>) -> (String, Option<String>) {
    let clean = |text: &Option<String>| {
        let text = prose::clean(text.as_deref()?, context);
        (!text.is_empty()).then_some(text)
    };
    let description = clean(&api.description);
    let title = api.title.as_ref().filter(|title| **title != api.name);
    let first = api.summary.as_ref().or(api.description.as_ref()).or(title);
    let summary = first.map(|text| prose::summary(text, context)).filter(|text| !text.is_empty());
    // What is cut off a long summary is not lost.
    let whole = clean(&first.cloned()).filter(|_| summary.as_ref().is_some_and(|text| text.ends_with('…')));
    let description = match (whole, description) {
        (Some(whole), Some(description)) if !description.contains(&whole) => {
            Some(format!("{whole}\n\n{description}"))
        }
        (Some(whole), None) => Some(whole),
        (_, description) => description,
    };
    let summary = summary.unwrap_or_else(|| format!("Calls `{}`.", api.name));
    let description = description.filter(|text| *text != summary);
    (summary, description)
}

fn deprecated(api: &Api, context: &Context<'_>) -> String {
    let (product, version) = (&context.document.product, &context.document.version);
    let names = &api.replacement.operations;
    if !names.is_empty() {
        let names: Vec<String> =
            names.iter().map(|name| format!("`{}`", call::qualified(name, product, version))).collect();
        return format!("Use {} instead.", names.join(" or "));
    }
    let reason = api.replacement.none_because.as_deref().map(|text| prose::summary(text, context));
    reason.filter(|text| !text.is_empty()).unwrap_or_else(|| "Should not be used any more.".to_owned())
}
