use super::locate::Body;
use super::{Finding, Misfits};
use crate::check::scope::{Scope, below};
use crate::check::{json, typed};
use crate::diagnostics::{Diagnostic, codes, suggest};
use crate::source::Step;
use crate::spec::raw::{Field, Item, Place, Type};
use serde_json::{Map, Value};

/// Compares the root of a sample with the fields of the reply.
pub(super) fn compare(
    members: &Map<String, Value>,
    fields: &[Field],
    body: &Body<'_>,
    misfits: &mut Misfits,
    scope: &mut Scope<'_>,
) {
    let mut comparison = Comparison { body, misfits, scope, json: Vec::new() };
    comparison.object(members, fields, &["reply".into()]);
}

struct Comparison<'a, 'b> {
    body: &'a Body<'a>,
    misfits: &'a mut Misfits,
    scope: &'a mut Scope<'b>,
    /// Where in the sample the comparison is.
    json: Vec<Step>,
}

/// What a value must be: the nearest field with its place in the file, and the type there or further inside.
struct Expected<'a> {
    field: &'a Field,
    place: &'a [Step],
    kind: Type,
    fields: &'a [Field],
    /// Place in the file of what holds `fields`.
    owner: Vec<Step>,
    items: Option<&'a Item>,
}

impl Expected<'_> {
    fn called(&self) -> String {
        let is_item = self.owner.as_slice() != self.place;
        if is_item { format!("what `{}` holds", self.field.name) } else { format!("`{}`", self.field.name) }
    }
}

impl Comparison<'_, '_> {
    fn object(&mut self, members: &Map<String, Value>, fields: &[Field], owner: &[Step]) {
        for (name, value) in members {
            self.json.push(name.clone().into());
            match fields
                .iter()
                .position(|field| field.name == *name)
                .and_then(|index| Some((index, fields.get(index)?)))
            {
                Some((index, field)) => {
                    let place = below(owner, ["fields".into(), index.into()]);
                    let owner = place.clone();
                    let items = field.items.as_deref();
                    let expected = Expected {
                        field,
                        place: &place,
                        kind: field.kind,
                        fields: &field.fields,
                        owner,
                        items,
                    };
                    self.value(value, &expected);
                }
                None => self.unknown(name, fields),
            }
            self.json.pop();
        }
    }

    fn value(&mut self, value: &Value, expected: &Expected<'_>) {
        if !json::is_of(expected.kind, value) {
            return self.wrong_type(value, expected);
        }
        match (value, expected.kind) {
            (Value::Object(members), Type::Object) => self.object(members, expected.fields, &expected.owner),
            (Value::Object(members), Type::Map) => {
                for (key, value) in members {
                    self.item(value, key.clone().into(), expected);
                }
            }
            (Value::Array(items), Type::Array) => {
                for (index, value) in items.iter().enumerate() {
                    self.item(value, index.into(), expected);
                }
            }
            (Value::String(_) | Value::Number(_) | Value::Bool(_), _) => self.listed(value, expected),
            _ => {}
        }
    }

    fn item(&mut self, value: &Value, step: Step, expected: &Expected<'_>) {
        let Some(item) = expected.items else { return };
        let owner = below(&expected.owner, ["items".into()]);
        let items = item.items.as_deref();
        self.json.push(step);
        self.value(value, &Expected { kind: item.kind, fields: &item.fields, owner, items, ..*expected });
        self.json.pop();
    }

    fn wrong_type(&mut self, value: &Value, expected: &Expected<'_>) {
        let kind = expected.kind.as_str();
        let shown = match (value, expected.kind) {
            (Value::Number(number), Type::Integer | Type::Long) => {
                format!("the number {number}, which is none")
            }
            _ => json::name(value).to_owned(),
        };
        let message = format!("{} is of type {kind}, and the sample shows {shown}", expected.called());
        self.misfit(value, expected, kind.to_owned(), &message, &format!("no {kind}"));
    }

    fn listed(&mut self, value: &Value, expected: &Expected<'_>) {
        let Expected { field, kind, .. } = expected;
        let text = json::text(value);
        if typed::is_scalar(*kind) && !typed::is_listed(*kind, &field.values, &text) {
            let message = format!(
                "the sample shows `{text}` for {}, which is not among its valid values",
                expected.called()
            );
            self.misfit(value, expected, typed::joined(&field.values), &message, "not listed");
        }
    }

    fn misfit(
        &mut self,
        value: &Value,
        expected: &Expected<'_>,
        documented: String,
        message: &str,
        label: &str,
    ) {
        let field = self.scope.file.place(&below(expected.place, ["name".into()])).mark;
        let problem = Diagnostic::error(codes::SAMPLE_MISFIT, message)
            .at(self.body.source(), self.body.value(&self.json), label)
            .also(&self.scope.file.source, field, "described here");
        let finding = Finding { place: Place::Sample, documented, observed: json::text(value), problem };
        self.misfits.by_field.entry(expected.place.to_vec()).or_default().push(finding);
    }

    fn unknown(&mut self, name: &str, fields: &[Field]) {
        let help = match suggest(name, fields.iter().map(|field| field.name.as_str())) {
            Some(near) => format!("describe it in `fields`; or is it `{near}`, misspelt here or there?"),
            None => "describe it in `fields`".to_owned(),
        };
        let problem = Diagnostic::error(
            codes::SAMPLE_MISFIT,
            format!("the sample shows `{name}`, which the reply does not describe"),
        )
        .at(self.body.source(), self.body.key(&self.json), "no field of this name")
        .help(help);
        self.scope.push(problem);
    }
}
