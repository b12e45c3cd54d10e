//! What holds for types, and for many calls at once.

use crate::harness::{client, server};
use alicloud_sdk::{Config, Credentials, Error, Response, sas};
use alicloud_tests::loopback::Answer;
use alicloud_tests::operations::Probe;
use std::collections::HashSet;

const fn is_clone_send_and_sync<T: Clone + Send + Sync + 'static>() {}

const fn is_send_and_sync<T: Send + Sync + 'static>() {}

fn is_send<T: Send>(value: T) -> T {
    value
}

const _: () = {
    is_clone_send_and_sync::<sas::Client>();
    is_clone_send_and_sync::<alicloud_runtime::Client>();
    is_clone_send_and_sync::<Config>();
    is_clone_send_and_sync::<Credentials>();
    is_send_and_sync::<Error>();
    is_send_and_sync::<Response<sas::get_auth_summary::Reply>>();
    is_send_and_sync::<sas::get_module_trial_auth_info::Request>();
    assert!(size_of::<Error>() == size_of::<usize>(), "an error is one pointer");
    assert!(size_of::<Result<(), Error>>() == size_of::<usize>(), "and so is a result of nothing");
};

#[tokio::test]
async fn futures_are_send() {
    let server = server([Answer::json(200, "{}"), Answer::json(200, "{}"), Answer::json(200, "{}")]);
    let client = client(&server);
    is_send(client.get_check_sale().send()).await.unwrap();
    is_send(client.call("GetCheckSale", serde_json::json!({}))).await.unwrap();
    is_send(client.send(&Probe::default())).await.unwrap();
}

#[tokio::test]
async fn clones_call_at_once_from_other_tasks() {
    const CALLS: usize = 16;
    let server = server((0..CALLS).map(|_| Answer::json(200, r#"{"RequestId":"R"}"#)));
    let client = client(&server);
    let calls: Vec<_> = (0..CALLS)
        .map(|number| {
            let client = client.clone();
            tokio::spawn(async move { client.get_check_sale().region_id(number.to_string()).send().await })
        })
        .collect();
    for call in calls {
        assert_eq!(call.await.unwrap().unwrap().request_id(), "R");
    }
    let asked: HashSet<String> = server
        .log()
        .iter()
        .map(|call| call.as_ref().unwrap().parameter("RegionId").unwrap().to_owned())
        .collect();
    assert_eq!((asked.len(), server.remaining()), (CALLS, 0));
}

#[tokio::test]
async fn a_call_that_is_dropped_leaves_the_client_usable() {
    let server = server([Answer::never(), Answer::json(200, r#"{"RequestId":"R"}"#)]);
    let client = client(&server);
    let moment = std::time::Duration::from_millis(30);
    assert!(tokio::time::timeout(moment, client.get_check_sale().send()).await.is_err());
    assert_eq!(client.get_check_sale().send().await.unwrap().request_id(), "R");
}
