//! Enumerations are open: a value that is not listed can be given, matched and read.

use alicloud_tests::fixture::parcels::send_parcel::Size;

fn main() {
    let size = Size::from("enormous");
    match &size {
        Size::Small | Size::Large => unreachable!(),
        Size::Unlisted(value) => assert_eq!(value.value(), "enormous"),
        _ => unreachable!(),
    }
    assert_eq!(size.as_str(), "enormous");
    assert_eq!(Size::from("small"), Size::Small);
}
