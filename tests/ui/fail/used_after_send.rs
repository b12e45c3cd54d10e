use alicloud_tests::fixture::parcels::Client;

async fn call(client: Client) {
    let call = client.track_parcel().sender("Lin");
    let _ = call.send().await;
    let _ = call.send().await;
}

fn main() {
    let _ = call;
}
