//! What a document declares, read from its JSON alone: nothing of the importer is used here.

use crate::class::{Class, Declared, Places};
use crate::folder::Source;
use crate::json::Json;
use crate::path;
use std::collections::{BTreeMap, BTreeSet};

/// Everything that the operations of these names declare, and the named objects that they lead to, each once.
pub(crate) fn declared(source: &Source, operations: &BTreeSet<String>) -> Declared {
    let mut walk =
        Walk { source, circular: circular(source), parts: BTreeMap::new(), reached: Vec::new(), silent: 0 };
    let mut found = Declared::default();
    for (name, api) in source.apis() {
        if operations.contains(name) {
            found.operations.insert(name.clone(), walk.operation(api));
        }
    }
    let mut next = 0;
    while let Some(name) = walk.reached.get(next).cloned() {
        next += 1;
        let mut places = Places::new();
        match walk.parts.get(&name).cloned().or_else(|| source.component(&name).cloned()) {
            Some(schema) => walk.properties(&schema, "", None, &mut places),
            None => panic!("{}: no component {name}", source.place),
        }
        found.shapes.insert(name, places);
    }
    found.silent = walk.silent;
    found
}

struct Walk<'a> {
    source: &'a Source,
    /// Components that are put in place of references to them and lead back to themselves through objects in them.
    circular: BTreeSet<String>,
    /// Those objects, which become named ones.
    parts: BTreeMap<String, Json>,
    /// Names of named objects in the order in which they were reached.
    reached: Vec<String>,
    silent: usize,
}

/// Whether a schema is the whole of a body, where bytes are bytes. Elsewhere they are texts.
#[derive(Clone, Copy, PartialEq)]
enum Site {
    Body,
    Inner,
}

impl Walk<'_> {
    fn operation(&mut self, api: &Json) -> Places {
        let mut places = Places::new();
        for parameter in path::parameters(self.source, api) {
            let name = format!("request.{}", parameter.name);
            match parameter.schema {
                Some(schema) => {
                    let from = places.len();
                    let site = if parameter.position == "body" { Site::Body } else { Site::Inner };
                    self.schema(schema, &name, site, None, &mut places);
                    // A path holds only scalars.
                    let is_structure =
                        |class| matches!(class, Class::Object | Class::Map | Class::Array | Class::Bare);
                    if parameter.position == "path"
                        && places.get(from).is_some_and(|(_, class)| is_structure(*class))
                    {
                        places.truncate(from);
                        places.push((name, Class::String));
                    }
                }
                None => places.push((name, Class::String)),
            }
        }
        let Some(reply) = success(api) else { return places };
        for (name, header) in reply.members_of("headers") {
            match header.member("schema") {
                Some(schema) => {
                    self.schema(schema, &format!("headers.{name}"), Site::Inner, None, &mut places)
                }
                None => self.silent(&format!("headers.{name}"), Class::Any, &mut places),
            }
        }
        if let Some(schema) = reply.member("schema").filter(|schema| !schema.members().is_empty()) {
            self.schema(schema, "reply", Site::Body, None, &mut places);
        }
        places
    }

    /// `owner` is a circular component whose outermost objects get names.
    fn schema(&mut self, schema: &Json, path: &str, site: Site, owner: Option<&str>, places: &mut Places) {
        if let Some(name) = reference(schema) {
            return self.reference(&name, path, owner, places);
        }
        let class = class(schema, site);
        let mut put = |class| places.push((path.to_owned(), class));
        match class {
            Some(Class::Object) => match owner {
                Some(owner) => {
                    put(Class::Reference);
                    let name = self.part(owner, schema);
                    self.reach(&name);
                }
                None => {
                    put(Class::Object);
                    self.properties(schema, &format!("{path}."), owner, places);
                }
            },
            Some(Class::Map) => {
                put(Class::Map);
                let values =
                    schema.member("additionalProperties").filter(|values| !values.members().is_empty());
                self.element(values, &format!("{path}{{}}"), owner, places);
            }
            Some(Class::Array) => {
                put(Class::Array);
                let path = format!("{path}[]");
                match schema.member("items") {
                    Some(items) => self.element(
                        Some(items).filter(|items| !items.members().is_empty()),
                        &path,
                        owner,
                        places,
                    ),
                    None if !schema.members_of("properties").is_empty() => {
                        let mut object = schema.clone();
                        if let Json::Map(members) = &mut object {
                            members.retain(|(key, _)| key != "type");
                        }
                        self.schema(&object, &path, Site::Inner, owner, places);
                    }
                    None => self.silent(&path, Class::Any, places),
                }
            }
            Some(class) => put(class),
            None => self.silent(path, Class::Any, places),
        }
    }

    fn properties(&mut self, schema: &Json, prefix: &str, owner: Option<&str>, places: &mut Places) {
        for (name, property) in schema.members_of("properties").iter().filter(|(name, _)| !name.is_empty()) {
            self.schema(property, &format!("{prefix}{name}"), Site::Inner, owner, places);
        }
    }

    fn element(&mut self, schema: Option<&Json>, path: &str, owner: Option<&str>, places: &mut Places) {
        match schema {
            Some(schema) => self.schema(schema, path, Site::Inner, owner, places),
            None => self.silent(path, Class::Any, places),
        }
    }

    fn silent(&mut self, path: &str, class: Class, places: &mut Places) {
        self.silent += 1;
        places.push((path.to_owned(), class));
    }

    /// A named object is a reference; anything else stands where it is referred to.
    fn reference(&mut self, name: &str, path: &str, owner: Option<&str>, places: &mut Places) {
        let source = self.source;
        let Some(component) = source.component(name) else { return self.silent(path, Class::Bare, places) };
        if reference(component).is_none() && class(component, Site::Inner) == Some(Class::Object) {
            places.push((path.to_owned(), Class::Reference));
            return self.reach(name);
        }
        let is_circular = self.circular.contains(name);
        if is_circular && owner == Some(name) {
            // Nothing but itself.
            return places.push((path.to_owned(), Class::Any));
        }
        let owner = if is_circular { Some(name) } else { owner };
        self.schema(component, path, Site::Inner, owner, places);
    }

    fn reach(&mut self, name: &str) {
        if !self.reached.iter().any(|reached| reached == name) {
            self.reached.push(name.to_owned());
        }
    }

    fn part(&mut self, owner: &str, schema: &Json) -> String {
        let known = self.parts.iter().find(|(_, part)| *part == schema).map(|(name, _)| name.clone());
        known.unwrap_or_else(|| {
            let mut name = format!("{owner}Item");
            while self.parts.contains_key(&name) || self.source.component(&name).is_some() {
                name.push_str("Item");
            }
            self.parts.insert(name.clone(), schema.clone());
            name
        })
    }
}

