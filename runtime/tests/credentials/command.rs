//! Commands that are really run.
#![cfg(unix)]

use alicloud_runtime::credentials::{Environment, ProcessEnvironment};
use alicloud_runtime::testing::block_on;
use std::io::ErrorKind;
use std::time::{Duration, Instant};

fn run(command: &str, milliseconds: u64) -> std::io::Result<String> {
    block_on(ProcessEnvironment.run(command, Duration::from_millis(milliseconds)))
}

#[test]
fn a_command_gives_what_it_writes_to_its_standard_output() {
    assert_eq!(run("printf '%s|' one 'two words' \"\"", 60_000).unwrap(), "one|two words||");
    // No shell is between.
    assert_eq!(run("printf %s $HOME;ls", 60_000).unwrap(), "$HOME;ls");
    assert_eq!(run("cat", 60_000).unwrap(), "", "its standard input is empty");
}

#[test]
fn a_command_that_fails_is_an_error() {
    let error = run("sh -c 'echo x; exit 3'", 60_000).unwrap_err();
    assert!(error.to_string().contains("exit status: 3"), "{error}");
    assert_eq!(run("/no/such/program", 60_000).unwrap_err().kind(), ErrorKind::NotFound);
    assert_eq!(run("", 60_000).unwrap_err().kind(), ErrorKind::InvalidInput);
    assert_eq!(run("printf 'open", 60_000).unwrap_err().kind(), ErrorKind::InvalidInput);
}

#[test]
fn a_command_that_does_not_end_is_ended() {
    let started = Instant::now();
    assert_eq!(run("sleep 5", 30).unwrap_err().kind(), ErrorKind::TimedOut);
    // Its own child keeps the pipe open.
    assert_eq!(run("sh -c 'sleep 1 & echo x'", 30).unwrap_err().kind(), ErrorKind::TimedOut);
    assert!(started.elapsed() < Duration::from_secs(4), "{:?}", started.elapsed());
}

#[test]
fn output_without_end_is_cut_off() {
    let error = run("yes", 50).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::TimedOut | ErrorKind::Other), "{error:?}");
}
