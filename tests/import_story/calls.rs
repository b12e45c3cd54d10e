//! Calls of three imported operations, answered by a script.

use crate::alicloud::ferry::Client;
use crate::alicloud::ferry::book_passage::Travellers;
use crate::alicloud::{Config, Credentials, Result};
use alicloud_runtime::testing::{Scripted, block_on};

const BOATS: &str = r#"{"RequestId":"R-1","TotalCount":1,"Boats":[{"BoatId":"b-17","Name":"Heron","Status":"moored",
    "Seats":"120","Labels":{"hull":"blue"},"Log":{"fuel":[1,2]},"Tender":{"Name":"Wren"}}]}"#;
const BOAT: &str = r#"{"RequestId":"R-2","Boat":{"BoatId":"b-17","Seats":120,"Length":23.5,"Colour":"blue"}}"#;
const PASSAGE: &str = r#"{"RequestId":"R-3","PassageId":"p-9","Price":12.5}"#;

pub fn run() -> Result<()> {
    let script = Scripted::new().json(200, BOATS).json(200, BOAT).json(200, PASSAGE);
    let config = Config::new("ap-southeast-1", Credentials::new("id", "secret")).transport(script.clone());
    let ferry = Client::new(config)?;

    let boats = block_on(ferry.list_boats().harbour("north").page_size(20).send())?;
    for boat in &boats.boats {
        let tender = boat.tender.as_ref().and_then(|tender| tender.name.as_deref());
        let status = boat.status.as_ref().map(ToString::to_string);
        println!("{:?} {:?} {:?} {:?} {:?}", boat.name, status, boat.seats, boat.labels, tender);
    }
    println!("{}", boats.report());

    let boat = block_on(ferry.get_boat().boat_id("b-17").send())?;
    println!("{:?}", boat.boat.as_ref().and_then(|boat| boat.length));
    println!("{}", boat.report());

    let mut lin = Travellers::default();
    lin.name = Some("Lin".into());
    lin.bicycle = Some(true);
    let passage = block_on(ferry.book_passage().boat_id("b-17").travellers([lin]).note("window seat").send())?;
    println!("{:?} for {:?}", passage.passage_id, passage.price);

    for request in script.requests() {
        println!("{} {} {}", request.action(), request.uri(), String::from_utf8_lossy(request.body()));
    }
    Ok(())
}
