use std::collections::{HashMap, HashSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

/// What the server carried out, and how often.
#[derive(Default)]
pub(crate) struct Ledger {
    carried_out: Mutex<HashMap<String, u32>>,
    total: AtomicU64,
}

impl Ledger {
    pub(crate) fn carry_out(&self, id: &str) {
        self.total.fetch_add(1, Ordering::Relaxed);
        *self.carried_out.lock().unwrap().entry(id.to_owned()).or_default() += 1;
    }

    /// Takes the entry of a write that succeeded; how often it was carried out.
    pub(crate) fn settle(&self, id: &str) -> u32 {
        self.carried_out.lock().unwrap().remove(id).unwrap_or_default()
    }

    /// What is left must be writes that failed, each carried out at most once. The others, if any.
    pub(crate) fn check(&self, failed: &HashSet<String>) -> Vec<String> {
        let left = self.carried_out.lock().unwrap();
        let wrong = left.iter().filter(|(id, times)| **times > 1 || !failed.contains(*id));
        wrong.map(|(id, times)| format!("{id}: {times} times")).collect()
    }

    /// How many writes were carried out.
    pub(crate) fn total(&self) -> u64 {
        self.total.load(Ordering::Relaxed)
    }

    /// How many of the writes that failed were carried out nevertheless.
    pub(crate) fn left(&self) -> usize {
        self.carried_out.lock().unwrap().len()
    }
}
