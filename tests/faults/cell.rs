use crate::call::{self, Effect, Mode};
use crate::fault::{Expected, Fault, ID, Outcome};
use alicloud_sdk::sas;
use alicloud_tests::raw::{Request, Server, Step};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// No call may take longer, whatever goes wrong.
const GUARD: Duration = Duration::from_secs(5);

/// One fault met by one call.
pub(crate) struct Cell {
    pub(crate) line: String,
    pub(crate) attempts: u32,
    pub(crate) time: Duration,
}

/// # Panics
/// The call hangs, panics, or comes to something else than expected.
pub(crate) fn run(fault: &Fault, mode: Mode, effect: Effect, expected: Expected) -> Cell {
    let server = fault.respond.map(|respond| {
        let count = AtomicUsize::new(0);
        let respond =
            move |request: &Request| -> Vec<Step> { respond(request, count.fetch_add(1, Ordering::SeqCst)) };
        match &fault.authority {
            Some(authority) => Server::start_tls(authority, respond),
            None => Server::start(respond),
        }
    });
    let endpoint = server.as_ref().map_or_else(|| "http://127.0.0.1:1".to_owned(), Server::endpoint);
    let client = sas::Client::new((fault.configure)(call::config(&endpoint, (fault.keys)()))).unwrap();

    let place = format!("{} ({mode:?}, {effect:?})", fault.name);
    let (sender, receiver) = mpsc::channel();
    let started = Instant::now();
    let caller = std::thread::spawn(move || sender.send(call::call(&client, mode, effect)));
    let outcome = match receiver.recv_timeout(GUARD) {
        Ok(outcome) => outcome,
        Err(mpsc::RecvTimeoutError::Timeout) => panic!("{place}: hangs"),
        Err(mpsc::RecvTimeoutError::Disconnected) => panic!("{place}: {:?}", caller.join()),
    };
    let time = started.elapsed();
    let requests = server.as_ref().map(Server::requests).unwrap_or_default();
    let (line, attempts) = judge(&place, &outcome, effect, expected);
    assert_eq!(attempts, expected.attempts, "{place}: attempts: {line}");
    let is_reached = fault.respond.is_some() && fault.authority.is_none();
    assert_eq!(requests.len(), if is_reached { attempts as usize } else { 0 }, "{place}: requests: {line}");
    assert_unique_nonces(&place, &requests);
    (fault.check)(&requests);
    Cell { line, attempts, time }
}

fn judge(place: &str, outcome: &call::Outcome, effect: Effect, expected: Expected) -> (String, u32) {
    match (outcome, expected.outcome) {
        (Ok((_, attempts)), Outcome::Reply) => ("a reply".to_owned(), *attempts),
        (Err(error), Outcome::Failure(kind)) => {
            let line = error.to_string();
            assert_eq!(error.kind(), kind, "{place}: {line}");
            assert!(!line.contains('\n') && !line.contains("secret"), "{place}: {line}");
            assert!(line.starts_with(&format!("Sas {}: ", effect.operation())), "{place}: {line}");
            assert!(line.contains(expected.text), "{place}: {line}");
            assert_eq!(error.request_id(), expected.has_id.then_some(ID), "{place}: {line}");
            assert_eq!(line.contains(ID), expected.has_id, "{place}: {line}");
            (line, error.attempts())
        }
        (Ok(reply), Outcome::Failure(_)) => panic!("{place}: came to a reply: {reply:?}"),
        (Err(error), Outcome::Reply) => panic!("{place}: {error}"),
    }
}

/// The service refuses a nonce that it has seen before, and each attempt has to be signed with its own.
fn assert_unique_nonces(place: &str, requests: &[Request]) {
    let mut nonces: Vec<_> =
        requests.iter().filter_map(|request| request.header("x-acs-signature-nonce")).collect();
    assert_eq!(nonces.len(), requests.len(), "{place}: a nonce is missing");
    nonces.sort_unstable();
    nonces.dedup();
    assert_eq!(nonces.len(), requests.len(), "{place}: a nonce was sent twice");
    for (attempt, request) in requests.iter().enumerate().skip(1) {
        let said = request.header("x-acs-retry-attempts").and_then(|value| value.parse().ok());
        assert_eq!(said, Some(attempt), "{place}: what the request says about its repetition");
    }
}
