use crate::harness::{TOKEN, client, config, server, with_key};
use alicloud_sdk::sas::get_auth_summary::{HighestEdition, InvalidBindStatus};
use alicloud_sdk::sas::get_check_sale::SaleUserType;
use alicloud_sdk::sas::get_module_trial_auth_info::{Lang, ModuleCode, Status};
use alicloud_sdk::{Credentials, ErrorKind, sas};
use alicloud_tests::loopback::{Answer, Server};
use alicloud_tests::verifier::{Key, Verifier};

const CHECK_SALE: &str = include_str!("../data/get_check_sale.json");
const TRIAL: &str = include_str!("../data/get_module_trial_auth_info.json");
const SUMMARY: &str = include_str!("../data/get_auth_summary.json");

#[tokio::test]
async fn check_sale() {
    let server = server([Answer::json(200, CHECK_SALE)]);
    let reply = client(&server).get_check_sale().region_id("cn-hangzhou").send().await.unwrap();
    let sale = reply.check_sale.as_ref().unwrap();
    assert_eq!(
        (sale.purchase_count, sale.consume_count, sale.loyal_user),
        (Some(1000), Some(500), Some(true))
    );
    assert_eq!(sale.sale_user_type, Some(SaleUserType::AllCheckItems));
    assert_eq!((reply.status(), reply.request_id()), (200, "F5CF78A7-30AA-59DB-847F-13EE3AE7****"));
    assert_eq!(reply.request_id.as_deref(), Some(reply.request_id()));
    assert!(reply.report().is_empty(), "{}", reply.report());
    assert_eq!(reply.body(), CHECK_SALE);

    let request = server.only_request();
    assert_eq!(request.raw.request_line, "POST /?RegionId=cn-hangzhou HTTP/1.1");
    assert_eq!((request.action.as_str(), request.version.as_str()), ("GetCheckSale", "2018-12-03"));
    assert_eq!(request.parameter("RegionId"), Some("cn-hangzhou"));
    assert!(request.raw.body.is_empty() && request.raw.optional("content-type").unwrap().is_none());
    assert_eq!(format!("http://{}", request.raw.required("host").unwrap()), server.endpoint());
    assert_eq!(request.raw.required("accept"), Ok("application/json"));
}

#[tokio::test]
async fn module_trial_auth_info() {
    let server = server([Answer::json(200, TRIAL)]);
    let call = client(&server).get_module_trial_auth_info().module_code(ModuleCode::VulFix).lang(Lang::En);
    let reply = call.send().await.unwrap();
    let data = reply.data.as_ref().unwrap();
    assert_eq!((&data.module_code, data.can_try), (&Some(ModuleCode::VulFix), Some(false)));
    let record = &data.trial_record_list[0];
    assert_eq!((record.gmt_start, record.gmt_end), (Some(1_669_824_000_000), Some(1_679_760_000_000)));
    assert_eq!((record.auth_limit, &record.status), (Some(100), &Some(Status::InTrial)));
    assert!(reply.report().is_empty(), "{}", reply.report());
    assert_eq!(server.only_request().raw.request_line, "POST /?Lang=en&ModuleCode=vulFix HTTP/1.1");
}

#[tokio::test]
async fn auth_summary() {
    let server = server([Answer::json(200, SUMMARY)]);
    let reply = client(&server).get_auth_summary().send().await.unwrap();
    assert_eq!(reply.machine.as_ref().unwrap().post_paid_bind_ecs_count, Some(10));
    assert_eq!(reply.highest_version, Some(HighestEdition::from(1)));
    assert_eq!(reply.version_summary.len(), 1);
    assert_eq!(reply.invalid_bind_status, Some(InvalidBindStatus::from("Effective")));
    let coerced: Vec<&str> = reply.report().coercions().iter().map(|coercion| coercion.path()).collect();
    assert_eq!(coerced, ["PostPaidHostAutoBind", "PostPaidHostAutoBindVersion", "PostPaidHighestVersion"]);
    let unlisted: Vec<&str> = reply.report().unlisted_values().iter().map(|value| value.path()).collect();
    assert_eq!(unlisted, ["InvalidBindStatus"]);
    assert!(reply.report().unknown_fields().is_empty());
    assert_eq!(server.only_request().raw.request_line, "POST / HTTP/1.1");
}

#[tokio::test]
async fn by_name() {
    let server = server([Answer::json(200, TRIAL)]);
    let parameters = serde_json::json!({"ModuleCode": "中文 &=+%"});
    let reply = client(&server).call("GetModuleTrialAuthInfo", parameters).await.unwrap();
    assert_eq!(reply["Data"]["TrialRecordList"][0]["AuthLimit"], 100);
    assert_eq!(reply.request_id(), "F8B6F758-BCD4-597A-8A2C-DA5A552C****");
    assert_eq!(server.only_request().parameter("ModuleCode"), Some("中文 &=+%"));
}

#[tokio::test]
async fn with_a_temporary_key() {
    let key = Key::new("STS.LoopbackKeyId", "secret").with_security_token(TOKEN);
    let server = Server::start(Verifier::new([key]), [Answer::json(200, CHECK_SALE)]);
    let credentials = Credentials::new("STS.LoopbackKeyId", "secret").with_security_token(TOKEN);
    let client = sas::Client::new(with_key(&server, credentials)).unwrap();
    client.get_check_sale().send().await.unwrap();
    assert_eq!(server.only_request().security_token.as_deref(), Some(TOKEN));

    let without_token = Credentials::new("STS.LoopbackKeyId", "secret");
    let client = sas::Client::new(with_key(&server, without_token)).unwrap();
    assert!(client.get_check_sale().send().await.unwrap_err().is("InvalidSecurityToken"));
}

