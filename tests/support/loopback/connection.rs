use super::Answer;
use super::answer::Wait;
use crate::verifier::complete;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// How long a silent connection is kept.
const PATIENCE: Duration = Duration::from_secs(5);

/// Serves one connection until the client closes it. `respond` turns the bytes of a request into an answer.
pub(super) fn serve(mut stream: TcpStream, respond: impl Fn(&[u8]) -> Answer) {
    let timeout = stream.set_read_timeout(Some(PATIENCE));
    if timeout.and_then(|()| stream.set_nodelay(true)).is_err() {
        return;
    }
    while let Some(request) = read(&mut stream) {
        if !write(&mut stream, &respond(&request)) {
            return;
        }
    }
}

/// The bytes of one request; `None` at the end of the connection.
fn read(stream: &mut TcpStream) -> Option<Vec<u8>> {
    let (mut bytes, mut buffer) = (Vec::new(), [0; 4096]);
    while !complete(&bytes) {
        let length = stream.read(&mut buffer).ok().filter(|length| *length > 0)?;
        bytes.extend_from_slice(buffer.get(..length)?);
    }
    Some(bytes)
}

/// Whether the connection goes on.
fn write(stream: &mut TcpStream, answer: &Answer) -> bool {
    let (first, rest, closes) = answer.parts();
    if stream.write_all(&first).is_err() {
        return false;
    }
    match answer.wait {
        Wait::For(time) => std::thread::sleep(time),
        // Clients that wait for an answer send nothing, so whatever ends this read is the end.
        Wait::ForTheClient => drop(stream.read(&mut [0])),
    }
    stream.write_all(&rest).is_ok() && !closes
}
