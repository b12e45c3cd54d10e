use super::{Enumeration, EnumerationId, Scalar, Variant, Wire};
use crate::naming::{self, Ident, Origin, Scope};
use crate::spec::raw;
use std::collections::BTreeSet;

/// The enumerations of one operation. Equal lists become one, lists that differ stay two.
#[derive(Default)]
pub(super) struct Enumerations {
    found: Vec<Enumeration>,
    /// The lists with a name of their own: two such names stay two.
    named: Vec<(Ident, Scalar, Vec<Variant>)>,
}

/// Valid values of a type.
pub(super) struct List<'a> {
    pub(super) scalar: Scalar,
    pub(super) values: &'a [raw::Value],
    /// Whether the file was imported: then names that collide get numbers.
    pub(super) imported: bool,
}

impl Enumerations {
    pub(super) fn finish(self) -> Vec<Enumeration> {
        self.found
    }

    pub(super) fn is_named(&self, name: &Ident, scalar: Scalar, variants: &[Variant]) -> bool {
        self.named.iter().any(|known| known.0 == *name && known.1 == scalar && known.2 == variants)
    }

    /// Keeps a name for the lists that give it.
    pub(super) fn name(&mut self, name: Ident, scalar: Scalar, variants: Vec<Variant>) {
        self.named.push((name, scalar, variants));
    }

    /// The name of a list that has one: its own, else that of an equal list.
    pub(super) fn name_of(&self, own: Option<&str>, scalar: Scalar, variants: &[Variant]) -> Option<Ident> {
        let own = own.and_then(naming::type_name);
        let mut equal = self.named.iter().filter(|known| known.1 == scalar && known.2 == variants);
        let named = equal.find(|known| own.as_ref().is_none_or(|own| *own == known.0));
        named.map(|known| known.0.clone())
    }

    /// The enumeration of a list: the one of its name, or any where it has none.
    pub(super) fn find(
        &self,
        name: Option<&Ident>,
        scalar: Scalar,
        variants: &[Variant],
    ) -> Option<EnumerationId> {
        let index = self.found.iter().position(|known| {
            let same_name = name.is_none_or(|name| known.name == *name);
            known.scalar == scalar && known.variants == variants && same_name
        });
        index.map(EnumerationId)
    }

    pub(super) fn add(
        &mut self,
        name: Ident,
        scalar: Scalar,
        description: Option<String>,
        variants: Vec<Variant>,
    ) -> EnumerationId {
        let id = EnumerationId(self.found.len());
        let wire = wire(scalar).unwrap_or(Wire::Text);
        self.found.push(Enumeration { name, wire, scalar, description, variants });
        id
    }
}

impl List<'_> {
    /// Its variants; `None` where the type has no enumeration or a value is not of it. A value that comes twice, which
    /// is reported, has one.
    ///
    /// Names that the file gives come first: a derived name makes way for them.
    pub(super) fn variants(&self) -> Option<Vec<Variant>> {
        let wire = wire(self.scalar)?;
        let mut scope = Scope::default();
        for value in self.values {
            if let Some(name) = &value.name {
                // Two explicit names that collide are reported with the list.
                let _ = scope.claim(&naming::variant(name), origin(value));
            }
        }
        let given = scope.clone();
        let mut seen = BTreeSet::new();
        let mut variants = Vec::with_capacity(self.values.len());
        for value in self.values {
            let number = value.value.parse::<i64>().ok();
            if wire == Wire::Integer && number.is_none() {
                return None;
            }
            let is_integer = wire == Wire::Integer;
            if !seen
                .insert(number.filter(|_| is_integer).map_or_else(|| value.value.clone(), |n| n.to_string()))
            {
                continue;
            }
            let name = match (&value.name, number.filter(|_| is_integer)) {
                (Some(name), _) => naming::variant(name),
                (None, number) => {
                    let name = number.map_or_else(|| naming::variant(&value.value), naming::numeric_variant);
                    self.derived(name, value, &given, &mut scope)?
                }
            };
            variants.push(Variant {
                name,
                value: value.value.clone(),
                meaning: value.meaning.clone(),
                documented: value.documented.clone(),
            });
        }
        Some(variants)
    }

    fn derived(&self, name: Ident, value: &raw::Value, given: &Scope, scope: &mut Scope) -> Option<Ident> {
        if scope.claim(&name, origin(value)).is_ok() {
            return Some(name);
        }
        if self.imported || given.holds(&name) {
            return scope.first_free(&[name], &origin(value));
        }
        // Reported with the list.
        Some(name)
    }
}

fn origin(value: &raw::Value) -> Origin {
    Origin { wire: value.value.clone(), span: 0..0 }
}

/// Texts and integers have enumerations. `true` and `false` need none, and fractions are no names.
fn wire(scalar: Scalar) -> Option<Wire> {
    match scalar {
        Scalar::String => Some(Wire::Text),
        Scalar::Integer | Scalar::Long => Some(Wire::Integer),
        Scalar::Float | Scalar::Double | Scalar::Boolean | Scalar::Object | Scalar::Any | Scalar::Bytes => {
            None
        }
    }
}
