//! Walks through pages and items with a scripted transport: when they go on, when they end, what ends them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use alicloud_runtime::operation::{
    Descriptor, Effect, Kind, Method, Operation, Paged, PagedItems, Pagination, Parameter,
};
use alicloud_runtime::testing::{Scripted, block_on};
use alicloud_runtime::{CallOptions, Error, ErrorKind, Response, record};
use serde_json::json;
use support::operations::{PRODUCT, client, pinned};

/// Pages by number, with a page parameter that is text, as a few operations have it.
#[derive(Default)]
struct ByNumber {
    page: Option<String>,
    size: Option<i32>,
}

record! { ByNumber { page: String = 0: "CurrentPage", size: Integer = 1: "PageSize" } }

#[derive(Default)]
struct Numbered {
    info: Option<Info>,
    names: Vec<String>,
}

record! { Numbered { info: Record = 0: "PageInfo", names: List = 1: "Names" } }

#[derive(Default)]
struct Info {
    total: Option<i64>,
    page: Option<i32>,
}

record! { Info { total: Long = 0: "TotalCount", page: Integer = 1: "CurrentPage" } }

impl Operation for ByNumber {
    type Reply = Numbered;
    const DESCRIPTOR: &'static Descriptor = &Descriptor::new(
        "ByNumber",
        &PRODUCT,
        Method::Post,
        Effect::Read,
        &[Parameter::query("CurrentPage", Kind::String), Parameter::query("PageSize", Kind::Integer)],
    )
    .pages(Pagination::pages("CurrentPage", "PageSize", "Names", "PageInfo.TotalCount"));
}

impl Paged for ByNumber {}

impl PagedItems for ByNumber {
    type Item = String;

    fn into_items(reply: Numbered) -> Vec<String> {
        reply.names
    }
}

/// Pages by token.
#[derive(Default)]
struct ByToken {
    token: Option<String>,
}

record! { ByToken { token: String = 0: "NextToken" } }

#[derive(Default)]
struct Tokened {
    next: Option<String>,
    names: Vec<String>,
}

record! { Tokened { next: String = 0: "NextToken", names: List = 1: "Names" } }

impl Operation for ByToken {
    type Reply = Tokened;
    const DESCRIPTOR: &'static Descriptor = &Descriptor::new(
        "ByToken",
        &PRODUCT,
        Method::Post,
        Effect::Read,
        &[Parameter::query("NextToken", Kind::String)],
    )
    .pages(Pagination::tokens("NextToken", "", "Names", "NextToken"));
}

impl Paged for ByToken {}

impl PagedItems for ByToken {
    type Item = String;

    fn into_items(reply: Tokened) -> Vec<String> {
        reply.names
    }
}

fn script<'a>(pages: impl IntoIterator<Item = &'a serde_json::Value>) -> Scripted {
    pages.into_iter().fold(Scripted::new(), |script, page| script.json(200, page.to_string()))
}

fn page(names: &[&str], total: Option<i64>) -> serde_json::Value {
    match total {
        Some(total) => json!({ "Names": names, "PageInfo": { "TotalCount": total } }),
        None => json!({ "Names": names }),
    }
}

/// The items of a walk that is given these pages, what was asked for, and the error that ended it.
fn walk(request: ByNumber, pages: &[serde_json::Value]) -> (Vec<String>, Vec<String>, Option<Error>) {
    let transport = script(pages);
    let client = client(pinned(&transport));
    let (mut items, mut error) = (Vec::new(), None);
    block_on(async {
        let mut walk = client.items(request, CallOptions::new());
        while let Some(item) = walk.next().await {
            match item {
                Ok(item) => items.push(item),
                Err(failure) => error = Some(failure),
            }
        }
        assert!(walk.next().await.is_none(), "it stays at its end");
    });
    (items, transport.requests().iter().map(|request| request.query().to_owned()).collect(), error)
}

fn sized(size: i32) -> ByNumber {
    ByNumber { size: Some(size), ..ByNumber::default() }
}

