//! Written by hand beside the generated tests, so without their header: generating leaves it alone.

use alicloud_runtime::testing::{Scripted, block_on};
use alicloud_sdk::sas::Client;
use alicloud_sdk::sas::list_trial_modules::TrialState;
use alicloud_sdk::{Config, Credentials};

#[test]
fn the_new_operation_can_be_called() -> alicloud_sdk::Result<()> {
    let transport =
        Scripted::new().json(200, r#"{"RequestId":"R-1","Modules":[{"Code":"vulFix","Days":7}]}"#);
    let config = Config::new("cn-hangzhou", Credentials::new("id", "secret")).transport(transport.clone());
    let sas = Client::new(config)?;

    let reply = block_on(sas.list_trial_modules().account(17).states([TrialState::Open]).send())?;

    assert_eq!((reply.request_id(), reply.modules.len()), ("R-1", 1));
    assert_eq!(reply.modules.first().and_then(|module| module.days), Some(7));
    let request = transport.last().expect("nothing was sent");
    assert_eq!(request.action(), "ListTrialModules");
    assert_eq!(request.parameter("Account").as_deref(), Some("17"));
    assert_eq!(request.parameter("States.1").as_deref(), Some("open"));
    Ok(())
}
