//! Calls three operations of Security Center and prints what they answer.
//!
//! ```text
//! cargo run -p alicloud-sdk --example security_center
//! ```
//!
//! With `ALIBABA_CLOUD_ACCESS_KEY_ID` and `ALIBABA_CLOUD_ACCESS_KEY_SECRET` in the environment it calls the
//! real service; all three operations only read. Without them it starts a server on a loopback address, which
//! answers with the sample replies of the documentation. (Where `HTTP_PROXY` is set, set `NO_PROXY=127.0.0.1`.)

mod server;

use alicloud_sdk::sas::get_check_sale::{RegionId, SaleUserType};
use alicloud_sdk::sas::get_module_trial_auth_info::{Lang, ModuleCode, Status};
use alicloud_sdk::sas::{Client, error_code};
use alicloud_sdk::{Config, Credentials, Error};
use std::fmt::Debug;
use std::process::ExitCode;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn std::error::Error>> {
    let sas = client()?;
    let calls = async {
        check_sale(&sas).await?;
        trial(&sas).await?;
        summary(&sas).await
    };
    calls.await.map_err(|error: Error| {
        if error.is(error_code::NO_PERMISSION) {
            eprintln!("This key may not read Security Center:");
        }
        error.into()
    })
}

/// A client of the real service if there are credentials, else one of a server that this program starts.
fn client() -> Result<Client, Box<dyn std::error::Error>> {
    if is_set("ALIBABA_CLOUD_ACCESS_KEY_ID") && is_set("ALIBABA_CLOUD_ACCESS_KEY_SECRET") {
        println!("Calling the real service with the credentials of the environment.");
        return Ok(Client::from_env()?);
    }
    let address = server::start()?;
    println!("No credentials in the environment: calling {address}, which answers with sample replies.");
    let credentials = Credentials::new("example-id", "example-secret");
    Ok(Client::new(Config::new("ap-southeast-1", credentials).endpoint(address))?)
}

fn is_set(variable: &str) -> bool {
    std::env::var(variable).is_ok_and(|value| !value.trim().is_empty())
}

async fn check_sale(sas: &Client) -> Result<(), Error> {
    let reply = sas.get_check_sale().region_id(RegionId::ApSoutheast1).send().await?;
    println!("\nGetCheckSale (request id {})", reply.request_id());
    if let Some(sale) = &reply.check_sale {
        println!("  quota: {} of {} consumed", shown(&sale.consume_count), shown(&sale.purchase_count));
        let check_items = match &sale.sale_user_type {
            Some(SaleUserType::AllCheckItems) => "all",
            Some(SaleUserType::EarlierCheckItems) => "only the earlier ones",
            Some(SaleUserType::NoCheckItems) => "none without a purchase",
            // Enumerations are open: the service may answer with a number that its documentation lacks.
            _ => "not known",
        };
        println!("  check items that can be used: {check_items}");
    }
    Ok(())
}

async fn trial(sas: &Client) -> Result<(), Error> {
    let reply =
        sas.get_module_trial_auth_info().module_code(ModuleCode::VulFix).lang(Lang::En).send().await?;
    println!("\nGetModuleTrialAuthInfo (request id {})", reply.request_id());
    if let Some(data) = &reply.data {
        println!("  can be tried: {}", shown(&data.can_try));
        for record in &data.trial_record_list {
            let status = match &record.status {
                Some(Status::InTrial) => "in progress",
                Some(Status::Ended) => "ended",
                _ => "not known",
            };
            println!(
                "  trial: {}, quota {}, {status}",
                shown(&record.module_code),
                shown(&record.auth_limit)
            );
        }
    }
    Ok(())
}

async fn summary(sas: &Client) -> Result<(), Error> {
    let reply = sas.get_auth_summary().send().await?;
    println!("\nGetAuthSummary (request id {})", reply.request_id());
    if let Some(machine) = &reply.machine {
        println!(
            "  servers: {} of {} bound",
            shown(&machine.bind_ecs_count),
            shown(&machine.total_ecs_count)
        );
    }
    for edition in &reply.version_summary {
        let (used, total) = (shown(&edition.used_ecs_count), shown(&edition.total_count));
        println!("  edition {}: {used} of {total} servers used", shown(&edition.version));
    }
    println!("  binding: {}", shown(&reply.invalid_bind_status));
    // Services do not always answer as documented. The reply decodes all the same, and its report says where.
    for departure in reply.report().to_string().lines() {
        println!("  not as documented: {departure}");
    }
    Ok(())
}

/// A field's value; any field of a reply may be absent.
fn shown<T: Debug>(field: &Option<T>) -> String {
    field.as_ref().map_or_else(|| "(absent)".to_owned(), |value| format!("{value:?}"))
}
