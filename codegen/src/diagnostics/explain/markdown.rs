use super::example::{OPERATION, PRODUCT};
use super::plain::{article, parts};
use super::{Example, Explanation, GROUPS};

const HEAD: &str = "\
# Problems of spec files

Every problem that the generator reports has a code. This page says what each of them means;
`alicloud-codegen explain <code>` prints the same. It is made by `alicloud-codegen explain --markdown`, so do not edit it.

A code that begins with `E` is an error: nothing is generated. `W` is a warning and `N` a note: both are printed, and
generation goes on. `check --deny warnings` makes errors of warnings; notes never fail. A file can allow a warning or a
note, with a reason, under its key [`allow`](../spec/README.md#allowed-problems). How `check` prints for other programs
is described in [check-formats.md](check-formats.md).

The examples are parts of files. The keys that they show take the place of those in one of these two files, or join them:
";

/// The page `docs/diagnostics.md`.
#[must_use]
pub fn page() -> String {
    let mut page = HEAD.to_owned();
    for (file, text) in [("get_thing.yaml", OPERATION), ("product.yaml", PRODUCT)] {
        page.push_str(&block(&format!("# demo/2024-01-01/{file}\n{text}")));
    }
    for group in GROUPS {
        page.push_str(&format!("\n## {}\n", group.title));
        group.explanations.iter().for_each(|explanation| page.push_str(&section(explanation)));
    }
    page
}

fn section(explanation: &Explanation) -> String {
    let Explanation { code, text, wrong, right } = explanation;
    let severity = article(code.severity.as_str());
    format!(
        "\n### {}: {}\n\nThis is {severity}. {text}\n\nWrong:\n{}\nRight:\n{}",
        code.id,
        code.title,
        example(wrong),
        example(right)
    )
}

fn example(example: &Example) -> String {
    parts(example).iter().map(|part| block(part)).collect()
}

fn block(text: &str) -> String {
    format!("\n```yaml\n{text}```\n")
}
