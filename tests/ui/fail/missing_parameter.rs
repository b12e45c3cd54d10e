use alicloud_tests::fixture::parcels::Client;

async fn call(client: Client) {
    let _ = client.send_parcel().sender("Lin").size("small").address(Default::default()).labels(["a"]).send().await;
}

fn main() {
    let _ = call;
}
