use crate::credentials::Credentials;
use crate::credentials::secret_json::text;
use crate::date;
use serde_json::Value;
use std::time::{Duration, SystemTime};

/// Clocks that are less apart than this count as equal.
const TOLERANCE: Duration = Duration::from_secs(60);

/// Reads `AccessKeyId`, `AccessKeySecret`, `SecurityToken` and `Expiration`, which servers send in this spelling or
/// with a small first letter.
///
/// `date` is when the server answered by its own clock: where that differs from `now`, the credentials expire as much
/// later or earlier by ours.
///
/// # Errors
/// What is missing or is no date, to be put behind the server's name. Never a value.
pub(in crate::credentials) fn received(
    json: &Value,
    date: Option<SystemTime>,
    now: SystemTime,
) -> Result<Credentials, String> {
    let (id, secret) = (member(json, "AccessKeyId"), member(json, "AccessKeySecret"));
    let (Some(id), Some(secret)) = (id, secret) else {
        let missing = [("AccessKeyId", id), ("AccessKeySecret", secret)];
        let missing: Vec<&str> =
            missing.iter().filter(|(_, value)| value.is_none()).map(|(name, _)| *name).collect();
        return Err(format!("gave an answer without {}", missing.join(" and ")));
    };
    let token = member(json, "SecurityToken").unwrap_or_default();
    let credentials = Credentials::new(id, secret).with_security_token(token);
    let Some(expiration) = member(json, "Expiration") else { return Ok(credentials) };
    let expiration = date::parse_iso8601(expiration)
        .ok_or("gave an answer whose Expiration is no date of the form 2026-01-02T03:04:05Z")?;
    Ok(credentials.with_expiration(by_our_clock(expiration, date, now)))
}

fn by_our_clock(expiration: SystemTime, date: Option<SystemTime>, now: SystemTime) -> SystemTime {
    let Some(date) = date else { return expiration };
    let shifted = match now.duration_since(date) {
        Ok(ahead) if ahead > TOLERANCE => expiration.checked_add(ahead),
        Err(behind) if behind.duration() > TOLERANCE => expiration.checked_sub(behind.duration()),
        _ => None,
    };
    shifted.unwrap_or(expiration)
}

fn member<'a>(json: &'a Value, name: &str) -> Option<&'a str> {
    let small = || -> String {
        let mut letters = name.chars();
        letters.next().map(|first| first.to_ascii_lowercase()).into_iter().chain(letters).collect()
    };
    text(json, name).or_else(|| text(json, &small()))
}

#[cfg(test)]
mod tests {
    use super::received;
    use serde_json::json;
    use std::time::{Duration, UNIX_EPOCH};

    #[test]
    fn both_spellings_are_read() {
        let now = UNIX_EPOCH;
        for json in [
            json!({"AccessKeyId": "i", "AccessKeySecret": "s", "SecurityToken": "t"}),
            json!({"accessKeyId": "i", "accessKeySecret": "s", "securityToken": "t"}),
        ] {
            let credentials = received(&json, None, now).unwrap();
            assert_eq!(credentials.access_key_id(), "i");
            assert_eq!(credentials.access_key_secret().expose(), "s");
            assert_eq!(credentials.security_token().unwrap().expose(), "t");
            assert_eq!(credentials.expiration(), None);
        }
    }

    #[test]
    fn what_is_wrong_is_named_and_nothing_is_shown() {
        let error = |json| received(&json, None, UNIX_EPOCH).unwrap_err();
        assert!(error(json!({"AccessKeyId": "hunter2"})).ends_with("without AccessKeySecret"));
        assert!(error(json!([])).ends_with("without AccessKeyId and AccessKeySecret"));
        let expiration = json!({"AccessKeyId": "i", "AccessKeySecret": "s", "Expiration": "hunter2"});
        assert!(error(expiration.clone()).contains("Expiration") && !error(expiration).contains("hunter2"));
    }

    #[test]
    fn the_servers_clock_says_how_long_they_live() {
        let json = json!({"AccessKeyId": "i", "AccessKeySecret": "s", "Expiration": "2026-01-02T04:04:05Z"});
        let expiration = UNIX_EPOCH + Duration::from_secs(1_767_326_645);
        let (hour, minute) = (Duration::from_secs(3600), Duration::from_secs(60));
        let at = |date, now| received(&json, date, now).unwrap().expiration().unwrap();
        let theirs = expiration - hour;
        assert_eq!(at(None, theirs + 2 * hour), expiration, "without a date nothing is known");
        assert_eq!(at(Some(theirs), theirs + minute), expiration, "the clocks agree");
        assert_eq!(at(Some(theirs), theirs + 2 * hour), expiration + 2 * hour);
        assert_eq!(at(Some(theirs), theirs - 2 * hour), expiration - 2 * hour);
    }
}
