//! Everything that this process tells `tracing` and `log`, at their finest level.

use std::fmt::{Debug, Write};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, Once, PoisonError};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

static TEXT: Mutex<String> = Mutex::new(String::new());

/// Begins to listen, once for all tests of the process.
pub(crate) fn listen() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        tracing::subscriber::set_global_default(Everything(AtomicU64::new(1))).expect("the only subscriber");
        log::set_logger(&Lines).expect("the only logger");
        log::set_max_level(log::LevelFilter::Trace);
    });
}

/// What was told so far.
pub(crate) fn text() -> String {
    TEXT.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

fn add(line: &str) {
    let mut text = TEXT.lock().unwrap_or_else(PoisonError::into_inner);
    text.push_str(line);
    text.push('\n');
}

struct Everything(AtomicU64);

#[derive(Default)]
struct Fields(String);

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let _ = write!(self.0, " {field}={value:?}");
    }
}

impl Subscriber for Everything {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut fields = Fields::default();
        span.record(&mut fields);
        add(&format!("span {} {}:{}", span.metadata().target(), span.metadata().name(), fields.0));
        Id::from_u64(self.0.fetch_add(1, Ordering::Relaxed))
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        let mut fields = Fields::default();
        values.record(&mut fields);
        add(&format!("record{}", fields.0));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut fields = Fields::default();
        event.record(&mut fields);
        add(&format!("event {}:{}", event.metadata().target(), fields.0));
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

struct Lines;

impl log::Log for Lines {
    /// At the finest level of all, and only there, ureq logs whole requests: SECURITY.md says so.
    fn enabled(&self, metadata: &log::Metadata<'_>) -> bool {
        metadata.level() < log::Level::Trace || !metadata.target().starts_with("ureq")
    }

    fn log(&self, record: &log::Record<'_>) {
        if self.enabled(record.metadata()) {
            add(&format!("log {}: {}", record.target(), record.args()));
        }
    }

    fn flush(&self) {}
}
