//! Parameters of an operation: each once, and as its path says.

use crate::folder::Source;
use crate::json::Json;

/// A parameter. Without a schema it is a placeholder of the path that the document describes nothing of: a text.
pub(crate) struct Parameter<'a> {
    pub(crate) name: String,
    pub(crate) position: String,
    pub(crate) schema: Option<&'a Json>,
}

/// Whether an operation is called by its path.
pub(crate) fn has_path(source: &Source, api: &Json) -> bool {
    match source.info("style").to_ascii_uppercase().as_str() {
        "RPC" => false,
        "V3" => api.text("path").is_some(),
        _ => true,
    }
}

/// What is sent of an operation's parameters.
pub(crate) fn parameters<'a>(source: &Source, api: &'a Json) -> Vec<Parameter<'a>> {
    const POSITIONS: [&str; 6] = ["query", "formdata", "body", "path", "header", "host"];
    let mut all: Vec<Parameter<'a>> = Vec::new();
    for parameter in api.list_of("parameters") {
        let (Some(name), Some(position)) = (parameter.text("name"), parameter.text("in")) else { continue };
        let position = position.to_ascii_lowercase();
        let is_twice = all.iter().any(|other| other.name == name && other.position == position);
        let is_second_body = position == "body" && all.iter().any(|other| other.position == "body");
        if POSITIONS.contains(&position.as_str()) && !is_twice && !is_second_body {
            all.push(Parameter { name: name.to_owned(), position, schema: parameter.member("schema") });
        }
    }
    let has_body = all.iter().any(|parameter| parameter.position == "body");
    // Beside a body there is no form, and without a path nothing is in one: both go to the query.
    if has_body {
        move_to_query(&mut all, "formdata");
    }
    if has_path(source, api) {
        placeholders(api.text("path").unwrap_or("/"), &mut all);
    } else {
        move_to_query(&mut all, "path");
    }
    all
}

fn move_to_query(all: &mut Vec<Parameter<'_>>, position: &str) {
    let is_query = |one: &&Parameter<'_>| one.position == "query";
    let queries: Vec<String> = all.iter().filter(is_query).map(|one| one.name.clone()).collect();
    all.retain(|one| one.position != position || !queries.contains(&one.name));
    all.iter_mut().filter(|one| one.position == position).for_each(|one| one.position = "query".to_owned());
}

/// Every placeholder has a parameter, and every parameter in the path a placeholder.
fn placeholders(path: &str, all: &mut Vec<Parameter<'_>>) {
    let mut names = names(path);
    if path.ends_with("/*") {
        let is_free = |one: &&Parameter<'_>| one.position == "path" && !names.contains(&one.name);
        let free: Vec<String> = all.iter().filter(is_free).map(|one| one.name.clone()).collect();
        match free.as_slice() {
            [whole] => names = vec![whole.clone()],
            _ => names.push("rest".to_owned()),
        }
    }
    for name in &mut names {
        if all.iter().any(|one| one.position == "path" && one.name == *name) {
            continue;
        }
        if let Some(one) = all.iter_mut().find(|one| one.name == *name) {
            one.position = "path".to_owned();
            continue;
        }
        let mut like = all.iter().filter(|one| one.position == "path" && one.name.eq_ignore_ascii_case(name));
        let only = like.next().map(|one| one.name.clone()).filter(|_| like.next().is_none());
        match only {
            Some(only) => *name = only,
            None => all.push(Parameter { name: name.clone(), position: "path".to_owned(), schema: None }),
        }
    }
    all.retain(|one| one.position != "path" || names.contains(&one.name));
}

/// Names of the placeholders: in braces, or in brackets in front of the query.
fn names(path: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut rest = path;
    let mut is_query = false;
    while let Some(letter) = rest.chars().next() {
        let after = &rest[letter.len_utf8()..];
        is_query |= letter == '?';
        let end = match letter {
            '{' => '}',
            '[' if !is_query => ']',
            _ => '\0',
        };
        rest = after;
        if let Some((inside, following)) = after.split_once(end).filter(|_| end != '\0') {
            let name = inside.split(':').next().unwrap_or_default();
            let name = name.trim_matches(|letter: char| letter.is_whitespace() || "+*?".contains(letter));
            if !name.is_empty()
                && name.chars().all(|letter| letter.is_alphanumeric() || "_-.".contains(letter))
            {
                names.push(name.to_owned());
                rest = following;
            }
        }
    }
    names
}
