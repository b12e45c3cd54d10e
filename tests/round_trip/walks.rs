//! Calls that are more than one exchange, or none: pages, work that is waited for, and requests that are only signed.

use alicloud_runtime::operation::Operation;
use alicloud_runtime::testing::{Scripted, block_on};
use alicloud_runtime::{CallOptions, Config, Credentials, ErrorKind, Result};
use alicloud_tests::fixture::{catalog, forest, foundry, vault};
use std::future::IntoFuture;

fn config(transport: &Scripted) -> Config {
    Config::new("cn-hangzhou", Credentials::new("id", "secret")).transport(transport.clone())
}

/// A client of a product, and the script that answers it.
macro_rules! scripted {
    ($product:ident, $($reply:expr),*) => {{
        let transport = Scripted::new()$(.json(200, $reply))*;
        ($product::Client::new(config(&transport)).unwrap(), transport)
    }};
}

/// Action and query of each request.
fn asked(transport: &Scripted) -> Vec<String> {
    let requests = transport.requests();
    let about = requests
        .iter()
        .map(|request| format!("{}?{}", request.header("x-acs-action").unwrap_or_default(), request.query()));
    about.collect()
}

fn all<T>(items: impl Iterator<Item = Result<T>>) -> Vec<T> {
    items.map(|item| item.unwrap()).collect()
}

#[test]
fn items_of_numbered_pages() {
    let (client, transport) = scripted!(
        catalog,
        r#"{"Data": {"Entries": ["a", "b"], "Total": 3}}"#,
        r#"{"Data": {"Entries": ["c"], "Total": 3}}"#
    );
    let mut items = client.list_by_page().page_size(2).items();
    let mut found = Vec::new();
    while let Some(item) = block_on(items.next()) {
        found.push(item.unwrap());
    }
    assert_eq!(found, ["a", "b", "c"]);
    assert_eq!(asked(&transport), ["ListByPage?PageSize=2", "ListByPage?PageNumber=2&PageSize=2"]);
}

#[test]
fn pages_with_tokens_on_this_thread() {
    let (client, transport) = scripted!(
        catalog,
        r#"{"NextToken": "n", "Entries": [{"Title": "a"}]}"#,
        r#"{"Entries": [{"Title": "b"}]}"#
    );
    let pages = all(client.list_by_token().max_results(1).pages().blocking());
    let titles: Vec<_> = pages.iter().map(|page| page.entries[0].title.clone().unwrap()).collect();
    assert_eq!(titles, ["a", "b"]);
    assert_eq!(asked(&transport), ["ListByToken?MaxResults=1", "ListByToken?MaxResults=1&NextToken=n"]);
}

#[test]
fn items_of_a_reply_that_is_the_list() {
    let (client, transport) =
        scripted!(catalog, r#"[{"Title": "a"}, {"Title": "b"}]"#, r#"[{"Title": "c"}]"#);
    let cards = all(client.list_cards().page_size(2).items().blocking());
    let titles: Vec<_> = cards.iter().map(|card| card.title.as_deref().unwrap()).collect();
    assert_eq!(titles, ["a", "b", "c"]);
    assert_eq!(transport.remaining(), 0);
}

#[test]
fn items_deep_in_a_shared_shape() {
    let shelves = r#"{"Result": {"Hall": {"Shelves": {"Shelf": [{"left": {"Title": "a"}}], "Number": 1}}}}"#;
    let (client, _) = scripted!(catalog, shelves);
    let shelves = all(client.list_shelves().items().blocking());
    assert_eq!(shelves[0]["left"].title.as_deref(), Some("a"));
    let (client, _) = scripted!(catalog, r#"{"Result": {}}"#);
    assert!(all(client.list_shelves().items().blocking()).is_empty());
}

#[test]
fn work_is_waited_for() {
    let (client, transport) = scripted!(
        foundry,
        r#"{"TaskId": "t-1"}"#,
        r#"{"Task": {"Status": "Hot"}}"#,
        r#"{"Task": {"Status": "Cold", "Bell": "b-1"}}"#
    );
    let done = block_on(client.cast_bell().foundry_id("f-1").wait_until_done().into_future()).unwrap();
    assert_eq!(done.task.as_ref().and_then(|task| task.bell.as_deref()), Some("b-1"));
    let question = "DescribeTask?Foundry=f-1&TaskId=t-1";
    assert_eq!(asked(&transport), ["CastBell?FoundryId=f-1", question, question]);
}

#[test]
fn work_that_fails() {
    let (client, _) = scripted!(foundry, r#"{"TaskId": "t-1"}"#, r#"{"Task": {"Status": "Cracked"}}"#);
    let error = client.cast_bell().foundry_id("f-1").wait_until_done().blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Failed, "{error}");
    assert!(error.to_string().contains("Cracked"), "{error}");
}

/// A number becomes the text that the parameter is, and the status of each item counts.
#[test]
fn work_with_several_parts() {
    let (client, transport) = scripted!(
        foundry,
        r#"{"Tasks": {"Set": 7}}"#,
        r#"{"Tasks": [{"Status": 1}, {"Status": 0}]}"#,
        r#"{"Tasks": [{"Status": 1}, {"Status": 1}]}"#
    );
    client.cast_chimes().wait_until_done().blocking().unwrap();
    assert_eq!(asked(&transport), ["CastChimes?", "ListTasks?Set=7", "ListTasks?Set=7"]);
}

#[test]
fn a_call_of_its_own() {
    let (client, transport) = scripted!(catalog, "{}");
    let options = CallOptions::new().header("x-acs-trace", "7").query("Extra", "1");
    let call = client.list_by_page().customize(options).page_size(2);
    let signed = call.clone().dry_run().blocking().unwrap();
    assert!(signed.url().ends_with("?Extra=1&PageSize=2"), "{}", signed.url());
    assert!(transport.requests().is_empty());
    call.send().blocking().unwrap();
    let request = transport.last().unwrap();
    assert_eq!((request.query(), request.header("x-acs-trace")), ("Extra=1&PageSize=2", Some("7")));
}

#[test]
fn what_is_secret_is_named() {
    let names = |operation: &'static alicloud_runtime::operation::Descriptor| operation.sensitive_names();
    assert_eq!(names(vault::open_vault::Request::DESCRIPTOR), ["Content", "Keys", "Passphrase", "Pin"]);
    // In shared shapes, directly and through others, of replies and of requests.
    assert_eq!(names(catalog::list_shelves::Request::DESCRIPTOR), ["Key"]);
    assert_eq!(names(forest::get_tree::Request::DESCRIPTOR), ["Text"]);
    assert_eq!(names(forest::label_tree::Request::DESCRIPTOR), ["Text"]);
    assert!(names(foundry::cast_bell::Request::DESCRIPTOR).is_empty());
}
