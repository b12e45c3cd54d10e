use crate::harness::Run;

#[test]
fn json_is_the_reply_as_it_came_but_indented() {
    let body = r#"{"RequestId":"R-1","Big":123456789012345678901234567890,"A":{"Long":9223372036854775807,"None":[]}}"#;
    let expected = r#"{
  "RequestId": "R-1",
  "Big": 123456789012345678901234567890,
  "A": {
    "Long": 9223372036854775807,
    "None": []
  }
}
"#;
    assert_eq!(Run::new().reply(body).prints(&["shop", "GetHours"]), expected);
    assert_eq!(Run::new().reply(body).prints(&["shop", "GetHours", "--output", "json"]), expected);
}

#[test]
fn a_table_has_rows_of_values_and_a_table_for_each_list_of_objects() {
    let body = r#"{"RequestId":"R-1","Total":2,"Owner":{"Name":"Wei","Ids":[1,2]},
        "Things":[{"Name":"pot","Count":1,"Tags":["a","b"],"More":{"x":1}},{"Name":"cup\n\u001b[2J","Price":0.5}]}"#;
    let expected = "\
┌────────────┬───────┐
│ Name       ┆ Value │
╞════════════╪═══════╡
│ Owner.Ids  ┆ 1, 2  │
│ Owner.Name ┆ Wei   │
│ RequestId  ┆ R-1   │
│ Total      ┆ 2     │
└────────────┴───────┘

Things
┌───────┬───────────────────┬──────┬───────┐
│ Count ┆ Name              ┆ Tags ┆ Price │
╞═══════╪═══════════════════╪══════╪═══════╡
│ 1     ┆ pot               ┆ a, b ┆       │
│       ┆ cup\\n\\u{1b}[2J    ┆      ┆ 0.5   │
└───────┴───────────────────┴──────┴───────┘
";
    let printed = Run::new().reply(body).prints(&["shop", "GetHours", "--output", "table"]);
    let squeezed = |text: &str| text.replace([' ', '─', '═'], "");
    assert_eq!(squeezed(&printed), squeezed(expected), "{printed}");
    assert!(!printed.contains('\u{1b}'));
}

#[test]
fn a_table_fits_the_terminal() {
    let body = format!(r#"{{"Text":"{}"}}"#, "many words ".repeat(30));
    let printed = Run::new().width(60).reply(&body).prints(&["shop", "GetHours", "--output", "table"]);
    assert!(printed.lines().all(|line| line.chars().count() <= 60), "{printed}");
    let printed = Run::new().reply(&body).prints(&["shop", "GetHours", "--output", "table"]);
    assert!(printed.lines().any(|line| line.chars().count() > 300), "{printed}");
}

#[test]
fn text_bytes_and_nothing() {
    let note = |form| Run::new().reply("plain\ttext").prints(&["shop", "GetNote", "--output", form]);
    assert_eq!(note("json"), "\"plain\\ttext\"\n");
    assert_eq!(note("table"), "plain\\ttext\n");
    let bytes = http::Response::new(bytes::Bytes::from_static(&[0xff, 0x00, b'\n']));
    let run = Run::new().answer(|transport| transport.reply(bytes));
    let mut out = Vec::new();
    assert_eq!(run.run_into(&["shop", "GetImage"], &mut out).code, 0);
    assert_eq!(out, [0xff, 0x00, b'\n']);
    assert_eq!(Run::new().reply("").prints(&["shop", "DeleteThing"]), "null\n");
    assert_eq!(Run::new().reply("").prints(&["shop", "DeleteThing", "--output", "table"]), "");
}

#[test]
fn verbose_tells_what_came_around_it() {
    let run = Run::new().answer(|transport| transport.json(503, "{}")).reply(r#"{"RequestId":"R-1"}"#);
    let ended = run.run(&["shop", "ListThings", "--verbose"]);
    assert_eq!((ended.code, ended.err.as_str()), (0, "request id: R-1\nstatus: 200\nattempts: 2\n"));
}
