//! A request is plain data: start from the default, assign, send as often as needed.

use alicloud_tests::fixture::parcels::Client;
use alicloud_tests::fixture::parcels::send_parcel::Request;
use alicloud_tests::fixture::Result;

async fn call(client: Client) -> Result<()> {
    let mut request = Request::default();
    request.sender = Some("Lin".to_owned());
    request.labels = Some(vec!["fragile".to_owned()]);
    client.send(&request).await?;
    client.send(&request).await?;
    Ok(())
}

fn main() {
    let _ = call;
}
