//! The codes of all problems. A code never changes its meaning; a number is never given out twice.
//!
//! The letter is the severity: `E` an error, `W` a warning, `N` a note. The first two digits are the group. What each code means at
//! length, with an example, stands in [`explain`](super::explain).

use super::Severity;

/// A stable code and what it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// The code itself, for example `E0201`.
    pub id: &'static str,
    /// One line on what is wrong.
    pub title: &'static str,
    /// How bad it is, unless the one who runs the generator says otherwise.
    pub severity: Severity,
}

/// The severity that a code's letter stands for.
const fn severity(id: &str) -> Severity {
    match id.as_bytes() {
        [b'W', ..] => Severity::Warning,
        [b'N', ..] => Severity::Note,
        _ => Severity::Error,
    }
}

/// The code of a name such as `E0201`, in any case.
#[must_use]
pub fn find(id: &str) -> Option<Code> {
    ALL.iter().copied().find(|code| code.id.eq_ignore_ascii_case(id))
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])* $name:ident = $id:literal, $title:literal;)*) => {
        $($(#[doc = $doc])* pub const $name: Code = Code { id: $id, title: $title, severity: severity($id) };)*

        /// Every code, in the order of their numbers.
        pub const ALL: &[Code] = &[$($name),*];
    };
}

codes! {
    /// The file system refuses, or the bytes are not UTF-8.
    UNREADABLE = "E0101", "file or folder cannot be read as text";
    /// The text is not YAML.
    SYNTAX = "E0102", "YAML syntax";
    /// A spec file is exactly one document.
    ONE_DOCUMENT = "E0103", "file without a document or with several";
    /// Indirection that spec files do without.
    INDIRECTION = "E0104", "anchors, aliases, merge keys and tags are not allowed";
    /// One key, two values.
    DUPLICATE_KEY = "E0105", "key given twice in one mapping";
    /// A key is a list or a mapping.
    KEY_NOT_SCALAR = "E0106", "key is not a plain word";
    /// Deeper than any spec needs.
    TOO_DEEP = "E0107", "nested too deeply";
    /// A key or list entry with nothing behind it.
    EMPTY_VALUE = "E0108", "empty or null value";
    /// Characters that cannot be seen, or that change how a line is read.
    FORBIDDEN_CHARACTER = "E0109", "forbidden character";
    /// A key that the spec language does not have.
    UNKNOWN_KEY = "E0201", "unknown key";
    /// A key or entry that must be there.
    MISSING_KEY = "E0202", "missing key or entry";
    /// For example a list where a text is expected.
    WRONG_KIND = "E0203", "wrong kind of value";
    /// A word outside a closed set.
    UNKNOWN_WORD = "E0204", "word that is not one of the allowed ones";
    /// Operations need the `product.yaml` beside them.
    PRODUCT_MISSING = "E0205", "product.yaml is missing, or a file lies outside a product";
    /// Written for another version of the spec language.
    LANGUAGE_VERSION = "E0206", "language version that is not supported";
    /// Two files describe one operation.
    DUPLICATE_OPERATION = "E0301", "operation described twice";
    /// One list has two members of one name.
    DUPLICATE_MEMBER = "E0302", "field or parameter described twice";
    /// Two names become one identifier.
    IDENTIFIER_COLLISION = "E0303", "names that collide as identifiers";
    /// Nothing is left of a name that an identifier could be made of.
    UNUSABLE_NAME = "E0304", "name that makes no identifier";
    /// `shape:` names a file that is not there.
    UNKNOWN_SHAPE = "E0305", "unknown shared shape";
    /// A shared shape that nothing refers to is not emitted.
    UNUSED_SHAPE = "W0306", "shared shape that nothing uses";
    /// Two files describe one shape.
    DUPLICATE_SHAPE = "E0307", "shared shape described twice";
    /// For example the default `abc` of an integer.
    VALUE_NOT_OF_TYPE = "E0401", "default, example, limit or valid value is not of the type";
    /// The same valid value twice in a list.
    DUPLICATE_VALUE = "E0402", "value listed twice";
    /// The body of a sample reply cannot be parsed.
    SAMPLE_NOT_JSON = "E0403", "sample is not JSON";
    /// The sample shows what the description of the reply does not allow.
    SAMPLE_MISFIT = "E0404", "sample does not fit the reply";
    /// A recorded disagreement is not there, or not the recorded one.
    STALE_DISAGREEMENT = "E0405", "recorded disagreement that does not occur";
    /// The example or the default is not listed.
    EXAMPLE_NOT_LISTED = "E0406", "example or default is not among the valid values";
    /// Keys that do not go together, for example `items` on a string.
    KEY_DOES_NOT_FIT = "E0407", "key that does not go with the type";
    /// The service refuses a call without it, so what it would assume never matters.
    REQUIRED_WITH_DEFAULT = "W0408", "required, and yet with a default";
    /// For example `minimum: "5"` and `maximum: "2"`.
    LIMITS_REVERSED = "E0409", "limits that exclude every value";
    /// The sample is the only proof that a field exists as described.
    NOT_IN_SAMPLES = "W0410", "field that no sample shows";
    /// `values: []`.
    NO_VALUES = "E0411", "empty list of valid values";
    /// The variant would be called `Value1`.
    NUMBER_WITHOUT_NAME = "W0412", "number with a meaning but without a name";
    /// An action of another product.
    RAM_ACTION = "E0501", "RAM action without the prefix of the product";
    /// The page defines read, write and list.
    RAM_ACCESS_LEVEL = "E0502", "RAM access level that is not defined";
    /// Requests could not be sent there.
    ENDPOINT = "E0503", "malformed endpoint";
    /// Both products would be emitted to one place.
    MODULE_CLAIMED_TWICE = "E0504", "module claimed by two products";
    /// Probably misspelt; it may also be new.
    UNKNOWN_REGION = "W0505", "region that is not known";
    /// The text is changed so that rustdoc reads it as it is meant.
    MENDED_DOCUMENTATION = "N0601", "documentation that rustdoc would misread";
    /// Errors stop generation; nothing can be said in their favour.
    ERROR_ALLOWED = "E0701", "`allow` of an error";
    /// What it was for is no longer there.
    STALE_ALLOW = "E0702", "`allow` that matches nothing";
    /// The reason is an empty text.
    ALLOW_WITHOUT_REASON = "E0703", "`allow` without a reason";
    /// It says too little or too much, or what it corrects is not there or right by now.
    CORRECTION = "E0801", "correction that cannot be applied";
    /// For example one that does not begin with a slash.
    PATH_MALFORMED = "E0901", "malformed path";
    /// RPC operations have none, ROA operations have one.
    PATH_AGAINST_STYLE = "E0902", "path that does not go with the style of the product";
    /// A placeholder without a parameter, or the reverse.
    PATH_PARTNER = "E0903", "placeholder or path parameter without its partner";
    /// Without it there is no path.
    PATH_PARAMETER_OPTIONAL = "E0904", "path parameter that is not required";
    /// A request has one body.
    TWO_BODIES = "E0905", "more than one body";
    /// For example a list in the path.
    TYPE_AGAINST_POSITION = "E0906", "type that cannot stand at its position";
    /// No header can have it, or only the client sets it.
    HEADER_NAME = "E0907", "name that no header parameter can have";
    /// A number that is no status, or none of success.
    STATUS = "E0908", "HTTP status that cannot be";
    /// A parameter or path that is not there or of another type.
    PAGINATION = "E0909", "pagination that does not fit the request or the reply";
    /// The operation to ask how far a call is.
    UNKNOWN_OPERATION = "E0910", "unknown operation";
    /// A parameter or path that is not there, or a status that says nothing.
    WAITING = "E0911", "waiting that does not fit the call or the operation that is asked";
}
