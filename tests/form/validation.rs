//! What a cell for a date refuses while it is filled: the formula of the form, computed.

use crate::filled::filled;
use crate::model;
use ironcalc::base::Model;
use sg3_form::{Layout, write_form};
use sg3_lang::model::Owner;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The formula by which the form accepts the entry of a cell.
fn rule_of(cell: &str) -> String {
    let model = model::everything();
    let bytes = write_form(&model, &Layout::of(&model, Owner::Operator), &[]);
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    for index in 0..archive.len() {
        let mut text = String::new();
        if archive.by_index(index).unwrap().read_to_string(&mut text).is_err() {
            continue;
        }
        let rules = text.split("<dataValidation ").skip(1).filter(|rule| rule.contains(&format!("sqref=\"{cell}\"")));
        let formulas = rules.filter_map(|rule| rule.split("<formula1>").nth(1)?.split("</formula1>").next());
        if let Some(formula) = formulas.map(str::to_owned).find(|formula| formula.contains("1900")) {
            return formula.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
        }
    }
    panic!("no rule for {cell}")
}

#[test]
fn a_date_cell_refuses_years_and_zero() {
    let (row, column) = filled().book.at("Cost", "@value", "opening");
    let cell = sg3_workbook::format_address(row, column);
    let rule = rule_of(&cell).replace(&cell, "A1");
    let mut sheet = Model::new_empty("m", "en", "UTC", "en").unwrap();
    sheet.set_user_input(0, 1, 2, format!("={rule}")).unwrap();
    let mut accepts = |typed: &str| {
        sheet.set_user_input(0, 1, 1, typed.to_owned()).unwrap();
        sheet.evaluate();
        sheet.get_formatted_cell_value(0, 1, 2).unwrap() == "TRUE"
    };
    for refused in ["2018", "1900", "2100", "0", "0.5", "60", "-1", "later"] {
        assert!(!accepts(refused), "{refused} by {rule}");
    }
    for taken in ["43646", "61", "2101", "n/a", "2958465"] {
        assert!(accepts(taken), "{taken} by {rule}");
    }
}
