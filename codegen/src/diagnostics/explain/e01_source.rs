use super::{Example, Explanation};
use crate::diagnostics::codes;

pub(super) const ALL: &[Explanation] = &[
    Explanation {
        code: codes::UNREADABLE,
        text: "The file system does not give the file or folder, or what it gives is not UTF-8. Spec files hold Chinese and other scripts, so \
               there is one encoding for all of them. Save the file as UTF-8; check the path and your rights if it cannot be opened at all.",
        wrong: Example::operation("summary: Returns a café.\n").latin1(),
        right: Example::operation("summary: Returns a café.\n"),
    },
    Explanation {
        code: codes::SYNTAX,
        text: "The text is not YAML: a bracket or quote is open, an indentation does not fit, or a text that needs quotes has none. The report \
               shows where the parser gave up; the cause is often in the line above. A text needs quotes when it holds `: ` or ` #`, or begins \
               with one of the characters that YAML uses itself.",
        wrong: Example::operation("summary: Returns a thing: the newest.\n"),
        right: Example::operation("summary: \"Returns a thing: the newest.\"\n"),
    },
    Explanation {
        code: codes::ONE_DOCUMENT,
        text: "A spec file describes one product or one operation, so it is exactly one YAML document. A line `---` would begin a second one; a \
               file that holds nothing but remarks has none.",
        wrong: Example::operation("deprecated: Use `GetOther`.\n---\ndescription: Or not.\n"),
        right: Example::operation("deprecated: Use `GetOther`.\ndescription: Or not.\n"),
    },
    Explanation {
        code: codes::INDIRECTION,
        text: "Anchors (`&name`), aliases (`*name`), merge keys (`<<`) and tags (`!name`) are parts of YAML that spec files do without: a reader \
               of one line should see what it says, and a few lines of aliases can stand for more data than fits into memory. Write the value \
               out. A text that begins with one of these characters needs quotes.",
        wrong: Example::operation("deprecated: &why Use `GetOther`.\n"),
        right: Example::operation("deprecated: Use `GetOther`.\n"),
    },
    Explanation {
        code: codes::DUPLICATE_KEY,
        text: "One mapping has a key twice. Readers of YAML differ in which of the two they take, so neither is taken. Keep one.",
        wrong: Example::operation("summary: Returns a thing.\nsummary: Returns one thing.\n"),
        right: Example::operation("summary: Returns one thing.\n"),
    },
    Explanation {
        code: codes::KEY_NOT_SCALAR,
        text: "A key is a list or a mapping. YAML can say that, with `? ` or with brackets in front of a colon, and it is always a slip in a \
               spec file: put a text that begins with `[`, `{` or `? ` in quotes.",
        wrong: Example::operation("? [history]\n: []\n"),
        right: Example::operation("history: []\n"),
    },
    Explanation {
        code: codes::TOO_DEEP,
        text: "The file is nested more than 128 levels deep. No described reply is: look for a stray bracket or dash. If a reply really \
               contains itself without end, describe the inner levels as `type: any`.",
        wrong: Example::operation(
            "history: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\
             [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]\n",
        ),
        right: Example::operation("history: []\n"),
    },
    Explanation {
        code: codes::EMPTY_VALUE,
        text: "A key or a list entry has nothing behind it, or `~` or `null`, which is the same in YAML. Nobody can tell whether the value was \
               forgotten or is meant to be absent. Leave an absent key out; write an empty list as `[]` and an empty text as `''`.",
        wrong: Example::operation("deprecated:\n"),
        right: Example::operation("deprecated: Use `GetOther`.\n"),
    },
    Explanation {
        code: codes::FORBIDDEN_CHARACTER,
        text: "The text holds a character that cannot be seen, or that makes a line look different from what it is: a byte order mark, a control \
               character such as NUL, one of the Unicode line breaks U+0085, U+2028 and U+2029, or a mark that changes the direction of text. \
               They come with copied text. Delete them; an escape in quotes does not help.",
        wrong: Example::operation("summary: \"Returns a \\0 thing.\"\n"),
        right: Example::operation("summary: \"Returns a thing.\"\n"),
    },
];
