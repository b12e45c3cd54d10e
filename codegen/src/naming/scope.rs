use super::Ident;
use std::collections::BTreeMap;
use std::ops::Range;

/// Where a name comes from: its wire name and the place in the spec file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Wire name.
    pub wire: String,
    /// Bytes of the spec file.
    pub span: Range<usize>,
}

/// Names that must differ from each other: the fields of one struct, the types of one module.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    taken: BTreeMap<Ident, Origin>,
}

impl Scope {
    /// Claims `ident`.
    ///
    /// # Errors
    /// The origin that holds it already.
    pub fn claim(&mut self, ident: &Ident, origin: Origin) -> Result<(), Origin> {
        if let Some(holder) = self.taken.get(ident) {
            return Err(holder.clone());
        }
        self.taken.insert(ident.clone(), origin);
        Ok(())
    }

    /// Whether `ident` is taken.
    pub fn holds(&self, ident: &Ident) -> bool {
        self.taken.contains_key(ident)
    }

    /// Claims the first free candidate; where all are taken, the last one with the lowest free number.
    ///
    /// Candidates go from the short name to ever longer ones, so that two types called `Data` become `Data` and
    /// `RecordData`.
    pub fn first_free(&mut self, candidates: &[Ident], origin: &Origin) -> Option<Ident> {
        let last = candidates.last()?;
        // `Value1` with a 2 behind it would be `Value12`, which is another value's name.
        let is_snake = last.as_str().starts_with(|first: char| first == '_' || first.is_ascii_lowercase());
        let ends_in_digit = last.as_str().ends_with(|last: char| last.is_ascii_digit());
        let line = if is_snake || ends_in_digit { "_" } else { "" };
        let numbered = (2_u32..).map(|number| Ident::new(format!("{last}{line}{number}")));
        let free =
            candidates.iter().cloned().chain(numbered).find(|ident| !self.taken.contains_key(ident))?;
        self.taken.insert(free.clone(), origin.clone());
        Some(free)
    }
}
