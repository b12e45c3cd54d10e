//! Work on the entries of a list by several threads. The result does not depend on their number.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// The results of a function over all entries, in their order, made by up to `jobs` threads.
pub(crate) fn map<'a, T: Sync, R: Send>(
    entries: &'a [T],
    jobs: usize,
    function: impl Fn(&'a T) -> R + Sync,
) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(entry) = entries.get(index) else { return done };
            done.push((index, function(entry)));
        }
    };
    let jobs = jobs.clamp(1, entries.len().max(1));
    if jobs == 1 {
        return entries.iter().map(function).collect();
    }
    let mut done: Vec<(usize, R)> = thread::scope(|scope| {
        let threads: Vec<_> = (0..jobs).map(|_| scope.spawn(work)).collect();
        let results = threads.into_iter().map(|thread| thread.join());
        results.flat_map(|done| done.unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
    });
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}
