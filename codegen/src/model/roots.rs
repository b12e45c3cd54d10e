use super::fields::Part;
use super::position::{Declared, Position};
use super::shapes::Shapes;
use super::{Member, ReplyBody, ShapeId};
use crate::naming::{self, Origin, Scope};
use crate::source::Step;
use crate::spec::{OperationSpec, ProductSpec, ShapeSpec, raw};

/// What is known of a reply beside its members.
pub(super) struct ReplyFacts {
    pub(super) body: ReplyBody,
    /// How many of the last members come from HTTP headers.
    pub(super) headers: usize,
}

/// What the body of a reply is. An object whose members are known is the reply itself, anything else its field `body`.
pub(super) fn body(reply: Option<&raw::Reply>) -> ReplyBody {
    let Some(reply) = reply else { return ReplyBody::Empty };
    let is_described = !reply.fields.is_empty() || reply.shape.is_some();
    match reply.kind {
        _ if is_described => ReplyBody::Object,
        None if reply.headers.is_empty() => ReplyBody::Object,
        None => ReplyBody::Empty,
        Some(raw::Type::String) => ReplyBody::Text,
        Some(raw::Type::Binary | raw::Type::Byte) => ReplyBody::Bytes,
        Some(_) => ReplyBody::Payload,
    }
}

impl<'a> Shapes<'a> {
    /// Adds the request and the reply. Both come first, and so do their names: no nested type takes them.
    pub(super) fn roots(
        &mut self,
        product: &'a ProductSpec,
        spec: &'a OperationSpec,
        request: &[raw::Field],
    ) -> ReplyFacts {
        let raw = &spec.operation;
        let reply = raw.reply.as_ref();
        let about = reply.and_then(|reply| reply.description.clone());
        let parameters: Vec<Step> = vec!["parameters".into()];
        let of_request = Position::root(true, Vec::new(), parameters.clone());
        let of_reply = Position::root(false, Vec::new(), vec!["reply".into()]);
        let request_id = self.root("Request", None, &of_request);
        let reply_id = self.root("Reply", about, &of_reply);

        // A shared shape as the root: its members are the reply's.
        let shape = reply.and_then(|reply| product.shape(reply.shape.as_deref()?));
        self.claim_explicit(request, &parameters, false);
        if let Some(reply) = reply {
            self.explicit_of_reply(reply, shape, spec);
        }
        let imported = raw.origin.is_some();
        let part = |at, fields| Part { file: &spec.file, at, fields, imported };
        if let Some(id) = request_id {
            let members = self.members(&[part(parameters, request)], Scope::default(), &of_request);
            self.fill(id, members);
        }
        let body = body(reply);
        let own: &[raw::Field] = reply.map_or(&[], |reply| &reply.fields);
        let headers: &[raw::Field] = reply.map_or(&[], |reply| &reply.headers);
        let fields = match shape {
            Some(shape) => Part {
                file: &shape.file,
                at: vec!["fields".into()],
                fields: &shape.shape.fields,
                imported: shape.shape.origin.is_some(),
            },
            None => part(vec!["reply".into(), "fields".into()], own),
        };
        let headers = part(vec!["reply".into(), "headers".into()], headers);
        let count = headers.fields.len();
        if let Some(id) = reply_id {
            let mut scope = Scope::default();
            let payload = reply.and_then(|reply| self.payload(reply, body, &of_reply));
            if let Some(payload) = &payload {
                let _ = scope.claim(&payload.name, Origin { wire: "the body".to_owned(), span: 0..0 });
            }
            let members = self.members(&[fields, headers], scope, &of_reply);
            self.fill(id, payload.into_iter().chain(members).collect());
        }
        ReplyFacts { body, headers: count }
    }

    fn root(&mut self, name: &str, description: Option<String>, position: &Position) -> Option<ShapeId> {
        let ident = self.claim_type(&[name.to_owned()], position)?;
        Some(self.reserve(ident, description, position.sent))
    }

    fn explicit_of_reply(
        &mut self,
        reply: &raw::Reply,
        shape: Option<&'a ShapeSpec>,
        spec: &'a OperationSpec,
    ) {
        let at: [Step; 1] = ["reply".into()];
        self.claim_declared(&Declared::by_reply(reply), None, &at, &at, false);
        self.claim_explicit(&reply.headers, &["reply".into(), "headers".into()], false);
        if let Some(shape) = shape {
            self.file = &shape.file;
            self.claim_explicit(&shape.shape.fields, &["fields".into()], true);
            self.file = &spec.file;
        }
    }

    /// The field for a body that is no object with known members.
    fn payload(&mut self, reply: &raw::Reply, body: ReplyBody, position: &Position) -> Option<Member> {
        if matches!(body, ReplyBody::Object | ReplyBody::Empty) {
            return None;
        }
        let name = naming::body_field();
        let position = Position { wire: "$".to_owned(), names: vec![name.to_string()], ..position.clone() };
        Some(Member {
            wire: name.to_string(),
            path: "$".to_owned(),
            kind: self.kind(&Declared::by_reply(reply), None, &position),
            name,
            required: false,
            default: None,
            example: None,
            values: Vec::new(),
            constraints: None,
            deprecated: None,
            sensitive: false,
            file_url: false,
            description: Some("The body of the reply.".to_owned()),
            notes: Vec::new(),
            disagrees: Vec::new(),
            item: None,
        })
    }
}
