use super::{Example, Explanation};
use crate::diagnostics::codes;

const FILE: &str = "demo/2024-01-01/corrections.yaml";

pub(super) const ALL: &[Explanation] = &[Explanation {
    code: codes::CORRECTION,
    text: "`corrections.yaml` changes imported facts. Each correction is about one operation or shared shape, makes one change, and gives a \
           reason. `check` looks at that much; `import` also looks whether each of them applies to the document. One whose operation or place \
           is not there, or whose fact is right by now, stops the import: the document was put right, so the correction can go. What can be \
           changed, and how places are written, stands in [docs/import.md](import.md).",
    wrong: Example::file(
        FILE,
        "corrections:\n  - operation: GetThing\n    at: reply RequestId\n    type: long\n    sensitive: true\n    reason: The service sends a number.\n",
    ),
    right: Example::file(
        FILE,
        "corrections:\n  - operation: GetThing\n    at: reply RequestId\n    type: long\n    reason: The service sends a number.\n",
    ),
}];
