//! Looks a book up with each of the two clients.

mod alicloud {
    include!(concat!(env!("OUT_DIR"), "/alicloud.rs"));
}

mod second {
    include!(concat!(env!("OUT_DIR"), "/second/alicloud.rs"));
}

mod vendored {
    pub(crate) use cloud as runtime;
}

use cloud::testing::{Scripted, block_on};
use cloud::{Config, Credentials};

const REPLY: &str = r#"{"RequestId":"R-1","Book":{"Title":"Tea for Two","Binding":"cloth"}}"#;

fn config() -> Config {
    let transport = Scripted::new().json(200, REPLY);
    Config::new("cn-hangzhou", Credentials::new("id", "secret")).transport(transport)
}

fn main() -> cloud::Result<()> {
    let first = alicloud::library::Client::new(config())?;
    let reply = block_on(first.find_book().isbn("1").send())?;
    println!("{:?}", reply.book.as_ref().and_then(|book| book.title.as_deref()));
    let second = second::library::Client::new(config())?;
    let reply = block_on(second.find_book().isbn("1").send())?;
    println!("{:?}", reply.book.as_ref().and_then(|book| book.binding.as_ref()));
    Ok(())
}
