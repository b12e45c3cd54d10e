use super::facts::{description, field};
use super::kind::{Context, Lowered, kind, resolve};
use crate::import::metadata::{Schema, SuccessReply};
use crate::spec::raw;

/// The reply; none where nothing is described of it.
pub(super) fn reply(success: &SuccessReply, context: &mut Context<'_>) -> Option<raw::Reply> {
    let headers: Vec<raw::Field> =
        success.headers.iter().map(|(name, schema)| header(name, schema, context)).collect();
    let status = (success.status != 200).then_some(success.status);
    let Some(schema) = &success.schema else {
        // A status alone is no reply: the language has none without a body and without headers.
        return (!headers.is_empty()).then(|| raw::Reply {
            title: None,
            description: None,
            status,
            headers,
            kind: None,
            fields: Vec::new(),
            shape: None,
            items: None,
        });
    };
    let schema = resolve(schema, context.document);
    let description = description(&schema, "", context);
    let Lowered { kind, mut fields, shape, items } = kind(&schema, context);
    fields.iter_mut().for_each(of_reply);
    let mut items = items;
    if let Some(item) = &mut items {
        of_reply_item(item);
    }
    Some(raw::Reply {
        title: None,
        description,
        status,
        headers,
        // An object without known members is named, so that it differs from a reply without a body.
        kind: (kind != raw::Type::Object || (fields.is_empty() && shape.is_none())).then_some(kind),
        fields,
        shape,
        items,
    })
}

fn header(name: &str, schema: &Schema, context: &mut Context<'_>) -> raw::Field {
    let mut field = field(name, schema, context);
    of_reply(&mut field);
    field
}

/// A reply may leave any field out, whatever its description requires.
fn of_reply(field: &mut raw::Field) {
    field.required = false;
    field.file_url = false;
    field.fields.iter_mut().for_each(of_reply);
    if let Some(item) = &mut field.items {
        of_reply_item(item);
    }
}

fn of_reply_item(item: &mut raw::Item) {
    item.fields.iter_mut().for_each(of_reply);
    if let Some(item) = &mut item.items {
        of_reply_item(item);
    }
}
