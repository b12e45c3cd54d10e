use super::{Example, Explanation};
use crate::diagnostics::codes;

/// A file of a shared shape.
const THING_FILE: &str = "demo/2024-01-01/shapes/thing.yaml";
/// What stands there.
const THING: &str = "name: Thing\nfields:\n  - name: Id\n    type: long\n";
/// A reference to it.
const USE: &str = "reply:\n  fields:\n    - name: Data\n      type: object\n      shape: Thing\n";

pub(super) const ALL: &[Explanation] = &[
    Explanation {
        code: codes::DUPLICATE_OPERATION,
        text: "Two files of one product have the same `name`. Often one of them began as a copy of the other. Delete one, or give it the name of \
               the operation that it describes.",
        wrong: Example::file("demo/2024-01-01/get_other.yaml", "name: GetThing\n"),
        right: Example::file("demo/2024-01-01/get_other.yaml", "name: GetOther\n"),
    },
    Explanation {
        code: codes::DUPLICATE_MEMBER,
        text: "One list of parameters or fields has the same name twice. On the wire there is only one of them. Delete the one that is wrong. \
               Parameters in different places of the request, such as the path and the body, may share a name if one of them has a \
               `rust_name`.",
        wrong: Example::operation(
            "parameters:\n  - name: Lang\n    type: string\n    position: query\n  - name: Lang\n    type: string\n    position: query\n",
        ),
        right: Example::operation("parameters:\n  - name: Lang\n    type: string\n    position: query\n"),
    },
    Explanation {
        code: codes::IDENTIFIER_COLLISION,
        text: "Names on the wire may differ in case or punctuation alone; Rust identifiers are made of letters, digits and underscores, so two \
               such names can become one identifier. Choose another identifier for one of them with `rust_name`; a value takes another variant \
               through its `name`. The name on the wire stays as it is.",
        wrong: Example::operation(
            "parameters:\n  - name: Lang\n    type: string\n    position: query\n  - name: lang\n    type: string\n    position: query\n",
        ),
        right: Example::operation(
            "parameters:\n  - name: Lang\n    type: string\n    position: query\n  - name: lang\n    type: string\n    position: query\n    \
             rust_name: lang_2\n",
        ),
    },
    Explanation {
        code: codes::UNUSABLE_NAME,
        text: "No identifier can be made of the name: it is empty, or that of an operation, an enumeration or a shared shape without a letter or \
               digit of ASCII; or it is a `rust_name`, `type_name` or `module` that Rust cannot have as it is. Correct the name.",
        wrong: Example::operation(
            "parameters:\n  - name: order-by\n    type: string\n    position: query\n    rust_name: order-by\n",
        ),
        right: Example::operation(
            "parameters:\n  - name: order-by\n    type: string\n    position: query\n    rust_name: sort\n",
        ),
    },
    Explanation {
        code: codes::UNKNOWN_SHAPE,
        text: "`shape` names a shared shape, and no file in `shapes/` beside the operations describes one of this name. Correct the name, or add \
               the file.",
        wrong: Example::operation(USE),
        right: Example::operation(USE).beside(&[(THING_FILE, THING)]),
    },
    Explanation {
        code: codes::UNUSED_SHAPE,
        text: "No operation and no other shape refers to the shared shape, so nothing is emitted for it. Refer to it, or delete the file.",
        wrong: Example::file(THING_FILE, THING),
        right: Example::file(THING_FILE, THING).beside(&[("demo/2024-01-01/get_thing.yaml", USE)]),
    },
    Explanation {
        code: codes::DUPLICATE_SHAPE,
        text: "Two files in `shapes/` have the same `name`, so a reference to it could mean either. Delete one, or rename it.",
        wrong: Example::file("demo/2024-01-01/shapes/other.yaml", THING)
            .beside(&[(THING_FILE, THING), ("demo/2024-01-01/get_thing.yaml", USE)]),
        right: Example::file(THING_FILE, THING).beside(&[("demo/2024-01-01/get_thing.yaml", USE)]),
    },
];
