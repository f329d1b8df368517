//! Binary Office workbooks, written record by record.

use crate::{read, refused};
use sg3_tests::binary::{self, cell, record, row, sheet_of, text};
use sg3_tests::build::zip;
use sg3_workbook::{Content, Workbook};

/// The list of sheets: one, `S`.
pub(crate) fn book() -> Vec<u8> {
    binary::book(&["S"])
}

/// A sheet with a bit of everything.
pub(crate) fn sheet() -> Vec<u8> {
    let cells = [
        row(2),
        cell(5, 1, &1.5f64.to_le_bytes()),
        cell(7, 2, &[0; 4]),
        cell(6, 3, &text("abc")),
        cell(11, 4, &[0x2A, 0, 0, 0, 0, 0]),
    ];
    sheet_of(&cells.concat())
}

fn strings() -> Vec<u8> {
    let item = [&[0][..], &text("xyz")].concat();
    [record(0x009F, &[1, 0, 0, 0, 1, 0, 0, 0]), record(0x0013, &item), record(0x00A0, &[])].concat()
}

fn file(book: &[u8], sheet: &[u8], strings: &[u8], styles: &[u8]) -> Vec<u8> {
    let relations =
        b"<Relationships><Relationship Id='rId1' Type='x/worksheet' Target='worksheets/sheet1.bin'/></Relationships>";
    let parts: [(&str, &[u8]); 5] = [
        ("xl/workbook.bin", book),
        ("xl/_rels/workbook.bin.rels", relations),
        ("xl/worksheets/sheet1.bin", sheet),
        ("xl/sharedStrings.bin", strings),
        ("xl/styles.bin", styles),
    ];
    zip(&parts)
}

pub(crate) fn with_sheet(sheet: &[u8]) -> Vec<u8> {
    file(&book(), sheet, &strings(), &[])
}

pub(crate) fn with_book(book: &[u8]) -> Vec<u8> {
    file(book, &sheet(), &strings(), &[])
}

pub(crate) fn sample() -> Vec<u8> {
    with_sheet(&sheet())
}

#[test]
fn cells_are_read_and_errors_of_formulas_are_not_lost() {
    let mut book = Workbook::open(sample(), "a.xlsb").unwrap();
    let mut cells = Vec::new();
    book.read(0, |cell| cells.push((cell.address(), cell.content, cell.formula.is_some()))).unwrap();
    let expected = [
        ("B3".to_owned(), Content::Number(1.5), false),
        ("C3".to_owned(), Content::Text("xyz".into()), false),
        ("D3".to_owned(), Content::Text("abc".into()), false),
        ("E3".to_owned(), Content::Error("#N/A".into()), true),
    ];
    assert_eq!(cells, expected);
}

#[test]
fn both_corners_of_the_grid_are_two_cells() {
    let one = 1f64.to_le_bytes();
    let cells = [row(0), cell(5, 0, &one), row(1_048_575), cell(5, 16_383, &one)].concat();
    let places: Vec<_> = read(with_sheet(&sheet_of(&cells))).unwrap().0.into_iter().map(|(place, _)| place).collect();
    assert_eq!(places, ["S!A1", "S!XFD1048576"]);
}

#[test]
fn cells_outside_the_grid_are_refused_by_sheet_and_cell() {
    let one = 1f64.to_le_bytes();
    for (cells, place) in
        [([row(0), cell(5, 16_384, &one)], "XFE1"), ([row(1_048_576), cell(5, 0, &one)], "row 1048577")]
    {
        let refusal = refused(with_sheet(&sheet_of(&cells.concat())));
        assert_eq!(
            (refusal.slug, refusal.sheet.as_deref(), refusal.cell.as_deref()),
            ("hostile-workbook", Some("S"), Some(place))
        );
    }
}

#[test]
fn texts_longer_than_their_record_are_damage() {
    // The reader would take the rest from the record before: seven bytes of file, a megabyte of memory, again and again.
    let long = [&[0][..], &text(&"x".repeat(200_000))].concat();
    let short = [&[0][..], &200_000u32.to_le_bytes()].concat();
    let strings =
        [record(0x009F, &[0, 0, 0, 0, 255, 255, 255, 255]), record(0x0013, &long), record(0x0013, &short).repeat(100)]
            .concat();
    assert_eq!(refused(file(&book(), &sheet(), &strings, &[])).slug, "damaged-workbook");
    let cells = [row(0), cell(6, 0, &4000u32.to_le_bytes())].concat();
    assert_eq!(refused(with_sheet(&sheet_of(&cells))).slug, "damaged-workbook");
}

#[test]
fn records_without_end_are_refused() {
    let cells = [row(0), record(0x200, &vec![0; 2 << 20])].concat();
    assert_eq!(refused(with_sheet(&sheet_of(&cells))).slug, "hostile-workbook");
    let claim = [0x05, 0xFF, 0xFF, 0xFF, 0x7F];
    assert_eq!(refused(with_sheet(&sheet_of(&claim))).slug, "damaged-workbook");
}

#[test]
fn dates_are_told_by_the_format_whatever_lies_around_it() {
    let code = record(0x002C, &[&164u16.to_le_bytes()[..], &text("yyyy-mm-dd")].concat());
    let xf = |format: u16| record(0x002F, &[&[0; 2][..], &format.to_le_bytes(), &[0; 12]].concat());
    let styles = [
        // Whose bytes look like the start of a list to a reader out of step.
        record(0x0116, &[0xE7, 0x04, 4, 9, 9, 9, 9]),
        record(0x0267, &1u32.to_le_bytes()),
        code,
        record(0x0268, &[]),
        record(0x0272, &1u32.to_le_bytes()),
        xf(0),
        record(0x0273, &[]),
        record(0x0269, &1u32.to_le_bytes()),
        xf(164),
        record(0x026A, &[]),
    ];
    let cells = [row(0), cell(5, 0, &45_000f64.to_le_bytes())].concat();
    let cells = read(file(&book(), &sheet_of(&cells), &strings(), &styles.concat())).unwrap().0;
    assert_eq!(cells, [("S!A1".to_owned(), Content::Date(45_000.0))]);
}

#[test]
fn merged_cells_and_what_is_hidden_are_told() {
    let numbers = |numbers: [u32; 4]| numbers.iter().flat_map(|number| number.to_le_bytes()).collect::<Vec<u8>>();
    let hidden_row = record(0, &[&5_u32.to_le_bytes()[..], &[0; 7], &[0x10, 0]].concat());
    let columns = record(0x003C, &[&numbers([2, 3, 0, 0])[..], &[1, 0]].concat());
    let cells = [columns, row(2), cell(5, 1, &1.5f64.to_le_bytes()), hidden_row, cell(5, 1, &2.5f64.to_le_bytes())];
    let merged =
        [record(0x00B0, &numbers([3, 4, 1, 3])), record(0x00B0, &numbers([9, 1, 0, u32::MAX])), record(0x00B0, &[1])];
    let workbook =
        Workbook::open(with_sheet(&sheet_of(&[cells.concat(), merged.concat()].concat())), "a.xlsb").unwrap();
    let areas: Vec<String> = workbook.merged(0).iter().map(ToString::to_string).collect();
    assert_eq!(areas, ["B4:D5"]);
    let hidden = workbook.hidden(0);
    assert_eq!((hidden.rows.as_slice(), hidden.columns.as_slice()), (&[5..=5][..], &[2..=3][..]));
}
