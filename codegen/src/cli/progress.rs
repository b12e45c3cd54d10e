use crate::import::run::Progress;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal;
use std::sync::OnceLock;
use std::time::Duration;

/// Time between two pictures of something whose end is not known.
const TICK: Duration = Duration::from_millis(120);

/// A bar on standard error, where that is a terminal: of documents, or of the bytes of a single one that is downloaded.
#[derive(Debug, Default)]
pub(super) struct Bar {
    bar: OnceLock<ProgressBar>,
    /// The single document is downloaded, so its bytes are counted.
    of_bytes: OnceLock<bool>,
}

impl Progress for Bar {
    fn begin(&self, documents: usize, is_remote: bool) {
        let is_single = documents == 1;
        if (is_single && !is_remote) || !std::io::stderr().is_terminal() {
            return;
        }
        let length = if is_single { 0 } else { u64::try_from(documents).unwrap_or(u64::MAX) };
        let bar = ProgressBar::with_draw_target(Some(length), ProgressDrawTarget::stderr());
        let picture = if is_single { "{spinner} {bytes} {msg}" } else { "{bar:30} {pos}/{len} {msg}" };
        if let Ok(style) = ProgressStyle::with_template(picture) {
            bar.set_style(style);
        }
        bar.enable_steady_tick(TICK);
        let _ = self.of_bytes.set(is_single);
        let _ = self.bar.set(bar);
    }

    fn downloaded(&self, document: &str, bytes: u64, of: Option<u64>) {
        let Some(bar) = self.bar.get() else { return };
        bar.set_message(document.to_owned());
        if self.of_bytes.get() == Some(&true) {
            if let Some(of) = of {
                bar.set_length(of);
            }
            bar.set_position(bytes);
        }
    }

    fn done(&self, document: &str) {
        let Some(bar) = self.bar.get() else { return };
        if self.of_bytes.get() == Some(&false) {
            bar.set_message(document.to_owned());
            bar.inc(1);
        }
    }

    fn end(&self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}
