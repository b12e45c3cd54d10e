//! What is measured: one decoder each, from the bytes of a body to the reply.

use serde::de::IgnoredAny;

use super::checksum::Checked;
use super::emitted::fleet::describe_instances as emitted;
use super::{for_miniserde, for_serde};
use crate::error::{Error, Result};

/// Emitted types, through the decoder of the runtime.
pub(super) fn ours(json: &[u8]) -> Result<emitted::Reply> {
    alicloud_runtime::record::decode(json)
        .map(|decoded| decoded.value)
        .map_err(|error| Error::new(error.to_string()))
}

/// serde derive on serde_json, which checks each text by itself.
pub(super) fn derive(json: &[u8]) -> Result<for_serde::Reply> {
    Ok(serde_json::from_slice(json)?)
}

/// serde derive on serde_json, from bytes that are checked once whether they are text.
pub(super) fn derive_checked(json: &[u8]) -> Result<for_serde::Reply> {
    let text = std::str::from_utf8(json).map_err(|error| Error::new(error.to_string()))?;
    Ok(serde_json::from_str(text)?)
}

/// miniserde, which reads text: whether the bytes are text is checked first.
pub(super) fn miniserde(json: &[u8]) -> Result<for_miniserde::Reply> {
    let text = std::str::from_utf8(json).map_err(|error| Error::new(error.to_string()))?;
    miniserde::json::from_str(text).map_err(|error| Error::new(error.to_string()))
}

/// serde_json alone: parses and keeps nothing.
pub(super) fn parse(json: &[u8]) -> Result<IgnoredAny> {
    Ok(serde_json::from_slice(json)?)
}

/// Whether all decoders find the same values in the reply, and those that were written into it.
pub(super) fn check(json: &[u8], expected: &for_serde::Reply) -> Result<()> {
    let expected = expected.checksum();
    let found = [
        ("the runtime", ours(json)?.checksum()),
        ("serde derive", derive(json)?.checksum()),
        ("serde derive, text checked once", derive_checked(json)?.checksum()),
        ("miniserde", miniserde(json)?.checksum()),
    ];
    parse(json)?;
    match found.into_iter().find(|(_, found)| *found != expected) {
        Some((name, _)) => Err(Error::new(format!("decode: {name} finds other values than were written"))),
        None => Ok(()),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::replies::{LARGE, Order, SMALL, json, reply};
    use super::{check, derive, derive_checked};

    #[test]
    fn all_decoders_find_the_values_that_were_written_in_any_order() {
        for instances in [SMALL, 100] {
            for order in [Order::Documented, Order::ByName] {
                check(&json(instances, order).unwrap(), &reply(instances)).unwrap();
            }
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_noticed_by_both_ways_of_serde() {
        let mut bytes = json(SMALL, Order::Documented).unwrap();
        let place = bytes.windows(7).position(|part| part == b"web-000").unwrap();
        bytes[place] = 0xff;
        assert!(derive(&bytes).is_err() && derive_checked(&bytes).is_err());
    }

    #[test]
    fn another_value_is_noticed() {
        let text = String::from_utf8(json(SMALL, Order::Documented).unwrap()).unwrap();
        for (value, other) in
            [("\"Memory\":", "\"Memory\":1"), ("web-000", "web-001"), ("Running", "Stopped")]
        {
            let changed = text.replacen(value, other, 1);
            assert!(derive(changed.as_bytes()).is_ok() && changed != text, "{value}");
            assert!(check(changed.as_bytes(), &reply(SMALL)).is_err(), "{value}");
        }
    }

    #[test]
    fn replies_have_the_sizes_that_the_report_names() {
        let length = |instances| json(instances, Order::Documented).unwrap().len();
        assert!((1_900..2_200).contains(&length(SMALL)), "{}", length(SMALL));
        assert!((950_000..1_050_000).contains(&length(LARGE)), "{}", length(LARGE));
    }
}
