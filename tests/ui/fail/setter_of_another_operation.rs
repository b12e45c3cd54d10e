use alicloud_tests::fixture::parcels::Client;

async fn call(client: Client) {
    let _ = client.track_parcel().grams(250);
}

fn main() {
    let _ = call;
}
