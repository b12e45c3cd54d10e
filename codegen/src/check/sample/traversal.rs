use super::departure::{Departure, Expected, Place, What};
use crate::check::{json, typed};
use crate::source::Step;
use crate::spec::raw::{self, Field, Item, Reply, SharedShape, Type};
use serde_json::{Map, Value};
use std::collections::HashMap;

/// The shared shapes of a product by their names.
pub type Shapes<'a> = HashMap<&'a str, &'a SharedShape>;

/// What a comparison of one sample with the description of the reply brings to light.
#[derive(Debug, Default)]
pub(super) struct Outcome<'a> {
    /// In the order of the sample.
    pub(super) departures: Vec<Departure<'a>>,
    /// Places in the operation's file below which nothing could be compared, because what stands there does not go together.
    pub(super) skipped: Vec<Vec<Step>>,
    /// Whether something was not compared, for a reason that is reported elsewhere.
    pub(super) is_partial: bool,
    /// Places in the operation's file of members and items whose type the sample speaks for. Only filled on demand.
    pub(super) supported: Vec<Vec<Step>>,
}

/// Compares the root of a sample with the description. Null counts as absent everywhere.
pub(super) fn compare<'a>(
    reply: &'a Reply,
    value: &'a Value,
    shapes: &Shapes<'a>,
    wants_support: bool,
) -> Outcome<'a> {
    let mut traversal = Traversal {
        shapes,
        json: Vec::new(),
        shape: None,
        place: vec!["reply".into()],
        wants_support,
        outcome: Outcome::default(),
    };
    let root = Described {
        field: None,
        kind: reply.root(),
        fields: &reply.fields,
        shape: reply.shape.as_deref(),
        items: reply.items.as_deref(),
        depth: 1,
    };
    match (reply.kind, value) {
        // Without a type the root is an object with the described fields, also where these are none.
        (None, Value::Object(members)) if root.shape.is_none() => traversal.object(members, root.fields),
        (None, Value::Null) => {}
        (None, _) if root.fields.is_empty() && root.shape.is_none() => {
            let what = What::Type(traversal.expected(root));
            traversal.departs(value, what);
        }
        _ => traversal.value(value, root),
    }
    traversal.outcome
}

/// What is described for a value.
#[derive(Clone, Copy)]
struct Described<'a> {
    /// The nearest field.
    field: Option<&'a Field>,
    kind: Type,
    fields: &'a [Field],
    shape: Option<&'a str>,
    items: Option<&'a Item>,
    /// Length of the nearest field's path.
    depth: usize,
}

