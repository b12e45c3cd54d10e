//! A server on a loopback address that answers the example's calls with the documented sample replies.
//!
//! It understands just enough HTTP for that, and it does not check signatures.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

/// Starts the server on a port that the system chooses, and returns its address. It ends with the program.
pub fn start() -> io::Result<String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let address = format!("http://{}", listener.local_addr()?);
    thread::spawn(move || {
        for stream in listener.incoming() {
            if let Err(error) = stream.and_then(answer) {
                eprintln!("loopback server: {error}");
            }
        }
    });
    Ok(address)
}

/// Reads one request and answers it.
fn answer(mut stream: TcpStream) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    let mut request = BufReader::new(&stream);
    let (mut action, mut length) = (String::new(), 0);
    for line in request.by_ref().lines() {
        let line = line?;
        if line.is_empty() {
            break;
        }
        // The request line may hold a colon as well; what stands in front of it is no header's name.
        let Some((name, value)) = line.split_once(':') else { continue };
        match name.to_ascii_lowercase().as_str() {
            "x-acs-action" => value.trim().clone_into(&mut action),
            "content-length" => length = value.trim().parse().map_err(io::Error::other)?,
            _ => {}
        }
    }
    // A connection that is closed with unread bytes is reset, and the answer may be lost with it.
    io::copy(&mut request.take(length), &mut io::sink())?;

    let (status, body) = reply(&action);
    write!(
        stream,
        "HTTP/1.1 {status}\r\ncontent-type: application/json;charset=utf-8\r\n\
         content-length: {}\r\nconnection: close\r\n\r\n{body}",
        body.len()
    )
}

/// Status line and body for the operation that the request's `x-acs-action` names.
fn reply(action: &str) -> (&'static str, &'static str) {
    match action {
        "GetCheckSale" => ("200 OK", GET_CHECK_SALE),
        "GetModuleTrialAuthInfo" => ("200 OK", GET_MODULE_TRIAL_AUTH_INFO),
        "GetAuthSummary" => ("200 OK", GET_AUTH_SUMMARY),
        _ => (
            "404 Not Found",
            r#"{"Code":"InvalidAction.NotFound","Message":"no sample reply for this operation"}"#,
        ),
    }
}

const GET_CHECK_SALE: &str = r#"{
  "RequestId": "F5CF78A7-30AA-59DB-847F-13EE3AE7****",
  "CheckSale": {
    "PurchaseCount": 1000,
    "ConsumeCount": 500,
    "LoyalUser": true,
    "SaleUserType": 1
  }
}"#;

const GET_MODULE_TRIAL_AUTH_INFO: &str = r#"{
  "Data": {
    "ModuleCode": "vulFix",
    "CanTry": false,
    "TrialRecordList": [
      {
        "ModuleCode": "vulFix",
        "AuthLimit": 100,
        "GmtStart": 1669824000000,
        "GmtEnd": 1679760000000,
        "Status": 1
      }
    ]
  },
  "RequestId": "F8B6F758-BCD4-597A-8A2C-DA5A552C****"
}"#;

const GET_AUTH_SUMMARY: &str = r#"{
  "RequestId": "0B48AB3C-***-B9270EF46038",
  "DefaultAuthToAll": 1,
  "AllowPartialBuy": 1,
  "AllowUpgradePartialBuy": 1,
  "HasPreBindSetting": true,
  "IsMultiVersion": 1,
  "AutoBind": 1,
  "HighestVersion": 1,
  "Machine": {
    "RiskCoreCount": 10,
    "BindCoreCount": 10,
    "TotalEcsCount": 10,
    "BindEcsCount": 10,
    "TotalCoreCount": 10,
    "RiskEcsCount": 10,
    "UnBindEcsCount": 10,
    "UnBindCoreCount": 10,
    "PostPaidBindCoreCount": 10,
    "PostPaidBindEcsCount": 10
  },
  "VersionSummary": [
    {
      "Index": 1,
      "Version": 3,
      "UsedCoreCount": 10,
      "UnUsedCount": 10,
      "UsedEcsCount": 10,
      "TotalCount": 10,
      "TotalEcsAuthCount": 10,
      "TotalCoreAuthCount": 10,
      "UnusedEcsAuthCount": 10,
      "UnusedCoreAuthCount": 10,
      "AuthBindType": "ASSET"
    }
  ],
  "AllowUserUnbind": 1,
  "PostPaidVersionSummary": [
    {
      "AuthBindType": "ASSET",
      "Version": 3,
      "Index": 1,
      "UsedCoreCount": 10,
      "UsedEcsCount": 10
    }
  ],
  "PostPaidHostAutoBind": 1,
  "PostPaidHostAutoBindVersion": 7,
  "PostPaidHighestVersion": 7,
  "InvalidBindStatus": "Effective",
  "ClusterNodeCheck": 0
}"#;
