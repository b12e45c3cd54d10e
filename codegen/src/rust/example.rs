use super::docs::{Docs, address, cell, line};
use crate::model::{Member, Operation, Product, ReplyBody, Scalar, Security, Type};
use crate::options::{Layout, Options};

/// A runnable example: the call as a user writes it, against a scripted reply in hidden lines. How a client is made, the
/// client says.
///
/// Below `OUT_DIR` the client's path is the user's choice, so there the example is shown and not run.
pub(super) fn example(docs: Docs, product: &Product, operation: &Operation, options: &Options) -> Docs {
    let path = path(options);
    let module = product.module.to_code();
    let run = options.layout == Layout::Crate;
    let mut lines = vec![if run { "```" } else { "```ignore" }.to_owned()];
    if run {
        let client = format!("{path}::{module}::Client::new({})?", config(operation));
        lines.push(format!("# alicloud_runtime::testing::block_on(async {{ let client = {client};"));
    }
    lines.extend(call(operation));
    if run {
        lines.push(format!("# Ok::<(), {path}::Error>(()) }}).unwrap();"));
    }
    lines.push("```".to_owned());
    docs.paragraph(lines.join("\n"))
}

/// What the crate and its clients show: a client, a call, and what comes back.
pub(super) fn of_client(product: &Product, operation: &Operation, options: &Options) -> String {
    let run = options.layout == Layout::Crate;
    let path = path(options);
    let mut lines = vec![if run { "```no_run" } else { "```ignore" }.to_owned()];
    lines.extend(run.then(|| format!("# async fn run() -> {path}::Result<()> {{")));
    lines.push(format!("let client = {path}::{}::Client::from_env()?;", product.module.to_code()));
    lines.extend(call(operation));
    lines.push("println!(\"{reply:?} ({})\", reply.request_id());".to_owned());
    lines.extend(run.then(|| "# Ok(())\n# }".to_owned()));
    lines.push("```".to_owned());
    lines.join("\n")
}

/// The path of the emitted code.
fn path(options: &Options) -> String {
    match options.layout {
        Layout::Crate => options.package.replace('-', "_"),
        Layout::Modules => "crate::alicloud".to_owned(),
    }
}

/// The call, on one line where that is short. What may be left out is, where the line would be too long.
fn call(operation: &Operation) -> Vec<String> {
    const WIDTH: usize = 104;
    let call = operation.method_name.to_code();
    let line = |setters: &[String]| format!("let reply = client.{call}(){}.send().await?;", setters.concat());
    for few in (0..=FEW).rev() {
        let line = line(&chosen(operation, few));
        if line.len() <= WIDTH {
            return vec![line];
        }
    }
    let setters = chosen(operation, 0);
    let steps = setters.iter().map(String::as_str).chain([".send()", ".await?;"]);
    let first = ["let reply = client".to_owned(), format!("    .{call}()")];
    first.into_iter().chain(steps.map(|step| format!("    {step}"))).collect()
}

/// A configuration with a reply that fits, and with the credentials that the operation takes.
fn config(operation: &Operation) -> String {
    let reply = operation.shape(Operation::REPLY).and_then(|reply| reply.members.first());
    let reply = match (operation.reply_body, reply.map(|member| &member.kind)) {
        (ReplyBody::Payload, Some(kind)) => json(operation, kind),
        _ => "{}",
    };
    if operation.security == [Security::BearerToken] {
        return format!(
            "alicloud_runtime::Config::new(\"example\", alicloud_runtime::Credentials::bearer(\"token\"))\
             .endpoint(\"endpoint.example\").transport(alicloud_runtime::testing::Scripted::new().json(200, {reply:?}))"
        );
    }
    format!("alicloud_runtime::testing::config({reply:?})")
}

/// The shortest JSON of a type.
fn json(operation: &Operation, kind: &Type) -> &'static str {
    match kind {
        Type::List(_) => "[]",
        Type::Scalar(Scalar::Boolean) => "true",
        Type::Scalar(Scalar::Integer | Scalar::Long | Scalar::Float | Scalar::Double) => "0",
        Type::Enumeration(id) => match operation.definitions.enumeration(*id) {
            Some(enumeration) if enumeration.scalar == Scalar::String => "\"\"",
            _ => "0",
        },
        _ => "{}",
    }
}

/// How many parameters an example sets where fewer are required.
const FEW: usize = 3;

/// `.name(value)` for every parameter that a call sets: the required ones, and as many others as make it a few in all.
pub(super) fn setters(operation: &Operation) -> Vec<String> {
    chosen(operation, FEW)
}

