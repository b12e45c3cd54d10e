/// A random number from 0, included, to 1, excluded. Where the system has none it is a half: a wait is no secret.
pub(crate) fn chance() -> f64 {
    getrandom::u32().map_or(0.5, |number| f64::from(number) / (f64::from(u32::MAX) + 1.0))
}
