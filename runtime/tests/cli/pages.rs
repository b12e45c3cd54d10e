use crate::harness::Run;

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

#[test]
fn a_page_that_fails_fails_the_whole() {
    let run = Run::new()
        .reply(r#"{"Data":{"Things":[{}],"TotalCount":3}}"#)
        .answer(|transport| transport.json(403, r#"{"Code":"NoPermission"}"#));
    let line = run.fails(1, &["shop", "ListThings", "--PageSize", "1", "--all-pages"]);
    assert!(line.starts_with("Shop ListThings: NoPermission"), "{line}");
}

#[test]
fn without_the_option_it_is_one_page() {
    let run = run();
    assert!(run.prints(&["shop", "ListThings"]).contains("\"TotalCount\": 3"));
    assert_eq!(run.transport.requests().len(), 1);
}
