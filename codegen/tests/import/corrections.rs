//! Corrections: each kind, and those that do not apply (any more).

use super::sandbox::{Sandbox, TEA};

const LIST: &str = "list_brews.yaml";

/// Imports with one correction; gives the file that it is about.
fn corrected(correction: &str, file: &str) -> String {
    let sandbox = with(correction);
    let printed = sandbox.import(&[]);
    assert!(printed.contains(" 1 ┆       "), "{printed}");
    sandbox.read(&format!("{TEA}/{file}"))
}

fn with(correction: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    let lines: String = correction.lines().map(|line| format!("    {line}\n")).collect();
    let entry = lines.replacen("    ", "  - ", 1);
    sandbox.write(
        &format!("{TEA}/corrections.yaml"),
        &format!("corrections:\n{entry}    reason: Seen in a trace.\n"),
    );
    sandbox
}

/// The problem of an import with one correction. Nothing may be written.
fn refused(correction: &str) -> String {
    let sandbox = with(correction);
    let ended = sandbox.try_import(&[]);
    assert_eq!(ended.code, Some(1), "{}{}", ended.out, ended.err);
    assert_eq!(sandbox.names("spec"), ["teahouse/2024-05-01/corrections.yaml"], "{correction}");
    assert!(ended.err.contains("E0801") && ended.err.contains("corrections.yaml:"), "{}", ended.err);
    ended.err
}

#[test]
fn facts_are_changed() {
    for (correction, file, expected) in [
        ("at: parameter CurrentPage\nrename: PageNumber", LIST, "  - name: PageNumber\n    type: integer\n"),
        // What is paged by follows.
        ("at: parameter CurrentPage\nrename: PageNumber", LIST, "  parameter: PageNumber\n"),
        ("at: reply PageInfo.TotalCount\nrename: Total", LIST, "  total: PageInfo.Total\n"),
        (
            "at: reply PageInfo.TotalCount\ntype: long",
            LIST,
            "        - name: TotalCount\n          type: long\n",
        ),
        (
            "at: reply Brews[].BrewId\ntype: array\nitems:\n  type: string",
            LIST,
            "          - name: BrewId\n            type: array\n",
        ),
        (
            "at: reply Brews[].Labels{}\ntype: integer",
            LIST,
            "            items:\n              type: integer\n",
        ),
        ("at: reply Brews[].Cup\ntype: any", LIST, "          - name: Cup\n            type: any\n"),
        ("at: parameter State\nrequired: true", LIST, "    required: true\n"),
        (
            "at: parameter Cup.Size\nrequired: true",
            LIST,
            "  - name: Cup.Size\n    type: integer\n    position: query\n    required: true\n",
        ),
        (
            "at: parameter State\nvalues:\n  - value: poured\n    meaning: Nothing is left",
            LIST,
            "      - value: poured\n        meaning: Nothing is left\n",
        ),
        ("at: parameter State\nposition: formData", LIST, "    position: formData\n"),
        ("at: parameter Filter\nstyle: flat", LIST, "    style: flat\n"),
        ("at: parameter State\ndeprecated: Use `Filter`.", LIST, "    deprecated: Use `Filter`.\n"),
        ("deprecated: Use `ListTeas`.", LIST, "\ndeprecated: Use `ListTeas`.\n"),
        ("at: parameter Filter.Tags[].Key\nsensitive: true", LIST, "              sensitive: true\n"),
        (
            "at: reply RequestId\ndescription: ID for the support.",
            LIST,
            "      description: ID for the support.\n",
        ),
        ("kind: write", LIST, "\nkind: write\n"),
        (
            "pagination:\n  by: token\n  parameter: State\n  items: Brews\n  next: RequestId",
            LIST,
            "pagination:\n  by: token\n  parameter: State\n  items: Brews\n  next: RequestId\n",
        ),
        (
            "asynchronous:\n  operation: Other@2024-05-01:GetTask\n  from_reply:\n    TaskId: RequestId\n  status: State\n  done:\n    - poured",
            LIST,
            "asynchronous:\n  operation: Other@2024-05-01:GetTask\n  from_reply:\n    TaskId: RequestId\n  status: State\n  done:\n    - poured\n",
        ),
    ] {
        let text = corrected(&format!("operation: ListBrews\n{correction}"), file);
        assert!(text.contains(expected), "{correction}\n{text}");
    }
    let text = corrected("shape: Cup\nat: field Size\ntype: long", "shapes/cup.yaml");
    assert!(text.contains("  - name: Size\n    type: long\n"), "{text}");
}

