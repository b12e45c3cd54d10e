//! Components that lead back to themselves without a type of their own in between.
//!
//! Components that are no objects with properties are put in place of references to them, so that no chain of
//! references through them alone may be endless. Where an object stands on such a chain, it becomes a component
//! of its own, and the chain leads through it. What then still leads back to itself describes nothing.

use super::super::{Component, Components, FindingKind, Kind, Schema};
use super::context::Context;
use super::place::Place;
use std::collections::{HashMap, HashSet};

/// Breaks up chains through components that are put in place of references to them.
pub(super) fn break_up(components: &mut Components, context: &mut Context<'_>) {
    let circular = circular(components);
    if circular.is_empty() {
        return;
    }
    for name in &circular {
        let Some(mut schema) = components.get(name).map(|component| component.schema.clone()) else {
            continue;
        };
        let mut parts = Vec::new();
        part(&mut schema, name, components, &mut parts);
        for component in parts {
            let text =
                format!("objects in it, which lead back to it, became the component {:?}", component.name);
            context.report(&Place::Component(name), FindingKind::ComponentCircular, text);
            components.put(component);
        }
        components.put(Component { name: name.clone(), schema });
    }
    let circular = self::circular(components);
    let all: HashSet<&str> = circular.iter().map(String::as_str).collect();
    for name in &circular {
        let Some(mut schema) = components.get(name).map(|component| component.schema.clone()) else {
            continue;
        };
        replace(&mut schema, &all);
        components.put(Component { name: name.clone(), schema });
        let text = "it is defined by nothing but itself; taken for any value";
        context.report(&Place::Component(name), FindingKind::ComponentCircular, text);
    }
}

/// Names of the components that can be put in place of references to them and lie on a chain between two
/// circles of such, or on a circle itself; in order.
fn circular(components: &Components) -> Vec<String> {
    let inlined: Vec<&Component> = components.iter().filter(|component| !component.is_shape()).collect();
    let numbers: HashMap<&str, usize> =
        inlined.iter().enumerate().map(|(number, component)| (component.name.as_str(), number)).collect();
    let mut forth: Vec<Vec<usize>> = Vec::with_capacity(inlined.len());
    for component in &inlined {
        let mut names = Vec::new();
        references(&component.schema, &mut names);
        forth.push(names.into_iter().filter_map(|name| numbers.get(name).copied()).collect());
    }
    let mut back: Vec<Vec<usize>> = vec![Vec::new(); forth.len()];
    for (from, targets) in forth.iter().enumerate() {
        for to in targets {
            if let Some(sources) = back.get_mut(*to) {
                sources.push(from);
            }
        }
    }
    let mut remains = vec![true; forth.len()];
    peel(&forth, &back, &mut remains);
    peel(&back, &forth, &mut remains);
    inlined.iter().zip(remains).filter(|(_, remains)| *remains).map(|(one, _)| one.name.clone()).collect()
}

/// Removes, one after another, what has no edge to anything that remains.
fn peel(edges: &[Vec<usize>], reverse: &[Vec<usize>], remains: &mut [bool]) {
    let still = |remains: &[bool], at: usize| remains.get(at).copied().unwrap_or(false);
    let mut degrees: Vec<usize> =
        edges.iter().map(|targets| targets.iter().filter(|at| still(remains, **at)).count()).collect();
    let mut free: Vec<usize> =
        degrees.iter().enumerate().filter(|(_, degree)| **degree == 0).map(|(at, _)| at).collect();
    while let Some(at) = free.pop() {
        if let Some(remains) = remains.get_mut(at) {
            if !*remains {
                continue;
            }
            *remains = false;
        }
        for source in reverse.get(at).map(Vec::as_slice).unwrap_or_default() {
            let Some(degree) = degrees.get_mut(*source) else { continue };
            *degree = degree.saturating_sub(1);
            if *degree == 0 {
                free.push(*source);
            }
        }
    }
}

fn references<'a>(schema: &'a Schema, names: &mut Vec<&'a str>) {
    match &schema.kind {
        Kind::Reference(name) => names.push(name),
        Kind::Array(element) | Kind::Map(element) => references(element, names),
        Kind::Object(properties) => {
            properties.iter().for_each(|property| references(&property.schema, names));
        }
        _ => {}
    }
}

/// Makes the outermost objects of a schema components of their own.
fn part(schema: &mut Schema, name: &str, components: &Components, parts: &mut Vec<Component>) {
    match &mut schema.kind {
        Kind::Array(element) | Kind::Map(element) => part(element, name, components, parts),
        Kind::Object(_) => {
            let taken = |name: &str| {
                components.get(name).is_some() || parts.iter().any(|component| component.name == name)
            };
            let mut own = format!("{name}Item");
            while taken(&own) {
                own.push_str("Item");
            }
            let kind = std::mem::replace(&mut schema.kind, Kind::Reference(own.clone()));
            let mut object = Schema::new(kind);
            object.description.clone_from(&schema.description);
            parts.push(Component { name: own, schema: object });
        }
        _ => {}
    }
}

/// Replaces references to some components.
fn replace(schema: &mut Schema, names: &HashSet<&str>) {
    match &mut schema.kind {
        Kind::Reference(name) if names.contains(name.as_str()) => schema.kind = Kind::Any,
        Kind::Array(element) | Kind::Map(element) => replace(element, names),
        _ => {}
    }
}
