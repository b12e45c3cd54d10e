use std::time::{SystemTime, UNIX_EPOCH};

const DAY: i64 = 86_400;

/// A point in time as `YYYY-MM-DDTHH:MM:SSZ` (`docs/wire.md`, "Request headers").
pub(crate) fn iso8601(time: SystemTime) -> String {
    let seconds = match time.duration_since(UNIX_EPOCH) {
        Ok(after) => i64::try_from(after.as_secs()).unwrap_or(i64::MAX),
        Err(before) => i64::try_from(before.duration().as_secs()).map_or(i64::MIN, |seconds| -seconds),
    };
    let (year, month, day) = civil(seconds.div_euclid(DAY));
    let second = seconds.rem_euclid(DAY);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// Year, month and day of the proleptic Gregorian calendar from days since 1970-01-01.
///
/// Years are counted from 1 March, so that the leap day is the last day of a year, and days in eras of 400
/// years, each of 146,097 days.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    (year, month, day)
}

/// Reads `YYYY-MM-DDTHH:MM:SSZ`, with or without a fraction of the second: how services write when something expires.
pub(crate) fn parse_iso8601(text: &str) -> Option<SystemTime> {
    let (date, time) = text.trim().strip_suffix('Z')?.split_once('T')?;
    let mut date = date.splitn(3, '-').map(digits);
    let (year, month, day) = (date.next()??, date.next()??, date.next()??);
    let time = time.split_once('.').map_or(time, |(whole, _)| whole);
    moment(year, month, day, time)
}

/// Reads the date of an HTTP header: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, "Date/Time Formats").
pub(crate) fn parse_http(text: &str) -> Option<SystemTime> {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let mut words = text.trim().split(' ').skip(1);
    let day = digits(words.next()?)?;
    let name = words.next()?;
    let month = MONTHS.iter().position(|month| *month == name)? + 1;
    let year = digits(words.next()?)?;
    let time = words.next()?;
    (words.next()? == "GMT").then(|| moment(year, i64::try_from(month).ok()?, day, time))?
}

fn moment(year: i64, month: i64, day: i64, time: &str) -> Option<SystemTime> {
    let mut time = time.splitn(3, ':').map(digits);
    let (hour, minute, second) = (time.next()??, time.next()??, time.next()??);
    let is_possible = (1970..=9999).contains(&year)
        && (1..=12).contains(&month)
        && (1..=31).contains(&day)
        && hour < 24
        && minute < 60
        && second <= 60;
    if !is_possible {
        return None;
    }
    let seconds = days(year, month, day) * DAY + hour * 3600 + minute * 60 + second;
    UNIX_EPOCH.checked_add(std::time::Duration::from_secs(u64::try_from(seconds).ok()?))
}

fn digits(text: &str) -> Option<i64> {
    let is_number = !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok())?
}

/// Days since 1970-01-01 of a date; the reverse of [`civil`].
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let shifted_month = if month > 2 { month - 3 } else { month + 9 };
    let day_of_year = (153 * shifted_month + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::{iso8601, parse_http, parse_iso8601};
    use std::time::{Duration, UNIX_EPOCH};

    #[test]
    fn dates_are_read_as_they_are_written() {
        for seconds in [0, 951_782_400, 1_767_323_045, 4_102_444_799, 68_169_600 - 1] {
            let time = UNIX_EPOCH + Duration::from_secs(seconds);
            assert_eq!(parse_iso8601(&iso8601(time)), Some(time), "{seconds}");
        }
        let time = Some(UNIX_EPOCH + Duration::from_secs(784_111_777));
        assert_eq!(parse_http("Sun, 06 Nov 1994 08:49:37 GMT"), time);
        assert_eq!(parse_iso8601("1994-11-06T08:49:37.123Z"), time);
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in
            ["", "tomorrow", "2024-13-01T00:00:00Z", "2024-01-01T00:00:00", "2024-01-01T25:00:00Z", "é"]
        {
            assert_eq!(parse_iso8601(text), None, "{text}");
        }
        for text in ["", "Sun", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 CET"] {
            assert_eq!(parse_http(text), None, "{text}");
        }
    }
}
