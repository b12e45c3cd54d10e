use std::time::Duration;

/// One answer of a script.
#[derive(Clone, Debug)]
pub struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    /// How many bytes are sent before the wait.
    before_wait: Option<usize>,
    pub(super) wait: Wait,
    /// How many bytes are sent before the server closes the connection.
    before_close: Option<usize>,
}

/// What the server does in the middle of an answer.
#[derive(Clone, Copy, Debug)]
pub(super) enum Wait {
    /// Goes on after this time.
    For(Duration),
    /// Goes on when the client has closed the connection.
    ForTheClient,
}

impl Answer {
    /// An answer without a body.
    pub fn empty(status: u16) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: Vec::new(),
            before_wait: None,
            wait: Wait::For(Duration::ZERO),
            before_close: None,
        }
    }

    /// An answer with a body of any type.
    pub fn new(status: u16, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        let mut answer = Self::empty(status).header("content-type", content_type);
        answer.body = body.into();
        answer
    }

    /// A JSON answer.
    pub fn json(status: u16, body: impl Into<Vec<u8>>) -> Self {
        Self::new(status, "application/json;charset=utf-8", body)
    }

    /// Adds a header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Waits before the first byte.
    #[must_use]
    pub fn after(mut self, time: Duration) -> Self {
        self.wait = Wait::For(time);
        self
    }

    /// No byte, until the client gives up.
    pub fn never() -> Self {
        Self { wait: Wait::ForTheClient, ..Self::empty(200) }
    }

    /// The head and the first byte of the body, and no more until the client gives up.
    #[must_use]
    pub fn stalling(self) -> Self {
        self.stalling_after(1)
    }

    /// The head and this many bytes of the body, and no more until the client gives up.
    #[must_use]
    pub fn stalling_after(mut self, length: usize) -> Self {
        self.before_wait = Some(self.bytes().len() - self.body.len() + length);
        self.wait = Wait::ForTheClient;
        self
    }

    /// The head and this many bytes of the body, and the rest when this time has passed.
    #[must_use]
    pub fn pausing_after(mut self, length: usize, time: Duration) -> Self {
        self.before_wait = Some(self.bytes().len() - self.body.len() + length);
        self.wait = Wait::For(time);
        self
    }

    /// Closes the connection without a byte of an answer.
    pub fn hang_up() -> Self {
        Self { before_close: Some(0), ..Self::empty(200) }
    }

    /// Closes the connection before the last byte.
    #[must_use]
    pub fn cut(mut self) -> Self {
        self.before_close = Some(self.bytes().len() - 1);
        self
    }

    /// Closes the connection after the answer, unannounced.
    #[must_use]
    pub fn closing(mut self) -> Self {
        self.before_close = Some(self.bytes().len());
        self
    }

    /// The bytes before the wait, the bytes after it, and whether the connection is closed then.
    pub(super) fn parts(&self) -> (Vec<u8>, Vec<u8>, bool) {
        let mut first = self.bytes();
        first.truncate(self.before_close.unwrap_or(usize::MAX));
        let rest = first.split_off(self.before_wait.unwrap_or(0).min(first.len()));
        (first, rest, self.before_close.is_some())
    }

    fn bytes(&self) -> Vec<u8> {
        let mut head = format!("HTTP/1.1 {} Scripted\r\n", self.status);
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        // A 204 has no body and must not say that it is empty.
        if self.status != 204 {
            head.push_str(&format!("content-length: {}\r\n", self.body.len()));
        }
        head.push_str("\r\n");
        let mut bytes = head.into_bytes();
        bytes.extend_from_slice(&self.body);
        bytes
    }
}
