use super::names::is_secret;
use crate::operation::Descriptor;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// What stands for a secret.
pub(super) const REDACTED: &str = "[redacted]";

/// The shortest secret that is looked for in other texts: a shorter one would be found everywhere.
const SHORTEST: usize = 6;

/// Takes secrets out of one exchange, and out of whatever repeats them.
pub(super) struct Redaction {
    operation: Option<&'static Descriptor>,
    secrets: BTreeSet<String>,
}

impl Redaction {
    /// `secrets` are those of the exchanges before.
    pub(super) fn new(operation: Option<&'static Descriptor>, secrets: BTreeSet<String>) -> Self {
        Self { operation, secrets }
    }

    /// The secrets that are known now.
    pub(super) fn secrets(&self) -> &BTreeSet<String> {
        &self.secrets
    }

    pub(super) fn operation(&self) -> Option<&'static Descriptor> {
        self.operation
    }

    /// Keeps in mind that this text is secret wherever it stands.
    pub(super) fn learn(&mut self, secret: &str) {
        if secret.len() >= SHORTEST && secret != REDACTED {
            self.secrets.insert(secret.to_owned());
        }
    }

    /// The text without the secrets that it repeats, and, where it is JSON, without those in it.
    pub(super) fn text(&mut self, text: &str) -> String {
        if let Ok(json @ (Value::Object(_) | Value::Array(_))) = serde_json::from_str::<Value>(text) {
            let redacted = self.json(json.clone());
            return if redacted == json { text.to_owned() } else { redacted.to_string() };
        }
        self.without_known(text)
    }

    fn without_known(&self, text: &str) -> String {
        let text = text.to_owned();
        // Backwards, so that a longer secret goes before one that it begins with.
        self.secrets.iter().rev().fold(text, |text, secret| text.replace(secret.as_str(), REDACTED))
    }

    /// A JSON body without secrets, also where one is repeated before it is met.
    pub(super) fn whole(&mut self, body: Value) -> Value {
        let once = self.json(body);
        self.json(once)
    }

    /// A JSON value without secrets.
    pub(super) fn json(&mut self, value: Value) -> Value {
        match value {
            Value::String(text) => Value::String(self.text(&text)),
            Value::Array(items) => items.into_iter().map(|item| self.json(item)).collect(),
            Value::Object(members) => {
                let members = members.into_iter().map(|(name, value)| {
                    let value =
                        if is_secret(self.operation, &name) { self.secret(value) } else { self.json(value) };
                    (self.without_known(&name), value)
                });
                Value::Object(members.collect::<Map<_, _>>())
            }
            other => other,
        }
    }

    /// What stands for a value that is secret as a whole. It keeps its type, so that it still decodes.
    pub(super) fn secret(&mut self, value: Value) -> Value {
        match value {
            Value::Null => Value::Null,
            Value::Bool(_) => Value::Bool(false),
            Value::Number(_) => Value::from(0),
            Value::String(text) => {
                self.learn(&text);
                Value::from(if text.is_empty() { "" } else { REDACTED })
            }
            Value::Array(items) => items.into_iter().map(|item| self.secret(item)).collect(),
            Value::Object(members) => {
                for member in members.into_iter() {
                    self.secret(member.1);
                }
                Value::Object(Map::new())
            }
        }
    }
}
