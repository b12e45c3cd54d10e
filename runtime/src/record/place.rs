//! Values by paths such as `PageInfo.TotalCount`, in records and in JSON alike.

use super::Node;
use serde_json::Value;

/// The path of a body that is no object.
const ROOT: &str = "$";

/// The value at a path of member names; `None` where something on the way is not there.
pub(crate) fn find<'a>(root: Node<'a>, path: &str) -> Option<Node<'a>> {
    if path == ROOT {
        return body(root);
    }
    if path.is_empty() {
        return Some(root);
    }
    // A name may hold dots itself.
    splits(path).find_map(|(name, rest)| find(member(root, name)?, rest))
}

/// A path as a first name and what follows it, in every way that it can be read.
fn splits(path: &str) -> impl Iterator<Item = (&str, &str)> {
    let dots = path.match_indices('.').filter_map(|(at, _)| Some((path.get(..at)?, path.get(at + 1..)?)));
    dots.chain([(path, "")])
}

/// All values at a path, where a list on the way stands for each of its items.
pub(crate) fn all<'a>(root: Node<'a>, path: &str) -> Vec<Node<'a>> {
    if path == ROOT {
        return body(root).map(items).unwrap_or_default();
    }
    if path.is_empty() {
        return items(root);
    }
    let below = |(name, rest)| {
        let nodes = items(root).into_iter().filter_map(|node| member(node, name));
        nodes.flat_map(|node| all(node, rest)).collect::<Vec<_>>()
    };
    splits(path).map(below).find(|found| !found.is_empty()).unwrap_or_default()
}

/// A reply type has such a body as its first field.
fn body(root: Node<'_>) -> Option<Node<'_>> {
    match root {
        Node::Record(record) => record.slot(0).node(),
        other => Some(other),
    }
}

fn member<'a>(node: Node<'a>, name: &str) -> Option<Node<'a>> {
    match node {
        Node::Record(record) => {
            let index = record.shape().fields().iter().position(|field| *field == name)?;
            record.slot(index).node()
        }
        Node::Map(map) => map.node(name),
        Node::Any(value) => value.get(name).filter(|value| !value.is_null()).map(Node::Any),
        _ => None,
    }
}

fn items(node: Node<'_>) -> Vec<Node<'_>> {
    match node {
        Node::List(list) => {
            let indices = 0..list.size().unwrap_or_default();
            indices.filter_map(|index| list.node(index)).flat_map(items).collect()
        }
        Node::Any(Value::Array(values)) => values.iter().flat_map(|value| items(Node::Any(value))).collect(),
        other => vec![other],
    }
}

/// How many items a list or map has; `None` for anything else.
pub(crate) fn count(node: Node<'_>) -> Option<u64> {
    let length = match node {
        Node::List(list) => list.size()?,
        Node::Map(map) => map.size()?,
        Node::Any(Value::Array(values)) => values.len(),
        Node::Any(Value::Object(members)) => members.len(),
        _ => return None,
    };
    u64::try_from(length).ok()
}

/// A number that is not negative, also one that is written as text.
pub(crate) fn number(node: Node<'_>) -> Option<u64> {
    scalar(node)?.trim().parse().ok()
}

/// A scalar as text; `None` for what is no scalar.
pub(crate) fn scalar(node: Node<'_>) -> Option<String> {
    match node {
        Node::String(text) => Some(text.to_owned()),
        Node::Any(Value::String(text)) => Some(text.clone()),
        Node::Integer(value) => Some(value.to_string()),
        Node::Long(value) => Some(value.to_string()),
        Node::Float(value) => Some(value.to_string()),
        Node::Double(value) => Some(value.to_string()),
        Node::Boolean(value) => Some(value.to_string()),
        Node::Any(Value::Number(value)) => Some(value.to_string()),
        Node::Any(Value::Bool(value)) => Some(value.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{all, count, find, number, scalar};
    use crate::record::Node;
    use serde_json::json;

    #[test]
    fn a_path_leads_through_objects_and_names_with_dots() {
        let root = json!({ "Data": { "Total": "7", "Keys.All": [1, 2], "Keys": {} }, "A.B": { "C": null } });
        let at = |path| find(Node::Any(&root), path);
        assert_eq!(at("Data.Total").and_then(number), Some(7));
        assert_eq!(at("Data.Keys.All").and_then(count), Some(2));
        assert_eq!(at("$").and_then(count), Some(2));
        assert!(at("Data.Nothing").is_none() && at("A.B.C").is_none() && at("Data.Total.More").is_none());
    }

    #[test]
    fn a_list_on_the_way_stands_for_its_items() {
        let root = json!({ "Tasks": [{ "Status": "a" }, {}, { "Status": ["b", "c"] }] });
        let found: Vec<_> = all(Node::Any(&root), "Tasks.Status").into_iter().filter_map(scalar).collect();
        assert_eq!(found, ["a", "b", "c"]);
        assert!(all(Node::Any(&root), "Tasks.Nothing").is_empty());
    }
}
