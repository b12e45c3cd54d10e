/// What the body of a successful reply is, and how it gets into the reply type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// A JSON object; its members are the reply's fields.
    Object,
    /// JSON with any root. It is decoded into the reply's first field.
    Payload,
    /// Text, which is the reply's first field.
    Text,
    /// Bytes, which are the reply's first field.
    Bytes,
    /// None: the reply has no field but those from the headers.
    Empty,
}
