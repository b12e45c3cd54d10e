//! What calls of the fixtures send, and what becomes of the answers.

use alicloud_runtime::operation::Operation;
use alicloud_runtime::record::Bytes;
use alicloud_runtime::testing::{Recorded, Scripted, block_on};
use alicloud_runtime::{Config, Credentials};
use alicloud_tests::fixture::{
    archive, bridge, catalog, depot, foundry, harbor, kitchen, oracle, postoffice,
};
use alicloud_tests::fixture::{turnstile, warren};
use http::Response;
use serde_json::json;

fn config(transport: &Scripted) -> Config {
    Config::new("cn-hangzhou", Credentials::new("id", "secret")).transport(transport.clone())
}

/// What a call sends, with an answer that fits most.
macro_rules! sent {
    ($product:ident, $call:expr) => {{
        let transport = Scripted::new().json(200, "{}");
        let client = $product::Client::new(config(&transport)).unwrap();
        let call = $call;
        block_on(call(client).send()).unwrap();
        transport.last().unwrap()
    }};
}

fn text(request: &Recorded) -> &str {
    std::str::from_utf8(request.body()).unwrap()
}

#[test]
fn path_query_header_and_body() {
    let request = sent!(harbor, |client: harbor::Client| {
        let mut body = harbor::create_berth::Body::default();
        body.name = Some("north".to_owned());
        body.depth = Some(7.5);
        client.create_berth().harbor_id("a/b c").dry_run_(true).x_harbor_token("t").body(body)
    });
    assert_eq!((request.method(), request.path()), ("POST", "/harbors/a%2Fb%20c/berths/"));
    assert_eq!(request.query(), "DryRun=true");
    assert_eq!(request.header("x-harbor-token"), Some("t"));
    assert_eq!(text(&request), r#"{"name":"north","depth":7.5}"#);
}

#[test]
fn part_of_a_segment_and_a_constant_query() {
    let request = sent!(harbor, |client: harbor::Client| {
        let mut filter = harbor::locate_ship::Filter::default();
        filter.since = Some(3);
        client.locate_ship().harbor_id("h").ship_id(7).fields(["a", "b"]).filter(filter)
    });
    assert_eq!((request.method(), request.path()), ("GET", "/harbors/h/ships/7:locate"));
    assert_eq!(request.query(), "Fields=a%2Cb&Filter=%7B%22Since%22%3A3%7D&view=full");
}

#[test]
fn form_of_a_path() {
    let request = sent!(harbor, |client: harbor::Client| {
        client.rename_ship().ship_id("s").name("Nell").aliases(["x", "y"])
    });
    assert_eq!((request.method(), request.path()), ("PATCH", "/ships/s"));
    assert_eq!(request.header("content-type"), Some("application/x-www-form-urlencoded"));
    assert_eq!(text(&request), "Aliases.1=x&Aliases.2=y&Name=Nell");
}

#[test]
fn slashes_of_a_path_and_bytes() {
    let request = sent!(harbor, |client: harbor::Client| {
        client.store_manifest().file("2031/a b.pdf").content(vec![0, 159, 146, 150])
    });
    assert_eq!((request.method(), request.path()), ("PUT", "/files/2031/a%20b.pdf"));
    assert_eq!(request.header("content-type"), Some("application/octet-stream"));
    assert_eq!(request.body().as_ref(), [0, 159, 146, 150]);
}

#[test]
fn methods_without_a_body() {
    let transport = Scripted::new()
        .reply(Response::builder().status(204).body(Bytes::new()).unwrap())
        .reply(Response::builder().status(200).header("x-ship-kind", "sail").body(Bytes::new()).unwrap())
        .reply(Response::builder().status(200).header("Allow", "GET").body(Bytes::new()).unwrap());
    let client = harbor::Client::new(config(&transport)).unwrap();
    block_on(client.delete_ship().ship_id("s").send()).unwrap();
    let reply = block_on(client.has_ship().ship_id("s").send()).unwrap();
    assert_eq!(reply.x_ship_kind, Some(harbor::has_ship::XShipKind::Sail));
    let reply = block_on(client.ask_harbor().send()).unwrap();
    assert_eq!(reply.allow.as_deref(), Some("GET"));
    let requests = transport.requests();
    let methods: Vec<&str> = requests.iter().map(Recorded::method).collect();
    assert_eq!(methods, ["DELETE", "HEAD", "OPTIONS"]);
}

#[test]
fn headers_of_a_reply() {
    let reply = Response::builder().status(201).header("Location", "/b/1").header("X-Total-Count", "7");
    let transport = Scripted::new().reply(reply.body(Bytes::from_static(br#"{"berthId":"b-1"}"#)).unwrap());
    let client = harbor::Client::new(config(&transport)).unwrap();
    let body = harbor::create_berth::Body::default();
    let reply = block_on(client.create_berth().harbor_id("h").body(body).send()).unwrap();
    assert_eq!((reply.berth_id.as_deref(), reply.location.as_deref()), (Some("b-1"), Some("/b/1")));
    assert_eq!(reply.x_total_count, Some(7));
}

#[test]
fn bodies_of_every_type() {
    let dish = || {
        let mut dish = kitchen::request_shapes::Dish::default();
        dish.name = Some("soup".to_owned());
        dish
    };
    let request = sent!(kitchen, |client: kitchen::Client| {
        let mut order = kitchen::cook_object::Body::default();
        order.table = Some(3);
        client.cook_object().body(order)
    });
    assert_eq!(text(&request), r#"{"table":3}"#);
    let request = sent!(kitchen, |client: kitchen::Client| client.cook_shape().body(dish()));
    assert_eq!(text(&request), r#"{"name":"soup"}"#);
    let request = sent!(kitchen, |client: kitchen::Client| client.cook_bare().body(json!({"a": [1]})));
    assert_eq!(text(&request), r#"{"a":[1]}"#);
    let request = sent!(kitchen, |client: kitchen::Client| client.cook_list().body([dish()]));
    assert_eq!(text(&request), r#"[{"name":"soup"}]"#);
    let request = sent!(kitchen, |client: kitchen::Client| client.cook_texts().body(["a", "b"]));
    assert_eq!(text(&request), r#"["a","b"]"#);
    let request =
        sent!(kitchen, |client: kitchen::Client| client.cook_map().body([("1", vec!["a".to_owned()])]));
    assert_eq!(text(&request), r#"{"1":["a"]}"#);
    let request = sent!(kitchen, |client: kitchen::Client| client.cook_any().body(json!([null, 1])));
    assert_eq!(text(&request), "[null,1]");
    let request = sent!(kitchen, |client: kitchen::Client| client.cook_binary().body("raw"));
    assert_eq!(text(&request), "raw");
    let request =
        sent!(kitchen, |client: kitchen::Client| client.cook_byte().body(Bytes::from_static(b"raw")));
    assert_eq!((text(&request), request.header("content-type")), ("raw", None));
}

#[test]
fn a_label_of_the_host() {
    let transport = Scripted::new().json(200, r#"["a"]"#);
    let client = archive::Client::new(config(&transport)).unwrap();
    let reply = block_on(client.list_folders().project("my-project").send()).unwrap();
    assert_eq!(reply.body, ["a"]);
    assert_eq!(transport.last().unwrap().uri(), "https://my-project.archive.example.com/folders");
}

#[test]
fn a_path_decides_on_the_style() {
    let request = sent!(bridge, |client: bridge::Client| client.open_bridge().bridge_id("b"));
    assert_eq!((request.path(), request.query()), ("/", "BridgeId=b"));
    let request = sent!(bridge, |client: bridge::Client| client.get_bridge().bridge_id("b"));
    assert_eq!((request.path(), request.query()), ("/bridges/b", ""));
}

#[test]
fn dotted_names_beside_their_prefix() {
    let request = sent!(depot, |client: depot::Client| {
        let mut disk = depot::rent_disks::SystemDisk::default();
        disk.rate = Some(5);
        let mut data = depot::rent_disks::DataDisk::default();
        data.size = Some(10);
        let mut tag = depot::rent_disks::Tag::default();
        tag.key = Some("K".to_owned());
        tag.key_2 = Some("k".to_owned());
        let call = client.rent_disks().system_disk(disk).system_disk_size("40").filter_1_key("a");
        call.data_disk([data]).tag([tag]).system_disk_category("cheap")
    });
    let pairs = [
        "DataDisk.1.Size=10",
        "Filter.1.Key=a",
        "SystemDisk.Category=cheap",
        "SystemDisk.Rate=5",
        "SystemDisk.Size=40",
        "Tag.1.Key=K",
        "Tag.1.key=k",
    ];
    assert_eq!(request.query(), pairs.join("&"));
}

/// The reply of an operation whose answer is this text.
macro_rules! reply {
    ($call:ident, $answer:expr) => {{
        let transport = Scripted::new().json(200, $answer);
        let client = postoffice::Client::new(config(&transport)).unwrap();
        block_on(client.$call().send()).unwrap()
    }};
}

#[test]
fn replies_of_every_root() {
    let reply = reply!(return_shape, r#"{"Weight": 3, "Sender": {"Name": "Ann"}, "Inside": {"Weight": 1}}"#);
    assert_eq!(reply.sender.as_ref().and_then(|sender| sender.name.as_deref()), Some("Ann"));
    assert_eq!(reply.inside.as_ref().and_then(|parcel| parcel.weight), Some(1));
    assert_eq!(reply!(return_list, r#"[{"Weight": 3}]"#).body[0].weight, Some(3));
    let reply = reply!(return_objects, r#"[{"Place": {"City": "Ulm"}}]"#);
    assert_eq!(reply.body[0].place.as_ref().and_then(|place| place.city.as_deref()), Some("Ulm"));
    assert_eq!(reply!(return_map, r#"{"a": "3"}"#).body["a"], 3);
    assert_eq!(reply!(return_nested, r#"[["a"], []]"#).body, [vec!["a".to_owned()], vec![]]);
    assert_eq!(reply!(return_text, "{\"a\"").body.as_deref(), Some("{\"a\""));
    assert_eq!(reply!(return_number, "7").body, Some(7));
    assert_eq!(reply!(return_binary, "raw").body.as_deref(), Some(&b"raw"[..]));
    assert_eq!(reply!(return_byte, "raw").body.as_deref(), Some(&b"raw"[..]));
    assert_eq!(reply!(return_any, "[1]").body, Some(json!([1])));
    assert_eq!(reply!(return_bare, r#"{"a": 1}"#).body, Some(json!({"a": 1})));
    reply!(return_nothing, "");
}

#[test]
fn recursion_through_lists_maps_and_other_shapes() {
    let transport = Scripted::new().json(200, r#"{"Tunnel": {"Wall": {"Behind": {"From": {"Depth": 6}}}}}"#);
    let client = warren::Client::new(config(&transport)).unwrap();
    let mut inner = warren::request_shapes::Burrow::default();
    inner.depth = Some(2);
    let mut outer = warren::request_shapes::Burrow::default();
    outer.sides = Some(vec![inner.clone()]);
    outer.next = Some(Box::new(inner));
    let reply = block_on(client.dig().body(outer).send()).unwrap();
    let behind = reply.tunnel.as_ref().and_then(|tunnel| tunnel.wall.as_ref()?.behind.as_ref());
    assert_eq!(behind.and_then(|tunnel| tunnel.from.as_ref()?.depth), Some(6));
    assert_eq!(text(&transport.last().unwrap()), r#"{"Next":{"Depth":2},"Sides":[{"Depth":2}]}"#);
}

#[test]
fn who_may_call() {
    let request = sent!(turnstile, |client: turnstile::Client| client.enter_freely());
    assert_eq!(request.header("authorization"), None);
    let request = sent!(turnstile, |client: turnstile::Client| client.enter_with_key());
    assert!(request.header("authorization").is_some());
    let transport = Scripted::new().json(200, "{}").json(200, "{}");
    let config = Config::new("cn-hangzhou", Credentials::bearer("token")).transport(transport.clone());
    let client = turnstile::Client::new(config).unwrap();
    block_on(client.enter_either_way().send()).unwrap();
    block_on(client.enter_with_token().send()).unwrap();
    assert_eq!(transport.remaining(), 0);
}

#[test]
fn facts_of_pages_and_of_work() {
    let pages = catalog::list_by_page::Request::DESCRIPTOR.pagination().unwrap();
    assert_eq!((pages.parameter(), pages.size()), ("PageNumber", "PageSize"));
    assert_eq!((pages.items(), pages.total(), pages.next()), ("Data.Entries", "Data.Total", ""));
    let tokens = catalog::list_by_token::Request::DESCRIPTOR.pagination().unwrap();
    assert_eq!((tokens.parameter(), tokens.items(), tokens.next()), ("NextToken", "Entries", "NextToken"));
    let poll = foundry::cast_bell::Request::DESCRIPTOR.polling().unwrap();
    assert_eq!((poll.operation(), poll.attempts()), ("DescribeTask", 60));
    // Of another product: the same client cannot ask it.
    assert!(foundry::cast_cannon::Request::DESCRIPTOR.polling().is_none());
}

#[test]
fn events_come_one_by_one() {
    let chunks = ["data: {\"Word\": \"yes\"}\n\n", "data: {\"Word\": \"no\", \"Last\": true}\n\n"];
    let transport = Scripted::new().chunks(200, "text/event-stream", chunks);
    let client = oracle::Client::new(config(&transport)).unwrap();
    let mut events = client.ask_oracle().question("why").stream();
    let mut words = Vec::new();
    while let Some(event) = block_on(events.next()) {
        words.extend(event.unwrap().word.clone());
    }
    assert_eq!(words, ["yes", "no"]);
    let request = transport.last().unwrap();
    assert_eq!((text(&request), request.header("accept")), ("Question=why", Some("text/event-stream")));
}

#[test]
fn products_are_listed() {
    use alicloud_tests::fixture::PRODUCTS;
    let harbor = PRODUCTS.iter().find(|entry| entry.module == "harbor").unwrap();
    assert_eq!((harbor.product.code(), harbor.operations.len()), ("Harbor", 7));
    assert!(PRODUCTS.len() > 20);
}
