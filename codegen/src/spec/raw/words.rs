use crate::spec::layout::words;

words! {
    /// Type of a parameter or field.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Type {
        /// Text.
        String = "string",
        /// 32-bit integer.
        Integer = "integer",
        /// 64-bit integer.
        Long = "long",
        /// 32-bit floating point number.
        Float = "float",
        /// 64-bit floating point number.
        Double = "double",
        /// Truth value.
        Boolean = "boolean",
        /// Members with names and types of their own.
        Object = "object",
        /// A list.
        Array = "array",
        /// Names chosen by the service or the caller, all values of one type.
        Map = "map",
        /// Any JSON value.
        Any = "any",
        /// Bytes, sent as `application/octet-stream`. A body parameter or the root of a reply.
        Binary = "binary",
        /// Bytes, sent without a content type. A body parameter or the root of a reply.
        Byte = "byte",
    }
}

words! {
    /// Where in the request a parameter goes.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Position {
        /// Query string.
        Query = "query",
        /// Form in the body.
        FormData = "formData",
        /// The body itself: a JSON document, or bytes.
        Body = "body",
        /// A placeholder of the path.
        Path = "path",
        /// HTTP header.
        Header = "header",
        /// A label in front of the endpoint's host.
        Host = "host",
    }
}

words! {
    /// How an array, map or object parameter is written.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum ParameterStyle {
        /// `Name.1`, `Name.1.Key`, `Name.Key`.
        Flat = "flat",
        /// Same on the wire as `flat`; the official metadata knows both names.
        RepeatList = "repeatList",
        /// One JSON text.
        Json = "json",
        /// Items joined by commas.
        Simple = "simple",
    }
}