#[test]
fn full_pages_go_on_until_the_total_is_reached() {
    let pages = [page(&["a", "b"], Some(4)), page(&["c", "d"], Some(4))];
    let (items, asked, error) = walk(sized(2), &pages);
    assert_eq!(items, ["a", "b", "c", "d"]);
    assert_eq!(asked, ["PageSize=2", "CurrentPage=2&PageSize=2"]);
    assert!(error.is_none());
}

#[test]
fn a_walk_begins_with_the_page_that_was_asked_for() {
    let request = ByNumber { page: Some("3".into()), size: Some(2) };
    let (items, asked, _) = walk(request, &[page(&["e", "f"], Some(7)), page(&["g"], Some(7))]);
    assert_eq!(items, ["e", "f", "g"]);
    assert_eq!(asked, ["CurrentPage=3&PageSize=2", "CurrentPage=4&PageSize=2"]);
}

#[test]
fn a_short_page_ends_the_walk_where_no_total_says_otherwise() {
    let (items, asked, _) = walk(sized(2), &[page(&["a", "b"], None), page(&["c"], None)]);
    assert_eq!((items.len(), asked.len()), (3, 2));
}

#[test]
fn a_service_that_gives_less_than_was_asked_for_is_asked_again() {
    let pages = [page(&["a", "b"], Some(3)), page(&["c"], Some(3))];
    let (items, asked, error) = walk(sized(1000), &pages);
    assert_eq!((items.len(), asked.len()), (3, 2));
    assert!(error.is_none());
}

#[test]
fn an_empty_page_ends_the_walk_whatever_the_total_is() {
    let (items, asked, _) = walk(ByNumber::default(), &[page(&["a"], Some(9)), page(&[], Some(9))]);
    assert_eq!((items.len(), asked.len()), (1, 2));
}

#[test]
fn a_total_of_nothing_beside_items_is_no_end() {
    let pages = [page(&["a"], Some(0)), page(&["b"], Some(0)), page(&[], Some(0))];
    let (items, ..) = walk(ByNumber::default(), &pages);
    assert_eq!(items, ["a", "b"]);
}

#[test]
fn a_service_that_overlooks_the_number_does_not_hold_the_walk_for_ever() {
    let pages = [page(&["a"], None), page(&["b"], None), page(&["a"], None)];
    let (items, asked, error) = walk(ByNumber::default(), &pages);
    assert_eq!(items, ["a", "b", "a"], "pages that came are not lost");
    assert_eq!(asked.len(), 3);
    let error = error.unwrap();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(
        error.to_string(),
        "Sas ByNumber: the pages do not end: page 3 is one that came before; the pages until here are complete (a retry \
         cannot help)"
    );
}

#[test]
fn a_service_that_overlooks_the_number_is_found_out_although_it_tells_a_total() {
    let same = page(&["a", "b"], Some(100));
    let (items, asked, error) = walk(sized(2), &[same.clone(), same.clone(), same]);
    assert_eq!((items.len(), asked.len()), (4, 2));
    assert!(error.unwrap().message().contains("page 2 is one that came before"));
}

#[test]
fn pages_with_equal_items_are_told_apart_by_what_else_they_say() {
    let numbered = |number: i32, total: i32| json!({ "Names": ["a"], "PageInfo": { "TotalCount": total, "CurrentPage": number }, "RequestId": number });
    let (items, _, error) = walk(sized(1), &[numbered(1, 3), numbered(2, 3), numbered(3, 3)]);
    assert_eq!((items.len(), error.is_none()), (3, true));
}

#[test]
fn a_total_that_grows_with_every_page_does_not_hold_the_walk_for_ever() {
    let names: Vec<String> = (0..50).map(|number| format!("n{number}")).collect();
    let pages: Vec<_> =
        names.iter().enumerate().map(|(at, name)| page(&[name], Some(3 + at as i64))).collect();
    let (items, asked, error) = walk(sized(1), &pages);
    assert_eq!((items.len(), asked.len(), error.is_none()), (3, 3, true));
}

