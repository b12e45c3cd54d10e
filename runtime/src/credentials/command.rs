use super::words;
use std::future::poll_fn;
use std::io::{self, Read};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::task::{Poll, Waker};
use std::thread;
use std::time::{Duration, Instant};

/// The most bytes that a command may write.
const LONGEST: u64 = 1 << 16;

/// How often a command is asked whether it has ended.
const TICK: Duration = Duration::from_millis(5);

/// The outcome, or who waits for it.
#[derive(Default)]
struct Slot {
    outcome: Option<io::Result<String>>,
    waker: Option<Waker>,
}

/// Runs a command on a thread of its own, so that no executor is held up.
pub(super) async fn run(command: &str, limit: Duration) -> io::Result<String> {
    let words = words::split(command)
        .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "a quote in it is not closed"))?;
    let slot = Arc::new(Mutex::new(Slot::default()));
    let filled = Arc::clone(&slot);
    thread::Builder::new().name("alicloud-command".to_owned()).spawn(move || {
        let outcome = output(&words, limit);
        let mut slot = filled.lock().unwrap_or_else(PoisonError::into_inner);
        slot.outcome = Some(outcome);
        let waker = slot.waker.take();
        drop(slot);
        if let Some(waker) = waker {
            waker.wake();
        }
    })?;
    poll_fn(|context| {
        let mut slot = slot.lock().unwrap_or_else(PoisonError::into_inner);
        match slot.outcome.take() {
            Some(outcome) => Poll::Ready(outcome),
            None => {
                slot.waker = Some(context.waker().clone());
                Poll::Pending
            }
        }
    })
    .await
}

fn output(words: &[String], limit: Duration) -> io::Result<String> {
    let started = Instant::now();
    let Some((program, arguments)) = words.split_first() else {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is empty"));
    };
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped());
    let mut child = command.spawn()?;
    let (sender, receiver) = mpsc::channel();
    if let Some(stdout) = child.stdout.take() {
        // Not joined: a process that outlives the command may keep the pipe open.
        thread::Builder::new().name("alicloud-output".to_owned()).spawn(move || {
            let mut text = String::new();
            let read = stdout.take(LONGEST).read_to_string(&mut text);
            // Nobody listens any more where the limit has passed.
            let _ = sender.send(read.map(|_| text));
        })?;
    }
    let status = match wait(&mut child, started, limit) {
        Ok(status) => status,
        Err(error) => {
            let _ = child.kill();
            let _ = child.wait();
            return Err(error);
        }
    };
    if !status.success() {
        return Err(io::Error::other(format!("it failed with {status}")));
    }
    let left = limit.saturating_sub(started.elapsed());
    receiver.recv_timeout(left).map_err(|_| too_late(limit))?
}

fn wait(child: &mut Child, started: Instant, limit: Duration) -> io::Result<std::process::ExitStatus> {
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        let left = limit.saturating_sub(started.elapsed());
        if left.is_zero() {
            return Err(too_late(limit));
        }
        thread::sleep(left.min(TICK));
    }
}

fn too_late(limit: Duration) -> io::Error {
    io::Error::new(io::ErrorKind::TimedOut, format!("it did not end within {limit:?}"))
}
