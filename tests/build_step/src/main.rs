//! Looks a book up, in a library that exists only in `spec/`.

mod alicloud {
    include!(concat!(env!("OUT_DIR"), "/alicloud.rs"));
}

use alicloud::library::Client;
use alicloud::library::find_book::Binding;
use alicloud::{Config, Credentials};
use alicloud_runtime::testing::{Scripted, block_on};

const REPLY: &str =
    r#"{"RequestId":"R-1","Book":{"Title":"Tea for Two","Binding":"paper","Copies":[{"Shelf":"B7"}]}}"#;

fn main() -> alicloud::Result<()> {
    let transport = Scripted::new().json(200, REPLY);
    let config = Config::new("cn-hangzhou", Credentials::new("id", "secret")).transport(transport.clone());
    let library = Client::new(config)?;

    let reply = block_on(library.find_book().isbn("978-3-16-148410-0").binding(Binding::Paper).send())?;

    if let Some(book) = &reply.book {
        let shelves: Vec<&str> = book.copies.iter().filter_map(|copy| copy.shelf.as_deref()).collect();
        println!("{} on {}", book.title.as_deref().unwrap_or("?"), shelves.join(", "));
    }
    if let Some(request) = transport.last() {
        println!("sent {} to {}", request.action(), request.uri());
    }
    Ok(())
}
