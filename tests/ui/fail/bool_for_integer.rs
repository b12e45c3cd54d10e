use alicloud_sdk::sas::get_check_sale::SaleUserType;

fn main() {
    let _ = SaleUserType::from(true);
}
