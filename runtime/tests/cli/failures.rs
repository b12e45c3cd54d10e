use crate::harness::{Closed, Run};
use alicloud_runtime::transport::TransportError;
use std::io;

#[test]
fn wrong_arguments_are_one_line_with_what_was_meant() {
    for (arguments, expected) in [
        (&["shpo"][..], "unknown product `shpo` (did you mean `shop`?); see `alicloud --help`"),
        (
            &["shop", "putthing"],
            "shop has no operation `putthing` (did you mean `PutThing`?); `alicloud shop --help WORD` lists those with a \
             word",
        ),
        (
            &["shop", "PutThing", "--name", "x"],
            "unknown option `--name` (did you mean `--Name`?); see `alicloud shop PutThing --help`",
        ),
        (
            &["shop", "PutThing", "--Zzz=hunter2"],
            "unknown option `--Zzz`; see `alicloud shop PutThing --help`",
        ),
        (&["shop", "PutThing", "--Name"], "`--Name` needs a value; see `alicloud shop PutThing --help`"),
        (
            &["shop", "PutThing", "--Name", "a", "--Name", "b"],
            "`--Name` is given more than once; see `alicloud shop PutThing --help`",
        ),
        (&["shop", "PutThing", "x\ny"], "unexpected argument `x\\ny`; see `alicloud shop PutThing --help`"),
        (&["--frob"], "unknown option `--frob`; see `alicloud --help`"),
        (
            &["shop", "GetNote", "--timeout", "soon"],
            "`--timeout` must be a number of seconds, such as 2.5, and at most a year (31536000); see `alicloud shop \
             GetNote --help`",
        ),
        (
            &["shop", "GetNote", "--retries", "-1"],
            "`--retries` must be a whole number between 0 and 4294967295; see `alicloud shop GetNote --help`",
        ),
        (
            &["shop", "GetNote", "--header", "hunter2"],
            "`--header` must be `Name=value`; see `alicloud shop GetNote --help`",
        ),
        (
            &["shop", "GetNote", "--output", "xml"],
            "`--output` must be json or table; see `alicloud shop GetNote --help`",
        ),
        (&["completions", "tcsh"], "`SHELL` must be bash or zsh or fish; see `alicloud --help`"),
        (&["shop", "GetNote", "--all-pages"], "`--all-pages`: GetNote does not answer page by page"),
        (
            &["shop", "ListThings", "--all-pages", "--dry-run"],
            "`--dry-run` shows one request, which `--all-pages` is not",
        ),
    ] {
        assert_eq!(Run::new().fails(2, arguments), expected);
    }
    let line = Run::new().fails(2, &["shop", "GetNote", "--nonce", "n"]);
    assert!(line.starts_with("`--date` and `--nonce` are for `--dry-run`"), "{line}");
}

#[test]
fn a_timeout_that_no_clock_can_hold_is_wrong_use() {
    for seconds in ["1e19", "1e400", "31536001", "-1", "-0.5", "-1e3", "inf", "NaN", ""] {
        for arguments in [
            ["shop", "GetNote", "--timeout", seconds],
            ["--timeout", seconds, "shop", "GetNote"],
            ["shop", "--timeout", seconds, "GetNote"],
        ] {
            let line = Run::new().fails(2, &arguments);
            assert!(line.starts_with("`--timeout` "), "{arguments:?}: {line}");
        }
        let joined = format!("--timeout={seconds}");
        let line = Run::new().fails(2, &["shop", "GetNote", &joined]);
        assert!(line.starts_with("`--timeout` "), "{joined}: {line}");
    }
    for seconds in ["0", "0.001", "31536000"] {
        Run::new().reply("x").prints(&["shop", "GetNote", "--timeout", seconds]);
    }
}

#[test]
fn a_missing_parameter_is_wrong_use() {
    let line = Run::new().fails(2, &["shop", "PutThing"]);
    assert_eq!(line, "Shop PutThing: set required parameter `Name` (a retry cannot help)");
}

#[test]
fn a_refusal_is_1() {
    let body = r#"{"Code":"NoPermission","Message":"ask\nfor it","RequestId":"R-1"}"#;
    let run = Run::new().answer(|transport| transport.json(403, body));
    let line = run.fails(1, &["shop", "PutThing", "--Name", "x"]);
    let expected =
        "Shop PutThing: NoPermission: ask\\nfor it (status 403, request id R-1, a retry cannot help)";
    assert_eq!(line, expected);
}

#[test]
fn no_answer_is_3() {
    let none = |error: fn() -> TransportError| {
        let run = Run::new().answer(|transport| transport.error(error()));
        run.fails(3, &["shop", "PutThing", "--Name", "x", "--retries", "0"])
    };
    assert!(none(|| TransportError::connect("nothing listens")).contains("nothing listens"));
    assert!(none(|| TransportError::other("broke off")).contains("broke off"));
}

#[test]
fn an_unreadable_reply_is_4() {
    let line = Run::new().reply("<html>").fails(4, &["shop", "PutThing", "--Name", "x"]);
    assert!(line.contains("no JSON object"), "{line}");
}

#[test]
fn trouble_before_the_call_is_5() {
    let call = ["shop", "PutThing", "--Name", "x"];
    let line = Run::new().without("ALIBABA_CLOUD_REGION_ID").fails(5, &call);
    assert!(line.starts_with("no region: ") && line.contains("`--region`"), "{line}");
    let line = Run::new().fails(5, &[&call[..], &["--region", "cn-shangha"]].concat());
    assert!(line.contains("did you mean `cn-shanghai`?") && line.contains("`--endpoint`"), "{line}");
    let line = Run::bare().fails(5, &[&call[..], &["--region", "cn-shanghai"]].concat());
    assert!(line.contains("ALIBABA_CLOUD_ACCESS_KEY_ID"), "{line}");
    let line = Run::new().fails(5, &[&call[..], &["--profile", "nobody"]].concat());
    assert!(line.contains("config.json"), "{line}");
}

#[test]
fn no_error_shows_a_secret() {
    let run = Run::new().answer(|transport| transport.json(500, r#"{"Code":"Wrong"}"#));
    let line = run.fails(1, &["shop", "PutThing", "--Name", "x", "--Password", "hunter2", "--retries", "0"]);
    assert!(!line.contains("hunter2") && !line.contains("test-secret"), "{line}");
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    for arguments in [&["--help"][..], &["shop"], &["shop", "GetHours"], &["completions", "bash"]] {
        let ended = Run::new().reply("{}").run_into(arguments, &mut Closed(io::ErrorKind::BrokenPipe));
        assert_eq!((ended.code, ended.err.as_str()), (0, ""), "{arguments:?}");
    }
    let ended =
        Run::new().reply("{}").run_into(&["shop", "GetHours"], &mut Closed(io::ErrorKind::StorageFull));
    assert_eq!(ended.code, 2);
    assert!(ended.err.starts_with("error: the result cannot be written: "), "{}", ended.err);
}
