//! Simultaneous systems: direct, step by step, reciprocal, and without a solution.

use crate::run::{holds, layer, model, run, said, values};
use sg3_calc::diagnose;

const CENTRES: &str = r#"
dimension centre "Centre"
    a "A"
    b "B"
    x "X"
    y "Y"
dimension kind "Kind"
    opex "Running"
    capital "Capital"
input own[centre, kind] "Own" : money/year or 0
input share[from: centre, to: centre] "Share" : ratio or 0
input order[centre] "Order" : ratio or 0
output simultaneous gross[to: centre, kind] "Gross" : money/year
    = own[to] + sum(share * gross[from] over from: centre)
output simultaneous stepped[to: centre, kind] "In steps" : money/year
    = own[to] + sum(share * stepped[from] over from: centre where order[from] < order[to])
output simultaneous scaled[to: centre, kind] "Scaled" : money/year
    = own[to] - (0 - sum(if from == to then 0 else 2 * share * scaled[from] / 2 over from: centre))
"#;

#[test]
fn published_figures() {
    holds(&format!(
        r#"{CENTRES}
case "Milton"
    own[opex] = | a | 210000 | b | 90000 |
    share =
        |   | a   | b   | x   | y   |
        | a |     | 0.2 | 0.5 | 0.3 |
        | b | 0.6 |     | 0.1 | 0.3 |
    order = | a | 1 | b | 2 | x | 3 | y | 3 |
    expect gross[a, opex] = 300000
    expect gross[b, opex] = 150000
    expect gross[x, opex] = 165000
    expect gross[y, opex] = 135000
    expect gross[x, capital] = 0
    expect scaled[x, opex] = 165000
    expect stepped[a, opex] = 210000
    expect stepped[b, opex] = 132000
"#
    ));
}

#[test]
fn amounts_of_very_different_size_do_not_disturb_the_shares() {
    let text = CENTRES.to_string();
    let model = model(&text);
    let data = layer(
        &model,
        "data",
        &["own[a, opex] = 1e15", "share[a, b] = 0.3", "share[b, a] = 0.1", "share[b, x] = 0.9", "share[a, x] = 0.7"],
    );
    let (_, results, _) = run(&model, &[data]);
    let gross = values(&model, &results, "gross");
    assert!((gross[2] - 1e15 * 0.3 / (1.0 - 0.03)).abs() < 1.0, "{gross:?}");
}

#[test]
fn a_closed_loop_is_named() {
    let model = model(CENTRES);
    let data = layer(&model, "data", &["own[a, opex] = 5", "share[a, b] = 1", "share[b, a] = 1", "share[x, y] = 0.5"]);
    let (inputs, results, mut diagnostics) = run(&model, &[data]);
    diagnose(&model, &inputs, &results, &mut diagnostics);
    assert!(values(&model, &results, "gross").iter().all(|cell| cell.is_nan()));
    let said = said(&diagnostics);
    assert!(said.contains(&("no-solution", "`gross` has no solution: nothing leaves `a`, `b`".into())), "{said:?}");
}
