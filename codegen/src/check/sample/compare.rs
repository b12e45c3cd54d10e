use super::locate::Body;
use super::{Finding, Misfits};
use crate::check::cause::Cause;
use crate::check::scope::{Scope, below};
use crate::check::{json, typed};
use crate::diagnostics::{Diagnostic, codes, suggest};
use crate::source::{SourceFile, Step};
use crate::spec::ShapeSpec;
use crate::spec::raw::{Field, Item, Place, Type};
use serde_json::{Map, Value};

/// Compares the root of a sample with the fields of the reply.
pub(super) fn compare(
    members: &Map<String, Value>,
    fields: &[Field],
    shapes: &[ShapeSpec],
    body: &Body<'_>,
    misfits: &mut Misfits,
    scope: &mut Scope<'_>,
) {
    let file = scope.file;
    let mut comparison = Comparison { body, misfits, scope, shapes, json: Vec::new() };
    comparison.object(members, fields, file, &["reply".into()]);
}

struct Comparison<'a, 'b> {
    body: &'a Body<'a>,
    misfits: &'a mut Misfits,
    scope: &'a mut Scope<'b>,
    /// The product's shared shapes.
    shapes: &'a [ShapeSpec],
    /// Where in the sample the comparison is.
    json: Vec<Step>,
}

/// What a value must be: the nearest field with its place in the file, and the type there or further inside.
struct Expected<'a> {
    field: &'a Field,
    file: &'a SourceFile,
    place: &'a [Step],
    kind: Type,
    fields: &'a [Field],
    shape: Option<&'a str>,
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
    fn object(&mut self, members: &Map<String, Value>, fields: &[Field], file: &SourceFile, owner: &[Step]) {
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
                        file,
                        place: &place,
                        kind: field.kind,
                        fields: &field.fields,
                        shape: field.shape.as_deref(),
                        owner,
                        items,
                    };
                    self.value(value, &expected);
                }
                None => self.unknown(name, fields, owner),
            }
            self.json.pop();
        }
    }

    fn value(&mut self, value: &Value, expected: &Expected<'_>) {
        if !json::is_of(expected.kind, value) {
            return self.wrong_type(value, expected);
        }
        if !matches!(expected.kind, Type::String | Type::Any) && std::ptr::eq(expected.file, self.scope.file)
        {
            self.scope.support(expected.owner.clone());
        }
        match (value, expected.kind) {
            (Value::Object(members), Type::Object) => match expected.shape {
                // An object without fields is reported where it is described.
                None if expected.fields.is_empty() => self.hidden(expected.place),
                None => self.object(members, expected.fields, expected.file, &expected.owner),
                // An unknown shape is reported where it is named.
                Some(name) => {
                    if let Some(spec) = self.shapes.iter().find(|spec| spec.shape.name == name) {
                        self.object(members, &spec.shape.fields, &spec.file, &[]);
                    }
                }
            },
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
            // What the type does not go with is reported where it is described.
            _ if expected.items.is_some() || !expected.fields.is_empty() => self.hidden(expected.place),
            _ => {}
        }
    }

    fn item(&mut self, value: &Value, step: Step, expected: &Expected<'_>) {
        let Some(item) = expected.items else { return self.hidden(expected.place) };
        let owner = below(&expected.owner, ["items".into()]);
        let items = item.items.as_deref();
        let shape = item.shape.as_deref();
        self.json.push(step);
        self.value(
            value,
            &Expected { kind: item.kind, fields: &item.fields, shape, owner, items, ..*expected },
        );
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
        let cause = Cause::type_of(&expected.owner);
        self.misfit(value, expected, kind.to_owned(), cause, &message, &format!("no {kind}"));
    }

    fn listed(&mut self, value: &Value, expected: &Expected<'_>) {
        let Expected { field, kind, .. } = expected;
        let text = json::text(value);
        if typed::is_scalar(*kind) && !typed::is_listed(*kind, &field.values, &text) {
            let message = format!(
                "the sample shows `{text}` for {}, which is not among its valid values",
                expected.called()
            );
            let documented = typed::joined(&field.values);
            let cause = Cause::Unlisted(expected.place.to_vec(), text);
            self.misfit(value, expected, documented, cause, &message, "not listed");
        }
    }

    fn misfit(
        &mut self,
        value: &Value,
        expected: &Expected<'_>,
        documented: String,
        cause: Cause,
        message: &str,
        label: &str,
    ) {
        let field = expected.file.place(&below(expected.place, ["name".into()])).mark;
        let problem = Diagnostic::error(codes::SAMPLE_MISFIT, message)
            .at(self.body.source(), self.body.value(&self.json), label)
            .also(&expected.file.source, field, "described here");
        if !std::ptr::eq(expected.file, self.scope.file) {
            // What one page shows cannot be recorded in a shape that others share.
            let help = "correct the shared shape, or describe the object's `fields` here and record the disagreement";
            return self.scope.push(problem.help(help));
        }
        let finding =
            Finding { place: Place::Sample, documented, observed: json::text(value), cause, problem };
        self.misfits.by_field.entry(expected.place.to_vec()).or_default().push(finding);
    }

    /// Something that is reported keeps what is below a place of the file from being compared.
    fn hidden(&mut self, place: &[Step]) {
        self.misfits.hidden.insert(place.to_vec());
    }

    fn unknown(&mut self, name: &str, fields: &[Field], owner: &[Step]) {
        self.hidden(owner);
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
