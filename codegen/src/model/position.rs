use crate::source::Step;
use crate::spec::raw;

/// Where a member stands: its path on the wire, in the file, and the names around it.
#[derive(Clone)]
pub(super) struct Position {
    pub(super) wire: String,
    pub(super) file: Vec<Step>,
    pub(super) names: Vec<String>,
    pub(super) sent: bool,
    /// Whether nothing between here and the struct around it is a list or map.
    pub(super) direct: bool,
}

impl Position {
    /// The outermost: of a request, a reply or a shared shape.
    pub(super) fn root(sent: bool, names: Vec<String>, file: Vec<Step>) -> Self {
        Self { wire: String::new(), file, names, sent, direct: true }
    }

    pub(super) fn file_step(&self, steps: &[Step]) -> Vec<Step> {
        self.file.iter().chain(steps).cloned().collect()
    }

    /// Into an array's items or a map's values. A list is named in the plural or ends in `List`; one item is neither.
    pub(super) fn items(&self, mark: &str) -> Self {
        let mut position = self.clone();
        position.wire.push_str(mark);
        position.direct = false;
        position.file.push("items".into());
        if let Some(last) = position.names.last_mut()
            && let Some(stem) = last.strip_suffix("List")
            && !stem.is_empty()
        {
            *last = stem.to_owned();
        }
        position
    }
}

/// A declaration of a type: a field's, an item's or a reply's.
pub(super) struct Declared<'a> {
    pub(super) kind: raw::Type,
    pub(super) fields: &'a [raw::Field],
    pub(super) shape: Option<&'a str>,
    pub(super) items: Option<&'a raw::Item>,
    pub(super) type_name: Option<&'a str>,
    pub(super) description: Option<String>,
}

impl<'a> Declared<'a> {
    /// A field says what its items are where they do not do so themselves.
    pub(super) fn by_field(field: &'a raw::Field) -> Self {
        let description = field.items.as_deref().and_then(|items| items.description.clone());
        Self {
            kind: field.kind,
            fields: &field.fields,
            shape: field.shape.as_deref(),
            items: field.items.as_deref(),
            type_name: field.type_name.as_deref(),
            description: description.or_else(|| field.description.clone()),
        }
    }

    pub(super) fn by_reply(reply: &'a raw::Reply) -> Self {
        Self {
            kind: reply.root(),
            fields: &reply.fields,
            shape: reply.shape.as_deref(),
            items: reply.items.as_deref(),
            type_name: None,
            description: reply.description.clone(),
        }
    }

    /// Of an array's items or a map's values.
    pub(super) fn inner(&self) -> Option<Self> {
        let items = self.items?;
        Some(Self {
            kind: items.kind,
            fields: &items.fields,
            shape: items.shape.as_deref(),
            items: items.items.as_deref(),
            type_name: items.type_name.as_deref(),
            description: items.description.clone().or_else(|| self.description.clone()),
        })
    }

    /// Whether the declaration makes a struct of its own.
    pub(super) fn is_struct(&self) -> bool {
        self.kind == raw::Type::Object && self.shape.is_none() && !self.fields.is_empty()
    }
}
