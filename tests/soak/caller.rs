use crate::figures::Figures;
use crate::ledger::Ledger;
use alicloud_runtime::{CallOptions, Client, Pending, Response};
use alicloud_sdk::{Error, sas};
use alicloud_tests::operations::{Done, Probe};
use std::sync::Arc;
use std::time::Instant;

/// What all callers have together.
pub(crate) struct Shared {
    pub(crate) client: Client,
    pub(crate) ledger: Arc<Ledger>,
    pub(crate) until: Instant,
}

/// Makes one call after the other, a read and a write in turn.
pub(crate) struct Caller {
    number: usize,
    shared: Arc<Shared>,
    calls: u64,
    figures: Figures,
}

impl Caller {
    pub(crate) fn new(number: usize, shared: &Arc<Shared>) -> Self {
        Self { number, shared: Arc::clone(shared), calls: 0, figures: Figures::default() }
    }

    pub(crate) async fn run(mut self) -> Figures {
        while Instant::now() < self.shared.until {
            let id = self.id();
            if self.calls.is_multiple_of(2) {
                let outcome = self.read(&id).await;
                self.note_read(&id, outcome);
            } else {
                let outcome = self.write(&id).await;
                self.note_write(id, outcome);
            }
        }
        self.figures
    }

    pub(crate) fn block(mut self) -> Figures {
        while Instant::now() < self.shared.until {
            let id = self.id();
            if self.calls.is_multiple_of(2) {
                let outcome = self.read(&id).blocking();
                self.note_read(&id, outcome);
            } else {
                let outcome = self.write(&id).blocking();
                self.note_write(id, outcome);
            }
        }
        self.figures
    }

    /// Another one for every call.
    fn id(&mut self) -> String {
        self.calls += 1;
        format!("{}-{}", self.number, self.calls)
    }

    fn read(&self, id: &str) -> Pending<sas::get_auth_summary::Reply> {
        let request = sas::get_auth_summary::Request::default();
        self.shared.client.send_with(&request, CallOptions::new().query("V", id))
    }

    fn write(&self, id: &str) -> Pending<Done> {
        self.shared.client.send(&Probe { v: Some(id.to_owned()), reserved: None })
    }

    fn note_read<T>(&mut self, id: &str, outcome: Result<Response<T>, Error>) {
        match outcome {
            Ok(response) => self.figures.reply(id, &response),
            Err(error) => self.figures.failure(&error),
        }
    }

    fn note_write(&mut self, id: String, outcome: Result<Response<Done>, Error>) {
        match outcome {
            Ok(response) => {
                self.figures.reply(&id, &response);
                assert_eq!(self.shared.ledger.settle(&id), 1, "{id} succeeded, and was carried out so often");
            }
            Err(error) => {
                self.figures.failure(&error);
                self.figures.failed_writes.insert(id);
            }
        }
    }
}
