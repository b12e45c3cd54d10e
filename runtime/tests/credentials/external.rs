use crate::fake::Fake;
use crate::outside::{Outside, expiration, keys};
use alicloud_runtime::CredentialsProvider;
use alicloud_runtime::credentials::CliProfile;
use alicloud_runtime::testing::Scripted;
use std::time::Duration;

const COMMAND: &str = "tool --password hunter2";

fn profile(output: &str) -> Fake {
    Fake::default()
        .profile(&format!(r#""mode":"External","process_command":"{COMMAND}""#))
        .command(COMMAND, output)
}

#[test]
fn the_output_of_the_command_is_credentials() {
    let output = format!(
        r#"{{"mode":"StsToken","access_key_id":"id","access_key_secret":"s","sts_token":"t","expiration":"{}"}}"#,
        expiration(3600)
    );
    let files = profile(&output);
    let outside = Outside::new(Scripted::new());
    let provider = CliProfile::with(files.clone());
    for _ in 0..3 {
        let credentials = outside.ask(&provider).unwrap();
        assert_eq!(keys(&credentials), ("id", "s", "t"));
        assert_eq!(credentials.provider_name(), "cli_profile/external");
        assert_eq!(credentials.expiration(), Some(outside.clock.now() + Duration::from_secs(3600)));
    }
    assert_eq!(files.runs(), [(COMMAND.to_owned(), Duration::from_secs(60))], "once, with a limit");
    outside.clock.advance(3600 - 180);
    let message = outside.ask(&provider).unwrap();
    assert_eq!((message.access_key_id(), files.runs().len()), ("id", 2));
}

#[test]
fn what_does_not_expire_is_kept_until_it_is_refused() {
    let files = profile(r#"{"access_key_id":"id","access_key_secret":"s"}"#);
    let outside = Outside::new(Scripted::new());
    let provider = CliProfile::with(files.clone());
    let credentials = outside.ask(&provider).unwrap();
    outside.clock.advance(1_000_000);
    outside.ask(&provider).unwrap();
    assert_eq!(files.runs().len(), 1);
    provider.refuse(&credentials);
    outside.ask(&provider).unwrap();
    assert_eq!(files.runs().len(), 2);
}

#[test]
fn what_is_wrong_is_told_without_command_and_output() {
    let past =
        r#"{"access_key_id":"hunter2","access_key_secret":"hunter2","expiration":"2026-01-02T03:04:05Z"}"#;
    let no_date = r#"{"access_key_id":"hunter2","access_key_secret":"hunter2","expiration":"hunter2"}"#;
    let cases = [
        ("hunter2", "its output is no JSON at line 1, column 1"),
        (r#"{"access_key_id":"hunter2""#, "its output is no JSON at line 1, column 26"),
        (r#"{"access_key_secret":"hunter2"}"#, "its output lacks `access_key_id`"),
        (r#"{"access_key_id":"hunter2"}"#, "its output lacks `access_key_secret`"),
        (
            r#"{"mode":"StsToken","access_key_id":"i","access_key_secret":"hunter2"}"#,
            "its output lacks `sts_token`",
        ),
        (r#"{"mode":"EcsRamRole","access_key_id":"i","access_key_secret":"hunter2"}"#, "of another `mode`"),
        (past, "its credentials expired at 2026-01-02T03:04:05Z"),
        (no_date, "is no date of the form"),
    ];
    for (output, expected) in cases {
        let message = Outside::new(Scripted::new()).refusal(&CliProfile::with(profile(output)));
        assert!(message.contains(expected) && message.contains("`process_command`"), "{message}");
    }
    let failing = Fake::default().profile(r#""mode":"External","process_command":"hunter2""#);
    let message = Outside::new(Scripted::new()).refusal(&CliProfile::with(failing));
    assert!(message.contains("it failed with exit status: 7; run it by hand"), "{message}");
}
