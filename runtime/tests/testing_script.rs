//! A script of rules: what it takes, what it answers, and what it says about the rest.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

#[path = "support/variety.rs"]
mod variety;

use alicloud_runtime::testing::{Any, Script, block_on, matching};
use alicloud_runtime::transport::TransportError;
use alicloud_runtime::{CallOptions, Client, ErrorKind};
use std::time::Duration;
use variety::{Content, List, Listed, Login, Session, Store, Stored, Upload, Uploaded, VAULT, Watch};

fn client(script: &Script) -> Client {
    Client::new(&VAULT, script.config()).unwrap()
}

fn login(user: &str) -> Login {
    Login { user: Some(user.to_owned()), ..Login::default() }
}

fn session(message: &str) -> Session {
    Session { message: Some(message.to_owned()), ..Session::default() }
}

#[test]
fn a_reply_comes_back_as_it_was_given() {
    let script = Script::new();
    let given = || Session { counts: vec![1, -2], session_token: Some("t".to_owned()), ..session("hello") };
    let rule = script.on::<Login>(Any).reply(given());
    let awaited = block_on(client(&script).send(&login("a"))).unwrap();
    assert!(awaited.report().is_empty() && !awaited.request_id().is_empty());
    assert_eq!(awaited.into_inner(), given());
    assert_eq!(client(&script).send(&login("b")).blocking().unwrap().into_inner(), given());
    assert_eq!(rule.calls(), 2);
    assert_eq!(rule.requests()[1].parameter("User").as_deref(), Some("b"));
    script.assert_done();
}

#[test]
fn headers_and_bytes_of_a_reply_come_back() {
    let script = Script::new();
    let given = || Stored {
        request_id: Some("R-7".to_owned()),
        receipt: Some(Content { name: Some("n".to_owned()), ..Content::default() }),
        etag: Some("\"abc\"".to_owned()),
    };
    script.on::<Store>(Any).reply(given());
    let bytes = || Uploaded { content: Some(vec![0, 159, 146, 150].into()) };
    script.on::<Upload>(Any).reply(bytes());
    let request = Store { vault: Some("v".to_owned()), key: Some("k".to_owned()), ..Store::default() };
    let stored = block_on(client(&script).send(&request)).unwrap();
    assert_eq!(stored.request_id(), "R-7");
    assert_eq!(stored.into_inner(), given());
    let upload = Upload { bucket: Some("b".to_owned()), content: Some("x".into()) };
    assert_eq!(block_on(client(&script).send(&upload)).unwrap().into_inner(), bytes());
}

#[test]
fn answers_come_in_order_and_the_last_one_stays() {
    let script = Script::new();
    script.on::<Login>(Any).reply(session("1")).reply(session("2")).times(2).reply(session("3"));
    let client = client(&script);
    let messages: Vec<String> =
        (0..6).map(|_| client.send(&login("a")).blocking().unwrap().message.clone().unwrap()).collect();
    assert_eq!(messages, ["1", "2", "2", "3", "3", "3"]);
}

#[test]
fn a_rule_that_is_used_up_leaves_the_call_to_the_next_one() {
    let script = Script::new();
    let first = script.on::<Login>(Any).reply(session("1")).once();
    let second = script.on::<Login>(Any).reply(session("2")).once();
    let client = client(&script);
    let message = || client.send(&login("a")).blocking().map(|reply| reply.into_inner().message.unwrap());
    assert_eq!((message().unwrap(), message().unwrap()), ("1".to_owned(), "2".to_owned()));
    let error = message().unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Request, 0));
    assert!(error.message().contains("has given all its answers (1)"), "{error}");
    assert_eq!((first.calls(), second.calls(), script.requests().len()), (1, 1, 3));
}

#[test]
fn a_request_with_some_fields_takes_what_agrees_on_the_wire() {
    let script = Script::new();
    let device = |name: &str| Content { name: Some(name.to_owned()), ..Content::default() };
    let one = Login { devices: Some(vec![device("phone")]), ..Login::default() };
    let two = Login { devices: Some(vec![device("phone"), device("pad")]), ..Login::default() };
    let by_one = script.on::<Login>(one).reply(session("one"));
    let by_two = script.on::<Login>(two).reply(session("two"));
    let by_user = script.on::<Login>(login("ann=&+ b")).reply(session("ann"));
    let client = client(&script);
    let message = |request: &Login| client.send(request).blocking().unwrap().message.clone().unwrap();
    let devices = Some(vec![device("phone"), device("pad")]);
    assert_eq!(message(&Login { devices, ..login("bob") }), "two");
    assert_eq!(message(&Login { devices: Some(vec![device("phone")]), ..login("bob") }), "one");
    assert_eq!(message(&login("ann=&+ b")), "ann");
    assert_eq!((by_one.calls(), by_two.calls(), by_user.calls()), (1, 1, 1));
    assert!(client.send(&login("ann")).blocking().is_err());
}

