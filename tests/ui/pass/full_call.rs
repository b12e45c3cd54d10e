//! Every parameter, required ones in any order, an optional one between them.

use alicloud_tests::fixture::parcels::Client;
use alicloud_tests::fixture::parcels::send_parcel::{Address, Size};
use alicloud_tests::fixture::Result;

async fn call(client: Client) -> Result<()> {
    let mut address = Address::default();
    address.street = Some("1 Long Lane".to_owned());
    let reply = client
        .send_parcel()
        .size(Size::Small)
        .labels(["fragile"])
        .express(true)
        .address(address)
        .grams(250)
        .sender("Lin")
        .send()
        .await?;
    let id: Option<&str> = reply.parcel_id.as_deref();
    println!("{id:?} ({})", reply.request_id());
    Ok(())
}

fn main() {
    let _ = call;
}
