use std::collections::VecDeque;
use std::time::Duration;

/// One server-sent event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct RawEvent {
    /// Its name, where it has one.
    pub(crate) name: Option<String>,
    /// The latest id of the stream.
    pub(crate) id: Option<String>,
    /// How long to wait before connecting again, where it says so.
    pub(crate) retry: Option<Duration>,
    /// Its data lines, joined by line feeds.
    pub(crate) data: String,
}

/// Finds events in chunks that may end anywhere (`docs/wire.md`, "Server-sent events").
#[derive(Debug, Default)]
pub(crate) struct Parser {
    /// The line that has not ended yet.
    line: Vec<u8>,
    /// The last byte was a carriage return, so a line feed now is part of the same line end.
    ended_by_return: bool,
    /// A byte order mark can only stand in front of the first line.
    is_past_first_line: bool,
    id: Option<String>,
    name: Option<String>,
    retry: Option<Duration>,
    data: Option<String>,
    ready: VecDeque<RawEvent>,
}

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

impl Parser {
    /// Takes the next chunk.
    pub(crate) fn feed(&mut self, chunk: &[u8]) {
        let mut rest = chunk;
        while let Some((&first, after)) = rest.split_first() {
            if std::mem::take(&mut self.ended_by_return) && first == b'\n' {
                rest = after;
                continue;
            }
            let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
            let Some(length) = rest.iter().position(is_end) else {
                self.line.extend_from_slice(rest);
                return;
            };
            let (line, after) = rest.split_at_checked(length).unwrap_or((rest, &[]));
            self.line.extend_from_slice(line);
            self.ended_by_return = after.first() == Some(&b'\r');
            self.end_line();
            rest = after.get(1..).unwrap_or_default();
        }
    }

    /// The stream has ended. What has arrived of the last event counts as an event.
    pub(crate) fn finish(&mut self) {
        if !self.line.is_empty() {
            self.end_line();
        }
        self.end_event();
    }

    /// The next event that is complete.
    pub(crate) fn next(&mut self) -> Option<RawEvent> {
        self.ready.pop_front()
    }

    /// Length of what has arrived of the next event.
    pub(crate) fn pending(&self) -> usize {
        self.line.len().saturating_add(self.data.as_ref().map_or(0, String::len))
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let mut text = line.as_slice();
        if !std::mem::replace(&mut self.is_past_first_line, true) {
            text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
        }
        if text.is_empty() {
            self.end_event();
        } else {
            let text = String::from_utf8_lossy(text);
            let (field, value) = text.split_once(':').unwrap_or((&text, ""));
            self.field(field, value.strip_prefix(' ').unwrap_or(value));
        }
        // The next line can have its memory.
        self.line = line;
        self.line.clear();
    }

    fn field(&mut self, field: &str, value: &str) {
        match field {
            "data" => match &mut self.data {
                Some(data) => {
                    data.push('\n');
                    data.push_str(value);
                }
                None => self.data = Some(value.to_owned()),
            },
            "event" => self.name = Some(value.to_owned()).filter(|name| !name.is_empty()),
            "id" if !value.contains('\0') => self.id = Some(value.to_owned()).filter(|id| !id.is_empty()),
            "retry" if value.bytes().all(|byte| byte.is_ascii_digit()) => {
                self.retry = value.parse().ok().map(Duration::from_millis);
            }
            // A comment has an empty name; a field of any other name is left out.
            _ => {}
        }
    }

    /// An event without data is none.
    fn end_event(&mut self) {
        let (name, retry) = (self.name.take(), self.retry.take());
        if let Some(data) = self.data.take() {
            self.ready.push_back(RawEvent { name, id: self.id.clone(), retry, data });
        }
    }
}
