//! The server: another process, which answers every request with the same reply and keeps connections open.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;

use crate::decode::replies::{Order, SMALL, json};
use crate::error::{Error, Result};

/// The server's process. It ends with this value.
pub(super) struct Server {
    child: Child,
    address: SocketAddr,
}

impl Server {
    /// Starts this program once more, as a server.
    ///
    /// # Errors
    ///
    /// It cannot be started, or does not say where it listens.
    pub(super) fn start() -> Result<Self> {
        let mut child = Command::new(std::env::current_exe()?)
            .arg("serve")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let mut line = String::new();
        if let Some(output) = child.stdout.take() {
            BufReader::new(output).read_line(&mut line)?;
        }
        match line.trim().parse() {
            Ok(address) => Ok(Self { child, address }),
            Err(_) => {
                child.kill()?;
                Err(Error::new("the server did not say where it listens"))
            }
        }
    }

    /// Where it listens.
    pub(super) fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It is gone already where this fails.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Serves until its standard input ends: with the process that started it.
///
/// # Errors
///
/// There is no free port.
pub(crate) fn serve() -> Result<()> {
    let address = listen()?;
    println!("{address}");
    std::io::stdin().read_to_end(&mut Vec::new())?;
    Ok(())
}

/// Answers on a free port of the loopback address, with a thread for each connection.
pub(super) fn listen() -> Result<SocketAddr> {
    let listener = TcpListener::bind(("127.0.0.1", 0))?;
    let address = listener.local_addr()?;
    let reply = reply()?;
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let reply = reply.clone();
            // A connection that broke off is its client's to tell.
            thread::spawn(move || drop(answer(stream, &reply)));
        }
    });
    Ok(address)
}

/// The reply with the headers that a gateway sends.
pub(super) fn reply() -> Result<Vec<u8>> {
    let body = json(SMALL, Order::Documented)?;
    let head = format!(
        "HTTP/1.1 200 OK\r\nDate: Thu, 01 Jan 2026 00:00:00 GMT\r\nContent-Type: application/json;charset=utf-8\r\n\
         Content-Length: {}\r\nConnection: keep-alive\r\nKeep-Alive: timeout=25\r\nAccess-Control-Allow-Origin: *\r\n\
         x-acs-request-id: 0B48AB3C-84FC-424D-A01D-B9270EF46038\r\nx-acs-trace-id: 2f6b9e0d1c5a4b7e8f90a1b2c3d4e5f6\r\n\r\n",
        body.len()
    );
    let mut reply = head.into_bytes();
    reply.extend(body);
    Ok(reply)
}

fn answer(stream: TcpStream, reply: &[u8]) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut writer = stream.try_clone()?;
    let mut reader = BufReader::new(stream);
    let mut line = Vec::new();
    loop {
        let mut length = 0;
        loop {
            line.clear();
            if reader.read_until(b'\n', &mut line)? == 0 {
                return Ok(());
            }
            let text = String::from_utf8_lossy(&line).to_ascii_lowercase();
            match text.trim_end().split_once(": ") {
                Some(("content-length", value)) => length = value.parse().unwrap_or_default(),
                _ if text.trim_end().is_empty() => break,
                _ => {}
            }
        }
        std::io::copy(&mut reader.by_ref().take(length), &mut std::io::sink())?;
        writer.write_all(reply)?;
    }
}