/// One step into a sample.
#[derive(Clone, Copy)]
enum Way<'a> {
    Member(&'a str),
    Item(usize),
    Entry(&'a str),
}

struct Traversal<'a, 's> {
    shapes: &'s Shapes<'a>,
    /// Where in the sample the comparison is.
    json: Vec<Way<'a>>,
    /// In whose file it is.
    shape: Option<&'a str>,
    /// Where in that file it is.
    place: Vec<Step>,
    wants_support: bool,
    outcome: Outcome<'a>,
}

impl<'a> Traversal<'a, '_> {
    fn value(&mut self, value: &'a Value, described: Described<'a>) {
        let Described { kind, fields, shape, items, .. } = described;
        if value.is_null() {
            return;
        }
        if kind == Type::Object && fields.is_empty() && shape.is_none() {
            // A bare object can be anything.
            return if items.is_some() {
                self.skip(described)
            };
        }
        if matches!(kind, Type::Binary | Type::Byte) {
            // Bytes cannot stand in JSON, which is reported.
            return self.skip(described);
        }
        if !json::is_of(kind, value) {
            let what = What::Type(self.expected(described));
            return self.departs(value, what);
        }
        if self.wants_support && self.shape.is_none() && says_something(kind) {
            self.outcome.supported.push(self.place.clone());
        }
        match (value, kind) {
            (Value::Object(members), Type::Object) => match shape {
                None => self.object(members, fields),
                Some(name) => self.shared(members, name),
            },
            (Value::Object(members), Type::Map) => {
                for (key, value) in members {
                    self.item(value, Way::Entry(key), described);
                }
            }
            (Value::Array(items), Type::Array) => {
                for (index, value) in items.iter().enumerate() {
                    self.item(value, Way::Item(index), described);
                }
            }
            (Value::String(_) | Value::Number(_) | Value::Bool(_), _) => self.listed(value, described),
            // What the type does not go with is reported where it is described.
            _ if items.is_some() || shape.is_some() || !fields.is_empty() => self.skip(described),
            _ => {}
        }
    }

    fn object(&mut self, members: &'a Map<String, Value>, fields: &'a [Field]) {
        // Lists of fields are short or in the order of the sample, so this finds most at once.
        let mut next = 0;
        for (name, value) in members {
            self.json.push(Way::Member(name));
            let found = find(fields, name, next);
            match found.and_then(|index| Some((index, fields.get(index)?))) {
                Some((index, field)) => {
                    next = index + 1;
                    self.place.extend(["fields".into(), index.into()]);
                    let described = Described {
                        field: Some(field),
                        kind: field.kind,
                        fields: &field.fields,
                        shape: field.shape.as_deref(),
                        items: field.items.as_deref(),
                        depth: self.place.len(),
                    };
                    self.value(value, described);
                    self.place.truncate(self.place.len().saturating_sub(2));
                }
                None => {
                    let owner = Place { shape: self.shape, path: self.place.clone() };
                    self.departs(value, What::Undescribed { fields, owner });
                }
            }
            self.json.pop();
        }
    }

    fn shared(&mut self, members: &'a Map<String, Value>, name: &'a str) {
        // An unknown shape is reported where it is named.
        let Some(shape) = self.shapes.get(name).copied() else {
            self.outcome.is_partial = true;
            return;
        };
        let shape_before = self.shape.replace(&shape.name);
        let place_before = std::mem::take(&mut self.place);
        self.object(members, &shape.fields);
        (self.shape, self.place) = (shape_before, place_before);
    }

    fn item(&mut self, value: &'a Value, step: Way<'a>, described: Described<'a>) {
        let Some(item) = described.items else { return self.skip(described) };
        self.json.push(step);
        self.place.push("items".into());
        let Item { kind, fields, shape, items, .. } = item;
        let (shape, items) = (shape.as_deref(), items.as_deref());
        self.value(value, Described { kind: *kind, fields, shape, items, ..described });
        self.place.pop();
        self.json.pop();
    }

    fn listed(&mut self, value: &'a Value, described: Described<'a>) {
        let kind = described.kind;
        let values = described.field.map_or(&[] as &[raw::Value], |field| &field.values);
        if typed::is_scalar(kind) && !values.is_empty() && !typed::is_listed(kind, values, &json::text(value))
        {
            let what = What::Unlisted(self.expected(described));
            self.departs(value, what);
        }
    }

    fn departs(&mut self, value: &'a Value, what: What<'a>) {
        let json = self.json.iter().map(|step| match step {
            Way::Member(name) | Way::Entry(name) => Step::from((*name).to_owned()),
            Way::Item(index) => Step::from(*index),
        });
        let departure = Departure { path: general(&self.json), json: json.collect(), value, what };
        self.outcome.departures.push(departure);
    }

    fn expected(&self, described: Described<'a>) -> Expected<'a> {
        let Described { field, kind, depth, .. } = described;
        let place = self.place.get(..depth).unwrap_or_default().to_vec();
        Expected {
            field,
            kind,
            place: Place { shape: self.shape, path: place },
            owner: Place { shape: self.shape, path: self.place.clone() },
        }
    }

    fn skip(&mut self, described: Described<'a>) {
        self.outcome.is_partial = true;
        if self.shape.is_none() {
            self.outcome.skipped.push(self.place.get(..described.depth).unwrap_or_default().to_vec());
        }
    }
}

/// Whether not every value is one of the type.
fn says_something(kind: Type) -> bool {
    !matches!(kind, Type::String | Type::Any)
}

/// The index of a field, looked for from `next` on and then from the start.
fn find(fields: &[Field], name: &str, next: usize) -> Option<usize> {
    let is_it = |index: &usize| fields.get(*index).is_some_and(|field| field.name == name);
    (next..fields.len()).find(is_it).or_else(|| (0..next.min(fields.len())).find(is_it))
}

/// A path without indices and keys.
fn general(steps: &[Way<'_>]) -> String {
    let mut path = String::new();
    for step in steps {
        match step {
            Way::Member(name) if path.is_empty() => path.push_str(name),
            Way::Member(name) => {
                path.push('.');
                path.push_str(name);
            }
            Way::Item(_) | Way::Entry(_) => {
                if path.is_empty() {
                    path.push('$');
                }
                path.push_str(if matches!(step, Way::Item(_)) { "[]" } else { "{}" });
            }
        }
    }
    if path.is_empty() { "$".to_owned() } else { path }
}
