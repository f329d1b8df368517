//! Layers: who wins, who the members are, and what is wrong with the data.

use crate::run::{layer, model, run, said, values};
use sg3_calc::{Evidence, Origin, Status, Value};

const TEXT: &str = r#"
dimension site "Site" from input
dimension year "Year" 2025..2026 in year
input traffic[site, year] "Traffic" : ratio 0..100
input blank[site] "Blank means zero" : ratio or 0
input proposed[site] "Proposed" : ratio default 8
input kind[site] "Kind" : one of macro "macro cell", small "small cell" default macro
input open[site] "Open" : yes/no default no
output total[year] "Total" : ratio = sum(traffic + blank + proposed over site where kind == macro and not open)
"#;

#[test]
fn later_layers_win_cell_by_cell() {
    let model = model(TEXT);
    let first = layer(
        &model,
        "operator",
        &["site: a, b", "traffic[a, 2025] = 1", "traffic[b, 2025] = 2", "traffic[a, 2026] = 3", "traffic[b, 2026] = 4"],
    );
    let second = layer(&model, "regulator", &["traffic[b, 2025] = 20", "proposed = 0"]);
    let (inputs, results, diagnostics) = run(&model, &[first, second]);
    assert_eq!(said(&diagnostics), []);
    assert_eq!(values(&model, &results, "total"), [21.0, 7.0]);
    let id = model.find_quantity("traffic").unwrap();
    assert_eq!(inputs.origin(id, 2), Some(&Origin::Line { file: "regulator".into(), line: 1 }));
    assert_eq!(inputs.origin(model.find_quantity("blank").unwrap(), 0), Some(&Origin::Blank));
    assert_eq!(inputs.origin(model.find_quantity("kind").unwrap(), 0), Some(&Origin::Default));
}

#[test]
fn members_are_inferred_only_where_nobody_lists_them() {
    let model = model(TEXT);
    let (inputs, _, diagnostics) = run(&model, &[layer(&model, "set", &["traffic[p, 2025] = 1", "blank[q] = 1"])]);
    assert_eq!(said(&diagnostics), []);
    assert_eq!(inputs.members[0].keys, ["p".into(), "q".into()]);
    let (_, _, diagnostics) = run(&model, &[layer(&model, "set", &["site: north", "traffic[nort, 2025] = 1"])]);
    assert_eq!(said(&diagnostics), [("unknown-member", "`nort` is not a member of `site`".into())]);
}

#[test]
fn wrong_values() {
    let model = model(TEXT);
    let lines = [
        "site: a, b",
        "traffic[a, 2025] = many",
        "traffic[b, 2025] = 101",
        "kind[a] = smal",
        "kind[b] = small cell",
        "open[a] = yes",
        "open[b] = perhaps",
        "traffic[a, 2026] = 1",
        "traffic[a, 2026] = 2",
    ];
    let (_, _, diagnostics) = run(&model, &[layer(&model, "data", &lines)]);
    let slugs: Vec<&str> = said(&diagnostics).into_iter().map(|(slug, _)| slug).collect();
    assert_eq!(slugs, ["wrong-value", "out-of-range", "wrong-value", "wrong-value", "duplicate-value"]);
    let range = diagnostics.iter().nth(1).unwrap();
    assert_eq!(range.message, "Traffic is 101, but must be 0..100 ratio");
    assert_eq!(diagnostics.iter().nth(2).unwrap().help.as_deref(), Some("did you mean `small`?"));
}

#[test]
fn what_is_said_to_be_not_available_is_missing_whatever_a_blank_means_and_a_later_layer_gives_it() {
    let model = model(TEXT);
    let told = ["site: a", "traffic[a, 2025] = 1", "blank[a] = n/a", "proposed[a] = n/a"];
    let (inputs, results, _) = run(&model, &[layer(&model, "operator", &told)]);
    let blank = model.find_quantity("blank").unwrap();
    assert_eq!(inputs.origin(blank, 0), Some(&Origin::Line { file: "operator".into(), line: 3 }));
    assert!(values(&model, &results, "total")[0].is_nan());
    let second = layer(&model, "regulator", &["blank[a] = 5", "proposed[a] = 7"]);
    let (_, results, _) = run(&model, &[layer(&model, "operator", &told), second]);
    assert_eq!(values(&model, &results, "total")[0], 13.0);
}

#[test]
fn evidence_goes_with_its_value_and_away_with_it() {
    let model = model(TEXT);
    let audited = Evidence { status: Some(Status::Audited), ..Evidence::default() };
    let mut first = layer(&model, "operator", &["site: a, b", "traffic[a, 2025] = 1", "traffic[b, 2025] = 2"]);
    first.values.iter_mut().for_each(|datum| datum.evidence = Some(audited.clone().into()));
    let second = layer(&model, "regulator", &["traffic[b, 2025] = 20"]);
    let (inputs, ..) = run(&model, &[first, second]);
    let id = model.find_quantity("traffic").unwrap();
    assert_eq!((inputs.evidence(id, 0), inputs.evidence(id, 2)), (Some(&audited), None));
}

#[test]
fn what_nobody_sees_in_data_is_named() {
    let model = model(TEXT);
    let lines = ["site: a", "traffic[a, 2025] = 5\u{200e}", "blank[a\u{200b}] = 1", "proposed[a] = 5 %"];
    let (_, _, diagnostics) = run(&model, &[layer(&model, "data", &lines)]);
    let told: Vec<String> = said(&diagnostics).into_iter().map(|(_, message)| message).collect();
    assert!(told[0].ends_with("not `5\u{200e}`, which contains the invisible character U+200E"), "{told:?}");
    assert!(told[1].ends_with("is not a member of `site`; it contains the invisible character U+200B"), "{told:?}");
    assert!(told[2].ends_with("not `5 %`"), "{told:?}");
}

#[test]
fn a_word_for_nothing_is_the_member_of_that_key_whichever_layer_lists_it() {
    let model = model(
        "dimension country \"Country\" from input\ndimension line \"Line\" from input\n\
         input of[line] \"Country\" : country\ninput rate[country] \"Rate\" : ratio\n\
         output used[line] \"Used\" : ratio = rate[of]",
    );
    let mut lines = layer(&model, "lines", &["line: a", "of[a] = FR"]);
    lines.values[0].value = Value::NotAvailable("NA".to_owned());
    let rates = |codes| layer(&model, "rates", &[codes, "rate[NA] = 3", "rate[FR] = 4"]);
    let (_, results, diagnostics) = run(&model, &[lines.clone(), rates("country: NA, FR")]);
    assert_eq!((said(&diagnostics).len(), values(&model, &results, "used")), (0, vec![3.0]));
    let rates = layer(&model, "rates", &["country: FR", "rate[FR] = 4"]);
    let (_, results, _) = run(&model, &[lines, rates]);
    assert!(values(&model, &results, "used")[0].is_nan());
}
