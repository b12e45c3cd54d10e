use super::{Enumeration, EnumerationId, Scalar, Variant, Wire};
use crate::naming::{self, Ident};
use crate::spec::raw;

/// The enumerations of one operation. Equal lists become one, lists that differ stay two.
#[derive(Default)]
pub(super) struct Enumerations {
    found: Vec<Enumeration>,
    /// The name a spec gave explicitly: lists under two such names stay two.
    named: Vec<Option<String>>,
}

impl Enumerations {
    pub(super) fn finish(self) -> Vec<Enumeration> {
        self.found
    }

    /// The variants of a list of values; `None` where the type has no enumeration or a value is not of it.
    pub(super) fn variants(&self, scalar: Scalar, values: &[raw::Value]) -> Option<Vec<Variant>> {
        let wire = wire(scalar)?;
        values.iter().map(|value| variant(wire, value)).collect()
    }

    pub(super) fn find(
        &self,
        scalar: Scalar,
        name: Option<&str>,
        variants: &[Variant],
    ) -> Option<EnumerationId> {
        let same_name =
            |known: &Option<String>| known.is_none() || name.is_none() || known.as_deref() == name;
        let index = self.found.iter().zip(&self.named).position(|(known, known_name)| {
            known.scalar == scalar && known.variants == variants && same_name(known_name)
        });
        index.map(EnumerationId)
    }

    pub(super) fn add(
        &mut self,
        name: Ident,
        scalar: Scalar,
        field: &raw::Field,
        variants: Vec<Variant>,
    ) -> EnumerationId {
        let id = EnumerationId(self.found.len());
        let wire = wire(scalar).unwrap_or(Wire::Text);
        self.found.push(Enumeration { name, wire, scalar, description: field.description.clone(), variants });
        self.named.push(field.enumeration.clone());
        id
    }
}

/// Texts and integers have enumerations. `true` and `false` need none, and fractions are no names.
fn wire(scalar: Scalar) -> Option<Wire> {
    match scalar {
        Scalar::String => Some(Wire::Text),
        Scalar::Integer | Scalar::Long => Some(Wire::Integer),
        Scalar::Float | Scalar::Double | Scalar::Boolean | Scalar::Any => None,
    }
}

fn variant(wire: Wire, value: &raw::Value) -> Option<Variant> {
    let number = value.value.parse::<i64>();
    let name = match (&value.name, wire, &number) {
        (Some(name), _, _) => naming::variant(name),
        (None, Wire::Integer, Ok(number)) => Some(naming::numeric_variant(*number)),
        (None, Wire::Integer, Err(_)) => None,
        (None, Wire::Text, _) => naming::variant(&value.value),
    }?;
    if wire == Wire::Integer && number.is_err() {
        return None;
    }
    Some(Variant {
        name,
        value: value.value.clone(),
        meaning: value.meaning.clone(),
        documented: value.documented.clone(),
    })
}
