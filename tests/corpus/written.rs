//! What spec files declare, read from their YAML.

use crate::class::{Class, Declared, Places};
use serde_yaml::Value;
use std::fs;
use std::path::Path;

/// A product version in the spec folder.
pub(crate) struct Written {
    /// Folder below the spec folder.
    pub(crate) place: String,
    /// Module of the emitted crate.
    pub(crate) module: String,
    pub(crate) declared: Declared,
    pub(crate) files: usize,
    pub(crate) bytes: usize,
}

/// The product version of a code; none where it was not imported.
pub(crate) fn written(spec: &Path, code: &str, version: &str) -> Option<Written> {
    let places = crate::folder::folders(spec).into_iter().flat_map(|product| {
        let versions = crate::folder::folders(&spec.join(&product));
        versions.into_iter().map(move |version| format!("{product}/{version}"))
    });
    for place in places {
        let folder = spec.join(&place);
        let Ok(text) = fs::read_to_string(folder.join("product.yaml")) else { continue };
        let product: Value = serde_yaml::from_str(&text).unwrap();
        let is = |key: &str, text: &str| product[key].as_str() == Some(text);
        if is("code", code) && is("version", version) {
            let module = product["module"].as_str().unwrap_or_default().to_owned();
            let mut written =
                Written { place, module, declared: Declared::default(), files: 1, bytes: text.len() };
            written.read(&folder);
            return Some(written);
        }
    }
    None
}

impl Written {
    fn read(&mut self, folder: &Path) {
        for (folder, is_shapes) in [(folder.to_owned(), false), (folder.join("shapes"), true)] {
            let Ok(entries) = fs::read_dir(&folder) else { continue };
            for path in entries.map(|entry| entry.unwrap().path()) {
                let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
                if !name.ends_with(".yaml") || ["product.yaml", "corrections.yaml"].contains(&name) {
                    continue;
                }
                let text = fs::read_to_string(&path).unwrap();
                self.files += 1;
                self.bytes += text.len();
                let file: Value =
                    serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
                let name = file["name"].as_str().unwrap_or_default().to_owned();
                if is_shapes {
                    let mut places = Places::new();
                    fields(&file, "", &mut places);
                    self.declared.shapes.insert(name, places);
                } else {
                    self.declared.operations.insert(name, operation(&file));
                }
            }
        }
    }
}

fn operation(file: &Value) -> Places {
    let mut places = Places::new();
    for parameter in list(file, "parameters") {
        member(parameter, "request.", &mut places);
    }
    let reply = &file["reply"];
    for header in list(reply, "headers") {
        member(header, "headers.", &mut places);
    }
    // With headers alone there is no body.
    let has_body = ["type", "shape", "fields", "items"].iter().any(|key| !reply[*key].is_null());
    if !reply.is_null() && (has_body || list(reply, "headers").is_empty()) {
        node(reply, "reply", &mut places);
    }
    places
}

fn member(file: &Value, prefix: &str, places: &mut Places) {
    node(file, &format!("{prefix}{}", file["name"].as_str().unwrap_or_default()), places);
}

fn fields(file: &Value, prefix: &str, places: &mut Places) {
    list(file, "fields").iter().for_each(|field| member(field, prefix, places));
}

fn node(file: &Value, path: &str, places: &mut Places) {
    let has_fields = !list(file, "fields").is_empty();
    let class = match file["type"].as_str().unwrap_or("object") {
        "object" if !file["shape"].is_null() => Class::Reference,
        "object" if has_fields => Class::Object,
        "object" => Class::Bare,
        "any" => Class::Any,
        "string" => Class::String,
        "integer" => Class::Int32,
        "long" => Class::Int64,
        "float" => Class::Float,
        "double" => Class::Double,
        "boolean" => Class::Boolean,
        "array" => Class::Array,
        "map" => Class::Map,
        "binary" => Class::Binary,
        "byte" => Class::Byte,
        other => panic!("{path}: unknown type {other}"),
    };
    places.push((path.to_owned(), class));
    match class {
        Class::Object => fields(file, &format!("{path}."), places),
        Class::Array => node(&file["items"], &format!("{path}[]"), places),
        Class::Map => node(&file["items"], &format!("{path}{{}}"), places),
        _ => {}
    }
}

fn list<'a>(file: &'a Value, key: &str) -> &'a [Value] {
    file[key].as_sequence().map_or(&[], Vec::as_slice)
}
