//! What stands in the way of outputs and checks.

use crate::run::{layer, model, run, said};
use sg3_calc::diagnose;

const TEXT: &str = r#"
dimension site "Site" from input
dimension year "Year" 2025..2026 in year
input traffic[site, year] "Traffic" : ratio
input price "Price" : money/year
input unread "Unread by what is asked" : ratio
cost[year] "Cost" : money/year = price * sum(traffic over site)
output each[year] "Each" : money/year = cost / sum(traffic[site = s] over s: site)
output doubled[year] "Doubled" : money/year = (cost with price = 2 * price)
check balance[year] "Balance" sum(traffic over site) == 3 within 1e-9
quarter "Quarter" : ratio = unread / 4
"#;

#[test]
fn what_is_missing_is_said_once_with_what_waits() {
    let model = model(TEXT);
    let data =
        layer(&model, "data", &["site: a, b", "traffic[a, 2025] = 1", "traffic[a, 2026] = 1", "traffic[b, 2026] = 2"]);
    let (inputs, results, mut diagnostics) = run(&model, &[data]);
    diagnose(&model, &inputs, &results, &mut diagnostics);
    assert_eq!(
        said(&diagnostics),
        [("missing-value", "`traffic[b, 2025]` is missing".into()), ("missing-value", "`price` is missing".into())]
    );
    let help = diagnostics.iter().map(|diagnostic| diagnostic.help.clone().unwrap()).collect::<Vec<_>>();
    assert_eq!(help, ["needed by `balance`, `doubled`, `each`", "needed by `doubled`, `each`"]);
}

#[test]
fn a_division_by_zero_names_the_cells_that_are_zero() {
    let model = model(TEXT);
    let lines = ["site: a", "price = 1", "traffic[a, 2025] = 0", "traffic[a, 2026] = 3"];
    let (inputs, results, mut diagnostics) = run(&model, &[layer(&model, "data", &lines)]);
    diagnose(&model, &inputs, &results, &mut diagnostics);
    let said = said(&diagnostics);
    assert_eq!(said[0], ("bad-value", "`each[2025]` divides by zero".into()));
    assert_eq!(said[1], ("check-failed", "the check `balance[2025]` does not hold: 0 and 3 are 3 apart".into()));
    let note = &diagnostics.iter().next().unwrap().notes[0];
    assert_eq!(note.1, "`traffic[a, 2025]` is 0");
}

#[test]
fn nobody_has_listed_the_members() {
    let model = model(TEXT);
    let (inputs, results, mut diagnostics) = run(&model, &[layer(&model, "data", &["price = 1"])]);
    diagnose(&model, &inputs, &results, &mut diagnostics);
    assert!(said(&diagnostics).iter().any(|(slug, _)| *slug == "no-members"));
}
