use super::body::Payload;
use super::flatten::{self, Pairs};
use super::{client_token, dynamic, header, host, path, percent};
use crate::error::{Error, ErrorKind};
use crate::operation::{Descriptor, Kind, Method, Parameter, Position};
use crate::record::{Node, Record};
use bytes::Bytes;
use http::HeaderMap;
use serde_json::Value;

/// A request without anything that differs between attempts: date, nonce, credentials, signature.
#[derive(Clone)]
pub(crate) struct Unsigned {
    pub(crate) method: Method,
    /// Labels in front of the endpoint's host, each with its dot.
    pub(crate) host: String,
    /// Encoded path; what is signed and what is sent.
    pub(crate) path: String,
    /// The query, decoded and sorted by key.
    pub(crate) query: Pairs,
    /// Headers that are parameters.
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    pub(crate) content_type: Option<&'static str>,
    /// Whether it carries a token by which the service tells a repetition from a second request.
    pub(crate) has_client_token: bool,
}

impl Unsigned {
    /// Canonical query, without `?`; what is signed and what is sent.
    pub(crate) fn query(&self) -> String {
        percent::query(&self.query)
    }

    /// Adds a pair to the query.
    pub(crate) fn add_query(&mut self, key: &str, value: &str) {
        self.query.push((key.to_owned(), value.to_owned()));
        sort(&mut self.query);
    }

    /// Puts the pairs of a caller into the query in the place of those that have their keys.
    pub(crate) fn replace_query(&mut self, pairs: &[(String, String)]) {
        if pairs.is_empty() {
            return;
        }
        self.query.retain(|(key, _)| pairs.iter().all(|(replaced, _)| replaced != key));
        self.query.extend_from_slice(pairs);
        sort(&mut self.query);
        // One that was emptied protects nothing any more.
        self.has_client_token = client_token::is_set(pairs).unwrap_or(self.has_client_token);
    }
}

/// The request of a typed call.
///
/// # Errors
/// Missing and unwritable parameters, all of them in one error.
pub(crate) fn from_record(operation: &'static Descriptor, record: &dyn Record) -> Result<Unsigned, Error> {
    build(operation, |index, _| record.slot(index).node())
}

/// The request of a call by name: the same tables, with JSON for the values.
///
/// # Errors
/// As [`from_record`], unknown parameters and parameters of the wrong type.
pub(crate) fn from_json(operation: &'static Descriptor, json: &Value) -> Result<Unsigned, Error> {
    dynamic::check(operation, json)?;
    build(operation, |_, name| json.get(name).filter(|value| !value.is_null()).map(Node::Any))
}

/// Writes every parameter that has a value (`docs/wire.md`, "Parameter positions").
fn build<'a>(
    operation: &'static Descriptor,
    value: impl Fn(usize, &str) -> Option<Node<'a>>,
) -> Result<Unsigned, Error> {
    let mut parts = Parts::new(operation);
    for (index, parameter) in operation.parameters().iter().enumerate() {
        parts.add(parameter, value(index, parameter.name()));
    }
    parts.finish(operation)
}

/// What the parameters so far have become.
#[derive(Default)]
struct Parts {
    host: String,
    path: path::Values,
    query: Pairs,
    headers: HeaderMap,
    fields: Pairs,
    form_carries: bool,
    has_form: bool,
    body: Option<Payload>,
    has_client_token: bool,
    missing: Vec<String>,
    problems: Vec<String>,
}

impl Parts {
    fn new(operation: &Descriptor) -> Self {
        // These carry no form, so its parameters travel in the query.
        let form_carries = !matches!(operation.method(), Method::Get | Method::Head);
        Self { form_carries, ..Self::default() }
    }

    fn add(&mut self, parameter: &Parameter, node: Option<Node<'_>>) {
        let in_form = parameter.position() == Position::Form && self.form_carries;
        self.has_form |= in_form;
        // A null is an unset parameter wherever it comes from.
        let node = node.filter(|node| !matches!(node, Node::Any(Value::Null)));
        let Some(node) = node else {
            // A path without one of its parts is the path of something else.
            if parameter.is_required() || parameter.position() == Position::Path {
                self.missing.push(format!("`{}`", parameter.name()));
            }
            return;
        };
        let (name, style) = (parameter.name(), parameter.style());
        self.has_client_token |= client_token::is_in(name, node);
        let outcome = match parameter.position() {
            Position::Form if in_form => flatten::write(name, style, node, &mut self.fields),
            Position::Query | Position::Form => flatten::write(name, style, node, &mut self.query),
            Position::Path => self.path.add(name, node),
            Position::Header => header::write(name, style, node, &mut self.headers),
            Position::Host => host::write(node, &mut self.host),
            Position::Body if self.body.is_some() => Err("is a second body".to_owned()),
            Position::Body => Payload::new(parameter.kind(), node).map(|body| self.body = Some(body)),
        };
        if let Err(problem) = outcome {
            self.problems.push(format!("parameter `{name}` {problem}"));
        }
    }

    fn finish(mut self, operation: &Descriptor) -> Result<Unsigned, Error> {
        if self.body.is_some() && !self.fields.is_empty() {
            self.problems.push("a body and form parameters cannot be sent together".to_owned());
        }
        if !self.missing.is_empty() {
            let plural = if self.missing.len() == 1 { "" } else { "s" };
            self.problems.insert(0, format!("set required parameter{plural} {}", self.missing.join(", ")));
        }
        let mut path = "/".to_owned();
        // With a part missing or unusable there is no path, and that has been said.
        if self.problems.is_empty()
            && let Some(template) = operation.path_template()
        {
            match self.path.fill(template) {
                Ok(filled) => path = filled,
                Err(problems) => self.problems.extend(problems),
            }
            self.query.extend(path::constants(template));
        }
        if !self.problems.is_empty() {
            return Err(Error::local(ErrorKind::Request, self.problems.join("; ")));
        }
        sort(&mut self.query);
        sort(&mut self.fields);
        let form = self.has_form.then(|| Payload::form(&self.fields));
        let payload = self.body.or(form).or_else(|| empty_object(operation)).unwrap_or_default();
        Ok(Unsigned {
            method: operation.method(),
            host: self.host,
            path,
            query: self.query,
            headers: self.headers,
            body: payload.bytes,
            content_type: payload.content_type,
            has_client_token: self.has_client_token,
        })
    }
}

/// By key, by code point; pairs of one key stay in their order.
fn sort(pairs: &mut Pairs) {
    pairs.sort_by(|left, right| left.0.cmp(&right.0));
}

/// An object that is unset is sent as an empty one: as with forms, the declaration decides (`docs/wire.md`, "Bodies").
fn empty_object(operation: &Descriptor) -> Option<Payload> {
    let carries = matches!(operation.method(), Method::Post | Method::Put | Method::Patch);
    let is_object =
        |parameter: &Parameter| parameter.position() == Position::Body && parameter.kind() == Kind::Object;
    (carries && operation.parameters().iter().any(is_object)).then(Payload::empty_object)
}
