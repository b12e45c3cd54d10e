use std::io::{Read, Write, copy};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// A proxy that leads everything to one server, and remembers what it was asked.
pub(crate) struct Tunnel {
    pub(crate) address: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Tunnel {
    pub(crate) fn start(upstream: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&asked);
        // Ends with the program.
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let log = Arc::clone(&log);
                thread::spawn(move || lead(client, upstream, &log));
            }
        });
        Self { address, asked }
    }

    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

fn lead(mut client: TcpStream, upstream: SocketAddr, log: &Mutex<Vec<String>>) {
    let mut server = TcpStream::connect(upstream).unwrap();
    let mut first = [0; 1];
    client.peek(&mut first).unwrap();
    if first == [5] {
        log.lock().unwrap().push(greet_socks(&mut client));
    } else {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            client.read_exact(&mut first).unwrap();
            head.extend(first);
        }
        log.lock().unwrap().push(String::from_utf8(head).unwrap());
        client.write_all(b"HTTP/1.1 200 Connected\r\n\r\n").unwrap();
    }
    let (mut from_client, mut to_server) = (client.try_clone().unwrap(), server.try_clone().unwrap());
    thread::spawn(move || copy(&mut from_client, &mut to_server));
    drop(copy(&mut server, &mut client));
}

/// The handshake of RFC 1928 without a password; the name or address that was asked for.
fn greet_socks(client: &mut TcpStream) -> String {
    let mut take = |length: usize| {
        let mut bytes = vec![0; length];
        client.read_exact(&mut bytes).unwrap();
        bytes
    };
    let methods = take(2)[1];
    take(methods.into());
    client.write_all(&[5, 0]).unwrap();
    let mut take = |length: usize| {
        let mut bytes = vec![0; length];
        client.read_exact(&mut bytes).unwrap();
        bytes
    };
    let kind = take(4)[3];
    let host = match kind {
        3 => {
            let length = take(1)[0];
            String::from_utf8(take(length.into())).unwrap()
        }
        _ => take(4).iter().map(u8::to_string).collect::<Vec<_>>().join("."),
    };
    take(2);
    client.write_all(&[5, 0, 0, 1, 0, 0, 0, 0, 0, 0]).unwrap();
    host
}
