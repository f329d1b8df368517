//! Rates that a model shows in per cent: what a form shows of them, and that reading knows both ways of giving them.

use crate::book::{Book, Cell};
use crate::fill::complete;
use crate::filled::Filled;
use crate::model;
use sg3_calc::Value;
use sg3_form::{Layout, write_form};
use sg3_lang::model::Owner;

const RATES: &str = r#"# Rates

```sg3
dimension year "Year" 2025..2026 in year
```

## Rates

```sg3
input growth "Growth" : 1/year -0.5..0.5 shown in %
input mark_up "Mark-up" : ratio >= 0 shown in % to 1
input drift "Drift" : 1/year -0.5..0.5
input premium[year] "Premium" : 1/year -1..1 shown in %
input discount[year] "Discount" : 1/year -1..1
input beta "Beta of debt" : ratio 0..1 shown to 3
input share "Share" : ratio 0..1
input turnover "Turnover" : money/year shown in millions
output all "All" : money/year
    = turnover * (1 + mark_up) * beta * share * (1 + (growth + drift) * one_year) * (1 + sum(premium + discount over year))
constant one_year "One year" : year = 1
```
"#;

fn rates() -> Filled {
    let model = model::model(RATES);
    let layout = Layout::of(&model, Owner::Operator);
    let layer = complete(&model, Owner::Operator, 4);
    let book = Book::of(write_form(&model, &layout, std::slice::from_ref(&layer)));
    Filled { model, layout, layer, book }
}

/// The unit in the row of a scalar.
fn unit_of(filled: &Filled, input: &str) -> String {
    let at = filled.book.at("Rates", "@unit", input);
    let (_, cells) = filled.book.sheets.iter().find(|(name, _)| name == "Rates").unwrap();
    let Some(Cell::Text(unit)) = cells.get(&at) else { panic!("no unit of {input}") };
    unit.clone()
}

#[test]
fn the_unit_and_the_number_format_are_as_declared_and_no_other() {
    let filled = rates();
    let units = ["growth", "mark_up", "drift", "beta", "share", "turnover"];
    let units = units.map(|input| unit_of(&filled, input));
    assert_eq!(units, ["%/year", "%", "1/year", "ratio", "%", "money/year"]);
    let bytes = write_form(&filled.model, &filled.layout, std::slice::from_ref(&filled.layer));
    let workbook = ironcalc::import::load_from_xlsx_bytes(&bytes, "form", "en", "UTC").unwrap();
    let sheet = workbook.worksheets.iter().position(|sheet| sheet.name == "Rates").unwrap() as u32;
    let book = ironcalc::base::Model::from_workbook(workbook, "en").unwrap();
    let format =
        |(row, column): (u32, u32)| book.get_style_for_cell(sheet, row as i32 + 1, column as i32 + 1).unwrap().num_fmt;
    let value = |input: &str| format(filled.book.at("Rates", "@value", input));
    let [growth, drift, turnover, beta] = ["growth", "drift", "turnover", "beta"].map(value);
    assert!(growth.ends_with('%') && !drift.contains('%') && !beta.contains('%'), "{growth} {drift} {beta}");
    assert_eq!(turnover, drift, "an operator types units, whatever the results are shown in");
}

#[test]
fn a_rate_is_read_alike_in_every_way_of_giving_it() {
    for input in ["growth", "mark_up", "drift"] {
        let mut filled = rates();
        let at = filled.book.at("Rates", "@value", input);
        for cell in [Cell::Number(0.125), Cell::Shown(0.125, "0.0##%"), Cell::Shown(0.125, "General")] {
            filled.book.put("Rates", at, cell);
            assert_eq!(filled.read().1, [""; 0], "{input}");
            assert_eq!(filled.value(input, &[]), Some(Value::Number(0.125)), "{input}");
        }
        filled.text("Rates", at, "12,5 %");
        assert!(filled.said().contains("`12,5 %` is text; it was read as 0.125"), "{}", filled.said());
        assert_eq!(filled.value(input, &[]), Some(Value::Number(0.125)), "{input}");
    }
}

#[test]
fn twelve_and_a_half_is_never_taken_for_per_cent() {
    let mut filled = rates();
    let at = filled.book.at("Rates", "@value", "growth");
    filled.book.put("Rates", at, Cell::Shown(12.5, "0.0##%"));
    let (layer, told) = filled.read();
    assert_eq!(filled.value("growth", &[]), Some(Value::Number(12.5)));
    let inputs = sg3_calc::bind(&filled.model, &[layer], &mut sg3_lang::Diagnostics::default());
    assert!(told.is_empty() && inputs.arrays[0].as_ref().unwrap().cells[0].is_nan(), "12.5 is outside the range");
}

#[test]
fn a_form_made_before_its_model_said_so_is_read_alike_and_another_unit_is_not() {
    let mut filled = rates();
    let expected = filled.read();
    assert_eq!(expected.1, [""; 0]);
    let at = filled.book.at("Rates", "@unit", "growth");
    filled.text("Rates", at, "1/year");
    assert_eq!(filled.read().0.values.len(), expected.0.values.len());
    assert_eq!(filled.read().1, [""; 0]);
    let share = filled.book.at("Rates", "@unit", "beta");
    filled.text("Rates", share, "%");
    assert_eq!(filled.read().1, [""; 0], "so a form asked for it before");
    filled.text("Rates", at, "1/month");
    let told = filled.said();
    assert!(told.contains("the unit given is `1/month`, but `%/year` is requested"), "{told}");
    assert_eq!(filled.value("growth", &[]), None);
}