#[test]
fn path_header_query_host_and_body_are_compared() {
    let store = |vault: &str, owner: &str, name: &str| Store {
        vault: Some(vault.to_owned()),
        key: Some("a/b c".to_owned()),
        owner: Some(owner.to_owned()),
        tags: Some(vec!["x".to_owned(), "y".to_owned()]),
        body: Some(Content { name: Some(name.to_owned()), ..Content::default() }),
        ..Store::default()
    };
    let parts: [Store; 5] = [
        Store { vault: Some("v/1".to_owned()), ..Store::default() },
        Store { key: Some("a/b c".to_owned()), ..Store::default() },
        Store { owner: Some("ann".to_owned()), ..Store::default() },
        Store { tags: Some(vec!["x".to_owned(), "y".to_owned()]), ..Store::default() },
        Store { body: store("", "", "n").body, ..Store::default() },
    ];
    for (index, part) in parts.into_iter().enumerate() {
        let script = Script::new();
        script.on::<Store>(part).json(200, "{}");
        let taken = |request: Store| client(&script).send(&request).blocking().is_ok();
        assert!(taken(store("v/1", "ann", "n")), "{index}");
        let other = Store { key: Some("z".to_owned()), tags: None, ..store("v", "bob", "m") };
        assert!(!taken(other), "{index}");
    }
    let script = Script::new();
    script.on::<Upload>(Upload { bucket: Some("mine".to_owned()), ..Upload::default() }).json(200, "");
    let upload = |bucket: &str| Upload { bucket: Some(bucket.to_owned()), ..Upload::default() };
    assert!(client(&script).send(&upload("mine")).blocking().is_ok());
    assert!(client(&script).send(&upload("yours")).blocking().is_err());
}

#[test]
fn a_closure_decides() {
    let script = Script::new();
    script
        .on::<Login>(matching(|request| request.parameter("User").is_some_and(|user| user.len() > 3)))
        .json(200, "{}");
    assert!(client(&script).send(&login("long")).blocking().is_ok());
    assert!(client(&script).send(&login("ann")).blocking().is_err());
}

#[test]
fn a_call_that_no_rule_takes_says_what_was_called_and_which_rules_there_are() {
    let script = Script::new();
    let message = |script: &Script| client(script).send(&login("s3cret")).blocking().unwrap_err().to_string();
    assert!(
        message(&script).contains("this call of `Login` with `User`: there is none; make one"),
        "{}",
        message(&script)
    );
    script.on::<Store>(Any).json(200, "{}");
    assert!(message(&script).contains("there are only rules for `Store`"), "{}", message(&script));
    script.on::<Login>(login("hidden")).json(200, "{}");
    script.on::<Login>(Any);
    let said = message(&script);
    assert!(said.contains("the rule for `Login` takes a request with the given `User`; "), "{said}");
    assert!(said.contains("the rule for `Login` takes any request and has no answer"), "{said}");
    assert!(!said.contains("s3cret") && !said.contains("hidden"), "{said}");
    let left = script.check_done().unwrap_err();
    assert!(left.contains("0 calls of 1 took the rule for `Store`"), "{left}");
    assert!(left.contains("no rule of the script takes this call of `Login`"), "{left}");
}

#[test]
fn a_matcher_that_cannot_be_sent_says_so() {
    let script = Script::new();
    script.on::<Upload>(Upload { bucket: Some("no label".to_owned()), ..Upload::default() }).json(200, "");
    let upload = Upload { bucket: Some("mine".to_owned()), ..Upload::default() };
    let error = client(&script).send(&upload).blocking().unwrap_err();
    assert!(error.message().contains("takes nothing, since parameter `Bucket`"), "{error}");
}

#[test]
fn errors_of_the_service_and_retries() {
    let script = Script::new();
    let rule = script.on::<Login>(Any).error(503, "ServiceUnavailable", "busy").reply(session("at last"));
    let reply = client(&script).send(&login("a")).blocking().unwrap();
    assert_eq!((reply.attempts(), rule.calls()), (2, 2));
    assert_eq!(script.clock().waits().len(), 1);
    let script = Script::new();
    script.on::<Login>(Any).error(403, "NoPermission", "you may not");
    let error = client(&script).send(&login("a")).blocking().unwrap_err();
    assert_eq!((error.status(), error.is("NoPermission"), error.message()), (Some(403), true, "you may not"));
    assert!(error.request_id().is_some());
}

#[test]
fn failures_of_the_transport() {
    let script = Script::new();
    let rule = script.on::<Login>(Any).fail(TransportError::connect("refused"));
    let error = client(&script).send(&login("a")).blocking().unwrap_err();
    assert_eq!((error.kind(), error.attempts(), rule.calls()), (ErrorKind::Connect, 3, 3));
}

#[test]
fn a_delay_passes_on_the_clock_only() {
    let script = Script::new();
    script.on::<Login>(Any).reply(session("late")).delay(Duration::from_secs(9));
    block_on(client(&script).send(&login("a"))).unwrap();
    assert_eq!(alicloud_runtime::io::Scheduler::elapsed(script.clock()), Duration::from_secs(9));
}

