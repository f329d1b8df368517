//! What a list of values is like.

/// The value below which a share of the values lies, straight between two neighbours: the inclusive percentile of spreadsheets. `NaN` of no values,
/// if one is missing, and at a share below 0 or above 1.
///
/// ```
/// assert_eq!(sg3_calc::percentile(vec![15.0, 20.0, 35.0, 40.0, 50.0], 0.4), 29.0);
/// ```
pub fn percentile(mut values: Vec<f64>, share: f64) -> f64 {
    if values.is_empty() || values.iter().any(|value| value.is_nan()) || !(0.0..=1.0).contains(&share) {
        return f64::NAN;
    }
    values.sort_by(f64::total_cmp);
    let place = share * (values.len() - 1) as f64;
    let lower = libm::floor(place);
    let below = values[lower as usize];
    let above = values.get(lower as usize + 1).copied().unwrap_or(below);
    below + (above - below) * (place - lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_those_of_spreadsheets() {
        let values = || vec![15.0, 20.0, 35.0, 40.0, 50.0];
        assert_eq!(percentile(values(), 0.4), 29.0);
        assert_eq!((percentile(values(), 0.0), percentile(values(), 1.0)), (15.0, 50.0));
        assert_eq!(percentile(vec![4.0, 1.0, 3.0, 2.0], 0.5), 2.5);
        assert_eq!(percentile(vec![7.0], 0.9), 7.0);
        assert!(percentile(values(), 1.1).is_nan() && percentile(vec![], 0.5).is_nan());
    }
}
