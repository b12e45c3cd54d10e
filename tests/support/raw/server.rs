use super::{Authority, Request, Step, connection};
use rustls::{ServerConnection, StreamOwned};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// No server of a test keeps a connection for longer.
const PATIENCE: Duration = Duration::from_secs(10);

type Respond = Box<dyn Fn(&Request) -> Vec<Step> + Send + Sync>;

/// A server with a thread for every connection, until it is dropped.
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

struct Shared {
    respond: Respond,
    authority: Option<Authority>,
    /// `None`: requests are forgotten.
    log: Option<Mutex<Vec<Request>>>,
    connections: AtomicUsize,
    ended: AtomicUsize,
    stopped: AtomicBool,
}

impl Server {
    /// Starts on a free port.
    pub fn start(respond: impl Fn(&Request) -> Vec<Step> + Send + Sync + 'static) -> Self {
        Self::listen(Box::new(respond), None, true)
    }

    /// Starts on a free port and keeps no request, for tests that send very many.
    pub fn start_forgetful(respond: impl Fn(&Request) -> Vec<Step> + Send + Sync + 'static) -> Self {
        Self::listen(Box::new(respond), None, false)
    }

    /// Starts on a free port, behind TLS with a certificate of this authority.
    pub fn start_tls(
        authority: &Authority,
        respond: impl Fn(&Request) -> Vec<Step> + Send + Sync + 'static,
    ) -> Self {
        Self::listen(Box::new(respond), Some(authority.clone()), true)
    }

    #[allow(clippy::expect_used, reason = "without a port there is nothing to test")]
    fn listen(respond: Respond, authority: Option<Authority>, has_log: bool) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("no port is free");
        let address = listener.local_addr().expect("the port has no address");
        let shared = Arc::new(Shared {
            respond,
            authority,
            log: has_log.then(Mutex::default),
            connections: AtomicUsize::new(0),
            ended: AtomicUsize::new(0),
            stopped: AtomicBool::new(false),
        });
        let accepting = Arc::clone(&shared);
        let thread = std::thread::spawn(move || accept(&listener, &accepting));
        Self { address, shared, thread: Some(thread) }
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Address as an endpoint.
    pub fn endpoint(&self) -> String {
        let scheme = if self.shared.authority.is_some() { "https" } else { "http" };
        format!("{scheme}://{}", self.address)
    }

    /// Every request so far.
    pub fn requests(&self) -> Vec<Request> {
        let log = self.shared.log.as_ref();
        log.map(|log| log.lock().unwrap_or_else(PoisonError::into_inner).clone()).unwrap_or_default()
    }

    /// How many connections there have been so far.
    pub fn connections(&self) -> usize {
        self.shared.connections.load(Ordering::SeqCst)
    }

    /// Waits until the server has closed every connection so far, and until that has had time to arrive.
    pub fn wait_for_ends(&self) {
        let moment = Duration::from_millis(2);
        let begun = Instant::now();
        while self.shared.ended.load(Ordering::SeqCst) < self.connections() && begun.elapsed() < PATIENCE {
            std::thread::sleep(moment);
        }
        std::thread::sleep(moment);
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
            let number = shared.connections.fetch_add(1, Ordering::SeqCst);
            let shared = Arc::clone(shared);
            // Not joined: it ends when the client closes the connection.
            std::thread::spawn(move || {
                shared.serve(&stream, number);
                drop(stream);
                shared.ended.fetch_add(1, Ordering::SeqCst);
            });
        }
    }
}

impl Shared {
    fn serve(&self, tcp: &TcpStream, number: usize) {
        let respond = |request: &Request| {
            if let Some(log) = &self.log {
                log.lock().unwrap_or_else(PoisonError::into_inner).push(request.clone());
            }
            (self.respond)(request)
        };
        match &self.authority {
            None => connection::serve(tcp, tcp, number, respond),
            Some(authority) => {
                if let Ok(session) = ServerConnection::new(authority.server()) {
                    connection::serve(StreamOwned::new(session, tcp), tcp, number, respond);
                }
            }
        }
    }
}
