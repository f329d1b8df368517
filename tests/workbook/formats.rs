//! What every format has in common: sheets, visibility, properties.

use crate::read;
use rust_xlsxwriter::{DocProperties, Workbook as Writer};
use sg3_tests::build::real;
use sg3_workbook::{Content, Visibility, Workbook};

#[test]
fn a_real_workbook_passes_whole() {
    let (cells, findings) = read(real()).unwrap();
    assert_eq!((cells.len(), findings.len()), (62, 0));
    assert_eq!(cells[61], ("Notes!A1".to_owned(), Content::Text("Zürich & ждать".into())));
    assert_eq!(cells[60], ("Costs!A21".to_owned(), Content::YesNo(true)));
}

#[test]
fn sheets_and_properties_are_listed() {
    let mut writer = Writer::new();
    writer.set_properties(&DocProperties::new().set_custom_property("model", "fac").set_custom_property("version", 3));
    writer.add_worksheet().set_name("Front").unwrap();
    writer.add_worksheet().set_name("Back").unwrap().set_hidden(true);
    writer.add_worksheet().set_name("Deep").unwrap().set_very_hidden(true);
    let book = Workbook::open(writer.save_to_buffer().unwrap(), "a.xlsx").unwrap();
    let sheets: Vec<_> = book.sheets().iter().map(|sheet| (sheet.name.as_str(), sheet.visibility)).collect();
    assert_eq!(sheets, [("Front", Visibility::Shown), ("Back", Visibility::Hidden), ("Deep", Visibility::VeryHidden)]);
    assert_eq!((book.sheet("Deep"), book.sheet("None")), (Some(2), None));
    assert_eq!(book.properties()["model"], "fac");
    assert_eq!(book.properties()["version"], "3");
}

#[test]
fn a_sheet_may_be_read_twice() {
    let mut book = Workbook::open(real(), "a.xlsx").unwrap();
    let mut counts = [0, 0];
    for count in &mut counts {
        book.read(0, |_| *count += 1).unwrap();
    }
    assert_eq!(counts, [61, 61]);
}