/// The required parameters, and as many others as make it `few` in all.
fn chosen(operation: &Operation, few: usize) -> Vec<String> {
    let members =
        operation.shape(Operation::REQUEST).map(|shape| shape.members.as_slice()).unwrap_or_default();
    let required = members.iter().filter(|member| member.required).count();
    let mut others = few.saturating_sub(required);
    let mut setters = Vec::new();
    for member in members {
        if !member.required && others == 0 {
            continue;
        }
        let Some(setter) = setter(operation, member) else { continue };
        others = others.saturating_sub(usize::from(!member.required));
        setters.push(setter);
    }
    setters
}

/// `.name(value)` with the documented example. Left out where the example does not fit and the parameter may be left out.
fn setter(operation: &Operation, member: &Member) -> Option<String> {
    if member.deprecated.is_some() && !member.required {
        return None;
    }
    let value =
        argument(operation, member).or_else(|| member.required.then(|| fallback(operation, &member.kind)))?;
    Some(format!(".{}({value})", member.name.to_code()))
}

fn argument(operation: &Operation, member: &Member) -> Option<String> {
    let example = member.example.as_deref()?;
    match &member.kind {
        Type::Scalar(scalar) => literal(*scalar, example),
        Type::Enumeration(id) => {
            let text = literal(operation.definitions.enumeration(*id)?.scalar, example)?;
            // Nothing but its suffix tells what a number is that only has to convert into the enumeration.
            let is_long = example.parse::<i64>().is_ok() && example.parse::<i32>().is_err();
            Some(if is_long && !text.starts_with('"') { format!("{text}_i64") } else { text })
        }
        Type::Object(_) | Type::Shared(_) | Type::List(_) | Type::Map(_) => None,
    }
}

fn literal(scalar: Scalar, text: &str) -> Option<String> {
    match scalar {
        Scalar::Object | Scalar::Any if text.starts_with(['{', '[']) => None,
        Scalar::String | Scalar::Object | Scalar::Any | Scalar::Bytes => {
            let plain = !text.chars().any(char::is_control) && text.len() <= 60;
            plain.then(|| format!("{text:?}"))
        }
        Scalar::Integer => text.parse::<i32>().ok().map(|value| value.to_string()),
        Scalar::Long => text.parse::<i64>().ok().map(|value| value.to_string()),
        Scalar::Float | Scalar::Double => {
            text.parse::<f64>().ok().filter(|value| value.is_finite()).map(|value| format!("{value:?}"))
        }
        Scalar::Boolean => text.parse::<bool>().ok().map(|value| value.to_string()),
    }
}

/// Any value of the type, for a required parameter without a usable example.
fn fallback(operation: &Operation, kind: &Type) -> String {
    match kind {
        Type::Scalar(Scalar::String | Scalar::Object | Scalar::Any | Scalar::Bytes) => "\"value\"".to_owned(),
        Type::Scalar(Scalar::Integer | Scalar::Long) => "1".to_owned(),
        Type::Scalar(Scalar::Float | Scalar::Double) => "1.0".to_owned(),
        Type::Scalar(Scalar::Boolean) => "true".to_owned(),
        Type::Enumeration(id) => match operation.definitions.enumeration(*id) {
            Some(enumeration) if enumeration.scalar == Scalar::String => "\"value\"".to_owned(),
            _ => "1".to_owned(),
        },
        Type::Object(_) | Type::Shared(_) => "Default::default()".to_owned(),
        Type::List(inner) => format!("[{}]", item(operation, inner)),
        Type::Map(inner) => format!("[(\"key\", {})]", item(operation, inner)),
    }
}

/// An item of a list or map: the setter converts what [`fallback`] gives, and takes lists and maps as they are.
fn item(operation: &Operation, kind: &Type) -> String {
    match kind {
        Type::List(inner) => format!("vec![{}]", exact(operation, inner)),
        Type::Map(inner) => format!("[(\"key\".to_owned(), {})].into()", exact(operation, inner)),
        other => fallback(operation, other),
    }
}

/// An item that nothing converts.
fn exact(operation: &Operation, kind: &Type) -> String {
    match kind {
        Type::Scalar(Scalar::String | Scalar::Object | Scalar::Any | Scalar::Bytes)
        | Type::Enumeration(_) => {
            format!("{}.into()", fallback(operation, kind))
        }
        other => item(operation, other),
    }
}

/// The line that links to the page.
pub(super) fn link(docs: Docs, operation: &Operation) -> Docs {
    let Some(source) = operation.sources.iter().find(|source| source.url.is_some()) else { return docs };
    let dated = source.updated.as_ref().map(|date| format!(", {}", cell(date)));
    let url = source.url.as_deref().unwrap_or_default();
    let address = address(url);
    let page = if address.starts_with('<') {
        format!("[{}]({address})", line(&source.title))
    } else {
        format!("{} at {address}", line(&source.title))
    };
    docs.paragraph(format!("Documentation: {page}{}.", dated.unwrap_or_default()))
}
