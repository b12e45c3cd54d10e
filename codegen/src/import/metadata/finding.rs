//! What was wrong with a document.

use std::fmt;

/// Something questionable in a document, and what was made of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where: an operation with the part of it, a component, or a member of the root. Elements of lists are
    /// `[]`, values of maps `{}`.
    pub place: String,
    /// What.
    pub kind: FindingKind,
    /// One sentence about this place.
    pub text: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.place, self.text)
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])+ $name:ident = $id:literal, $title:literal;)+) => {
        /// Kinds of findings.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum FindingKind {
            $($(#[$doc])+ $name,)+
        }

        impl FindingKind {
            /// All kinds in the order in which they are listed.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// Stable word for machines.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)+ }
            }

            /// A few words for the head of a count.
            pub const fn title(self) -> &'static str {
                match self { $(Self::$name => $title,)+ }
            }
        }
    };
}

kinds! {
    /// The second document could not be used.
    ProseUnusable = "prose-unusable", "second document not used";
    /// A host name with white space around it.
    HostSpace = "host-space", "host names with white space";
    /// An endpoint without region or host, or with a host that is none.
    EndpointIncomplete = "endpoint-incomplete", "endpoints without region or host";
    /// A region that occurs twice.
    EndpointTwice = "endpoint-twice", "endpoints given twice";
    /// A key of a map that occurs twice.
    KeyTwice = "key-twice", "keys given twice";
    /// A known key whose value has another JSON type than it should.
    ValueType = "value-type", "values of the wrong JSON type";
    /// A method that is none.
    Method = "method", "unknown or missing methods";
    /// A way to authenticate that no client has.
    Security = "security", "other ways to authenticate, called with an access key";
    /// A key of the service's backend, which says nothing about calls.
    LeakedKey = "leaked-key", "internal keys of the service";
    /// An operation without a path in a document whose operations are called by path.
    PathMissing = "path-missing", "operations without a path";
    /// A path of an operation that is called by name.
    PathUnused = "path-unused", "paths of operations called by name";
    /// A path or a placeholder in a form of its own.
    PathForm = "path-form", "paths in other forms";
    /// A placeholder that no parameter fills.
    PlaceholderFree = "placeholder-free", "placeholders without a parameter";
    /// A parameter in the path that the path has no placeholder for.
    PathParameterFree = "path-parameter-free", "path parameters without a placeholder";
    /// A path that one parameter gives as a whole.
    PathWhole = "path-whole", "paths given by a parameter";
    /// A parameter with the name and position of an earlier one.
    ParameterTwice = "parameter-twice", "parameters given twice";
    /// A parameter whose position is none, or which is none itself.
    Position = "position", "parameters without a position";
    /// Something that should have a name.
    NameMissing = "name-missing", "things without a name";
    /// A second body, or a form beside a body.
    BodyTwice = "body-twice", "second bodies";
    /// A style that is none, or one that says nothing about the type.
    ParameterStyle = "parameter-style", "unknown styles of parameters";
    /// No reply with a 2xx status.
    NoSuccess = "no-success", "operations without a 2xx reply";
    /// More than one reply with a 2xx status.
    SuccessTwice = "success-twice", "operations with several 2xx replies";
    /// A status that is none.
    Status = "status", "statuses that are none";
    /// An error that is listed twice.
    ErrorTwice = "error-twice", "errors given twice";
    /// An error without a code.
    ErrorIncomplete = "error-incomplete", "errors without a code";
    /// Sample replies that are not readable.
    Demo = "demo", "unreadable sample replies";
    /// An operation named where none is readable.
    OperationName = "operation-name", "unreadable names of operations";
    /// A schema without a type.
    TypeMissing = "type-missing", "schemas without a type";
    /// A type that is none.
    TypeUnknown = "type-unknown", "unknown types";
    /// A format that is none of the type, or has no meaning at this place.
    Format = "format", "formats without meaning";
    /// `properties` or `items` on a type that has none.
    Malformed = "malformed", "members that the type does not have";
    /// A list without a type of its elements.
    ItemsMissing = "items-missing", "lists without a type of elements";
    /// An object with both properties and a type of further values.
    PropertiesAndMap = "properties-and-map", "objects that are also maps";
    /// A reference in a misspelt key.
    ReferenceKey = "reference-key", "misspelt references";
    /// A reference to what neither document has.
    ReferenceDangling = "reference-dangling", "references to nothing";
    /// A component that only the second document has.
    ComponentForeign = "component-foreign", "components of the second document";
    /// A component that is nothing but itself again.
    ComponentCircular = "component-circular", "components defined by themselves";
    /// A value that is listed twice.
    EnumValueTwice = "enum-value-twice", "values given twice";
}

impl fmt::Display for FindingKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.id())
    }
}
