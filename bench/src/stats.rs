//! Medians and spread of repeated measurements.

/// The samples of one measurement, in its unit.
#[derive(Clone, Debug, Default)]
pub(crate) struct Samples(pub(crate) Vec<f64>);

impl Samples {
    /// The middle value: half of the samples lie on each side. Zero of none.
    pub(crate) fn median(&self) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let middle = sorted.len() / 2;
        let at = |index: usize| sorted.get(index).copied().unwrap_or_default();
        if sorted.len() % 2 == 1 { at(middle) } else { (at(middle.wrapping_sub(1)) + at(middle)) / 2.0 }
    }

    /// Half of the distance between the smallest and the largest sample, as a share of the median.
    pub(crate) fn spread(&self) -> f64 {
        let smallest = self.0.iter().copied().fold(f64::INFINITY, f64::min);
        let largest = self.0.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let median = self.median();
        if median > 0.0 && largest >= smallest { (largest - smallest) / 2.0 / median } else { 0.0 }
    }

    /// `1.23 ±4 %`; without the spread where there is one sample.
    pub(crate) fn text(&self, digits: usize) -> String {
        let median = format!("{:.digits$}", self.median());
        if self.0.len() > 1 { format!("{median} ±{:.0} %", self.spread() * 100.0) } else { median }
    }
}
