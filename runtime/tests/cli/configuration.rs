use crate::harness::Run;
use serde_json::Value;
use std::time::Duration;

const CALL: [&str; 2] = ["shop", "GetNote"];

fn headers(run: &Run, arguments: &[&str]) -> Value {
    let printed = run.prints(&[arguments, &["--dry-run"]].concat());
    serde_json::from_str::<Value>(&printed).unwrap()["headers"].take()
}

#[test]
fn options_stand_anywhere_and_the_last_place_counts() {
    for arguments in [
        &["--region", "ap-southeast-1", "shop", "GetNote"][..],
        &["shop", "--region", "ap-southeast-1", "GetNote"],
        &["shop", "GetNote", "--region", "ap-southeast-1"],
        &["--region", "cn-shanghai", "shop", "GetNote", "--region=ap-southeast-1"],
    ] {
        let host = &headers(&Run::new(), arguments)["host"];
        assert_eq!(host, "shop.ap-southeast-1.example.com", "{arguments:?}");
    }
}

#[test]
fn an_endpoint_goes_before_the_region() {
    let run = Run::new().reply("x");
    run.prints(&["shop", "GetNote", "--endpoint", "http://127.0.0.1:8080"]);
    assert!(run.transport.last().unwrap().uri().starts_with("http://127.0.0.1:8080/"));
}

const PROFILES: &str = r#"{"current":"first","profiles":[
    {"name":"first","mode":"AK","access_key_id":"first-id","access_key_secret":"s","region_id":"cn-shanghai"},
    {"name":"second","mode":"AK","access_key_id":"second-id","access_key_secret":"s","region_id":"ap-southeast-1"}]}"#;

#[test]
fn a_profile_that_is_named_goes_before_the_environment() {
    let with = |run: Run| run.file("/home/somebody/.aliyun/config.json", PROFILES);
    let key = |run: &Run, arguments: &[&str]| {
        let headers = headers(run, &[&CALL[..], arguments].concat());
        let authorization = headers["authorization"].as_str().unwrap().to_owned();
        let key = authorization.split(['=', ',']).nth(1).unwrap().to_owned();
        (key, headers["host"].as_str().unwrap().to_owned())
    };
    let expected = |key: &str, region: &str| (key.to_owned(), format!("shop.{region}.example.com"));
    assert_eq!(key(&with(Run::new()), &[]), expected("test-id", "cn-shanghai"));
    assert_eq!(key(&with(Run::new()), &["--profile", "second"]), expected("second-id", "cn-shanghai"));
    let run = with(Run::new().without("ALIBABA_CLOUD_REGION_ID"));
    assert_eq!(key(&run, &["--profile", "second"]), expected("second-id", "ap-southeast-1"));
    assert_eq!(key(&with(Run::bare()), &[]), expected("first-id", "cn-shanghai"));
}

#[test]
fn a_profile_that_is_not_there_is_an_error_and_no_other_key_is_used() {
    let run = Run::new().file("/home/somebody/.aliyun/config.json", PROFILES);
    let line = run.fails(5, &[&CALL[..], &["--profile", "third"]].concat());
    assert!(line.contains("third"), "{line}");
    assert_eq!(run.transport.requests().len(), 0);
}

#[test]
fn timeouts_and_repetitions() {
    let run = Run::new().reply("x");
    run.prints(&["shop", "GetNote", "--timeout", "2.5"]);
    let timeouts = run.transport.last().unwrap().timeouts();
    assert_eq!(
        (timeouts.read, timeouts.total),
        (Some(Duration::from_millis(2500)), Some(Duration::from_millis(2500)))
    );

    let busy =
        |count: usize| (0..count).fold(Run::new(), |run, _| run.answer(|script| script.json(503, "{}")));
    for (arguments, attempts) in [(&["--retries", "0"][..], 1), (&[], 3), (&["--retries", "3"], 4)] {
        let run = busy(5);
        run.fails(1, &[&CALL[..], arguments].concat());
        assert_eq!(run.transport.requests().len(), attempts, "{arguments:?}");
    }
}
