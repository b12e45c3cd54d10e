use crate::date;
use crate::error::Error;
use http::HeaderMap;
use std::time::{Duration, SystemTime};

impl Error {
    /// How long the service asks to wait before the call is made again (`docs/wire.md`, "Retry").
    ///
    /// From `x-acs-retry-after` (milliseconds), else `Retry-After` (seconds, or a date against the answer's own `Date`),
    /// else the longest `TimeLeft` (milliseconds) of the quota headers where nothing remains. A wait of zero, or until a
    /// moment that has passed, counts as none.
    pub fn retry_after(&self) -> Option<Duration> {
        let headers = self.headers();
        own(headers).or_else(|| standard(headers)).or_else(|| quota(headers))
    }

    /// When the service answered, by its own clock.
    pub(crate) fn answer_date(&self) -> Option<SystemTime> {
        text(self.headers(), "date").and_then(date::parse_http)
    }

    /// Whether a header asks to wait, which says that the call was not carried out.
    pub(crate) fn asks_to_wait(&self) -> bool {
        own(self.headers()).is_some()
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok().map(str::trim)
}

/// No wait is no hint: clients that are all told so would come back at once and together.
fn some(wait: Duration) -> Option<Duration> {
    (!wait.is_zero()).then_some(wait)
}

fn own(headers: &HeaderMap) -> Option<Duration> {
    let milliseconds = text(headers, "x-acs-retry-after")?.parse().ok()?;
    some(Duration::from_millis(milliseconds))
}

fn standard(headers: &HeaderMap) -> Option<Duration> {
    let value = text(headers, "retry-after")?;
    if let Ok(seconds) = value.parse() {
        return some(Duration::from_secs(seconds));
    }
    let until = date::parse_http(value)?;
    // The two clocks of this machine and the service may differ, those of one answer do not.
    let now = text(headers, "date").and_then(date::parse_http).unwrap_or(SystemTime::UNIX_EPOCH);
    some(until.duration_since(now).unwrap_or_default()).filter(|_| now > SystemTime::UNIX_EPOCH)
}

/// `Limit:1,Remain:0,TimeLeft:2000,Reset:1234`
fn quota(headers: &HeaderMap) -> Option<Duration> {
    let waits = ["x-ratelimit-user-api", "x-ratelimit-user"].into_iter().filter_map(|name| {
        let parts =
            || text(headers, name)?.split(',').map(|part| part.split_once(':')).collect::<Option<Vec<_>>>();
        let parts = parts()?;
        let part = |wanted: &str| -> Option<u64> {
            let (_, value) = parts.iter().find(|(name, _)| name.trim() == wanted)?;
            value.trim().parse().ok()
        };
        (part("Remain")? == 0).then(|| part("TimeLeft"))?.map(Duration::from_millis)
    });
    waits.max().and_then(some)
}