#[test]
fn tokens_lead_on_past_empty_pages_until_there_is_none() {
    let pages = [
        json!({ "Names": ["a"], "NextToken": "t1" }),
        json!({ "Names": [], "NextToken": "t2" }),
        json!({ "Names": ["b"], "NextToken": "" }),
    ];
    let transport = script(&pages);
    let client = client(pinned(&transport));
    let items: Result<Vec<_>, _> = client.items(ByToken::default(), CallOptions::new()).blocking().collect();
    assert_eq!(items.unwrap(), ["a", "b"]);
    let asked: Vec<_> = transport.requests().iter().map(|request| request.query().to_owned()).collect();
    assert_eq!(asked, ["", "NextToken=t1", "NextToken=t2"]);
}

#[test]
fn a_token_that_comes_again_ends_the_walk() {
    let page = json!({ "Names": ["a"], "NextToken": "t1" });
    let transport = script([&page, &page]);
    let pages = client(pinned(&transport)).pages(ByToken::default(), CallOptions::new());
    let pages: Vec<Result<Response<Tokened>, Error>> = pages.blocking().collect();
    assert_eq!(pages.len(), 3);
    assert_eq!(pages[1].as_ref().unwrap().names, ["a"]);
    assert!(pages[2].as_ref().unwrap_err().message().contains("the token of a page before"));
}

#[test]
fn tokens_that_never_end_and_bring_nothing_are_given_up() {
    let pages: Vec<_> = (0..1_001).map(|number| json!({ "NextToken": format!("t{number}") })).collect();
    let transport = script(&pages);
    let pages = client(pinned(&transport)).pages(ByToken::default(), CallOptions::new());
    let last = pages.blocking().last().unwrap().unwrap_err();
    assert!(last.message().contains("1000 pages in a row have no items"), "{last}");
    assert_eq!(transport.remaining(), 1);
}

#[test]
fn an_error_ends_the_walk_and_keeps_the_pages_before() {
    let transport = script([&json!({ "Names": ["a"], "NextToken": "t1" })])
        .json(403, r#"{"Code":"NoPermission","Message":"no","RequestId":"R"}"#);
    let pages = client(pinned(&transport)).pages(ByToken::default(), CallOptions::new());
    let pages: Vec<_> = pages.blocking().collect();
    assert_eq!(pages.len(), 2);
    assert!(pages[1].as_ref().unwrap_err().is("NoPermission"));
}

#[test]
fn nothing_is_asked_for_before_it_is_wanted() {
    let transport = script([&page(&["a"], Some(5)), &page(&["b"], Some(5))]);
    let mut pages = client(pinned(&transport)).pages(sized(1), CallOptions::new());
    assert_eq!(transport.requests().len(), 0);
    block_on(pages.next()).unwrap().unwrap();
    assert_eq!(transport.requests().len(), 1);
}

#[test]
fn pages_by_name_are_those_of_the_typed_call() {
    let pages = [page(&["a", "b"], Some(3)), page(&["c"], Some(3))];
    let (_, typed, _) = walk(sized(2), &pages);
    let transport = script(&pages);
    let walk = client(pinned(&transport)).pages_with(
        ByNumber::DESCRIPTOR,
        json!({ "PageSize": 2 }),
        CallOptions::new(),
    );
    let names: Vec<_> = walk.blocking().map(|page| page.unwrap()["Names"].clone()).collect();
    assert_eq!(names, [json!(["a", "b"]), json!(["c"])]);
    let asked: Vec<_> = transport.requests().iter().map(|request| request.query().to_owned()).collect();
    assert_eq!(asked, typed);
}

#[test]
fn an_operation_without_pages_says_so() {
    let walk = client(pinned(&Scripted::new())).pages_with(
        support::operations::OPERATIONS[0],
        json!({}),
        CallOptions::new(),
    );
    let error = walk.blocking().next().unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Request);
    assert!(error.message().contains("does not answer page by page"), "{error}");
}
