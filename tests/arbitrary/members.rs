//! Parameters and fields of all types.

use crate::dice::Dice;
use crate::names::{Taken, name};
use crate::{scalars, texts};
use alicloud_codegen::naming;
use serde_json::{Map, Value, json};

/// Where members stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Parameter,
    Request,
    Reply,
    /// In a shared shape.
    Shape,
}

/// Makes members; knows the names of the shared shapes.
pub(crate) struct Maker<'a> {
    pub(crate) dice: &'a mut Dice,
    pub(crate) shapes: &'a [String],
}

impl Maker<'_> {
    /// Up to `most` members, nested at most `depth` deep.
    pub(crate) fn members(&mut self, least: usize, most: usize, depth: usize, place: Place) -> Vec<Value> {
        let mut taken = Taken::default();
        let count = least + self.dice.below(most - least + 1);
        (0..count).map(|_| self.member(&mut taken, depth, place).into()).collect()
    }

    fn member(&mut self, taken: &mut Taken, depth: usize, place: Place) -> Map<String, Value> {
        let (name, rust_name) = taken.renamed(self.dice, |name| Some(naming::field(name)));
        let mut member = Map::new();
        member.insert("name".into(), name.into());
        if let Some(rust_name) = rust_name {
            member.insert("rust_name".into(), rust_name.into());
        }
        let inner = self.declare(&mut member, depth, place);
        let kind = member["type"].as_str().unwrap().to_owned();
        let is_scalar = scalars::SCALARS.contains(&kind.as_str());
        if is_scalar || kind == "array" && scalars::SCALARS.contains(&inner.as_str()) {
            scalars::values(&mut member, &inner, self.dice);
        }
        if is_scalar && self.dice.one_in(2) {
            member.insert("example".into(), scalars::listed(&member, &kind, self.dice).into());
        }
        if place != Place::Reply && self.dice.one_in(3) {
            member.insert("required".into(), true.into());
        } else if is_scalar && self.dice.one_in(5) {
            member.insert("default".into(), scalars::listed(&member, &kind, self.dice).into());
        }
        if place == Place::Parameter {
            member.insert("position".into(), self.dice.text(&["query", "formData"]).into());
            if !is_scalar && self.dice.one_in(2) {
                let style = self.dice.text(&["flat", "repeatList", "json", "simple"]);
                member.insert("style".into(), style.into());
            }
        }
        scalars::constraints(&mut member, &kind, self.dice);
        self.words(&mut member);
        member
    }

    /// Adds what is only said in words.
    fn words(&mut self, member: &mut Map<String, Value>) {
        if self.dice.one_in(2) {
            member.insert("description".into(), texts::prose(self.dice).into());
        }
        if self.dice.one_in(6) {
            member.insert("deprecated".into(), texts::prose(self.dice).into());
        }
        if self.dice.one_in(6) {
            member.insert("sensitive".into(), true.into());
        }
        if self.dice.one_in(6) {
            member.insert("notes".into(), json!([texts::prose(self.dice), texts::prose(self.dice)]));
        }
        if self.dice.one_in(10) {
            let (one, other) = (texts::line(self.dice), texts::line(self.dice));
            member
                .insert("disagrees".into(), json!([{ "in": "text", "documented": one, "observed": other }]));
        }
    }

    /// Adds the type and what belongs to it. Gives the type of what an array holds, else the type itself.
    pub(crate) fn declare(&mut self, target: &mut Map<String, Value>, depth: usize, place: Place) -> String {
        let kind = match self.dice.below(13) {
            7 if self.dice.one_in(2) => "bare",
            0 | 1 if depth > 0 => "object",
            2 | 3 if depth > 0 => "array",
            4 if depth > 0 => "map",
            5 => "any",
            6 if !self.shapes.is_empty() => "shape",
            _ => scalars::SCALARS[self.dice.below(scalars::SCALARS.len())],
        };
        let is_object = matches!(kind, "shape" | "bare");
        target.insert("type".into(), if is_object { "object" } else { kind }.into());
        let inner = if place == Place::Parameter { Place::Request } else { place };
        match kind {
            "shape" => drop(target.insert("shape".into(), self.dice.pick(self.shapes).as_str().into())),
            "object" => {
                let fields = self.members(1, 3, depth - 1, inner);
                target.insert("fields".into(), fields.into());
                if self.dice.one_in(8) {
                    // No two structs are given one name: it holds a number that is drawn once.
                    target.insert("type_name".into(), format!("Given{}", self.dice.next()).into());
                }
            }
            "array" | "map" => {
                let mut item = Map::new();
                self.declare(&mut item, depth - 1, inner);
                let inner = item["type"].as_str().unwrap().to_owned();
                if self.dice.one_in(3) {
                    item.insert("name".into(), name(self.dice).into());
                }
                if self.dice.one_in(3) {
                    item.insert("description".into(), texts::prose(self.dice).into());
                }
                if self.dice.one_in(4) && scalars::SCALARS.contains(&inner.as_str()) {
                    item.insert("example".into(), scalars::text(&inner, self.dice).into());
                }
                target.insert("items".into(), item.into());
                if kind == "array" {
                    return inner;
                }
            }
            _ => {}
        }
        kind.to_owned()
    }

    /// One field in which objects, lists and maps are nested that deep.
    pub(crate) fn chain(&mut self, depth: usize) -> Value {
        let mut inner = json!({ "name": "Leaf", "type": "string" });
        for level in 0..depth {
            let name = if self.dice.one_in(2) { "Data".to_owned() } else { format!("Level{level}") };
            let fields = json!({ "type": "object", "fields": [inner] });
            let mut outer = match self.dice.below(4) {
                0 => json!({ "type": "array", "items": fields }),
                1 => json!({ "type": "map", "items": fields }),
                _ => fields,
            };
            outer["name"] = name.into();
            inner = outer;
        }
        inner
    }
}
