//! A product with its operations and shared shapes.

use crate::dice::Dice;
use crate::members::{Maker, Place};
use crate::names::Taken;
use crate::{call, reply, texts};
use alicloud_codegen::diagnostics::{Diagnostics, Severity};
use alicloud_codegen::naming;
use alicloud_codegen::pipeline;
use alicloud_codegen::source::{Sources, read_bytes};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::{fs, io};

/// An arbitrary spec: the files of one product by their path in its folder.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    /// Name of the product's module.
    pub(crate) module: String,
    pub(crate) files: BTreeMap<String, Value>,
}

impl Case {
    pub(crate) fn new(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let module = format!("c{seed:04}");
        let style = dice.text(&["RPC", "ROA", "V3"]);
        let mut files = BTreeMap::from([("product.yaml".to_owned(), product(&module, &style, &mut dice))]);
        let shapes = shapes(&mut dice);
        for (index, (name, fields)) in shapes.iter().enumerate() {
            let mut shape = json!({ "name": name, "fields": fields });
            if dice.one_in(2) {
                shape["description"] = texts::prose(&mut dice).into();
            }
            files.insert(format!("shapes/shape_{index}.yaml"), shape);
        }
        let mut taken = Taken::default();
        for index in 0..=dice.below(2) {
            // An operation may be called like its product.
            let is_namesake = dice.one_in(20) && taken.claim(naming::module(&module));
            let name =
                if is_namesake { module.to_uppercase() } else { taken.free(&mut dice, naming::module) };
            files.insert(format!("operation_{index}.yaml"), operation(name, &style, &shapes, &mut dice));
        }
        Self { module, files }
    }

    /// As [`new`](Self::new), with two names in one place that become one identifier.
    pub(crate) fn colliding(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let mut case = Self::new(seed);
        let pairs = [
            ("Url", "URL"),
            ("type", "Type"),
            ("a-b", "a_b"),
            ("X", "x"),
            ("Self", "self"),
            ("1a", "_1a"),
            ("IPs", "Ips"),
        ];
        let (one, other) = *dice.pick(&pairs);
        let field = |name: &str| json!({ "name": name, "type": "string" });
        // Without a path, so that parameters can be what they are.
        case.files.get_mut("product.yaml").unwrap()["style"] = "V3".into();
        let operation = case.files.get_mut("operation_0.yaml").unwrap();
        match dice.below(4) {
            0 => {
                operation.as_object_mut().unwrap().remove("path");
                let list = [one, other].map(|name| {
                    let mut parameter = field(name);
                    parameter["position"] = "query".into();
                    parameter
                });
                operation["parameters"] = json!(list);
            }
            1 => {
                operation["samples"] = json!([]);
                operation["reply"] = json!({ "fields": [] });
                operation["reply"]["fields"] = json!([field(one), field(other)]);
            }
            2 => {
                operation["samples"] = json!([]);
                operation["reply"] = json!({ "fields": [] });
                let inner =
                    json!({ "name": "Outer", "type": "object", "fields": [field(one), field(other)] });
                operation["reply"]["fields"] = json!([inner]);
            }
            _ => {
                operation["samples"] = json!([]);
                operation["reply"] = json!({ "fields": [] });
                let values = json!([{ "value": "ab" }, { "value": "AB" }, { "value": "x" }]);
                operation["reply"]["fields"] =
                    json!([{ "name": "State", "type": "string", "values": values }]);
            }
        }
        case
    }

    pub(crate) fn operations(&self) -> usize {
        self.files.keys().filter(|name| name.starts_with("operation_")).count()
    }

    /// What the generator has against it, without warnings and notes.
    pub(crate) fn errors(&self) -> Diagnostics {
        let mut diagnostics = Diagnostics::new();
        let files = self.files.iter().map(|(name, value)| {
            let relative = format!("{}/1/{name}", self.module);
            let (file, problems) =
                read_bytes(&relative, &relative, serde_yaml::to_string(value).unwrap().as_bytes());
            diagnostics.extend(problems);
            Arc::new(file)
        });
        let sources = Sources { files: files.collect() };
        let _ = pipeline::examine(&sources, &mut diagnostics);
        diagnostics.retain(|problem| problem.severity == Severity::Error);
        diagnostics
    }

    /// Writes the product's folder into a spec folder.
    pub(crate) fn write(&self, spec: &Path) -> io::Result<()> {
        for (name, value) in &self.files {
            let path = spec.join(&self.module).join("1").join(name);
            fs::create_dir_all(path.parent().unwrap())?;
            fs::write(path, serde_yaml::to_string(value).unwrap())?;
        }
        Ok(())
    }

