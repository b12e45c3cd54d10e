use super::{
    Explanation, e01_source, e02_structure, e03_names, e04_values, e05_product, e06_documentation, e07_allow,
    e08_corrections, e09_request,
};
use crate::diagnostics::Code;

/// Codes whose first two digits are the same.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// What they are about.
    pub title: &'static str,
    /// Their explanations, in the order of the numbers.
    pub explanations: &'static [Explanation],
}

/// All groups, in the order of the numbers.
pub const GROUPS: &[Group] = &[
    Group { title: "Files and YAML", explanations: e01_source::ALL },
    Group { title: "Keys and kinds of values", explanations: e02_structure::ALL },
    Group { title: "Names", explanations: e03_names::ALL },
    Group { title: "Values, limits and samples", explanations: e04_values::ALL },
    Group { title: "Products, endpoints and permissions", explanations: e05_product::ALL },
    Group { title: "Documentation", explanations: e06_documentation::ALL },
    Group { title: "Allowed problems", explanations: e07_allow::ALL },
    Group { title: "Corrections of imported metadata", explanations: e08_corrections::ALL },
    Group { title: "Requests, replies and paging", explanations: e09_request::ALL },
];

/// The explanation of a code.
#[must_use]
pub fn of(code: Code) -> Option<&'static Explanation> {
    GROUPS.iter().flat_map(|group| group.explanations).find(|explanation| explanation.code == code)
}
