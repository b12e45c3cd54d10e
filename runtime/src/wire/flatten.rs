use super::number;
use crate::operation::Style;
use crate::record::{Node, to_json_text};
use serde_json::Value;

/// Keys with their texts, in the order of the fields.
pub(super) type Pairs = Vec<(String, String)>;

/// Writes one parameter in its style (`docs/wire.md`, "Parameter styles" and "Values as text").
///
/// # Errors
/// What is wrong with the value, to be put behind the parameter's name.
pub(super) fn write(name: &str, style: Style, node: Node<'_>, out: &mut Pairs) -> Result<(), String> {
    // A null is an unset parameter wherever it comes from.
    if matches!(node, Node::Any(Value::Null)) {
        return Ok(());
    }
    let structured = structured(node);
    match style {
        Style::Json if structured => {
            let json = to_json_text(node).map_err(|error| format!("has no JSON form: {error}"))?;
            out.push((name.to_owned(), json));
            Ok(())
        }
        Style::Simple if structured => {
            out.push((name.to_owned(), joined(node)?));
            Ok(())
        }
        _ => flat(name.to_owned(), node, out),
    }
}

/// `Name.1`, `Name.1.Key`, `Name.Key`; an empty list or map leaves nothing behind.
fn flat(key: String, node: Node<'_>, out: &mut Pairs) -> Result<(), String> {
    match node {
        Node::List(list) => {
            let items = (0..list.size().unwrap_or(0)).filter_map(|index| Some((index, list.node(index)?)));
            for (index, item) in items {
                flat(numbered(&key, index), item, out)?;
            }
        }
        Node::Map(map) => {
            let mut outcome = Ok(());
            map.each(&mut |name, value| {
                if outcome.is_ok() {
                    outcome = flat(format!("{key}.{name}"), value, out);
                }
            });
            outcome?;
        }
        Node::Record(record) => {
            for (index, name) in record.shape().fields().iter().enumerate() {
                if let Some(value) = record.slot(index).node() {
                    flat(format!("{key}.{name}"), value, out)?;
                }
            }
        }
        Node::Any(Value::Array(items)) => {
            for (index, item) in items.iter().enumerate() {
                flat(numbered(&key, index), Node::Any(item), out)?;
            }
        }
        Node::Any(Value::Object(members)) => {
            for (name, value) in members {
                flat(format!("{key}.{name}"), Node::Any(value), out)?;
            }
        }
        // The item is left out and its number is not given to the next one.
        Node::Any(Value::Null) => {}
        scalar => out.push((key, text(scalar)?)),
    }
    Ok(())
}

fn numbered(key: &str, index: usize) -> String {
    format!("{key}.{}", index.saturating_add(1))
}

/// Whether a value is more than one text.
pub(super) fn structured(node: Node<'_>) -> bool {
    match node {
        Node::Any(value) => value.is_array() || value.is_object(),
        Node::Record(_) | Node::List(_) | Node::Map(_) => true,
        _ => false,
    }
}

/// Items joined by commas; commas inside an item are not escaped, for which the protocol has no form.
pub(super) fn joined(node: Node<'_>) -> Result<String, String> {
    let items: Vec<Node<'_>> = match node {
        Node::List(list) => (0..list.size().unwrap_or(0)).filter_map(|index| list.node(index)).collect(),
        Node::Any(Value::Array(items)) => items.iter().map(Node::Any).collect(),
        _ => return Err("is sent comma-separated and must be a list".to_owned()),
    };
    let texts: Vec<String> = items.into_iter().map(text).collect::<Result<_, _>>()?;
    Ok(texts.join(","))
}

/// The text of a scalar.
pub(super) fn text(node: Node<'_>) -> Result<String, String> {
    Ok(match node {
        Node::String(text) => text.to_owned(),
        Node::Integer(value) => value.to_string(),
        Node::Long(value) => value.to_string(),
        Node::Float(value) if value.is_finite() => {
            number::text(f64::from(value.abs()), value.to_string(), format!("{value:e}"))
        }
        Node::Double(value) if value.is_finite() => double(value),
        Node::Float(_) | Node::Double(_) => return Err("is no finite number".to_owned()),
        Node::Boolean(value) => value.to_string(),
        Node::Any(Value::String(text)) => text.clone(),
        Node::Any(Value::Bool(value)) => value.to_string(),
        Node::Any(Value::Number(value)) => match value.as_f64() {
            Some(float) if value.is_f64() => double(float),
            _ => value.to_string(),
        },
        Node::Any(Value::Null) => String::new(),
        Node::Bytes(_) => return Err("holds bytes, which only a body can carry".to_owned()),
        Node::Any(Value::Array(_) | Value::Object(_)) | Node::Record(_) | Node::List(_) | Node::Map(_) => {
            return Err("is sent comma-separated and cannot hold lists or objects".to_owned());
        }
    })
}

fn double(value: f64) -> String {
    number::text(value.abs(), value.to_string(), format!("{value:e}"))
}
