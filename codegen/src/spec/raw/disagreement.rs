use crate::spec::layout::{record, words};

record! {
    /// A place where the documentation contradicts itself.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Disagreement {
        /// Which part of the page departs from the documented form.
        #[serde(rename = "in")]
        pub place: Place,
        /// The documented form.
        pub documented: String,
        /// What that part shows instead, to the letter for `sample`, `example` and `values`.
        pub observed: String,
    }
}

words! {
    /// Part of a documentation page.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum Place {
        /// The sample reply: another JSON type, or a value that is not listed.
        Sample = "sample",
        /// The example column: no value of the type, or one that is not listed.
        Example = "example",
        /// The list of valid values: not values of the type. Of a RAM row: an access level that the page does
        /// not define.
        Values = "values",
        /// The prose. A generator cannot see it; recorded for people.
        Text = "text",
    }
}
