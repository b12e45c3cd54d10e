use super::{Example, Explanation};
use crate::diagnostics::codes;

pub(super) const ALL: &[Explanation] = &[
    Explanation {
        code: codes::UNKNOWN_KEY,
        text: "The spec language has no such key at this place, so it would be ignored, and a misspelt key is worse than none. The report \
               suggests a key that is written nearly the same, or lists all that can stand there.",
        wrong: Example::operation("deprecatd: Use `GetOther`.\n"),
        right: Example::operation("deprecated: Use `GetOther`.\n"),
    },
    Explanation {
        code: codes::MISSING_KEY,
        text: "A key that has no sensible default is missing, or a list that needs an entry has none. The report says what the key is for. Imported \
               files, which have an `origin`, may leave out those that say where facts come from.",
        wrong: Example::operation("parameters:\n  - name: Lang\n    type: string\n"),
        right: Example::operation("parameters:\n  - name: Lang\n    type: string\n    position: query\n"),
    },
    Explanation {
        code: codes::WRONG_KIND,
        text: "For example a text stands where a list is expected, or `yes` where only `true` and `false` are known. Lists are written with `- ` \
               or in brackets, mappings as `key: value` lines, numbers in plain digits without quotes.",
        wrong: Example::operation("methods: POST\n"),
        right: Example::operation("methods: [POST]\n"),
    },
    Explanation {
        code: codes::UNKNOWN_WORD,
        text: "The key takes one of a few words, such as a type, a position, a style or a method, and this is none of them. Upper and lower case \
               count. In `allow`, the word is a code of this page.",
        wrong: Example::operation("kind: reed\n"),
        right: Example::operation("kind: read\n"),
    },
    Explanation {
        code: codes::PRODUCT_MISSING,
        text: "Operations are described beside the `product.yaml` of their product, at `<product>/<version>/<operation>.yaml` below the spec \
               folder. This folder has operations and no `product.yaml`, a file lies outside such a folder, or no spec file was found at all.",
        wrong: Example::file("demo/2025-01-01/get_other.yaml", "name: GetOther\n"),
        right: Example::file("demo/2024-01-01/get_other.yaml", "name: GetOther\n"),
    },
    Explanation {
        code: codes::LANGUAGE_VERSION,
        text: "The product is written for a version of the spec language that this generator does not read. Nothing else is said about its \
               files, since the other version may have other keys. Use a generator that reads it, or correct the number.",
        wrong: Example::product("language: 3\n"),
        right: Example::product("language: 2\n"),
    },
];
