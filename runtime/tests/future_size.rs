//! What a call costs the future that awaits it.
#![allow(clippy::unwrap_used)]

mod support;

use alicloud_runtime::CallOptions;
use alicloud_runtime::testing::{Scripted, block_on};
use support::operations::{Find, OPERATIONS, client, pinned, trial};

/// At most so many bytes for a call.
const LIMIT: usize = 1024;

#[test]
fn one_call() {
    let transport = Scripted::new().json(200, "{}").json(200, "{}").json(200, "{}");
    let client = client(pinned(&transport));
    let small = async { client.send(&trial()).await.map(|reply| reply.attempts()) };
    // A reply of twenty fields, and options.
    let find = Find { name: Some("n".into()) };
    let large = async { client.send_with(&find, CallOptions::new()).await.map(|reply| reply.attempts()) };
    let named = async {
        client.call(OPERATIONS, "Find", serde_json::json!({"Name": "n"})).await.map(|r| r.attempts())
    };
    let sizes = [size_of_val(&small), size_of_val(&large), size_of_val(&named)];
    println!("bytes of an async block with one call: {sizes:?}");
    assert!(sizes.iter().all(|size| *size <= LIMIT), "{sizes:?}");
    for outcome in [block_on(small), block_on(large), block_on(named)] {
        assert_eq!(outcome.unwrap(), 1, "and it is a whole call");
    }
}