#[test]
fn a_delay_beyond_a_timeout_is_a_timeout() {
    let elapsed = |script: &Script| alicloud_runtime::io::Scheduler::elapsed(script.clock());
    let once = || CallOptions::new().retry(alicloud_runtime::retry::Backoff::never());
    // The read timeout, 10 seconds.
    let script = Script::new();
    script.on::<Login>(Any).reply(session("late")).delay(Duration::from_secs(11));
    let error = block_on(client(&script).send_with(&login("a"), once())).unwrap_err();
    assert_eq!((error.kind(), elapsed(&script)), (ErrorKind::Timeout, Duration::from_secs(10)));
    // The limit of the call.
    let script = Script::new();
    script.on::<Login>(Any).reply(session("late")).delay(Duration::from_secs(5));
    let options = once().timeout(Duration::from_secs(3));
    let error = client(&script).send_with(&login("a"), options).blocking().unwrap_err();
    assert_eq!((error.kind(), elapsed(&script)), (ErrorKind::Timeout, Duration::from_secs(3)));
    // Of a stream, too.
    let script = Script::new();
    script.on::<Watch>(Any).events([session("late")]).delay(Duration::from_secs(5));
    let mut events = client(&script).stream_with(&Watch::default(), once().timeout(Duration::from_secs(3)));
    assert_eq!(block_on(events.next()).unwrap().unwrap_err().kind(), ErrorKind::Timeout);
    // Nobody answers at all.
    let script = Script::new();
    script.on::<Login>(Any).hang();
    let error = client(&script).send(&login("a")).blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(elapsed(&script) <= Duration::from_secs(30), "{:?}", elapsed(&script));
}

#[test]
fn calls_side_by_side_all_end() {
    let script = Script::new();
    for second in 1..20 {
        script.on::<Login>(login(&second.to_string())).reply(session("x")).delay(Duration::from_secs(second));
    }
    let client = client(&script);
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let outcomes = runtime.block_on(async {
        let calls: Vec<_> = (1..20)
            .map(|second| {
                let call = client.send(&login(&second.to_string()));
                tokio::spawn(async move { call.await.is_ok() })
            })
            .collect();
        let mut outcomes = Vec::new();
        for call in calls {
            outcomes.push(call.await.unwrap());
        }
        outcomes
    });
    assert_eq!(outcomes.len(), 19);
    assert!(outcomes[..8].iter().all(|is_ok| *is_ok), "{outcomes:?}");
}

#[test]
fn events_come_back_as_they_were_given() {
    let script = Script::new();
    script.on::<Watch>(Any).events([session("one\ntwo"), session("three")]);
    let mut events = client(&script).stream(&Watch::default());
    let mut messages = Vec::new();
    while let Some(event) = block_on(events.next()) {
        messages.extend(event.unwrap().message.clone());
    }
    assert_eq!(messages, ["one\ntwo", "three"]);
}

#[test]
fn a_reply_that_has_no_form_is_told_by_the_call() {
    let script = Script::new();
    script.on::<Store>(Any).reply(Stored { etag: Some("line\nbreak".to_owned()), ..Stored::default() });
    let request = Store { vault: Some("v".to_owned()), key: Some("k".to_owned()), ..Store::default() };
    let error = client(&script).send(&request).blocking().unwrap_err();
    assert!(error.message().contains("the script cannot answer: field `ETag` is a header"), "{error}");
}

#[test]
fn pages_come_from_rules() {
    let script = Script::new();
    let page = |names: &[&str], token: &str| Listed {
        names: names.iter().map(|name| (*name).to_owned()).collect(),
        token: Some(token.to_owned()),
    };
    let second = script.on::<List>(List { token: Some("t2".to_owned()) }).reply(page(&["c"], ""));
    let first = script.on::<List>(Any).reply(page(&["a", "b"], "t2"));
    let items = client(&script).items(List::default(), CallOptions::new()).blocking();
    let items: Result<Vec<String>, _> = items.collect();
    assert_eq!(items.unwrap(), ["a", "b", "c"]);
    assert_eq!((first.calls(), second.calls()), (1, 1));
}

#[test]
fn after_the_longest_delay_the_clock_still_tells_the_time() {
    let script = Script::new();
    let forever = Duration::from_secs(0);
    script.on::<Login>(Any).reply(session("late")).delay(Duration::MAX).reply(session("later"));
    let config = script.config().total_timeout(forever).read_timeout(forever);
    let client = Client::new(&VAULT, config).unwrap();
    for expected in ["late", "later"] {
        let reply = client.send(&login("a")).blocking().unwrap();
        assert_eq!(reply.message.as_deref(), Some(expected));
    }
    assert_eq!(alicloud_runtime::io::Scheduler::elapsed(script.clock()), Duration::MAX);
    let dates: Vec<_> =
        script.requests().iter().map(|request| request.header("x-acs-date").map(str::to_owned)).collect();
    let expected = ["2026-01-01T00:00:00Z", "9999-12-31T23:59:59Z"].map(|date| Some(date.to_owned()));
    assert_eq!(dates, expected);
}
