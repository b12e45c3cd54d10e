use super::{Request, Step};
use socket2::SockRef;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// How long a silent connection is kept.
const PATIENCE: Duration = Duration::from_secs(5);

/// Serves one connection until it ends. `tcp` is the socket below `stream`.
pub(super) fn serve(
    mut stream: impl Read + Write,
    tcp: &TcpStream,
    connection: usize,
    respond: impl Fn(&Request) -> Vec<Step>,
) {
    if tcp.set_read_timeout(Some(PATIENCE)).and_then(|()| tcp.set_nodelay(true)).is_err() {
        return;
    }
    while let Some(request) = Request::read(&mut stream, connection) {
        for step in respond(&request) {
            if !follow(&mut stream, tcp, step) {
                return;
            }
        }
    }
}

/// Whether the connection goes on.
fn follow(stream: &mut (impl Read + Write), tcp: &TcpStream, step: Step) -> bool {
    match step {
        Step::Send(bytes) => stream.write_all(&bytes).and_then(|()| stream.flush()).is_ok(),
        Step::Repeat(bytes, times) => (0..times).all(|_| stream.write_all(&bytes).is_ok()),
        Step::Wait(time) => {
            std::thread::sleep(time);
            true
        }
        Step::UntilClosed => {
            // Clients that wait for an answer send nothing, so whatever ends this read is the end.
            drop(stream.read(&mut [0]));
            false
        }
        Step::Close => false,
        Step::Reset => {
            drop(SockRef::from(tcp).set_linger(Some(Duration::ZERO)));
            false
        }
    }
}
