/// A way in which a call may say who makes it (`docs/wire.md`, "Security").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// An access key, which signs the request.
    AccessKey,
    /// A bearer token, sent along.
    Bearer,
    /// Nobody: the call asks for no credentials.
    Anonymous,
}
