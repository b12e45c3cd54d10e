//! Replies of every root, with their samples.

use crate::members::{Maker, Place};
use crate::sample::Sampler;
use crate::texts;
use serde_json::{Map, Value, json};

type Shapes = [(String, Vec<Value>)];

/// A JSON object.
pub(crate) fn object(maker: &mut Maker<'_>, shapes: &Shapes) -> (Option<Value>, Vec<Value>) {
    let mut fields = maker.members(0, 5, 3, Place::Reply);
    if maker.dice.one_in(15) && fields.iter().all(|field| field["name"] != "Data") {
        let depth = 5 + maker.dice.below(45);
        let mut chain = maker.chain(depth);
        chain["name"] = "Data".into();
        fields.retain(|field| field.get("rust_name").is_none_or(|name| name != "data"));
        fields.push(chain);
    }
    let mut sampler = Sampler { dice: maker.dice, shapes };
    let samples = (0..sampler.dice.below(3))
        .map(|_| {
            let body = sampler.object(&mut fields);
            let pretty = serde_json::to_string_pretty(&body).unwrap();
            let body = if sampler.dice.one_in(3) { body.to_string() } else { pretty };
            json!({ "title": texts::line(sampler.dice), "body": body })
        })
        .collect();
    (Some(json!({ "fields": fields })), samples)
}

/// Anything else, or nothing at all.
pub(crate) fn root(maker: &mut Maker<'_>, shapes: &Shapes) -> (Option<Value>, Vec<Value>) {
    if maker.dice.one_in(6) {
        return (None, Vec::new());
    }
    let mut reply = Map::new();
    match maker.dice.below(6) {
        0 => drop(reply.insert("type".into(), "binary".into())),
        1 => drop(reply.insert("type".into(), "byte".into())),
        2 => drop(reply.insert("type".into(), "any".into())),
        _ => drop(maker.declare(&mut reply, 3, Place::Reply)),
    }
    reply.remove("type_name");
    let mut sampler = Sampler { dice: maker.dice, shapes };
    let is_bare = reply["type"] == "object" && reply.len() == 1;
    // The members of a bare object are its own.
    let samples = match sampler.dice.below(2) {
        0 if !is_bare => {
            let body = sampler.body(&mut reply);
            vec![json!({ "title": texts::line(sampler.dice), "body": body })]
        }
        _ => Vec::new(),
    };
    if maker.dice.one_in(4) {
        let headers = ["X-Total", "etag", "x-oss-y", "Location"].map(|name| {
            let kind = maker.dice.text(&["string", "integer", "boolean"]);
            json!({ "name": name, "type": kind, "rust_name": format!("header_{}", name.replace('-', "_")) })
        });
        reply.insert("headers".into(), headers.to_vec().into());
    }
    (Some(reply.into()), samples)
}
