/// What values may be made of, which depends on where they go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    /// Any value that the type can hold.
    Free,
    /// As [`Free`](Self::Free), but no bytes, which only a body can carry.
    Sent,
    /// A list of single values, joined by commas.
    Joined,
    /// What a header can carry: printable ASCII.
    Header,
    /// What a path can carry: not empty, and no `.` or `..`.
    Path,
    /// A label of a host.
    Label,
}

impl Manner {
    pub(super) fn takes_bytes(self) -> bool {
        self == Self::Free
    }

    /// Whether any JSON value may be more than one text.
    pub(super) fn nests(self) -> bool {
        matches!(self, Self::Free | Self::Sent)
    }
}
