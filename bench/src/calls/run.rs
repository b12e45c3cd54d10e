//! Measures the clients in turn and holds ours against those by hand on the same HTTP stack.

use std::hint::black_box;
use std::net::SocketAddr;
use std::time::{Duration, SystemTime};

use tokio::runtime::Runtime;

use super::server::Server;
use super::{by_hand, ours, sign};
use crate::context::Context;
use crate::error::{Error, Result};
use crate::in_process::{Candidate, Timed, rounds};
use crate::locked;
use crate::section::{Chart, Goal, Section, Table};
use crate::stats::Samples;

/// How long one batch of calls takes at least.
const BATCH: Duration = Duration::from_millis(60);

/// How many times the processor time, and the time that passes, of a client by hand ours may take.
const BOUND: f64 = 1.2;

/// The columns of the table: ratios are of the client by hand on reqwest or ureq.
const COLUMNS: [&str; 5] =
    ["client", "CPU, µs", "time, µs", "CPU, of by hand on reqwest or ureq", "time, of the same"];

const METHOD: &str = "\
Calls of one operation with five parameters and a reply of 2 KB, one after the other over one kept connection to a server on \
the loopback address, which is another process. CPU is user and system time of the client's process alone. The clients by \
hand build the same query, sign with V3 (with `hmac`, `sha2`, `percent-encoding`; the signature is compared with ours before \
anything is timed), send the same headers (the `user-agent` of ours as well) within the same time limits and decode with \
serde derive, after one check of all bytes for UTF-8; those on hyper have one connection, neither pool nor limits, and do not ask for compressed replies. \
Ours has the usual settings: retries, limits, spans that nobody listens to, the report of the reply, the raw body. Awaited calls run on tokio's runtime of the current thread. Candidates take turns in \
batches of at least 60 ms; a figure is the median of the batches with half of their range, a ratio the median of the ratios \
of neighbouring batches. CPU and time are of the same batches, and a goal is held against the larger of both ratios.";

/// Measures calls.
///
/// # Errors
///
/// A client or the server fails, or the signatures differ.
pub(crate) fn run(context: &Context) -> Result<Section> {
    let server = Server::start()?;
    let timed = timed(server.address(), context.rounds.saturating_mul(3).max(15), BATCH)?;
    let mut section = Section { title: "Calls".to_owned(), method: METHOD.to_owned(), ..Section::default() };
    section.tables.push(table(&timed));
    section.goals.extend(goal("awaited on reqwest", timed.first(), timed.get(1)));
    section.goals.extend(goal("blocking on ureq", timed.get(4), timed.get(5)));
    section.charts.push(chart(&timed));
    section.versions = locked::versions(context, &["reqwest", "ureq", "hyper", "tokio"])?;
    Ok(section)
}

/// Measures all clients. The pairs that are compared stand at 0 and 1, and at 4 and 5.
fn timed(address: SocketAddr, count: usize, length: Duration) -> Result<Vec<Timed>> {
    check(address)?;
    let host = address.to_string();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let (awaited, blocking) = (ours::client(address)?, ours::client(address)?);
    let agent = ours::user_agent(address)?;
    let (reqwest, ureq) = (by_hand::reqwest_client(&agent)?, by_hand::ureq_agent(&agent)?);
    let query = sign::request_now(&host)?.query;
    let mut raw = runtime.block_on(by_hand::hyper_connection(address))?;
    let mut signed = runtime.block_on(by_hand::hyper_connection(address))?;
    let mut candidates = [
        asynchronous(&runtime, "ours, awaited on reqwest", async || ours::awaited(&awaited).await.map(drop)),
        asynchronous(&runtime, "by hand on reqwest", async || {
            by_hand::on_reqwest(&reqwest, &host).await.map(drop)
        }),
        asynchronous(&runtime, "by hand on hyper", async || {
            by_hand::on_hyper(&mut signed, &host, &agent).await.map(drop)
        }),
        asynchronous(&runtime, "hyper alone, unsigned and untyped", async || {
            by_hand::raw(&mut raw, &host, &query).await.map(drop)
        }),
        synchronous("ours, blocking on ureq", || ours::blocking(&blocking).map(drop)),
        synchronous("by hand on ureq", || by_hand::on_ureq(&ureq, &host).map(drop)),
    ];
    rounds(&mut candidates, count, length)
}

