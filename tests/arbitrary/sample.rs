//! Sample replies that fit the description of the reply.

use crate::dice::Dice;
use crate::texts;
use serde_json::{Map, Value, json};

/// Levels of shared shapes, which may go on for ever.
const DEEPEST: usize = 3;

pub(crate) struct Sampler<'a> {
    pub(crate) dice: &'a mut Dice,
    /// The shared shapes' fields by name.
    pub(crate) shapes: &'a [(String, Vec<Value>)],
}

impl Sampler<'_> {
    /// A sample of these fields. What it shows against them is recorded in them.
    pub(crate) fn object(&mut self, fields: &mut [Value]) -> Value {
        self.members(fields, 0)
    }

    fn members(&mut self, fields: &mut [Value], shared: usize) -> Value {
        let mut object = Map::new();
        for field in fields {
            if self.dice.one_in(8) {
                continue;
            }
            let field = field.as_object_mut().unwrap();
            let name = field["name"].as_str().unwrap().to_owned();
            let kind = field["type"].as_str().unwrap();
            let is_plain = shared == 0 && !field.contains_key("values") && !field.contains_key("disagrees");
            let value = if kind == "string" && is_plain && self.dice.one_in(12) {
                field.insert(
                    "disagrees".into(),
                    json!([{ "in": "sample", "documented": "string", "observed": "7" }]),
                );
                json!(7)
            } else {
                self.value(field, None, shared)
            };
            object.insert(name, value);
        }
        object.into()
    }

    /// `values` are those of the array around it.
    fn value(&mut self, declared: &mut Map<String, Value>, values: Option<&Value>, shared: usize) -> Value {
        let kind = declared["type"].as_str().unwrap().to_owned();
        let own = declared.get("values").cloned();
        let values = own.as_ref().or(values);
        match kind.as_str() {
            "object" => match declared.get("shape").and_then(Value::as_str).map(str::to_owned) {
                Some(shape) => self.shape(&shape, shared + 1),
                None => match declared.get_mut("fields").and_then(Value::as_array_mut) {
                    Some(fields) => self.members(fields, shared),
                    None => self.any(),
                },
            },
            "array" => {
                let item = declared["items"].as_object_mut().unwrap();
                (0..self.dice.below(3)).map(|_| self.value(item, values, shared)).collect::<Vec<_>>().into()
            }
            "map" => {
                let item = declared["items"].as_object_mut().unwrap();
                let keys = (0..self.dice.below(3)).map(|_| self.dice.text(texts::VALUES)).collect::<Vec<_>>();
                let members = keys.into_iter().map(|key| (key, self.value(item, None, shared)));
                members.collect::<Map<_, _>>().into()
            }
            "any" => self.any(),
            _ => self.scalar(&kind, values),
        }
    }

    fn any(&mut self) -> Value {
        let all = [json!([]), json!({"a": [1, null, {"b": 0.5}]}), json!("x"), json!(true), json!(-1)];
        self.dice.pick(&all).clone()
    }

    /// The body of a reply of this type, as text.
    pub(crate) fn body(&mut self, reply: &mut Map<String, Value>) -> String {
        match reply["type"].as_str().unwrap() {
            "string" | "binary" | "byte" => self.dice.text(&["plain", "{\"not\": decoded", "7"]),
            _ => self.value(reply, None, 0).to_string(),
        }
    }

    fn shape(&mut self, name: &str, shared: usize) -> Value {
        if shared > DEEPEST {
            return json!({});
        }
        let (_, fields) = self.shapes.iter().find(|(known, _)| known == name).unwrap();
        self.members(&mut fields.clone(), shared)
    }

    fn scalar(&mut self, kind: &str, values: Option<&Value>) -> Value {
        let text = match values.and_then(Value::as_array) {
            Some(values) => self.dice.pick(values)["value"].as_str().unwrap().to_owned(),
            None => crate::scalars::text(kind, self.dice),
        };
        match kind {
            "string" => text.into(),
            _ => serde_json::from_str(&text).unwrap(),
        }
    }
}
