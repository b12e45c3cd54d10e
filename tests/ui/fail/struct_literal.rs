use alicloud_tests::fixture::parcels::send_parcel::Request;

fn main() {
    // A request may get more fields.
    let _ = Request { sender: None, express: None, grams: None, size: None, address: None, labels: None };
}
