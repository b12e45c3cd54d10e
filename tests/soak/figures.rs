use crate::ledger::Ledger;
use crate::memory::Samples;
use alicloud_runtime::Response;
use alicloud_sdk::Error;
use alicloud_tests::raw::Server;
use std::collections::{BTreeMap, HashSet};
use std::io::Write;

/// What calls came to.
#[derive(Default)]
pub(crate) struct Figures {
    pub(crate) replies: u64,
    attempts: u64,
    failures: BTreeMap<String, u64>,
    /// The identities of the writes that failed.
    pub(crate) failed_writes: HashSet<String>,
}

impl Figures {
    /// # Panics
    /// The reply belongs to another call.
    pub(crate) fn reply<T>(&mut self, id: &str, response: &Response<T>) {
        assert_eq!(response.request_id(), id, "an answer that belongs to another call");
        self.replies += 1;
        self.attempts += u64::from(response.attempts());
    }

    pub(crate) fn failure(&mut self, error: &Error) {
        let kind = error.status().map_or_else(|| format!("{:?}", error.kind()), |status| status.to_string());
        *self.failures.entry(kind).or_default() += 1;
        self.attempts += u64::from(error.attempts());
    }

    pub(crate) fn failures(&self) -> u64 {
        self.failures.values().sum()
    }

    pub(crate) fn add(&mut self, other: Self) {
        self.replies += other.replies;
        self.attempts += other.attempts;
        for (kind, count) in other.failures {
            *self.failures.entry(kind).or_default() += count;
        }
        self.failed_writes.extend(other.failed_writes);
    }

    /// Past the capture of the test harness: the figures are part of every run's output.
    pub(crate) fn print(&self, seconds: f64, server: &Server, memory: &Samples, ledger: &Ledger) {
        let calls = self.replies + self.failures();
        let _ = writeln!(
            std::io::stdout(),
            "soak: {seconds} s, {} callers, {calls} calls ({:.0}/s), {} requests, {} connections\n\
             soak: {} replies, {} failures {:?}\n\
             soak: {} writes carried out, none lost, none doubled; {} writes failed, of which {} were carried out once\n\
             soak: memory {memory}",
            crate::CALLERS,
            calls as f64 / seconds,
            self.attempts,
            server.connections(),
            self.replies,
            self.failures(),
            self.failures,
            ledger.total(),
            self.failed_writes.len(),
            ledger.left(),
        );
    }
}
