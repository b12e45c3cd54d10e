//! Single values: texts of a type, lists of valid values, limits.

use crate::dice::Dice;
use crate::names::{Taken, name};
use crate::texts;
use alicloud_codegen::naming;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

pub(crate) const SCALARS: [&str; 6] = ["string", "integer", "long", "float", "double", "boolean"];

/// A text that is a value of the type.
pub(crate) fn text(kind: &str, dice: &mut Dice) -> String {
    match kind {
        "integer" => dice.text(&["0", "-1", "7", "2147483647", "-2147483648"]),
        "long" => {
            dice.text(&["0", "-1", "7", "1714521600000", "9223372036854775807", "-9223372036854775808"])
        }
        "float" => dice.text(&["0", "0.5", "-4.25", "0.1", "1e3", "100"]),
        "double" => dice.text(&["0", "0.1", "-1e-7", "1e300", "3.141592653589793", "100", "1E3"]),
        "boolean" => dice.text(&["true", "false"]),
        _ => dice.text(texts::VALUES),
    }
}

/// Adds valid values of the type `kind` of the member itself or of its items, in one of three cases.
pub(crate) fn values(member: &mut Map<String, Value>, kind: &str, dice: &mut Dice) {
    if !dice.one_in(3) {
        return;
    }
    let (mut taken, mut seen, mut list) = (Taken::default(), BTreeSet::new(), Vec::new());
    for _ in 0..=dice.below(6) {
        let value = text(kind, dice);
        // A sample's number is compared by its spelling, and a JSON library writes powers in its own way.
        let is_power = matches!(kind, "float" | "double") && value.contains(['e', 'E']);
        if is_power || !seen.insert(value.clone()) {
            continue;
        }
        let mut entry = json!({ "value": value });
        if dice.one_in(2) {
            entry["meaning"] = texts::prose(dice).into();
        }
        if dice.one_in(6) {
            entry["documented"] = format!("{value} ").into();
        }
        if matches!(kind, "string" | "integer" | "long") {
            let own = match value.parse::<i64>() {
                Ok(number) if kind != "string" => naming::numeric_variant(number),
                _ => naming::variant(&value),
            };
            if dice.one_in(6) || !taken.claim(Some(own)) {
                entry["name"] = taken.free(dice, |name| Some(naming::variant(name))).into();
            }
        }
        list.push(entry);
    }
    if list.is_empty() {
        return;
    }
    if dice.one_in(3) && matches!(kind, "string" | "integer" | "long") {
        // No two lists are given one name: it holds a number that is drawn once.
        let name = format!("{}{}", name(dice), dice.next());
        member.insert("enumeration".into(), name.into());
    }
    member.insert("values".into(), list.into());
}

/// One of the valid values, or any value of the type.
pub(crate) fn listed(member: &Map<String, Value>, kind: &str, dice: &mut Dice) -> String {
    match member.get("values").and_then(Value::as_array) {
        Some(values) => dice.pick(values)["value"].as_str().unwrap().to_owned(),
        None => text(kind, dice),
    }
}

/// Adds limits, in one of four cases.
pub(crate) fn constraints(member: &mut Map<String, Value>, kind: &str, dice: &mut Dice) {
    if !dice.one_in(4) {
        return;
    }
    let limits = match kind {
        "string" => {
            json!({ "min_length": 1, "max_length": 10 + dice.below(9), "pattern": texts::line(dice) })
        }
        "integer" | "long" => json!({ "minimum": "-5", "maximum": "5" }),
        "float" | "double" => json!({ "minimum": "-1e3", "maximum": "0.5" }),
        "array" => json!({ "min_items": 0, "max_items": 3 }),
        _ => return,
    };
    member.insert("constraints".into(), limits);
}