#[tokio::test]
async fn without_a_body() {
    for status in [200, 204] {
        let server = server([Answer::empty(status), Answer::empty(status), Answer::empty(status)]);
        let client = client(&server);
        let reply = client.get_check_sale().send().await.unwrap();
        assert_eq!((reply.status(), reply.request_id(), reply.body().len()), (status, "", 0));
        assert!(reply.check_sale.is_none());
        let is_documented = status == 204;
        assert_eq!(reply.report().is_empty(), is_documented, "{}", reply.report());
        let reply = client.call("GetCheckSale", serde_json::json!({})).await.unwrap();
        assert!(reply.is_null());
        let strict = sas::Client::new(config(&server).strict(true)).unwrap();
        let outcome = strict.get_check_sale().send().await;
        assert_eq!(outcome.is_ok(), is_documented);
        if let Err(error) = outcome {
            assert_eq!((error.kind(), error.status()), (ErrorKind::Decode, Some(status)));
        }
    }
}

#[tokio::test]
async fn the_request_id_of_the_header_comes_first() {
    let header = |answer: Answer| answer.header("X-Acs-Request-Id", "R-header");
    let script = [header(Answer::json(200, CHECK_SALE)), header(Answer::empty(200))];
    let server = server(script);
    let reply = client(&server).get_check_sale().send().await.unwrap();
    assert_eq!(reply.request_id(), "R-header");
    assert_eq!(reply.headers().get("x-acs-request-id").unwrap(), "R-header");
    assert_eq!(client(&server).get_check_sale().send().await.unwrap().request_id(), "R-header");
}

const ODD: &str = r#"{
    "RequestId": "R-odd",
    "Code": "200",
    "CheckSale": {"PurchaseCount": "1000", "ConsumeCount": 5e2, "LoyalUser": 1, "SaleUserType": 9, "Extra": {"a": [1]}}
}"#;

#[tokio::test]
async fn departures_from_the_documentation_are_reported() {
    let server = server([Answer::json(200, ODD)]);
    let reply = client(&server).get_check_sale().send().await.unwrap();
    let sale = reply.check_sale.as_ref().unwrap();
    assert_eq!((sale.purchase_count, sale.loyal_user), (Some(1000), Some(true)));
    assert_eq!(sale.sale_user_type.as_ref().map(SaleUserType::value), Some(9));
    let report = reply.report();
    let coerced: Vec<&str> = report.coercions().iter().map(|coercion| coercion.path()).collect();
    assert!(
        coerced.contains(&"CheckSale.PurchaseCount") && coerced.contains(&"CheckSale.LoyalUser"),
        "{report}"
    );
    let unknown: Vec<_> = report.unknown_fields().iter().map(|field| (field.path(), field.value())).collect();
    let expected = [("Code", &serde_json::json!("200")), ("CheckSale.Extra", &serde_json::json!({"a": [1]}))];
    assert_eq!(unknown, expected);
    assert_eq!(report.unlisted_values()[0].path(), "CheckSale.SaleUserType");
}

#[tokio::test]
async fn strict_mode_turns_departures_into_one_error() {
    let server = server([Answer::json(200, ODD), Answer::json(200, CHECK_SALE)]);
    let strict = sas::Client::new(config(&server).strict(true)).unwrap();
    let error = strict.get_check_sale().send().await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Decode, Some(200)));
    assert_eq!(error.request_id(), Some("R-odd"));
    assert_eq!(error.body(), ODD, "nothing is lost");
    for place in [
        "Code",
        "CheckSale.PurchaseCount",
        "CheckSale.LoyalUser",
        "CheckSale.SaleUserType",
        "CheckSale.Extra",
    ] {
        assert!(error.message().contains(place), "{place}: {error}");
    }
    assert!(!error.to_string().contains('\n') && !error.is_retryable());
    strict.get_check_sale().send().await.unwrap();
}

#[tokio::test]
async fn a_field_that_cannot_be_read_does_not_lose_the_reply() {
    let body = r#"{"RequestId":"R-bad","CheckSale":{"PurchaseCount":"many","LoyalUser":true}}"#;
    let server =
        server([Answer::json(200, body), Answer::json(200, "{\"RequestId\":"), Answer::json(200, "[]")]);
    let reply = client(&server).get_check_sale().send().await.unwrap();
    let sale = reply.check_sale.as_ref().unwrap();
    assert_eq!((reply.request_id(), sale.purchase_count, sale.loyal_user), ("R-bad", None, Some(true)));
    let raw = &reply.report().raw_values()[0];
    assert_eq!((raw.path(), raw.value()), ("CheckSale.PurchaseCount", &serde_json::json!("many")));
    assert_eq!(reply.body(), body);
    for _ in 0..2 {
        let error = client(&server).get_check_sale().send().await.unwrap_err();
        assert_eq!((error.kind(), error.status()), (ErrorKind::Decode, Some(200)), "{error}");
    }
}
