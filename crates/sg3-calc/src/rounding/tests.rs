use super::*;
use proptest::collection::vec;
use proptest::prelude::*;

/// Number, digits, and what LibreOffice makes of it; IronCalc and Formualizer were asked the first four and agree.
const WORKED: [(f64, i32, f64); 20] = [
    (1.005, 2, 1.01),
    (2.675, 2, 2.68),
    (2.5, 0, 3.0),
    (-2.5, 0, -3.0),
    (0.5, 0, 1.0),
    (-0.5, 0, -1.0),
    (0.49, 0, 0.0),
    (1.45, 1, 1.5),
    (-1.45, 1, -1.5),
    (0.1 + 0.2, 1, 0.3),
    (0.285, 2, 0.29),
    (1.115, 2, 1.12),
    (8.345, 2, 8.35),
    (0.0005, 3, 0.001),
    (0.00449, 3, 0.004),
    (1234.5678, 4, 1234.5678),
    (1234.5678, -2, 1200.0),
    (1250.0, -2, 1300.0),
    (-1250.0, -2, -1300.0),
    (49.999, -2, 0.0),
];

#[test]
fn rounds_as_spreadsheets_do() {
    for (x, digits, expected) in WORKED {
        assert_eq!(round_half_away(x, digits), expected, "round({x}, {digits})");
    }
}

#[test]
fn extreme_numbers_neither_panic_nor_become_infinite() {
    assert_eq!(round_half_away(1e300, 2), 1e300);
    assert_eq!(round_half_away(1e-300, 2), 0.0);
    assert_eq!(round_half_away(1e-300, i32::MAX), 1e-300);
    assert_eq!(round_half_away(1e300, i32::MIN), 0.0);
    assert!(round_half_away(f64::MAX, -308).is_nan());
    assert!(round_half_away(f64::INFINITY, 0).is_nan() && round_half_away(f64::NAN, 0).is_nan());
    assert!(round_half_away(-0.3, 0).is_sign_positive());
}

#[test]
fn decimals_are_what_the_sheet_shows() {
    let text = |x| decimal(x).map(|exact| exact.to_string());
    assert_eq!(text(1.1 * 3.0).as_deref(), Some("3.3"));
    assert_eq!(text(-1e20).as_deref(), Some("-100000000000000000000"));
    assert_eq!(text(1e-40).as_deref(), Some("0"));
    assert_eq!(text(1e29), None);
    assert_eq!(text(f64::INFINITY), None);
}

#[test]
fn ties_go_to_the_earlier_value_and_credits_mirror_charges() {
    let parts = |values: &[f64]| apportion(values, Decimal::new(1, 2)).unwrap();
    let cents = |counts: &[i64]| counts.iter().map(|count| Decimal::new(*count, 2)).collect::<Vec<_>>();
    assert_eq!(parts(&[0.005, 0.005, 0.005, 0.005]), cents(&[1, 1, 0, 0]));
    assert_eq!(parts(&[-0.005, -0.005, -0.005, -0.005]), cents(&[-1, -1, 0, 0]));
    assert_eq!(parts(&[10.006, -10.004, 0.0]), cents(&[1001, -1001, 0]));
    assert_eq!(parts(&[]), []);
}

#[test]
fn what_cannot_be_apportioned_exactly_is_refused() {
    let cent = Decimal::new(1, 2);
    assert_eq!(apportion(&[1.0, f64::NAN, 2.0], cent), None);
    assert_eq!(apportion(&[1.0, f64::INFINITY], cent), None);
    assert_eq!(apportion(&[1e28], cent), None);
    assert_eq!(apportion(&[1.0], Decimal::ZERO), None);
    assert_eq!(apportion(&[1.0], -cent), None);
}

fn unit() -> impl Strategy<Value = Decimal> {
    prop_oneof![
        Just(Decimal::new(1, 2)),
        Just(Decimal::new(1, 4)),
        Just(Decimal::new(5, 2)),
        Just(Decimal::ONE),
        Just(Decimal::ONE_THOUSAND)
    ]
}

proptest! {
    #[test]
    fn parts_add_up_to_the_rounded_total(values in vec(-1e9..1e9, 0..40), unit in unit()) {
        let parts = apportion(&values, unit).unwrap();
        let exact: Decimal = values.iter().map(|value| decimal(*value).unwrap()).sum();
        let total = (exact / unit).round_dp_with_strategy(0, MidpointAwayFromZero) * unit;
        prop_assert_eq!(parts.iter().sum::<Decimal>(), total);
    }

    #[test]
    fn each_part_is_a_multiple_within_one_unit_of_its_value(values in vec(-1e9..1e9, 0..40), unit in unit()) {
        for (part, value) in apportion(&values, unit).unwrap().into_iter().zip(&values) {
            prop_assert!((part - decimal(*value).unwrap()).abs() < unit);
            prop_assert!((part % unit).is_zero());
        }
    }

    #[test]
    fn multiples_of_the_unit_stay_as_they_are(counts in vec(-1_000_000_i64..1_000_000, 1..20), other in -1.0..1.0) {
        let mut values: Vec<f64> = counts.iter().map(|count| *count as f64 / 100.0).collect();
        values.push(other);
        let parts = apportion(&values, Decimal::new(1, 2)).unwrap();
        for (part, count) in parts.iter().zip(&counts) {
            prop_assert_eq!(*part, Decimal::new(*count, 2));
        }
    }

    #[test]
    fn rounding_again_changes_nothing(x in -1e12..1e12, digits in -4..8) {
        let once = round_half_away(x, digits);
        prop_assert_eq!(round_half_away(once, digits), once);
        prop_assert!((once - x).abs() <= 0.500001 * libm::pow(10.0, -f64::from(digits)) + 1e-14 * x.abs());
    }
}