/// The asynchronous part comes from a correction; those behind it change what it names.
#[test]
fn what_is_waited_with_follows() {
    let waiting = "asynchronous:\n      operation: Other@2024-05-01:GetTask\n      from_request:\n        Page: CurrentPage\n        State: State\n      \
                   from_reply:\n        Task: PageInfo.TotalCount\n        Id: RequestId";
    let sandbox = Sandbox::new();
    let entries: String = [
        waiting,
        "at: parameter CurrentPage\n    rename: PageNumber",
        "at: parameter State\n    drop: true",
        "at: reply PageInfo\n    rename: Info",
        "at: reply RequestId\n    drop: true",
    ]
    .iter()
    .map(|change| format!("  - operation: ListBrews\n    {change}\n    reason: Seen in a trace.\n"))
    .collect();
    sandbox.write(&format!("{TEA}/corrections.yaml"), &format!("corrections:\n{entries}"));
    sandbox.import(&[]);
    let text = sandbox.read(&format!("{TEA}/{LIST}"));
    let expected = "  from_request:\n    Page: PageNumber\n  from_reply:\n    Task: Info.TotalCount\n";
    assert!(text.contains(expected), "{text}");
}

#[test]
fn facts_are_left_out() {
    for (correction, gone) in [
        ("at: parameter State\ndrop: true", "name: State"),
        ("at: parameter CurrentPage\ndrop: true", "pagination:"),
        ("at: reply Brews[].Labels\ndrop: true", "Labels"),
        ("at: parameter State\nno_values: true", "value: ready"),
        ("no_pagination: true", "pagination:"),
    ] {
        let text = corrected(&format!("operation: ListBrews\n{correction}"), LIST);
        assert!(!text.contains(gone), "{correction}\n{text}");
    }
}

#[test]
fn a_dropped_operation_is_skipped_with_the_reason() {
    let sandbox = Sandbox::imported();
    sandbox.write(
        &format!("{TEA}/corrections.yaml"),
        "corrections:\n  - operation: DeleteBrew\n    drop: true\n    reason: The service has never had it.\n",
    );
    let printed = sandbox.import(&[]);
    assert!(
        printed.contains(
            "skipped: teahouse/2024-05-01/DeleteBrew by correction: The service has never had it.\n"
        ),
        "{printed}"
    );
    assert!(!sandbox.path(&format!("{TEA}/delete_brew.yaml")).exists());
    // The corrections stay, and are no spec of an operation.
    assert_eq!(sandbox.run(&["check"]).code, Some(0));
    assert_eq!(sandbox.run(&["fmt", "--check"]).code, Some(0));
}

