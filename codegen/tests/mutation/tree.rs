//! Mutations of what a file says: it stays YAML.

use crate::dice::Dice;
use serde_yaml::{Mapping, Value};

/// One step into a tree; counts the values of a mapping.
type Path = Vec<usize>;

const TEXTS: &[&str] = &[
    "",
    " ",
    "x",
    "X",
    "no",
    "yes",
    "on",
    "1e3",
    "0123",
    "1_000",
    "2024-05-01",
    "~",
    "null",
    "-1",
    "0",
    "2147483648",
    "9223372036854775808",
    "-9223372036854775809",
    "1.5",
    "NaN",
    "true",
    "string",
    "object",
    "array",
    "map",
    "any",
    "integer",
    "json",
    "flat",
    "formData",
    "body",
    "path",
    "header",
    "host",
    "binary",
    "byte",
    "RPC",
    "ROA",
    "V3",
    "token",
    "$",
    "$[].Name",
    "/",
    "/{Name}/{+Rest}?x=y",
    "{+",
    "AK",
    "HEAD",
    "Demo@2024-01-01:GetThing",
    "self",
    "Self",
    "crate",
    "async",
    "String",
    "Option",
    "地域",
    "1st",
    "RequestId",
    "Name",
    "\"#",
    "\r",
    "*/ //! `x` <b> [y] ```",
    "a\nb\n\nc",
    "{}",
    "{\"a\": [}",
    "none disclosed",
    "everything else",
    "E0101",
    "W0410",
    "../../x",
    "a.b[].c{}",
    "\u{1f600}",
    "\u{202e}",
    "\u{301}",
];

/// Replaces a text by another one, or by one of this file.
pub(crate) fn value(text: &str, dice: &mut Dice) -> String {
    change(text, dice, |root, dice| {
        for _ in 0..=dice.below(2) {
            let scalars = only(&paths(root), |path| !is_collection(at(root, path)));
            let path = &one(&scalars, dice);
            let new = match dice.below(3) {
                0 => at(root, &one(&scalars, dice)).clone(),
                1 => Value::from("long ".repeat(1 + dice.below(3000))),
                _ => Value::from(*dice.pick(TEXTS)),
            };
            *at_mut(root, path) = new;
        }
    })
}

/// Replaces a value by one of another type.
pub(crate) fn kind(text: &str, dice: &mut Dice) -> String {
    change(text, dice, |root, dice| {
        let all = paths(root);
        let types = only(&all, |path| is_type(at(root, path)));
        if !types.is_empty() && dice.below(2) == 0 {
            let word = [
                "string", "integer", "long", "float", "double", "boolean", "object", "array", "map", "any",
                "binary", "byte",
            ];
            *at_mut(root, &one(&types, dice)) = Value::from(*dice.pick(&word));
            return;
        }
        let path = &one(&all, dice);
        let old = at(root, path).clone();
        let new = match dice.below(9) {
            0 => Value::Null,
            1 => Value::from(dice.below(2) == 0),
            2 => Value::from(dice.next()),
            3 => Value::from(-1.5),
            4 => Value::Sequence(Vec::new()),
            5 => Value::Mapping(Mapping::new()),
            6 => Value::Sequence(vec![old.clone(), old]),
            7 => Value::from(serde_yaml::to_string(&old).unwrap()),
            _ => at(root, &one(&all, dice)).clone(),
        };
        *at_mut(root, path) = new;
    })
}

