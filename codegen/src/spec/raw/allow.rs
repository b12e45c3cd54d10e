use crate::spec::layout::record;

record! {
    /// A warning or note that is no problem in this file.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Allowed {
        /// Its code, for example `W0410`.
        pub code: String,
        /// Why it is no problem here.
        pub reason: String,
    }
}
