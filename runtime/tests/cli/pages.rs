use crate::harness::{Closed, Run};
use std::io;

fn run() -> Run {
    Run::new()
        .reply(r#"{"Data":{"Things":[{"Name":"pot","Id":12345678901234567890123},{"Name":"cup"}],"TotalCount":3}}"#)
        .reply(r#"{"Data":{"Things":[{"Name":"lid"}],"TotalCount":3}}"#)
}

#[test]
fn all_pages_are_one_list() {
    let run = run();
    let printed = run.prints(&["shop", "ListThings", "--PageSize", "2", "--all-pages"]);
    let expected = r#"[
  {
    "Name": "pot",
    "Id": 12345678901234567890123
  },
  {
    "Name": "cup"
  },
  {
    "Name": "lid"
  }
]
"#;
    assert_eq!(printed, expected);
    let asked: Vec<_> = run
        .transport
        .requests()
        .iter()
        .map(|request| request.parameter("PageNumber").unwrap_or_default())
        .collect();
    assert_eq!(asked.last().map(String::as_str), Some("2"), "{asked:?}");
    assert_eq!(asked.len(), 2);
}

#[test]
fn or_one_table() {
    let printed =
        run().prints(&["shop", "ListThings", "--PageSize", "2", "--all-pages", "--output", "table"]);
    for name in ["pot", "cup", "lid"] {
        assert_eq!(printed.lines().filter(|line| line.contains(name)).count(), 1, "{printed}");
    }
}

fn broken() -> Run {
    run_of_one().answer(|transport| transport.json(403, r#"{"Code":"NoPermission"}"#))
}

fn run_of_one() -> Run {
    Run::new().reply(r#"{"Data":{"Things":[{"Name":"pot"}],"TotalCount":3}}"#)
}

const BROKEN: [&str; 5] = ["shop", "ListThings", "--PageSize", "1", "--all-pages"];

#[test]
fn the_pages_before_one_that_fails_are_printed() {
    let ended = broken().run(&BROKEN);
    assert_eq!(ended.code, 1);
    assert_eq!(ended.out, "[\n  {\n    \"Name\": \"pot\"\n  }\n]\n");
    assert!(ended.err.starts_with("error: Shop ListThings: NoPermission"), "{}", ended.err);
    assert_eq!(ended.err.lines().count(), 1, "{}", ended.err);
    let table = broken().run(&[&BROKEN[..], &["--output", "table"]].concat());
    assert_eq!((table.code, table.err), (1, ended.err));
    assert!(table.out.contains("pot"), "{}", table.out);
}

#[test]
fn where_the_first_page_fails_nothing_is_printed() {
    let run = Run::new().answer(|transport| transport.json(403, r#"{"Code":"NoPermission"}"#));
    let line = run.fails(1, &BROKEN);
    assert!(line.starts_with("Shop ListThings: NoPermission"), "{line}");
}

#[test]
fn output_that_nobody_reads_hides_no_error() {
    let ended = broken().run_into(&BROKEN, &mut Closed(io::ErrorKind::BrokenPipe));
    assert_eq!(ended.code, 1);
    assert!(ended.err.contains("NoPermission"), "{}", ended.err);
}

#[test]
fn without_the_option_it_is_one_page() {
    let run = run();
    assert!(run.prints(&["shop", "ListThings"]).contains("\"TotalCount\": 3"));
    assert_eq!(run.transport.requests().len(), 1);
}