fn asynchronous<'a>(
    runtime: &'a Runtime,
    name: &'static str,
    mut call: impl AsyncFnMut() -> Result<()> + 'a,
) -> Candidate<'a> {
    Candidate::new(name, move |times| {
        runtime.block_on(async {
            for _ in 0..times {
                black_box(call().await?);
            }
            Ok(())
        })
    })
}

fn synchronous<'a>(name: &'static str, mut call: impl FnMut() -> Result<()> + 'a) -> Candidate<'a> {
    Candidate::new(name, move |times| {
        for _ in 0..times {
            black_box(call()?);
        }
        Ok(())
    })
}

/// Whether both ways to sign come to the same request.
fn check(address: SocketAddr) -> Result<()> {
    let (now, nonce) = (SystemTime::UNIX_EPOCH + Duration::from_secs(1_767_323_045), "0123456789abcdef");
    let ours = ours::signed(address, now, nonce)?;
    let theirs = sign::request(&address.to_string(), now, nonce.to_owned())?;
    let url = format!("http://{address}/?{}", theirs.query);
    let differing = theirs.headers.iter().find(|(name, value)| {
        ours.headers().get(*name).is_none_or(|header| header.as_bytes() != value.as_bytes())
    });
    match differing {
        _ if ours.url() != url => Err(Error::new("calls: the queries differ")),
        Some((name, _)) => Err(Error::new(format!("calls: the header {name} differs"))),
        None => Ok(()),
    }
}

fn table(timed: &[Timed]) -> Table {
    let row = |candidate: &Timed, other: Option<&Timed>| {
        let ratio = |of: fn(&Timed, &Timed) -> Samples| {
            other.map(|other| of(candidate, other).text(2)).unwrap_or_default()
        };
        let (cpu, wall) = (ratio(Timed::cpu_ratio), ratio(Timed::wall_ratio));
        vec![candidate.name.to_owned(), candidate.cpu.text(1), candidate.wall.text(1), cpu, wall]
    };
    // Each is compared with the client by hand on its stack, hyper with the first of them.
    let rows = timed
        .iter()
        .enumerate()
        .map(|(index, candidate)| row(candidate, if index < 4 { timed.get(1) } else { timed.get(5) }));
    Table {
        caption: "One call".to_owned(),
        columns: COLUMNS.map(str::to_owned).to_vec(),
        rows: rows.collect(),
    }
}

fn goal(name: &str, ours: Option<&Timed>, theirs: Option<&Timed>) -> Option<Goal> {
    let (ours, theirs) = (ours?, theirs?);
    let (cpu, wall) = (ours.cpu_ratio(theirs), ours.wall_ratio(theirs));
    Some(Goal {
        goal: format!(
            "a call {name}: at most {BOUND:.1} times the CPU and the time of a client by hand on the same stack"
        ),
        measured: format!("{} times the CPU, {} times the time", cpu.text(2), wall.text(2)),
        reached: Some(cpu.median().max(wall.median()) <= BOUND),
    })
}

fn chart(timed: &[Timed]) -> Chart {
    let bar = |candidate: &Timed| (candidate.name.to_owned(), vec![(0.0, candidate.cpu.median())]);
    Chart {
        name: "calls".to_owned(),
        caption: "CPU of one call".to_owned(),
        x: String::new(),
        y: "CPU, µs".to_owned(),
        logarithmic: false,
        lines: timed.iter().map(bar).collect(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::server::listen;
    use super::{goal, timed};
    use crate::in_process::Timed;
    use crate::stats::Samples;
    use std::time::Duration;

    #[test]
    fn the_larger_ratio_is_held_against_the_goal() {
        let timed = |cpu, wall| Timed { name: "", cpu: Samples(vec![cpu]), wall: Samples(vec![wall]) };
        for (cpu, wall, reached) in [(11.0, 22.0, true), (13.0, 22.0, false), (11.0, 26.0, false)] {
            let goal = goal("x", Some(&timed(cpu, wall)), Some(&timed(10.0, 20.0))).unwrap();
            assert_eq!(goal.reached, Some(reached), "{goal:?}");
        }
    }

    #[test]
    fn all_clients_get_their_replies_and_sign_alike() {
        let timed = timed(listen().unwrap(), 2, Duration::ZERO).unwrap();
        assert_eq!(timed.len(), 6);
        assert!(timed.iter().all(|timed| timed.wall.0.len() == 2));
    }
}
