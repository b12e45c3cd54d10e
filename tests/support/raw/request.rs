use std::io::Read;

/// A request as the server read it.
#[derive(Clone, Debug)]
pub struct Request {
    /// Which of the server's connections it came on, from zero.
    pub connection: usize,
    /// Request line and headers.
    pub head: String,
    /// What followed.
    pub body: Vec<u8>,
}

impl Request {
    /// Reads the next one; `None` at the end of the connection.
    pub(super) fn read(stream: &mut impl Read, connection: usize) -> Option<Self> {
        let (mut bytes, mut buffer) = (Vec::new(), [0; 4096]);
        loop {
            if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
                let body = bytes.split_off(end + 4);
                let request = Self { connection, head: String::from_utf8_lossy(&bytes).into_owned(), body };
                return request.complete(stream);
            }
            let length = stream.read(&mut buffer).ok().filter(|length| *length > 0)?;
            bytes.extend_from_slice(buffer.get(..length)?);
        }
    }

    fn complete(mut self, stream: &mut impl Read) -> Option<Self> {
        let length: usize = self.header("content-length").and_then(|value| value.parse().ok()).unwrap_or(0);
        let missing = length.saturating_sub(self.body.len());
        let mut rest = vec![0; missing];
        stream.read_exact(&mut rest).ok()?;
        self.body.extend(rest);
        Some(self)
    }

    /// Method, target and version.
    pub fn line(&self) -> &str {
        self.head.lines().next().unwrap_or_default()
    }

    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().skip(1).find_map(|line| {
            let (found, value) = line.split_once(':')?;
            found.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }

    /// A parameter of the query, as it was written.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let target = self.line().split(' ').nth(1)?;
        let (_, query) = target.split_once('?')?;
        query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
    }
}