#[test]
fn what_is_not_there_or_right_already_is_an_error() {
    for (correction, expected) in [
        ("operation: ListBrew\nkind: write", "no operation `ListBrew`"),
        ("operation: ListBrew\nkind: write", "did you mean `ListBrews`?"),
        ("operation: ListBrews\nat: parameter CurentPage\nrequired: true", "did you mean `CurrentPage`?"),
        ("operation: ListBrews\nat: parameter Cup.Volume\nrequired: true", "no parameter `Cup.Volume`"),
        ("operation: ListBrews\nat: reply PageInfo.Sum\ntype: long", "there is no `reply PageInfo.Sum`"),
        ("operation: ListBrews\nat: reply PageInfo[]\ntype: long", "goes into something of type `object`"),
        ("operation: ListBrews\nat: reply Brews[].Cup.Size\ntype: long", "`at: field Size`"),
        ("operation: ListBrews\nat: header X\ntype: long", "there is no `header X`"),
        ("operation: ListBrews\nat: body X\ntype: long", "no place in an operation"),
        ("operation: ListBrews\nat: reply RequestId\nposition: query", "a field has no `position`"),
        ("operation: ListBrews\nrename: ListTeas", "an operation has no `rename`"),
        (
            "operation: ListBrews\nat: reply PageInfo.TotalCount\ntype: integer",
            "is of type `integer` already",
        ),
        ("operation: ListBrews\nat: parameter State\nrequired: false", "delete it"),
        ("operation: ListBrews\nat: parameter State\nposition: query", "delete it"),
        ("operation: ListBrews\nat: parameter State\nvalues:\n  - value: ready", "`ready` is listed"),
        ("operation: ListBrews\nat: parameter Filter\nno_values: true", "lists no values already"),
        ("operation: ListBrews\nkind: read", "delete it"),
        ("operation: DeleteBrew\nno_pagination: true", "delete it"),
        ("operation: ListBrews\nat: parameter CurrentPage\nrename: CurrentPage", "has this name already"),
        ("operation: ListBrews\nat: parameter CurrentPage\nrename: PageSize", "there is a `PageSize`"),
        ("operation: ListBrews\nat: parameter State\ntype: array", "needs `items`"),
        ("shape: Mug\nat: field Size\ntype: long", "no shared shape `Mug`"),
        ("shape: Cup\nat: Size\ntype: long", "no place in a shared shape"),
    ] {
        let printed = refused(correction);
        assert!(printed.contains(expected), "{correction}\n{printed}");
    }
}

#[test]
fn several_are_reported_together_and_nothing_is_written() {
    let sandbox = Sandbox::imported();
    let text = "corrections:\n  - operation: ListBrews\n    kind: read\n    reason: Wrong.\n  - operation: Gone\n    drop: true\n    reason: Wrong.\n";
    sandbox.write(&format!("{TEA}/corrections.yaml"), text);
    sandbox.age("spec");
    let before = sandbox.files("spec");
    sandbox.edit("zh.json", "\"example\": \"brew-1\"", "\"example\": \"brew-2\"");
    let ended = sandbox.try_import(&[]);
    assert_eq!(ended.code, Some(1));
    assert!(
        ended.err.contains("corrections.yaml:3:11") && ended.err.contains("corrections.yaml:5:16"),
        "{}",
        ended.err
    );
    assert_eq!(sandbox.files("spec"), before);
}

/// A correction about an operation that is not asked for this time says nothing wrong.
#[test]
fn corrections_of_others_do_not_matter() {
    let sandbox = with("operation: DeleteBrew\nat: parameter BrewId\nrequired: false");
    sandbox.import(&["--only", "ListBrews"]);
    let sandbox = with("shape: Leaf\nat: field Kind\ntype: long");
    sandbox.import(&["--only", "ListBrews"]);
}

/// What is no valid spec any more is not written: the mistake is the correction's, and not that of a file that nobody edits.
#[test]
fn what_check_would_refuse_is_not_written() {
    for (correction, code) in [
        ("operation: ListBrews\nat: parameter CurrentPage\nposition: path", "E0903"),
        ("operation: ListBrews\nat: parameter CurrentPage\nstyle: json", "E0407"),
        ("operation: ListBrews\nat: reply\ntype: string", "E0909"),
        ("operation: ListBrews\nat: reply Brews[].Cup\ntype: object\nof_shape: Nope", "E0305"),
        (
            "operation: ListBrews\npagination:\n  by: page\n  parameter: Nope\n  size: PageSize\n  items: Brews",
            "E0909",
        ),
    ] {
        let sandbox = with(correction);
        let ended = sandbox.try_import(&[]);
        assert_eq!(ended.code, Some(1), "{correction}\n{}{}", ended.out, ended.err);
        assert_eq!(sandbox.names("spec"), ["teahouse/2024-05-01/corrections.yaml"], "{correction}");
        assert!(ended.err.contains("E0801") && ended.err.contains(code), "{correction}\n{}", ended.err);
    }
}
