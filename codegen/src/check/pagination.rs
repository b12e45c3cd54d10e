//! Rules on the parts of the request and the reply that paging goes by.

use super::cause::Cause;
use super::product::Product;
use super::reply_path::{self, Found, Missing};
use super::sample::Place;
use super::scope::{Scope, below};
use super::{contradictions, typed};
use crate::diagnostics::{Diagnostic, codes, suggest};
use crate::source::Step;
use crate::spec::raw::{Operation, PageKey, Pagination, Type};

/// Parameters and paths are there and have types that fit.
pub(super) fn operation(operation: &Operation, product: &Product<'_>, scope: &mut Scope<'_>) {
    let Some(pagination) = &operation.pagination else { return };
    let Pagination { by, parameter, size, items, total, next } = pagination;
    let mut check = Check { operation, product, scope };
    let (what, is_key): (_, fn(Type) -> bool) = match by {
        PageKey::Page => ("a whole number or a string", typed::is_enumerable),
        PageKey::Token => ("a string", |kind| kind == Type::String),
    };
    check.parameter("parameter", parameter, what, is_key);
    if let Some(size) = size {
        check.parameter("size", size, "a whole number or a string", typed::is_enumerable);
    }
    check.reply("items", items, "a list", |kind| kind == Type::Array);
    if let Some(total) = total {
        check.reply("total", total, "a number or a string", |kind| {
            typed::is_number(kind) || kind == Type::String
        });
    }
    match (by, next) {
        (PageKey::Token, Some(next)) => check.reply("next", next, "a string", |kind| kind == Type::String),
        (PageKey::Token, None) => {
            let problem =
                Diagnostic::new(codes::PAGINATION, "paging by token needs the path of the next token")
                    .help("add `next`, such as `next: NextToken`, or page by number with `by: page`");
            check.scope.report(&["pagination".into(), "by".into()], "has no `next`", problem);
        }
        (PageKey::Page, Some(_)) => {
            let problem = Diagnostic::new(codes::PAGINATION, "paging by number knows no next token")
                .help("delete `next`, or page with it: `by: token`");
            let problem = check.scope.also(problem, &["pagination".into(), "by".into()], "by number");
            check.scope.report(&["pagination".into(), "next".into()], "never used", problem);
        }
        (PageKey::Page, None) => {}
    }
}

struct Check<'a, 'b, 's> {
    operation: &'a Operation,
    product: &'a Product<'b>,
    scope: &'a mut Scope<'s>,
}

impl Check<'_, '_, '_> {
    fn parameter(&mut self, key: &'static str, name: &str, what: &str, fits: fn(Type) -> bool) {
        let place: [Step; 2] = ["pagination".into(), key.into()];
        let parameters = &self.operation.parameters;
        let Some(index) = parameters.iter().position(|parameter| parameter.name == name) else {
            let near = suggest(name, parameters.iter().map(|parameter| parameter.name.as_str()));
            let help = match near {
                Some(near) => format!("is it `{near}`?"),
                None => "name one of the operation's parameters".to_owned(),
            };
            let problem =
                Diagnostic::new(codes::PAGINATION, format!("there is no parameter `{name}`")).help(help);
            return self.scope.report(&place, "not among `parameters`", problem);
        };
        let kind = parameters.get(index).map(|parameter| parameter.kind);
        if let Some(kind) = kind.filter(|kind| !fits(*kind)) {
            let place = Place { shape: None, path: vec!["parameters".into(), index.into()] };
            self.misfit(key, name, kind, what, &place);
        }
    }

    fn reply(&mut self, key: &'static str, path: &str, what: &str, fits: fn(Type) -> bool) {
        let place: [Step; 2] = ["pagination".into(), key.into()];
        match reply_path::find(self.operation, self.product, path) {
            Ok(Found { kind, .. }) if fits(kind) => {}
            Ok(Found { field: Some(field), place, .. })
                if place.shape.is_some() && contradictions::is_reported(field) => {}
            Ok(Found { kind, place, .. }) => self.misfit(key, path, kind, what, &place),
            // An unknown shape is reported where it is named.
            Err(Missing::Shape) => {}
            Err(Missing::Field { name, near }) => {
                let help = match near {
                    Some(near) => format!("is it `{near}`?"),
                    None => {
                        "write the names of fields on the way, with dots between: `Data.Items`".to_owned()
                    }
                };
                let message = format!("the reply has no `{path}`: there is no field `{name}`");
                let problem = Diagnostic::new(codes::PAGINATION, message).help(help);
                self.scope.report(&place, "leads nowhere", problem);
            }
        }
    }

    fn misfit(&mut self, key: &'static str, name: &str, kind: Type, what: &str, place: &Place<'_>) {
        let message = format!("`{name}` is of type {}, and `{key}` must be {what}", kind.as_str());
        let problem = Diagnostic::new(codes::PAGINATION, message).help("correct the name, or the type there");
        let problem = match place.shape.and_then(|name| self.product.shape(name)) {
            Some(shape) => {
                let mark = shape.file.place(&below(&place.path, ["type".into()])).mark;
                problem.also(&shape.file.source, mark, "the type")
            }
            None => self.scope.also(problem, &below(&place.path, ["type".into()]), "the type"),
        };
        let file = self.scope.file;
        let mark = file.place(&["pagination".into(), key.into()]).mark;
        let cause = Cause::Type(place.key());
        self.scope.because(cause, problem.at(&file.source, mark, "does not fit"));
    }
}
