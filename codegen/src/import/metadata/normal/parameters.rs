//! Parameters.

use super::super::raw::{Items, Loose, RawParameter};
use super::super::{FindingKind, Kind, Parameter, ParameterStyle, Position};
use super::context::Context;
use super::place::Place;
use super::schema::{Site, schema};
use super::values::Values;
use std::collections::{HashMap, HashSet};

const POSITIONS: [Position; 6] =
    [Position::Query, Position::FormData, Position::Body, Position::Path, Position::Header, Position::Host];

/// Position of a word, whatever its case.
pub(super) fn position(word: &str) -> Option<Position> {
    POSITIONS.into_iter().find(|position| position.as_str().eq_ignore_ascii_case(word.trim()))
}

/// Reads parameters; `told` are those of the same operation in the second document.
pub(super) fn parameters<'a>(
    raw: Items<RawParameter<'_>>,
    told: Option<&'a Items<RawParameter<'a>>>,
    place: &Place<'_>,
    context: &mut Context<'a>,
) -> Vec<Parameter> {
    let place = &Place::Part(place, "parameters");
    Values { context, place }.structure("parameters", "a list", raw.found);
    let told = Told::new(told);
    let mut seen = HashSet::new();
    let mut parameters = Vec::with_capacity(raw.elements.len());
    for raw in raw.elements {
        if !(Values { context, place }).record("parameters[]", &raw) {
            continue;
        }
        let Some((name, position)) = identity(&raw, place, context) else { continue };
        let place = &Place::Member(place, &name);
        if !seen.insert((name.clone(), position)) {
            let text = format!("it is given twice in {:?}; the first counts", position.as_str());
            context.report(place, FindingKind::ParameterTwice, text);
            continue;
        }
        let site = if position == Position::Body { Site::Body } else { Site::Inner };
        let told = told.get(&name, position);
        let schema = schema(raw.schema, told.map(|told| &*told.schema), site, place, context);
        let style = style(&raw.style, &schema.kind, place, context);
        parameters.push(Parameter { name, position, style, schema });
    }
    bodies(&mut parameters, place, context);
    parameters
}

fn identity(
    raw: &RawParameter<'_>,
    place: &Place<'_>,
    context: &mut Context<'_>,
) -> Option<(String, Position)> {
    let Some(name) = raw.name.as_text().map(str::trim).filter(|name| !name.is_empty()) else {
        context.report(place, FindingKind::NameMissing, "a parameter without a name; left out");
        return None;
    };
    let position = raw.position.as_text().and_then(position);
    if position.is_none() {
        let text = format!("its position is {}; left out", raw.position);
        context.report(&Place::Member(place, name), FindingKind::Position, text);
    }
    Some((name.to_owned(), position?))
}

fn style(
    word: &Loose<'_>,
    kind: &Kind,
    place: &Place<'_>,
    context: &mut Context<'_>,
) -> Option<ParameterStyle> {
    let style = match word.as_text().map(|word| word.trim().to_ascii_lowercase()).as_deref() {
        None | Some("") if matches!(word, Loose::Null | Loose::Text(_)) => return None,
        Some("json" | "struct") => ParameterStyle::Json,
        Some("simple") => ParameterStyle::Simple,
        Some("repeatlist") => ParameterStyle::RepeatList,
        Some("flat") => ParameterStyle::Flat,
        Some("xml") => ParameterStyle::Xml,
        _ => {
            let text = format!("its style is {word}; left out");
            context.report(place, FindingKind::ParameterStyle, text);
            return None;
        }
    };
    let is_scalar = matches!(
        kind,
        Kind::String
            | Kind::Binary
            | Kind::Byte
            | Kind::Int32
            | Kind::Int64
            | Kind::Float
            | Kind::Double
            | Kind::Boolean
    );
    if is_scalar {
        let text = format!("the style {word} has no meaning for a scalar");
        context.report(place, FindingKind::ParameterStyle, text);
        return None;
    }
    Some(style)
}

/// Keeps one body, and no form beside it.
fn bodies(parameters: &mut Vec<Parameter>, place: &Place<'_>, context: &mut Context<'_>) {
    let mut body = false;
    parameters.retain(|parameter| {
        let second = body && parameter.position == Position::Body;
        if second {
            let place = &Place::Member(place, &parameter.name);
            context.report(place, FindingKind::BodyTwice, "another parameter is the body; left out");
        }
        body |= parameter.position == Position::Body;
        !second
    });
    if !body {
        return;
    }
    let names: HashSet<String> = parameters
        .iter()
        .filter(|parameter| parameter.position == Position::Query)
        .map(|parameter| parameter.name.clone())
        .collect();
    parameters.retain_mut(|parameter| {
        if parameter.position != Position::FormData {
            return true;
        }
        let place = &Place::Member(place, &parameter.name);
        context.report(place, FindingKind::BodyTwice, "a form beside a body; it goes to the query");
        parameter.position = Position::Query;
        !names.contains(&parameter.name)
    });
}

/// Parameters of the second document by name and position.
struct Told<'a> {
    index: HashMap<&'a str, Vec<&'a RawParameter<'a>>>,
}

impl<'a> Told<'a> {
    fn new(items: Option<&'a Items<RawParameter<'a>>>) -> Self {
        let mut index: HashMap<&str, Vec<_>> = HashMap::new();
        for parameter in items.map(|items| items.elements.as_slice()).unwrap_or_default() {
            if let Some(name) = parameter.name.as_text() {
                index.entry(name.trim()).or_default().push(parameter);
            }
        }
        Self { index }
    }

    /// The parameter of a name at a position, or else at another.
    fn get(&self, name: &str, wanted: Position) -> Option<&'a RawParameter<'a>> {
        let named = self.index.get(name)?;
        let at =
            |parameter: &&&RawParameter<'_>| parameter.position.as_text().and_then(position) == Some(wanted);
        named.iter().find(at).or_else(|| named.first()).copied()
    }
}
