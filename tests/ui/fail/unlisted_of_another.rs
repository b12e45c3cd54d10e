use alicloud_sdk::sas::get_check_sale::RegionId;
use alicloud_sdk::sas::get_module_trial_auth_info::ModuleCode;

fn main() {
    if let ModuleCode::Unlisted(value) = ModuleCode::from("cn-hangzhou") {
        let _ = RegionId::Unlisted(value);
    }
}
