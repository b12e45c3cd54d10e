/// A number as text, in the form that ECMAScript prints: `1.5`, `1`, `1e-7`, `1e+21`.
///
/// `plain` and `scientific` are Rust's shortest texts of the value, which read back as the same value.
pub(super) fn text(magnitude: f64, plain: String, scientific: String) -> String {
    if magnitude == 0.0 {
        return "0".to_owned();
    }
    if (1e-6..1e21).contains(&magnitude) {
        return plain;
    }
    // `1e21` is written `1e+21`; a negative exponent has its sign already.
    match scientific.split_once('e') {
        Some((digits, exponent)) if !exponent.starts_with('-') => format!("{digits}e+{exponent}"),
        _ => scientific,
    }
}
