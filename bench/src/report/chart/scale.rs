//! Where an axis begins and ends, what is written beside it, and where a number lies on it.

/// An axis.
#[derive(Clone, Debug)]
pub(super) struct Scale {
    from: f64,
    to: f64,
    is_logarithmic: bool,
    /// Numbers that are written beside it, with a line behind the figures.
    pub(super) ticks: Vec<f64>,
}

impl Scale {
    /// An axis from zero, or of a logarithmic one from below the smallest number.
    pub(super) fn new(numbers: impl Iterator<Item = f64> + Clone, is_logarithmic: bool) -> Self {
        let largest = numbers.clone().fold(f64::MIN_POSITIVE, f64::max);
        let smallest = numbers.fold(largest, f64::min);
        if is_logarithmic { Self::logarithmic(smallest, largest) } else { Self::linear(largest) }
    }

    fn linear(largest: f64) -> Self {
        let step = round(largest / 5.0);
        let count = (largest / step - 1e-9).ceil();
        let ticks = successors(0.0, |tick| tick + 1.0, count).map(|tick| tick * step).collect();
        Self { from: 0.0, to: count * step, is_logarithmic: false, ticks }
    }

    fn logarithmic(smallest: f64, largest: f64) -> Self {
        let factors: &[f64] = if largest / smallest < 2000.0 { &[1.0, 2.0, 5.0] } else { &[1.0] };
        let from = smallest.log10().floor();
        let powers = successors(from, |power| power + 1.0, largest.log10().ceil());
        let all: Vec<f64> =
            powers.flat_map(|power| factors.iter().map(move |by| by * 10_f64.powf(power))).collect();
        // The last tick that is not above the smallest number, and the first that is not below the largest.
        let first = all
            .iter()
            .copied()
            .filter(|tick| *tick <= smallest * 1.000_001)
            .fold(f64::MIN_POSITIVE, f64::max);
        let last =
            all.iter().copied().filter(|tick| *tick >= largest * 0.999_999).fold(f64::INFINITY, f64::min);
        // A bar that begins where the axis does would not be seen.
        let from = if first > smallest * 0.999_999 { first * 0.8 } else { first };
        let ticks = all.into_iter().filter(|tick| (first..=last).contains(tick)).collect();
        Self { from, to: last, is_logarithmic: true, ticks }
    }

    /// The same axis with other numbers beside it: the points themselves, where those are few.
    pub(super) fn with_ticks(self, ticks: Vec<f64>) -> Self {
        Self { ticks, ..self }
    }

    /// The share of the axis that lies before a number.
    pub(super) fn share(&self, number: f64) -> f64 {
        let place = |number: f64| if self.is_logarithmic { number.log10() } else { number };
        let (from, to) = (place(self.from), place(self.to));
        if to > from { ((place(number) - from) / (to - from)).clamp(0.0, 1.0) } else { 0.0 }
    }

    /// Where a number lies between two pixels.
    pub(super) fn pixel(&self, number: f64, from: i32, to: i32) -> i32 {
        #[allow(clippy::cast_possible_truncation, reason = "a picture has few pixels")]
        let way = (f64::from(to - from) * self.share(number)).round() as i32;
        from + way
    }
}

/// A number and those after it, to a last one.
fn successors(from: f64, next: fn(&f64) -> f64, to: f64) -> impl Iterator<Item = f64> {
    std::iter::successors(Some(from), move |number| Some(next(number)))
        .take_while(move |number| *number <= to + 0.5)
}

/// One, two or five times a power of ten, at least as large as the number.
fn round(number: f64) -> f64 {
    let power = 10_f64.powf(number.log10().floor());
    let factor = [1.0, 2.0, 5.0].into_iter().find(|factor| factor * power >= number * 0.999_999);
    factor.unwrap_or(10.0) * power
}

/// A number with three digits that count, and without those that say nothing.
pub(super) fn number(number: f64) -> String {
    if number >= 1_000_000.0 {
        return format!("{} M", self::number(number / 1_000_000.0));
    }
    let digits = match number.abs() {
        size if size >= 100.0 => 0,
        size if size >= 10.0 => 1,
        size if size >= 1.0 => 2,
        size if size >= 0.1 || size == 0.0 => 3,
        _ => 5,
    };
    let text = format!("{number:.digits$}");
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        thousands(&text)
    }
}

fn thousands(digits: &str) -> String {
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
