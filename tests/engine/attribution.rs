//! On what results rest: shares that add up, and money that is all accounted for.

use crate::run::{layer, model, run};
use proptest::prelude::*;
use sg3_calc::{Attribution, Class, Evidence, Layer, Status, attribute, plan};
use sg3_lang::Model;

/// Cost, a deduction, an exchange rate, a volume: everything that money in a tariff goes through.
const TEXT: &str = r#"
dimension element "Element"
    switch "Switch"
    link   "Link"
input cost[element] "Cost" : money/year
input assets[element] "Assets" : money
input revenue "Revenue" : money/year
input paid_abroad "Paid abroad" : sdr/year
regulator input wacc "Cost of capital" : 1/year default 0.1
public input rate "Local currency for one SDR" : money/sdr
input minutes "Minutes" : minute/year
total "Total" : money/year = sum(cost + wacc * assets over element) + paid_abroad * rate - revenue
output tariff "Tariff" : money/minute = total / minutes
output abroad "Tariff abroad" : sdr/minute = total / minutes / rate
output load "Load" : minute/year = 2 * minutes
"#;

const FIGURES: [&str; 9] = [
    "cost[switch]",
    "cost[link]",
    "assets[switch]",
    "assets[link]",
    "revenue",
    "paid_abroad",
    "wacc",
    "rate",
    "minutes",
];

fn given(model: &Model, figures: &[f64], statuses: &[Option<Status>]) -> Layer {
    let lines: Vec<String> = FIGURES.iter().zip(figures).map(|(name, value)| format!("{name} = {value}")).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let mut layer = layer(model, "operator", &lines);
    for (datum, status) in layer.values.iter_mut().zip(statuses) {
        datum.evidence = status.map(|status| Evidence { status: Some(status), ..Evidence::default() }.into());
    }
    layer
}

fn rests(model: &Model, figures: &[f64], statuses: &[Option<Status>]) -> (Vec<Attribution>, Vec<f64>) {
    let (inputs, results, _) = run(model, &[given(model, figures, statuses)]);
    let found = attribute(model, &plan(model), &inputs, &results);
    let values = found.iter().map(|of| results.array(of.quantity).unwrap().cells[0]).collect();
    (found, values)
}

#[test]
fn a_sum_rests_on_its_parts() {
    let model = model(TEXT);
    let figures = [600.0, 150.0, 0.0, 0.0, 0.0, 0.5, 0.1, 500.0, 10.0];
    let mut statuses = [None; 9];
    (statuses[0], statuses[1]) = (Some(Status::Audited), Some(Status::Estimated));
    let (found, _) = rests(&model, &figures, &statuses);
    let rounded: Vec<(Class, f64)> =
        found[0].cells[0].iter().map(|(class, share)| (*class, (share * 1e9).round() / 1e9)).collect();
    let expected =
        [(Class::Stated(Status::Audited), 0.6), (Class::Stated(Status::Estimated), 0.15), (Class::NotStated, 0.25)];
    assert_eq!(rounded, expected, "the exchange rate is no cost");
}

#[test]
fn what_is_not_in_money_rests_on_what_moves_it() {
    let model = model(TEXT);
    let mut statuses = [None; 9];
    statuses[8] = Some(Status::Measured);
    let (found, _) = rests(&model, &[1.0; 9], &statuses);
    assert_eq!(found[2].cells, [vec![(Class::Stated(Status::Measured), 1.0)]]);
}

#[test]
fn what_is_missing_rests_on_nothing() {
    let model = model(TEXT);
    let (found, values) = rests(&model, &[1.0; 8], &[None; 8]);
    assert!(values[0].is_nan() && found[0].cells[0].is_empty());
}

proptest! {
    #[test]
    fn shares_add_up_and_money_is_all_accounted_for(
        figures in proptest::array::uniform9(1.0_f64..1e6),
        statuses in proptest::array::uniform9(proptest::option::of(0_usize..4)),
    ) {
        let model = model(TEXT);
        let statuses = statuses.map(|status| status.map(|status| Status::ALL[status]));
        let (found, values) = rests(&model, &figures, &statuses);
        for (attribution, value) in found.iter().zip(&values).take(2) {
            let whole: f64 = attribution.cells[0].iter().map(|(_, share)| share).sum();
            prop_assert!((whole - 1.0).abs() < 1e-9, "{whole}");
            prop_assert!(attribution.cells[0].iter().all(|(_, share)| (0.0..=1.0).contains(share)));
            // of parts that nearly cancel, as many digits are left as of their difference
            let parts = figures[4] + figures[5] * figures[7] + figures[..4].iter().sum::<f64>();
            let within = 1e-6 * (value.abs() + parts / figures[8]);
            prop_assert!((attribution.sums[0] - value).abs() < within, "{} {value}", attribution.sums[0]);
        }
    }
}
