use crate::spec::layout::record;

record! {
    /// Where a file was imported from.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Origin {
        /// The official metadata, as product and version: `Sas@2018-12-03`.
        pub document: String,
        /// First 16 hexadecimal digits of the SHA-256 of the rest of this file as it was imported. A file that it does
        /// not fit was edited since, and is not overwritten.
        pub digest: String,
    }
}