    /// All files as one text.
    pub(crate) fn yaml(&self) -> String {
        let files = self.files.iter();
        files.map(|(name, value)| format!("# {name}\n{}\n", serde_yaml::to_string(value).unwrap())).collect()
    }
}

fn product(module: &str, style: &str, dice: &mut Dice) -> Value {
    let mut product = json!({
        "language": 2,
        "code": dice.text(&["Sas", "x", "ECS-2", "self", "Client", "地域1", "a b"]),
        "version": "2024-05-01",
        "style": style,
        "module": module,
        "title": texts::line(dice),
        "documentation": "https://example.com/docs",
        "protocol": dice.text(&["HTTPS", "HTTP"]),
        "ram_prefix": "demo",
        "endpoints": { "cn-hangzhou": "demo.cn-hangzhou.example.com" },
    });
    if dice.one_in(2) {
        product["description"] = texts::prose(dice).into();
    }
    product
}

/// Up to three shared shapes that refer to each other at will.
fn shapes(dice: &mut Dice) -> Vec<(String, Vec<Value>)> {
    if dice.one_in(2) {
        return Vec::new();
    }
    let mut taken = Taken::default();
    let names: Vec<String> = (0..=dice.below(3)).map(|_| taken.free(dice, naming::type_name)).collect();
    let mut maker = Maker { dice, shapes: &names };
    let fields = |_: &String| maker.members(0, 4, 2, Place::Shape);
    let fields: Vec<_> = names.iter().map(fields).collect();
    names.into_iter().zip(fields).collect()
}

fn operation(name: String, style: &str, shapes: &[(String, Vec<Value>)], dice: &mut Dice) -> Value {
    let names: Vec<String> = shapes.iter().map(|(name, _)| name.clone()).collect();
    let mut maker = Maker { dice, shapes: &names };
    let most = if maker.dice.one_in(20) { 30 } else { 5 };
    let mut parameters = maker.members(0, most, 2, Place::Parameter);
    let has_path = style == "ROA" || style == "V3" && maker.dice.one_in(2);
    let path = has_path.then(|| call::place(&mut parameters, maker.dice));
    let (reply, samples) = if maker.dice.one_in(3) {
        reply::root(&mut maker, shapes)
    } else {
        reply::object(&mut maker, shapes)
    };
    let mut operation = json!({
        "name": name,
        "summary": texts::line(dice),
        "kind": dice.text(&["read", "write"]),
        "methods": dice.pick(&[json!(["POST"]), json!(["GET"]), json!(["GET", "POST"])]),
        "authorization": authorization(dice),
        "parameters": parameters,
        "samples": samples,
        "errors": errors(dice),
        "sources": [{ "title": texts::line(dice), "url": "https://example.com/a(b)?c=<d>", "supplies": ["all"] }],
    });
    if let Some(path) = path {
        operation["path"] = path.into();
        operation["methods"] = json!([dice.text(&["POST", "PUT", "PATCH"])]);
    }
    if let Some(reply) = reply {
        operation["reply"] = reply;
        if dice.one_in(2) {
            operation["reply"]["description"] = texts::prose(dice).into();
        }
    }
    if dice.one_in(2) {
        operation["description"] = texts::prose(dice).into();
    }
    if dice.one_in(8) {
        let ways = [json!(["Anonymous"]), json!(["BearerToken"]), json!(["AK", "BearerToken"])];
        operation["security"] = dice.pick(&ways).clone();
    }
    if dice.one_in(8) {
        operation["streams"] = true.into();
    }
    if dice.one_in(10) {
        operation["deprecated"] = texts::prose(dice).into();
    }
    operation
}

fn authorization(dice: &mut Dice) -> Value {
    if dice.one_in(2) {
        return "none disclosed".into();
    }
    let mut ram = json!({
        "action": format!("demo:{}", texts::line(dice)),
        "access_level": dice.text(&["read", "write", "list"]),
        "resources": [{ "type": texts::line(dice), "name": texts::line(dice), "mandatory": dice.one_in(2) }],
        "condition_keys": [texts::line(dice)],
        "associated_operations": [texts::line(dice)],
    });
    if dice.one_in(3) {
        ram["access_level"] = "get".into();
        let record = json!({ "in": "values", "documented": "read, write, list", "observed": "get" });
        ram["disagrees"] = json!([record]);
    }
    ram
}

fn errors(dice: &mut Dice) -> Value {
    let mut list = Vec::new();
    for _ in 0..dice.below(4) {
        let code = crate::names::name(dice);
        let status = *dice.pick(&[400, 403, 404, 500, 503]);
        list.push(json!({ "status": status, "code": code, "message": texts::line(dice) }));
    }
    list.into()
}