/// Wraps, unwraps, moves, copies or repeats a part of the tree.
pub(crate) fn nesting(text: &str, dice: &mut Dice) -> String {
    const KEYS: [&str; 10] =
        ["fields", "items", "values", "name", "parameters", "reply", "headers", "pagination", "type", "x"];
    change(text, dice, |root, dice| {
        let all = paths(root);
        let path = &one(&all, dice);
        let part = at(root, path).clone();
        let levels = if dice.below(6) == 0 { 60 + dice.below(200) } else { 1 + dice.below(2) };
        match dice.below(6) {
            0 => *at_mut(root, path) = (0..levels).fold(part, |inner, _| Value::Sequence(vec![inner])),
            1 => {
                let key = *dice.pick(&KEYS);
                *at_mut(root, path) = (0..levels).fold(part, |inner, _| mapping(&[(key, inner)]));
            }
            2 => {
                let inner: Vec<_> = children(&part).cloned().collect();
                if !inner.is_empty() {
                    *at_mut(root, path) = dice.pick(&inner).clone();
                }
            }
            3 => {
                let to = &one(&all, dice);
                *at_mut(root, to) = part;
            }
            4 => {
                let lists = only(&all, |path| at(root, path).is_sequence());
                if !lists.is_empty()
                    && let Value::Sequence(items) = at_mut(root, &one(&lists, dice))
                {
                    items.insert(dice.below(items.len() + 1), part);
                }
            }
            _ => {
                // Objects in objects, as deep as it says.
                let leaf = mapping(&[("name", "Leaf".into()), ("type", "string".into())]);
                let deep = (0..levels).fold(leaf, |inner, level| {
                    let name = Value::from(format!("L{level}"));
                    mapping(&[
                        ("name", name),
                        ("type", "object".into()),
                        ("fields", Value::Sequence(vec![inner])),
                    ])
                });
                let fields = only(&all, |path| is_member(at(root, path)));
                if !fields.is_empty() {
                    *at_mut(root, &one(&fields, dice)) = deep;
                }
            }
        }
    })
}

fn change(text: &str, dice: &mut Dice, mutate: impl Fn(&mut Value, &mut Dice)) -> String {
    let mut root: Value = serde_yaml::from_str(text).unwrap();
    mutate(&mut root, dice);
    serde_yaml::to_string(&root).unwrap()
}

fn mapping(entries: &[(&str, Value)]) -> Value {
    Value::Mapping(entries.iter().map(|(key, value)| (Value::from(*key), value.clone())).collect())
}

fn is_collection(value: &Value) -> bool {
    value.is_mapping() || value.is_sequence()
}

fn is_type(value: &Value) -> bool {
    value.as_str().is_some_and(|text| ["string", "integer", "long", "object", "array"].contains(&text))
}

fn is_member(value: &Value) -> bool {
    value.get("name").is_some() && value.get("type").is_some()
}

fn children(value: &Value) -> Box<dyn Iterator<Item = &Value> + '_> {
    match value {
        Value::Sequence(items) => Box::new(items.iter()),
        Value::Mapping(entries) => Box::new(entries.values()),
        _ => Box::new(std::iter::empty()),
    }
}

fn one(paths: &[Path], dice: &mut Dice) -> Path {
    dice.pick(paths).clone()
}

fn only(paths: &[Path], holds: impl Fn(&[usize]) -> bool) -> Vec<Path> {
    paths.iter().filter(|path| holds(path)).cloned().collect()
}

/// Paths of everything below the root.
fn paths(root: &Value) -> Vec<Path> {
    let mut found: Vec<Path> = Vec::new();
    let mut open = vec![(Vec::new(), root)];
    while let Some((path, value)) = open.pop() {
        for (index, child) in children(value).enumerate() {
            let path: Path = path.iter().copied().chain([index]).collect();
            found.push(path.clone());
            open.push((path, child));
        }
    }
    found
}

fn at<'a>(root: &'a Value, path: &[usize]) -> &'a Value {
    path.iter().fold(root, |value, index| children(value).nth(*index).unwrap())
}

fn at_mut<'a>(root: &'a mut Value, path: &[usize]) -> &'a mut Value {
    path.iter().fold(root, |value, index| match value {
        Value::Sequence(items) => &mut items[*index],
        Value::Mapping(entries) => entries.values_mut().nth(*index).unwrap(),
        _ => panic!("a path goes on below a scalar"),
    })
}
