use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// What a server on this machine does with one request.
#[derive(Clone)]
pub enum Act {
    /// Answers with this status and body.
    Answer(u16, String),
    /// Answers as [`Act::Answer`] does, after a wait.
    Late(Duration, String),
    /// Sends an answer of status 200 that never ends, one byte after the other.
    Drip,
    /// Says nothing until the client goes away.
    Silence,
    /// Sends half of an answer, and nothing more until the client goes away.
    Half,
    /// Closes the connection.
    HangUp,
}

/// Plays a script, one act for each connection, and keeps what it received.
pub struct Server {
    pub address: SocketAddr,
    received: Arc<Mutex<Vec<String>>>,
}

impl Server {
    pub fn new(script: Vec<Act>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let received = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&received);
        thread::spawn(move || {
            for act in script {
                let Ok((stream, _)) = listener.accept() else { return };
                let log = Arc::clone(&log);
                // A client that is silent must not hold up the next.
                thread::spawn(move || play(stream, &act, &log));
            }
        });
        Self { address, received }
    }

    pub fn answering(body: impl Into<String>) -> Self {
        Self::new(vec![Act::Answer(200, body.into())])
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// First lines of the requests.
    pub fn lines(&self) -> Vec<String> {
        let received = self.received.lock().unwrap();
        received.iter().map(|request| request.lines().next().unwrap_or_default().to_owned()).collect()
    }

    pub fn received(&self) -> Vec<String> {
        self.received.lock().unwrap().clone()
    }
}

fn play(mut stream: TcpStream, act: &Act, log: &Mutex<Vec<String>>) {
    stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
    let request = read(&mut stream);
    log.lock().unwrap().push(request);
    match act {
        Act::Answer(status, body) => answer(&mut stream, *status, body),
        Act::Late(wait, body) => {
            thread::sleep(*wait);
            answer(&mut stream, 200, body);
        }
        Act::Drip => {
            let mut piece: &[u8] = b"HTTP/1.1 200 Scripted\r\ncontent-length: 60000\r\n\r\n";
            while stream.write_all(piece).is_ok() {
                piece = b"x";
                thread::sleep(Duration::from_millis(5));
            }
        }
        Act::Silence => drop(stream.read(&mut [0])),
        Act::Half => {
            let _ =
                stream.write_all(b"HTTP/1.1 200 Scripted\r\ncontent-length: 100\r\n\r\n{\"AccessKeyId\":");
            let _ = stream.read(&mut [0]);
        }
        Act::HangUp => {}
    }
}

fn answer(stream: &mut TcpStream, status: u16, body: &str) {
    let head =
        format!("HTTP/1.1 {status} Scripted\r\nconnection: close\r\ncontent-length: {}\r\n\r\n", body.len());
    let _ = stream.write_all((head + body).as_bytes());
}

fn read(stream: &mut TcpStream) -> String {
    let (mut bytes, mut buffer) = (Vec::new(), [0; 4096]);
    loop {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.split("content-length: ").nth(1).and_then(|rest| rest.lines().next());
            if body.len() >= length.and_then(|length| length.parse().ok()).unwrap_or(0) {
                return String::from_utf8_lossy(&bytes).into_owned();
            }
        }
        match stream.read(&mut buffer) {
            Ok(0) | Err(_) => return String::from_utf8_lossy(&bytes).into_owned(),
            Ok(length) => bytes.extend_from_slice(&buffer[..length]),
        }
    }
}