/// The reply to a call that succeeds: of status 200, else the first of another 2xx.
pub(crate) fn success(api: &Json) -> Option<&Json> {
    let status = |key: &str| match key.trim() {
        key if key.eq_ignore_ascii_case("2XX") => Some(200),
        key => key.parse::<u16>().ok().filter(|status| (200..300).contains(status)),
    };
    let replies =
        || api.members_of("responses").iter().filter_map(|(key, reply)| Some((status(key)?, reply)));
    replies().find(|(status, _)| *status == 200).or_else(|| replies().next()).map(|(_, reply)| reply)
}

/// Name of the component that a schema refers to. What stands beside the reference says nothing about the type.
pub(crate) fn reference(schema: &Json) -> Option<String> {
    let misspelt = || schema.text("ref").filter(|text| text.starts_with("#/"));
    let written = schema.text("$ref").or_else(misspelt)?;
    Some(written.strip_prefix("#/components/schemas/").unwrap_or(written).to_owned())
}

/// The type that a schema without a reference declares; none where it does not.
fn class(schema: &Json, site: Site) -> Option<Class> {
    let has_properties = !schema.members_of("properties").is_empty();
    let is_map = !matches!(schema.get("additionalProperties"), None | Some(Json::Null | Json::Bool(false)));
    let written = schema.text("type").map(str::to_ascii_lowercase);
    let word = match written.as_deref() {
        Some(word) => word,
        None if has_properties || is_map => "object",
        None if schema.member("items").is_some() => "array",
        None if schema.member("enum").is_some() || !schema.members_of("enumValueTitles").is_empty() => {
            "string"
        }
        None => return None,
    };
    let format = schema.text("format").map(str::to_ascii_lowercase);
    Some(match (word, format.as_deref()) {
        ("string" | "str" | "text" | "file", Some("binary")) if site == Site::Body => Class::Binary,
        ("string" | "str" | "text" | "file", Some("byte")) if site == Site::Body => Class::Byte,
        ("string" | "str" | "text" | "file", _) => Class::String,
        ("integer" | "int" | "int32" | "int64" | "long", Some("int32")) => Class::Int32,
        ("integer" | "int" | "int32" | "int64" | "long", _) => Class::Int64,
        ("number" | "float" | "double", Some("float")) => Class::Float,
        ("number" | "float" | "double", _) => Class::Double,
        ("boolean" | "bool", _) => Class::Boolean,
        ("array" | "list", _) => Class::Array,
        ("object" | "map" | "struct", _) if has_properties => Class::Object,
        ("object" | "map" | "struct", _) if is_map => Class::Map,
        ("object" | "map" | "struct", _) => Class::Bare,
        _ => Class::Any,
    })
}

/// Components that are no objects and lead back to themselves through components of that kind alone.
fn circular(source: &Source) -> BTreeSet<String> {
    let documents = [&source.document, &source.english];
    let schemas = documents.iter().filter_map(|document| document.get("components")?.get("schemas"));
    let names: BTreeSet<&str> = schemas.flat_map(Json::members).map(|(name, _)| name.as_str()).collect();
    let mut edges: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for name in names {
        let Some(schema) = source.component(name) else { continue };
        if reference(schema).is_some() || class(schema, Site::Inner) != Some(Class::Object) {
            let mut targets = BTreeSet::new();
            references(schema, &mut targets);
            edges.insert(name, targets);
        }
    }
    let leads_back = |start: &str| {
        let mut seen = BTreeSet::new();
        let mut left: Vec<&str> = vec![start];
        while let Some(name) = left.pop() {
            for target in edges.get(name).into_iter().flatten() {
                if target == start {
                    return true;
                }
                if seen.insert(target.as_str()) {
                    left.push(target);
                }
            }
        }
        false
    };
    edges.keys().filter(|name| leads_back(name)).map(|name| (*name).to_owned()).collect()
}

fn references(schema: &Json, found: &mut BTreeSet<String>) {
    if let Some(name) = reference(schema) {
        found.insert(name);
        return;
    }
    match class(schema, Site::Inner) {
        Some(Class::Object) => {
            schema.members_of("properties").iter().for_each(|(_, property)| references(property, found));
        }
        Some(Class::Map) => {
            schema.member("additionalProperties").into_iter().for_each(|values| references(values, found));
        }
        Some(Class::Array) => schema.member("items").into_iter().for_each(|items| references(items, found)),
        _ => {}
    }
}
