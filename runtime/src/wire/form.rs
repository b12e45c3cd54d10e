use super::percent;

/// Value of `content-type` for forms.
pub(super) const CONTENT_TYPE: &str = "application/x-www-form-urlencoded";

/// A form body: the pairs in the order given, a space written as `+`.
pub(super) fn body(pairs: &[(String, String)]) -> String {
    // A literal plus or percent sign is encoded, so `%20` in the result is always a space.
    percent::query(pairs).replace("%20", "+")
}
