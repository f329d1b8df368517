//! What the form counts as required, and when it says that a sheet is complete.

use crate::model;
use sg3_calc::{Datum, Layer, MemberEntry, Origin, Value};
use sg3_form::{Layout, write_form};
use sg3_lang::Model;
use sg3_lang::model::{DimensionId, Owner};
use sg3_workbook::{Content, Workbook};

const TEXT: &str = "# Base\n\n```sg3\ndimension site \"Site\" from input\ndimension kind \"Kind\"\n    a \"A\"\n    b \"B\"\n```\n\n\
    ## Figures\n\n```sg3\ninput need \"Needed\" : line\ninput given \"Proposed\" : line default 5\n\
    input some[kind] \"Partly proposed\" : line default\n    | a | 3 |\n```\n\n\
    ## Choice\n\n```sg3\ninput spare \"Spare\" : line or 0\n```\n\n\
    ## Sites\n\n```sg3\ninput rent[site] \"Rent\" : money\ninput extra[site] \"Extra\" : money or 0\n\
    output all \"All\" : money = sum(rent + extra over site)\noutput lines \"Lines\" : line = need + given + spare + sum(some over kind)\n```\n";

/// Required, filled and verdict of each sheet, as the form is made.
fn status(model: &Model, values: &[Layer]) -> Vec<(String, f64, f64, String)> {
    let form = write_form(model, &Layout::of(model, Owner::Operator), values);
    let mut workbook = Workbook::open(form, "form.xlsx").unwrap();
    let sheet = workbook.sheet("Status").unwrap();
    let mut cells = std::collections::BTreeMap::new();
    workbook.read(sheet, |cell| drop(cells.insert((cell.row, cell.column), cell.content.clone()))).unwrap();
    let text = |at| match cells.get(&at) {
        Some(Content::Text(text)) => text.clone(),
        _ => String::new(),
    };
    let number = |at| match cells.get(&at) {
        Some(Content::Number(number)) => *number,
        other => panic!("{at:?}: {other:?}"),
    };
    let last = cells.keys().map(|(row, _)| *row).max().unwrap();
    (4..last).map(|row| (text((row, 1)), number((row, 3)), number((row, 4)), text((row, 7)))).collect()
}

fn datum(model: &Model, name: &str, place: &[&str], value: f64) -> Datum {
    let quantity = model.find_quantity(name).unwrap();
    let place = Some(place.iter().map(|key| (*key).into()).collect());
    Datum { quantity, place, value: Value::Number(value), origin: Origin::Case, evidence: None }
}

#[test]
fn only_what_nothing_stands_in_for_is_required_and_an_empty_list_is_not_complete() {
    let model = model::model(TEXT);
    let blank = status(&model, &[]);
    let of = |name: &str| blank.iter().find(|(sheet, ..)| sheet.contains(name)).unwrap_or_else(|| panic!("{blank:?}"));
    assert_eq!((of("Figures").1, of("Figures").2, &*of("Figures").3), (2.0, 0.0, "incomplete"));
    assert_eq!((of("Choice").1, &*of("Choice").3), (0.0, "optional"));
    assert_eq!((of("Site").1, of("Site").2, &*of("Site").3), (2.0, 0.0, "incomplete"));
}

#[test]
fn a_sheet_with_all_that_is_required_is_complete() {
    let model = model::model(TEXT);
    let entry = MemberEntry {
        dimension: DimensionId(0),
        key: "S1".into(),
        label: "One".to_owned(),
        unit: None,
        origin: Origin::Case,
    };
    let values =
        vec![datum(&model, "need", &[], 4.0), datum(&model, "some", &["b"], 4.0), datum(&model, "rent", &["S1"], 9.0)];
    let filled = status(&model, &[Layer { members: vec![entry], values, ..Layer::default() }]);
    for (sheet, wanted, there, verdict) in filled.iter().filter(|(sheet, ..)| !sheet.contains("Choice")) {
        assert_eq!((wanted, &**verdict), (there, "ok"), "{sheet} of {filled:?}");
    }
}
