/// Declared type of a field, or of the items of an array.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueKind {
    /// Text.
    String,
    /// Whole numbers.
    Integer,
    /// `true` and `false`.
    Boolean,
}

/// A valid value that a description lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundValue {
    /// The value as it is on the wire.
    pub value: String,
    /// What it means: a phrase without emphasis, links, line break and full stop.
    pub meaning: Option<String>,
    /// Name of the variant, for numbers with a short English meaning.
    pub name: Option<String>,
}

/// What a description says beside prose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Valid values, in the order of the description.
    pub values: Vec<FoundValue>,
    /// What the service assumes when nothing is sent.
    pub default: Option<String>,
    /// Greatest number.
    pub maximum: Option<String>,
    /// Least number.
    pub minimum: Option<String>,
    /// The description without the list of values, and without sentences that say nothing but a found default or limit.
    pub rest: String,
}
