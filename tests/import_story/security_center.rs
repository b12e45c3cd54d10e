//! Calls of three operations of Security Center, answered by a script.

use alicloud_runtime::testing::{Scripted, block_on};
use sas_client::sas::Client;
use sas_client::{Config, Credentials};

const SALE: &str = r#"{"RequestId":"R-1","CheckSale":{"PurchaseCount":1000,"ConsumeCount":"500","LoyalUser":true}}"#;
const TRIAL: &str = r#"{"RequestId":"R-2","Data":{"ModuleCode":"vulFix","CanTry":false}}"#;
const SUMMARY: &str = r#"{"RequestId":"R-3","Machine":{"TotalEcsCount":10},"VersionSummary":[{"Version":3}]}"#;

fn main() -> sas_client::Result<()> {
    let script = Scripted::new().json(200, SALE).json(200, TRIAL).json(200, SUMMARY);
    let config = Config::new("ap-southeast-1", Credentials::new("id", "secret")).transport(script.clone());
    let sas = Client::new(config)?;

    let sale = block_on(sas.get_check_sale().send())?;
    let sale_counts = sale.check_sale.as_ref().map(|sale| (sale.purchase_count, sale.consume_count));
    println!("{sale_counts:?} {}", sale.request_id());
    let trial = block_on(sas.get_module_trial_auth_info().module_code("vulFix").send())?;
    println!("{:?} {}", trial.data.as_ref().and_then(|data| data.can_try), trial.request_id());
    let summary = block_on(sas.get_auth_summary().send())?;
    let machines = summary.machine.as_ref().and_then(|machine| machine.total_ecs_count);
    println!("{machines:?} {} {}", summary.version_summary.len(), summary.request_id());

    for request in script.requests() {
        println!("{} {}", request.action(), request.uri());
    }
    Ok(())
}
