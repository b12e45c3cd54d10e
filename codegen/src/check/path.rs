//! Rules on the path of an operation and the parameters that stand in it.

use super::product::Product;
use super::scope::Scope;
use super::template::{self, Fault};
use crate::diagnostics::{Diagnostic, codes, suggest};
use crate::source::Step;
use crate::spec::raw::{Operation, Parameter, Position, Style};

/// Without the product (its file is missing or wrong) its style is not looked at.
pub(super) fn operation(operation: &Operation, product: &Product<'_>, scope: &mut Scope<'_>) {
    let style = product.spec.map(|spec| spec.product.style);
    match (&operation.path, style) {
        (Some(_), Some(Style::Rpc)) => return refused(product, scope),
        (None, Some(Style::Roa)) => return missing(product, scope),
        (Some(path), _) => match template::placeholders(path) {
            Ok(placeholders) => partners(operation, &placeholders, scope),
            Err(fault) => malformed(path, fault, scope),
        },
        (None, _) => partners(operation, &[], scope),
    }
    for (index, parameter) in in_path(operation).filter(|(_, parameter)| !parameter.required) {
        let message = format!("`{}` stands in the path, and is not required", parameter.name);
        let problem = Diagnostic::new(codes::PATH_PARAMETER_OPTIONAL, message)
            .help("write `required: true`: without it there is no path");
        let place = ["parameters".into(), index.into(), "required".into()];
        scope.report(&place, "not required", problem);
    }
}

fn in_path(operation: &Operation) -> impl Iterator<Item = (usize, &Parameter)> {
    let parameters = operation.parameters.iter().enumerate();
    parameters.filter(|(_, parameter)| parameter.position == Position::Path)
}

fn refused(product: &Product<'_>, scope: &mut Scope<'_>) {
    let problem = Diagnostic::new(codes::PATH_AGAINST_STYLE, "an RPC operation has no path").help(
        "delete `path`; or write `style: ROA` in product.yaml, or `V3` if only some operations have a path",
    );
    let problem = style(problem, product);
    scope.report(&["path".into()], "never requested", problem);
}

fn missing(product: &Product<'_>, scope: &mut Scope<'_>) {
    let problem = Diagnostic::new(codes::PATH_AGAINST_STYLE, "a ROA operation needs a path")
        .help("add `path`, such as `/clusters/{ClusterId}`; or write `style: V3` in product.yaml, if operations without one are called by their name");
    let problem = style(problem, product);
    scope.report(&["name".into()], "has no `path`", problem);
}

fn style(problem: Diagnostic, product: &Product<'_>) -> Diagnostic {
    let Some(spec) = product.spec else { return problem };
    problem.also(&spec.file.source, spec.file.place(&["style".into()]).mark, "the style of the product")
}

fn malformed(path: &str, fault: Fault<'_>, scope: &mut Scope<'_>) {
    let (message, help) = match fault {
        Fault::NoSlash => (
            format!("the path `{path}` does not begin with a slash"),
            "begin it with `/`, or with `{+name}` where the value is the whole path".to_owned(),
        ),
        Fault::Brace => (
            format!("a brace of the path `{path}` has no partner"),
            "write placeholders as `{Name}`".to_owned(),
        ),
        Fault::Empty => (
            format!("a placeholder of the path `{path}` has no name"),
            "write the name of the parameter between the braces".to_owned(),
        ),
        Fault::InQuery(name) => (
            format!("the placeholder `{name}` stands in the query of the path `{path}`"),
            "describe it as a parameter with `position: query`; only constants stand behind `?`".to_owned(),
        ),
        Fault::Character(character) => (
            format!("the path `{path}` holds {}", shown(character)),
            "write it percent-encoded, as the request has it".to_owned(),
        ),
    };
    let problem = Diagnostic::new(codes::PATH_MALFORMED, message).help(help);
    scope.report(&["path".into()], "malformed", problem);
}

fn shown(character: char) -> String {
    match character {
        ' ' => "a space".to_owned(),
        character if character.is_ascii_graphic() => format!("the character `{character}`"),
        character => format!("the character U+{:04X}", u32::from(character)),
    }
}

/// Every placeholder has a parameter, and the reverse. Two that are left over and look alike are one slip.
fn partners(operation: &Operation, placeholders: &[&str], scope: &mut Scope<'_>) {
    let mut lonely: Vec<(usize, &Parameter)> = in_path(operation)
        .filter(|(_, parameter)| !placeholders.contains(&parameter.name.as_str()))
        .collect();
    let has_parameter = |name: &str| in_path(operation).any(|(_, parameter)| parameter.name == name);
    for (index, name) in placeholders.iter().enumerate() {
        if has_parameter(name) || placeholders.iter().take(index).any(|earlier| earlier == name) {
            continue;
        }
        let message = format!("the placeholder `{name}` has no parameter");
        let problem = Diagnostic::new(codes::PATH_PARTNER, message);
        let near =
            suggest(name, lonely.iter().map(|(_, parameter)| parameter.name.as_str())).map(str::to_owned);
        let meant = near.and_then(|near| lonely.iter().position(|(_, parameter)| parameter.name == near));
        let elsewhere = operation.parameters.iter().position(|parameter| parameter.name == **name);
        let problem = match (meant, elsewhere) {
            (Some(meant), _) => {
                let (index, parameter) = lonely.remove(meant);
                scope
                    .also(problem, &name_of(index), "has no placeholder")
                    .help(format!("is it `{}`, misspelt here or there?", parameter.name))
            }
            (None, Some(index)) => scope
                .also(problem, &["parameters".into(), index.into(), "position".into()], "stands elsewhere")
                .help("write `position: path` there"),
            (None, None) => {
                problem.help("describe it in `parameters`, with `position: path` and `required: true`")
            }
        };
        scope.report(&["path".into()], "no parameter for it", problem);
    }
    for (index, parameter) in lonely {
        let name = &parameter.name;
        let (message, help) = match &operation.path {
            Some(_) => (
                format!("`{name}` stands in the path, and the path has no place for it"),
                format!("put `{{{name}}}` into `path`, or correct its `position`"),
            ),
            None => (
                format!("`{name}` stands in the path, and the operation has none"),
                "correct its `position`, or add the `path`".to_owned(),
            ),
        };
        let problem = scope.also(Diagnostic::new(codes::PATH_PARTNER, message), &["path".into()], "the path");
        scope.report(&name_of(index), "no placeholder", problem.help(help));
    }
}

fn name_of(parameter: usize) -> [Step; 3] {
    ["parameters".into(), parameter.into(), "name".into()]
}
