/// The exponent `b` of the curve `a * x^b` that is nearest to the points, by least squares of the logarithms. `None` of fewer than two
/// different positive values of `x`, and where a point is not positive.
pub(super) fn exponent(points: &[(f64, f64)]) -> Option<f64> {
    if points.iter().any(|(x, y)| *x <= 0.0 || *y <= 0.0) {
        return None;
    }
    let logarithms: Vec<(f64, f64)> = points.iter().map(|(x, y)| (x.ln(), y.ln())).collect();
    let mean = |of: fn(&(f64, f64)) -> f64| logarithms.iter().map(of).sum::<f64>() / count(&logarithms);
    let (middle_x, middle_y) = (mean(|point| point.0), mean(|point| point.1));
    let (mut with, mut alone) = (0.0, 0.0);
    for (x, y) in &logarithms {
        with += (x - middle_x) * (y - middle_y);
        alone += (x - middle_x).powi(2);
    }
    (alone > 0.0).then_some(with / alone)
}

#[allow(clippy::cast_precision_loss, reason = "there are a handful of points")]
fn count(points: &[(f64, f64)]) -> f64 {
    points.len() as f64
}

#[cfg(test)]
mod tests {
    use super::exponent;

    fn rounded(points: &[(f64, f64)]) -> Option<String> {
        exponent(points).map(|exponent| format!("{exponent:.3}"))
    }

    #[test]
    fn powers_are_found() {
        assert_eq!(rounded(&[(1.0, 3.0), (10.0, 30.0), (100.0, 300.0)]).as_deref(), Some("1.000"));
        assert_eq!(rounded(&[(1.0, 2.0), (2.0, 8.0), (4.0, 32.0)]).as_deref(), Some("2.000"));
        assert_eq!(rounded(&[(1.0, 5.0), (7.0, 5.0)]).as_deref(), Some("0.000"));
    }

    #[test]
    fn a_curve_between_two_powers_lies_between_them() {
        assert_eq!(rounded(&[(1.0, 1.0), (2.0, 2.0), (4.0, 8.0)]).as_deref(), Some("1.500"));
    }

    #[test]
    fn without_two_points_there_is_no_curve() {
        assert_eq!(exponent(&[]), None);
        assert_eq!(exponent(&[(1.0, 1.0)]), None);
        assert_eq!(exponent(&[(2.0, 1.0), (2.0, 3.0)]), None);
        assert_eq!(exponent(&[(1.0, 0.0), (2.0, 3.0)]), None);
    }
}
