//! Nothing of what was entered is lost when a form is returned, wherever it stands.

use crate::book::{Book, Cell};
use crate::complete;
use crate::model;
use crate::returning::{TEXT, round, sent};
use sg3_calc::Layer;
use sg3_form::{Layout, write_form};
use sg3_lang::model::Owner;
use sg3_workbook::Workbook;

fn texts(bytes: &[u8]) -> Vec<(String, bool)> {
    let mut workbook = Workbook::open(bytes.to_vec(), "return.xlsx").unwrap();
    let mut texts = Vec::new();
    for sheet in 0..workbook.sheets().len() {
        workbook
            .read(sheet, |cell| {
                if let sg3_workbook::Content::Text(text) = &cell.content {
                    texts.push((text.clone(), cell.formula.is_some()));
                }
            })
            .unwrap();
    }
    texts
}

#[test]
fn nothing_that_was_entered_is_lost_and_none_of_it_becomes_a_formula() {
    let model = model::model(TEXT);
    let layout = Layout::of(&model, Owner::Operator);
    let first = round(&model, &layout, sent(&model, &layout).bytes());
    let texts = texts(&first.bytes);
    for words in ["=HYPERLINK(\"http://x\")", "@SUM(1+9) see annex", "4711", "S4"] {
        assert!(texts.iter().any(|(text, formula)| text == words && !formula), "{words} in {texts:?}");
    }
    let again = round(&model, &layout, first.bytes.clone());
    let said = |layer: &Layer| {
        layer.values.iter().map(|datum| format!("{:?} {:?}", datum.place, datum.value)).collect::<Vec<_>>()
    };
    assert_eq!(said(&again.layer), said(&first.layer));
    assert_eq!(again.remains.refused.len(), 1);
    assert!(again.remains.unmatched.iter().any(|stray| stray.text == "4711" && stray.at.starts_with("Site!")));
}

#[test]
fn rows_that_were_not_read_stand_outside_the_form_whole() {
    let model = model::everything();
    let layout = Layout::of(&model, Owner::Operator);
    let mut book = Book::of(write_form(&model, &layout, &[complete(&model, Owner::Operator, 3)]));
    let (top, load) = book.find("Load of the site", "SITE-01");
    // A code that nobody lists, with a figure that is also the code of another row.
    book.put("Load of the site", (top + 30, load), Cell::Text("NO-SUCH".into()));
    book.put("Load of the site", (top + 30, load + 1), Cell::Number(2.0));
    // A row that looks like one of the form, and has no key.
    let price = book.at("Traffic", "price", "data");
    book.put("Traffic", (price.0 + 20, 1), Cell::Text("Another service".into()));
    book.put("Traffic", (price.0 + 20, 2), Cell::Text("Calls".into()));
    book.put("Traffic", (price.0 + 20, price.1), Cell::Number(3.0));
    let mut bytes = book.bytes();
    // Twice, since what was kept once must be kept again.
    for _ in 0..2 {
        bytes = round(&model, &layout, bytes).bytes;
        let kept = Book::of(bytes.clone());
        let (_, outside) = kept.sheets.iter().find(|(name, _)| name == "Outside the form").unwrap();
        for words in ["NO-SUCH", "2", "Another service", "Calls", "3"] {
            let is = |cell: &Cell| matches!(cell, Cell::Text(text) if text == words);
            assert_eq!(outside.values().filter(|cell| is(cell)).count(), 1, "{words} in {outside:#?}");
        }
    }
}

#[test]
fn of_a_form_without_remarks_nothing_stands_outside() {
    let model = model::everything();
    let layout = Layout::of(&model, Owner::Operator);
    let form = write_form(&model, &layout, &[complete(&model, Owner::Operator, 3)]);
    let returned = Book::of(round(&model, &layout, form).bytes);
    let outside = returned.sheets.iter().find(|(name, _)| name == "Outside the form");
    assert!(outside.is_none(), "{outside:#?}");
}

#[test]
fn who_fills_a_sheet_stays_beside_it() {
    let model = model::everything();
    let layout = Layout::of(&model, Owner::Operator);
    let mut book = Book::of(write_form(&model, &layout, &[complete(&model, Owner::Operator, 3)]));
    let (row, _) = book.find("Status", "Cost");
    book.put("Status", (row, 2), Cell::Text("Finance department".into()));
    let mut bytes = book.bytes();
    for _ in 0..2 {
        bytes = round(&model, &layout, bytes).bytes;
        let returned = Book::of(bytes.clone());
        let (_, status) = returned.sheets.iter().find(|(name, _)| name == "Status").unwrap();
        assert_eq!(status.get(&(row, 2)), Some(&Cell::Text("Finance department".into())));
        assert_eq!(status.get(&(row + 1, 2)), Some(&Cell::Text("operator".into())));
    }
}

#[test]
fn bounds_of_a_range_that_were_read_do_not_stand_outside() {
    let model = model::model(TEXT);
    let layout = Layout::of(&model, Owner::Operator);
    let outside = |most: f64| {
        let mut book = Book::of(write_form(&model, &layout, &[]));
        let wacc = book.at("General", "@value", "wacc");
        let (least_at, most_at) = (book.at("General", "#least", "wacc"), book.at("General", "#most", "wacc"));
        book.put("General", wacc, Cell::Number(0.1)).put("General", least_at, Cell::Number(0.08));
        book.put("General", most_at, Cell::Number(most));
        let returned = Book::of(round(&model, &layout, book.bytes()).bytes);
        let (_, cells) = returned.sheets.into_iter().find(|(name, _)| name == "Outside the form").unwrap_or_default();
        cells.into_values().filter(|cell| matches!(cell, Cell::Text(at) if at.starts_with("General!"))).count()
    };
    assert_eq!(outside(0.12), 0);
    assert_eq!(outside(0.02), 2, "a range that was not read");
}
