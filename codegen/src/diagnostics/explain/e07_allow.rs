use super::{Example, Explanation};
use crate::diagnostics::codes;

pub(super) const ALL: &[Explanation] = &[
    Explanation {
        code: codes::ERROR_ALLOWED,
        text: "`allow` is for warnings and notes, that is for codes that begin with `W` or `N`. An error means that nothing can be generated, or \
               that the file says something untrue; it has to be put right. A contradiction of the documentation itself is recorded in \
               `disagrees`.",
        wrong: Example::operation("allow:\n  - code: E0201\n    reason: The key will come later.\n"),
        right: Example::operation("allow: []\n"),
    },
    Explanation {
        code: codes::STALE_ALLOW,
        text: "The file allows a warning or note that it does not have. Either it was put right, and the entry can go, or the entry stands in \
               another file than the problem. So a list of exceptions never outlives what it was for.",
        wrong: Example::operation("allow:\n  - code: N0601\n    reason: The page writes it so.\n"),
        right: Example::operation(
            "summary: Returns a List<String>.\nallow:\n  - code: N0601\n    reason: The page writes it so.\n",
        ),
    },
    Explanation {
        code: codes::ALLOW_WITHOUT_REASON,
        text: "The `reason` is empty. The next reader has to know why the problem is no problem here.",
        wrong: Example::operation(
            "summary: Returns a List<String>.\nallow:\n  - code: N0601\n    reason: \"\"\n",
        ),
        right: Example::operation(
            "summary: Returns a List<String>.\nallow:\n  - code: N0601\n    reason: The page writes it so.\n",
        ),
    },
];
