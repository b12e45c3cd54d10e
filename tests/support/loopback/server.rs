use super::{Answer, connection};
use crate::verifier::{Rejection, Verified, Verifier};
use std::collections::VecDeque;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

/// A server in a thread of its own, until it is dropped.
///
/// A request that the verifier refuses is answered with the refusal, and leaves the script alone.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Debug)]
struct Shared {
    verifier: Mutex<Verifier>,
    script: Mutex<VecDeque<Answer>>,
    log: Mutex<Vec<Result<Verified, Rejection>>>,
    stopped: AtomicBool,
}

impl Server {
    /// Starts on a free port.
    #[allow(clippy::expect_used, reason = "without a port there is nothing to test")]
    pub fn start(verifier: Verifier, script: impl IntoIterator<Item = Answer>) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("no port is free");
        let address = listener.local_addr().expect("the port has no address");
        let shared = Arc::new(Shared {
            verifier: Mutex::new(verifier),
            script: Mutex::new(script.into_iter().collect()),
            log: Mutex::default(),
            stopped: AtomicBool::new(false),
        });
        let accepting = Arc::clone(&shared);
        let thread = std::thread::spawn(move || accept(&listener, &accepting));
        Self { address, shared, thread: Some(thread) }
    }

    /// Address as an endpoint, `http://127.0.0.1:port`.
    pub fn endpoint(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Every request so far, with what the verifier said.
    pub fn log(&self) -> Vec<Result<Verified, Rejection>> {
        lock(&self.shared.log).clone()
    }

    /// The only request so far, which must have been accepted.
    ///
    /// # Panics
    /// There were more or fewer, or it was refused.
    #[track_caller]
    #[allow(clippy::panic, reason = "for tests")]
    pub fn only_request(&self) -> Verified {
        match self.log().as_slice() {
            [Ok(verified)] => verified.clone(),
            other => panic!("not one accepted request: {other:?}"),
        }
    }

    /// Number of answers that have not been asked for.
    pub fn remaining(&self) -> usize {
        lock(&self.shared.script).len()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.stopped.store(true, Ordering::SeqCst);
        // Wakes the thread, which waits for a connection.
        let woken = TcpStream::connect(self.address);
        if let (Ok(_), Some(thread)) = (woken, self.thread.take()) {
            drop(thread.join());
        }
    }
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for stream in listener.incoming() {
        if shared.stopped.load(Ordering::SeqCst) {
            return;
        }
        if let Ok(stream) = stream {
            let shared = Arc::clone(shared);
            // Not joined: it ends when the client closes the connection.
            std::thread::spawn(move || connection::serve(stream, |bytes| shared.respond(bytes)));
        }
    }
}

impl Shared {
    fn respond(&self, bytes: &[u8]) -> Answer {
        let verdict = lock(&self.verifier).verify(bytes);
        lock(&self.log).push(verdict.clone());
        match verdict {
            Ok(_) => lock(&self.script).pop_front().unwrap_or_else(|| {
                Answer::json(
                    500,
                    r#"{"Code":"ScriptIsOver","Message":"no answer is left","RequestId":"R-none"}"#,
                )
            }),
            Err(rejection) => {
                let (status, code) = rejection.answer();
                let body = serde_json::json!({
                    "Code": code,
                    "Message": rejection.to_string(),
                    "RequestId": "R-refused",
                    "HostId": "127.0.0.1",
                });
                Answer::json(status, body.to_string()).header("x-acs-request-id", "R-refused")
            }
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
