//! Names that an identifier must not take.

/// Keywords of edition 2024, strict, reserved and weak ones that matter. syn knows `gen` as an identifier, so
/// the table is ours.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait",
    "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Keywords that cannot be raw identifiers.
const NEVER_RAW: &[&str] = &["self", "Self", "super", "crate", "_"];

/// What an operation's module imports or the prelude provides: a type of that name would shadow it.
const TYPES: &[&str] = &[
    // Prelude of edition 2024, and what emitted code and its macros name.
    "AsMut",
    "AsRef",
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Drop",
    "Eq",
    "Err",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Future",
    "Hash",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Send",
    "Sized",
    "Some",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Unpin",
    "Vec",
    // Imports of an operation's module. The rest of what it needs it names by path.
    "BTreeMap",
    "Call",
    "Client",
    "Missing",
    "Set",
];

/// Methods of the call type that a setter of the same name would clash with.
const CALL_METHODS: &[&str] = &[
    "customize",
    "dry_run",
    "into_request",
    "items",
    "new",
    "pages",
    "request",
    "send",
    "stream",
    "wait",
    "wait_until_done",
    "with",
];

/// Methods of a product's client, and those of the prelude that take it by value: a method that takes it by reference is
/// not found behind them.
const CLIENT_METHODS: &[&str] =
    &["call", "clone", "fmt", "from_env", "into", "new", "runtime", "scripted", "send", "stream", "try_into"];

/// Modules, folders and features that every emitted crate has, crates that its paths begin with, and the files that a user or
/// cargo begins with: a module of that name would be another file for one module.
const CRATE: &[&str] = &[
    "alicloud",
    "alicloud_runtime",
    "alloc",
    "bin",
    "blocking",
    "call",
    "cli",
    "client",
    "core",
    "credentials",
    "default",
    "enumerations",
    "error_code",
    "io",
    "lib",
    "macros",
    "operation",
    "product",
    "record",
    "request_shapes",
    "reqwest",
    "retry",
    "rustls",
    "serde",
    "shapes",
    "sm3",
    "std",
    "testing",
    "tests",
    "transport",
];

/// Modules of a product beside its operations, of an operation, and of its tests.
const MODULES: &[&str] = &[
    "alicloud_runtime",
    "calls",
    "client",
    "enumerations",
    "error_code",
    "main",
    "mod",
    "product",
    "request_shapes",
    "required",
    "shapes",
];

pub(super) fn is_keyword(name: &str) -> bool {
    KEYWORDS.contains(&name)
}

pub(super) fn is_never_raw(name: &str) -> bool {
    NEVER_RAW.contains(&name)
}

pub(super) fn is_type(name: &str) -> bool {
    TYPES.contains(&name)
}

pub(super) fn is_call_method(name: &str) -> bool {
    CALL_METHODS.contains(&name)
}

pub(super) fn is_client_method(name: &str) -> bool {
    CLIENT_METHODS.contains(&name)
}

/// Whether a product's module cannot have this name: it is a keyword, or the emitted crate has it already.
pub fn is_taken_in_crate(name: &str) -> bool {
    is_keyword(name) || is_never_raw(name) || CRATE.contains(&name)
}

pub(super) fn is_module(name: &str) -> bool {
    MODULES.contains(&name)
}
