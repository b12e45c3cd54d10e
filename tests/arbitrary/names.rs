//! Names, and identifiers that are still free.

use crate::dice::Dice;
use alicloud_codegen::naming::Ident;
use std::collections::BTreeSet;

const NAMES: &[&str] = &[
    // Keywords.
    "type",
    "self",
    "Self",
    "super",
    "crate",
    "async",
    "await",
    "fn",
    "Fn",
    "gen",
    "match",
    "move",
    "dyn",
    "loop",
    "yield",
    "abstract",
    "macro",
    "macro_rules",
    "union",
    "static",
    "raw",
    "safe",
    "auto",
    "default",
    "try",
    "box",
    "true",
    "false",
    "in",
    "where",
    "extern",
    "unsafe",
    "ref",
    "impl",
    "let",
    // The prelude, and what emitted code names.
    "String",
    "str",
    "Vec",
    "Option",
    "Some",
    "None",
    "Ok",
    "Err",
    "Result",
    "Box",
    "Default",
    "Clone",
    "Debug",
    "Send",
    "Sync",
    "Iterator",
    "IntoIterator",
    "Into",
    "From",
    "Drop",
    "Eq",
    "PartialEq",
    "Hash",
    "u8",
    "i32",
    "f64",
    "bool",
    "usize",
    "Value",
    "Call",
    "Client",
    "Request",
    "Reply",
    "Unlisted",
    "Product",
    "PRODUCT",
    "Error",
    "Response",
    "Record",
    "Shape",
    "Slot",
    "SlotMut",
    "Operation",
    "Descriptor",
    "Effect",
    "Kind",
    "Method",
    "Missing",
    "Set",
    "Parameter",
    "BTreeMap",
    "S",
    "A",
    "B",
    "T",
    "R",
    "Position",
    "Style",
    "Protocol",
    "Authorization",
    "alicloud_runtime",
    "core",
    "std",
    "alloc",
    "serde",
    "tokio",
    "Node",
    "Config",
    "Credentials",
    "required",
    // Methods, fields and variables of emitted code.
    "request",
    "value",
    "send",
    "with",
    "new",
    "restate",
    "begin",
    "slot",
    "slot_mut",
    "shape",
    "shapes",
    "request_shapes",
    "record",
    "index",
    "state",
    "fmt",
    "clone",
    "f",
    "name",
    "item",
    "into_request",
    "call",
    "runtime",
    "from_env",
    "client",
    "product",
    "error_code",
    "enumerations",
    "common_errors",
    "macros",
    "calls",
    "help",
    "alicloud",
    "mod",
    "lib",
    "main",
    "check_sample",
    "reply",
    "response",
    "self_",
    "test",
    // What conventions reserve.
    "add",
    "sub",
    "not",
    "neg",
    "eq",
    "cmp",
    "next",
    "from",
    "into",
    "as_str",
    "from_str",
    "from_iter",
    "into_iter",
    "deref",
    "borrow",
    "hash",
    "is_empty",
    "len",
    "FromDate",
    "ToDate",
    "AsOf",
    "IsOpen",
    "IntoArchive",
    "toString",
    "try_from",
    "get",
    "set",
    "Add",
    "Mul",
    "Shl",
    "Rem",
    "BitOr",
    "Index",
    "Not",
    // Digits first, other alphabets, marks.
    "5xxPv",
    "1st",
    "2",
    "64bit",
    "0",
    "地域Name",
    "Größe",
    "Ünïcode1",
    "ＡＢＣ1x",
    "é1",
    "Ⅷx",
    "🍵Tea",
    "x地域",
    "naïve",
    "X-Total-Count",
    "City.zh_CN",
    "__topic__",
    "_",
    "a b",
    "list[]",
    "map{}",
    "c.",
    "%s",
    "\"q\"",
    "back`tick",
    "a\\b",
    "*/x",
    "//y",
    "<T>",
    "&x",
    "{0}",
    "$x",
    "'x'",
    "r#type",
    "a:b",
    "#x",
    "x\ty",
    "x\ny",
    "Tag.N.Key",
    "x/../y",
    "@type",
    // Case and acronyms.
    "IPv6Address",
    "TraceIDs",
    "URL",
    "Url",
    "url",
    "uRL",
    "HTTPStatus",
    "HttpStatus",
    "DBs",
    "VPCs",
    "ID",
    "Id",
    "id",
    "PurchaseCount",
    "purchase_count",
    "PURCHASE_COUNT",
    "RequestId",
    "List",
    "DataList",
    "ListList",
    "X2Y",
    "aB",
    "a1B2",
];

/// A name of which an identifier can be made.
pub(crate) fn name(dice: &mut Dice) -> String {
    loop {
        let name = match dice.below(12) {
            0 => format!("{}{}", dice.text(NAMES), dice.text(NAMES)),
            1 => format!("{}_{}", dice.text(NAMES), dice.below(100)),
            2 => "Long".repeat(1 + dice.below(20)),
            _ => dice.text(NAMES),
        };
        if name.bytes().any(|byte| byte.is_ascii_alphanumeric()) {
            return name;
        }
    }
}

/// Names and identifiers that are taken.
#[derive(Default)]
pub(crate) struct Taken {
    names: BTreeSet<String>,
    idents: BTreeSet<String>,
}

impl Taken {
    /// A name whose identifier is free.
    pub(crate) fn free(&mut self, dice: &mut Dice, ident: fn(&str) -> Option<Ident>) -> String {
        loop {
            let name = name(dice);
            if ident(&name).is_some_and(|ident| self.idents.insert(ident.to_code())) {
                return name;
            }
        }
    }

    /// A new name, and another identifier for it where its own is taken.
    pub(crate) fn renamed(
        &mut self,
        dice: &mut Dice,
        ident: fn(&str) -> Option<Ident>,
    ) -> (String, Option<String>) {
        loop {
            let name = name(dice);
            if !self.names.insert(name.clone()) {
                continue;
            }
            if !dice.one_in(12) && ident(&name).is_some_and(|ident| self.idents.insert(ident.to_code())) {
                return (name, None);
            }
            loop {
                let other = match dice.below(3) {
                    0 => dice.text(&[
                        "type",
                        "self",
                        "fn",
                        "Request",
                        "_x",
                        "send",
                        "add",
                        "camelCase",
                        "SHOUT",
                    ]),
                    _ => format!("renamed_{}", dice.below(1000)),
                };
                if ident(&other).is_some_and(|ident| self.idents.insert(ident.to_code())) {
                    return (name, Some(other));
                }
            }
        }
    }

    /// Whether this identifier was free.
    pub(crate) fn claim(&mut self, ident: Option<Ident>) -> bool {
        ident.is_some_and(|ident| self.idents.insert(ident.to_code()))
    }
}
