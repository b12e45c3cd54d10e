//! Lists what is borrowed, in a library that exists only in `spec/`.

mod alicloud {
    include!(concat!(env!("OUT_DIR"), "/alicloud.rs"));
}

use alicloud::library::{Client, OPERATIONS};
use alicloud::{Config, Credentials};
use alicloud_runtime::testing::{Scripted, block_on};

const REPLY: &str = r#"{"RequestId":"R-1","Loans":[{"Book":"Tea for Two","State":"late"}]}"#;

fn main() -> alicloud::Result<()> {
    let transport = Scripted::new().json(200, REPLY);
    let config = Config::new("cn-hangzhou", Credentials::new("id", "secret")).transport(transport);
    let library = Client::new(config)?;
    let reply = block_on(library.list_loans().send())?;
    for loan in &reply.loans {
        println!("{}: {:?}", loan.book.as_deref().unwrap_or("?"), loan.state);
    }
    println!("{} operations", OPERATIONS.len());
    Ok(())
}
