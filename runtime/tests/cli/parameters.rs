use crate::harness::Run;

/// The pairs of the query that these arguments send.
#[track_caller]
fn sent(run: Run, arguments: &[&str]) -> Vec<(String, String)> {
    let run = run.reply("{}");
    run.prints(&[&["shop", "PutThing"], arguments].concat());
    run.transport.last().unwrap().parameters()
}

#[track_caller]
fn assert_sent(arguments: &[&str], expected: &[(&str, &str)]) {
    let expected: Vec<(String, String)> =
        expected.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    assert_eq!(sent(Run::new(), arguments), expected);
}

/// With a required name, the line of the error.
#[track_caller]
fn refused(arguments: &[&str]) -> String {
    Run::new().fails(2, &[&["shop", "PutThing", "--Name", "x"], arguments].concat())
}

#[test]
fn single_values_are_of_their_type() {
    assert_sent(
        &[
            "--Name",
            "tea pot",
            "--Count=-5",
            "--Size",
            "-9223372036854775808",
            "--Ratio",
            "0.10",
            "--Urgent",
            "false",
        ],
        &[
            ("Count", "-5"),
            ("Name", "tea pot"),
            ("Ratio", "0.1"),
            ("Size", "-9223372036854775808"),
            ("Urgent", "false"),
        ],
    );
    assert_sent(&["--Urgent", "--Name="], &[("Name", ""), ("Urgent", "true")]);
    assert_sent(&["--Name", "a=b", "--Ratio", ".5"], &[("Name", "a=b"), ("Ratio", "0.5")]);
}

#[test]
fn values_of_another_type_are_refused_and_not_shown() {
    for (arguments, expected) in [
        (["--Count", "12a34"], "parameter `Count` must be a 32-bit integer"),
        (["--Count", "2147483648"], "parameter `Count` must be a 32-bit integer"),
        (["--Size", "9223372036854775808"], "parameter `Size` must be a 64-bit integer"),
        (["--Ratio", "NaN"], "parameter `Ratio` must be a number"),
        (["--Ratio", "12a34"], "parameter `Ratio` must be a number"),
        (["--Urgent", "12a34"], "parameter `Urgent` must be true or false"),
        (["--Labels", "12a34"], "parameter `Labels` must be a JSON object"),
        (["--Owner", "[1]"], "parameter `Owner` must be a JSON object"),
        (["--Tags", "[12a34]"], "parameter `Tags` must be a JSON list"),
        (["--Numbers", "1,12a34"], "parameter `Numbers` must be a 32-bit integer"),
        (["--Extra", "12a34"], "parameter `Extra` must be JSON; a text has double quotes, as in '\"text\"'"),
    ] {
        assert_eq!(refused(&arguments), expected);
    }
    assert!(refused(&["--Image", "x"]).contains("`Image` is bytes"));
}

#[test]
fn objects_maps_and_any_are_json() {
    assert_sent(
        &[
            "--Name",
            "x",
            "--Labels",
            r#"{"a":"1","b":"2"}"#,
            "--Owner",
            r#"{"Id":7}"#,
            "--Extra",
            r#""text""#,
        ],
        &[("Extra", "text"), ("Labels.a", "1"), ("Labels.b", "2"), ("Name", "x"), ("Owner", r#"{"Id":7}"#)],
    );
}

#[test]
fn lists_are_json_repeated_flags_or_commas() {
    let expected = [("Name", "x"), ("Tags.1", "a,b"), ("Tags.2", "c")];
    assert_sent(&["--Name", "x", "--Tags", r#"["a,b","c"]"#], &expected);
    assert_sent(&["--Name", "x", "--Tags", "a,b", "--Tags", "c"], &expected);
    assert_sent(&["--Name", "x", "--Tags", "c"], &[("Name", "x"), ("Tags.1", "c")]);
    // Numbers hold no commas, and on the wire these texts have commas between them anyway.
    assert_sent(&["--Name", "x", "--Numbers", "1,-2, 3"], &[("Name", "x"), ("Numbers", "[1,-2,3]")]);
    assert_sent(&["--Name", "x", "--Colors", "red,blue"], &[("Colors", "red,blue"), ("Name", "x")]);
}

#[test]
fn a_text_with_a_comma_is_not_guessed_at() {
    let line = refused(&["--Tags", "a,b"]);
    assert!(
        line.starts_with("parameter `Tags` may be one item or several: repeat the flag for each"),
        "{line}"
    );
}

#[test]
fn a_file_and_standard_input_give_parameters_and_flags_go_before() {
    let text = r#"{"Name":"from the file","Count":3,"Tags":["a"],"Size":null}"#;
    let expected = [("Count", "4"), ("Name", "from the file"), ("Tags.1", "a")];
    let expected = expected.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let run = Run::new().file("parameters.json", text);
    assert_eq!(sent(run, &["--params", "parameters.json", "--Count", "4"]), expected);
    assert_eq!(sent(Run::new().stdin(text), &["--params", "-", "--Count", "4"]), expected);
}

#[test]
fn a_file_that_cannot_be_used_is_told_without_its_text() {
    let run = |text: &str| Run::new().stdin(text).fails(2, &["shop", "PutThing", "--params", "-"]);
    assert_eq!(run("{\"Name\":hunter2}"), "`--params`: standard input holds no JSON at line 1, column 9");
    assert_eq!(run("[\"hunter2\"]"), "`--params`: standard input holds no JSON object");
    let line = run(r#"{"Nam":"hunter2","Count":"hunter2"}"#);
    assert!(line.contains("unknown parameter `Nam` (did you mean `Name`?)"), "{line}");
    assert!(
        line.contains("parameter `Count` must be a 32-bit integer") && !line.contains("hunter2"),
        "{line}"
    );
    let line = Run::new().fails(2, &["shop", "PutThing", "--params", "nowhere.json"]);
    assert!(line.starts_with("`--params`: `nowhere.json` cannot be read: "), "{line}");
}

#[test]
fn names_that_are_options_too_have_a_way() {
    assert_sent(
        &["--Name", "x", "--param", "region=eu", "--param", "Count=2", "--region", "ap-southeast-1"],
        &[("Count", "2"), ("Name", "x"), ("region", "eu")],
    );
    assert_sent(
        &["--Name", "x", "--param", "Tags=a", "--param", "Tags=b"],
        &[("Name", "x"), ("Tags.1", "a"), ("Tags.2", "b")],
    );
    assert_eq!(refused(&["--param", "Coun=2"]), "PutThing has no parameter `Coun` (did you mean `Count`?)");
    assert_eq!(
        refused(&["--Count", "1", "--param", "Count=2"]),
        "parameter `Count` is given more than once, and is no list"
    );
}

#[test]
fn headers_and_query_are_sent_along() {
    let run = Run::new().reply("{}");
    run.prints(&["shop", "GetHours", "--header", "x-trace=a=b", "--query", "q=1", "--query", "r="]);
    let request = run.transport.last().unwrap();
    assert_eq!((request.header("x-trace"), request.query()), (Some("a=b"), "q=1&r="));
}

#[test]
fn without_texts_lists_hold_texts() {
    let run = Run::new().reply("{}");
    run.prints(&["bare", "PutThing", "--Name", "x", "--Numbers", "1", "--Numbers", "2"]);
    assert_eq!(run.transport.last().unwrap().parameter("Numbers").as_deref(), Some(r#"["1","2"]"#));
}
