//! Operations.

use super::super::raw::{Found, Loose, RawApi};
use super::super::{Api, Effect, FindingKind, Method, Position, Style};
use super::asynchronous::{asynchronous, replacement};
use super::context::Context;
use super::demos::demos;
use super::errors::errors;
use super::parameters::parameters;
use super::permissions::actions;
use super::place::Place;
use super::replies::success;
use super::security::security;
use super::values::Values;
use super::{paths, prose};

/// Reads an operation; `told` is the same one in the second document.
pub(super) fn api<'a>(
    name: &str,
    mut raw: RawApi<'_>,
    told: Option<&'a RawApi<'a>>,
    style: &Style,
    context: &mut Context<'a>,
) -> Option<Api> {
    let place = &Place::Root(name);
    if name.trim().is_empty() {
        let text = "an operation without a name; left out";
        context.report(&Place::Root("apis"), FindingKind::NameMissing, text);
        return None;
    }
    if raw.found != Found::Expected {
        context.report(place, FindingKind::ValueType, "it is no object; left out");
        return None;
    }
    context.report_twice(place, &raw.twice);
    let written = std::mem::take(&mut raw.parameters);
    let mut parameters = parameters(written, told.map(|told| &told.parameters), place, context);
    let call = paths::call(&raw.path, style, &mut parameters, place, context);
    let responses = std::mem::take(&mut raw.responses);
    let success = success(responses, told.map(|told| &told.responses), place, context);
    let error_codes = std::mem::take(&mut raw.errors);
    let errors = errors(error_codes, told.map(|told| &told.errors), place, context);
    let has_body =
        parameters.iter().any(|parameter| matches!(parameter.position, Position::Body | Position::FormData));
    let methods = methods(std::mem::take(&mut raw.methods), style, has_body, place, context);
    let mut values = Values { context, place };
    values.record("systemTags", &raw.tags);
    values.record("staticInfo", &raw.static_info);
    Some(Api {
        name: name.to_owned(),
        methods,
        schemes: lower(&mut values, "schemes", std::mem::take(&mut raw.schemes)),
        effect: effect(&mut values, &raw),
        deprecated: values.flag("deprecated", &raw.deprecated),
        summary: told_text(&mut values, "summary", &raw.summary, told.map(|told| &told.summary)),
        title: told_text(&mut values, "title", &raw.title, told.map(|told| &told.title)),
        description: told_text(
            &mut values,
            "description",
            &raw.description,
            told.map(|told| &told.description),
        ),
        consumes: lower(&mut values, "consumes", std::mem::take(&mut raw.consumes)),
        produces: lower(&mut values, "produces", std::mem::take(&mut raw.produces)),
        security: security(&raw.security, place, context),
        replacement: replacement(&mut raw.static_info, place, context),
        asynchronous: asynchronous(&raw.static_info, place, context),
        demos: demos(&raw.demo, place, context),
        ram_actions: actions(&raw.ram_actions, place, context),
        call,
        parameters,
        success,
        errors,
    })
}

fn told_text(
    values: &mut Values<'_, '_, '_>,
    key: &str,
    raw: &Loose<'_>,
    told: Option<&Loose<'_>>,
) -> Option<String> {
    let original = values.text(key, raw);
    match &values.context.prose {
        Some(prose) => prose.text(original, told),
        None => original,
    }
}

fn effect(values: &mut Values<'_, '_, '_>, raw: &RawApi<'_>) -> Effect {
    let is = |value: &Loose<'_>, word: &str| {
        prose::plain(value).is_some_and(|text| text.eq_ignore_ascii_case(word))
    };
    Effect {
        operation: values.text("operationType", &raw.operation_type),
        tag: values.text("systemTags.operationType", &raw.tags.operation_type),
        risky: is(&raw.tags.risk, "high"),
        paid: is(&raw.tags.charge, "paid"),
    }
}

/// Schemes or content types: in lower case, without parameters, each once.
fn lower(values: &mut Values<'_, '_, '_>, key: &str, raw: Loose<'_>) -> Vec<String> {
    let mut lower: Vec<String> = Vec::new();
    for word in values.words(key, raw) {
        let word = word.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        if !word.is_empty() && !lower.contains(&word) {
            lower.push(word);
        }
    }
    lower
}

fn methods(
    raw: Loose<'_>,
    style: &Style,
    has_body: bool,
    place: &Place<'_>,
    context: &mut Context<'_>,
) -> Vec<Method> {
    let words = Values { context, place }.words("methods", raw);
    let mut methods = Vec::with_capacity(words.len());
    for word in words {
        match Method::ALL.into_iter().find(|method| method.as_str().eq_ignore_ascii_case(&word)) {
            Some(method) if methods.contains(&method) => {}
            Some(method) => methods.push(method),
            None => {
                let text = format!("{word:?} is no method; left out");
                context.report(place, FindingKind::Method, text);
            }
        }
    }
    if methods.is_empty() {
        let method = if *style == Style::Rpc || has_body { Method::Post } else { Method::Get };
        let text = format!("it has no method; taken for {}", method.as_str());
        context.report(place, FindingKind::Method, text);
        methods.push(method);
    }
    methods
}
