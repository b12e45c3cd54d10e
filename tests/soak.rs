//! Many callers at once, against a server that fails one request in five: no write is lost or doubled, and memory stays
//! flat.
//!
//! Two seconds in every run; `ALICLOUD_SOAK_SECONDS=60 cargo test -p alicloud-tests --test soak` for the real thing.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "these are tests"
)]

#[path = "soak/caller.rs"]
mod caller;
#[path = "soak/figures.rs"]
mod figures;
#[path = "soak/ledger.rs"]
mod ledger;
#[path = "soak/memory.rs"]
mod memory;
#[path = "soak/service.rs"]
mod service;

use alicloud_runtime::Client;
use alicloud_runtime::retry::Backoff;
use alicloud_sdk::{Config, Credentials, sas};
use caller::{Caller, Shared};
use figures::Figures;
use ledger::Ledger;
use memory::Memory;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Half of them await their calls, half of them block.
const CALLERS: usize = 64;

#[test]
fn no_write_is_lost_or_doubled_and_memory_is_flat() {
    let seconds = std::env::var("ALICLOUD_SOAK_SECONDS").ok().map_or(2.0, |text| text.parse().unwrap());
    let ledger = Arc::new(Ledger::default());
    let server = service::start(Arc::clone(&ledger));
    let config = Config::new("cn-shanghai", Credentials::new("id", "secret"))
        .endpoint(server.endpoint())
        .read_timeout(service::READ_LIMIT)
        .retry(Backoff::default().base(Duration::from_millis(1)));
    let client = Client::new(&sas::PRODUCT, config).unwrap();
    let until = Instant::now() + Duration::from_secs_f64(seconds);
    let shared = Arc::new(Shared { client, ledger: Arc::clone(&ledger), until });

    let memory = Memory::watch(until);
    let figures = run(&shared);
    let memory = memory.join().unwrap();

    let unknown = ledger.check(&figures.failed_writes);
    figures.print(seconds, &server, &memory, &ledger);
    assert_eq!(unknown, Vec::<String>::new(), "writes that were carried out and should not have been");
    assert!(figures.replies > 0 && figures.failures() > 0, "both have to happen");
    memory.assert_flat();
}

fn run(shared: &Arc<Shared>) -> Figures {
    let blocking: Vec<_> = (0..CALLERS / 2)
        .map(|number| {
            let caller = Caller::new(number, shared);
            std::thread::spawn(move || caller.block())
        })
        .collect();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let mut figures = runtime.block_on(async {
        let awaited: Vec<_> =
            (CALLERS / 2..CALLERS).map(|number| tokio::spawn(Caller::new(number, shared).run())).collect();
        let mut figures = Figures::default();
        for caller in awaited {
            figures.add(caller.await.unwrap());
        }
        figures
    });
    for caller in blocking {
        figures.add(caller.join().unwrap());
    }
    figures
}
