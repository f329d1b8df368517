//! OpenDocument sheets.

use crate::{number, read, refused};
use sg3_tests::build::{ods, ods_content};
use sg3_workbook::{Content, Workbook};

const ONE: &str =
    "<table:table-cell office:value-type=\"float\" office:value=\"1\"><text:p>1</text:p></table:table-cell>";

fn row(times: u32, cells: &str) -> String {
    format!("<table:table-row table:number-rows-repeated=\"{times}\">{cells}</table:table-row>")
}

fn blank(times: u32) -> String {
    format!("<table:table-cell table:number-columns-repeated=\"{times}\"/>")
}

#[test]
fn a_value_repeated_over_the_whole_grid_is_refused() {
    let cell =
        "<table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"float\" office:value=\"1\"/>";
    let refusal = refused(ods(&row(1_048_576, cell)));
    assert_eq!(
        (refusal.slug, refusal.sheet.as_deref(), refusal.cell.as_deref()),
        ("too-large-workbook", Some("S"), Some("XFD1048576"))
    );
}

#[test]
fn blanks_repeated_over_the_whole_grid_do_no_harm() {
    let rows = row(1, ONE) + &row(1_048_575, &blank(16_384));
    assert_eq!(read(ods(&rows)).unwrap().0, [number("A1", 1.0)]);
}

#[test]
fn a_far_corner_is_refused_by_sheet_and_cell() {
    let rows = row(1, ONE) + &row(1_048_574, &blank(1)) + &row(1, &(blank(16_383) + ONE));
    let refusal = refused(ods(&rows));
    assert_eq!((refusal.slug, refusal.cell.as_deref()), ("too-large-workbook", Some("XFD1048576")));
}

#[test]
fn places_are_absolute() {
    let rows = row(2, &blank(3)) + &row(1, &(blank(2) + ONE)) + &row(3, "") + &row(2, ONE);
    assert_eq!(read(ods(&rows)).unwrap().0, [number("C3", 1.0), number("A7", 1.0), number("A8", 1.0)]);
}

#[test]
fn text_repeated_without_end_is_refused() {
    let text = "x".repeat(30_000);
    let cell = format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>");
    assert_eq!(refused(ods(&row(100_000, &cell))).slug, "too-large-workbook");
}

#[test]
fn spaces_without_end_are_refused() {
    let cell = "<table:table-cell office:value-type=\"string\"><text:p><text:s text:c=\"4000000000\"/></text:p></table:table-cell>";
    assert_eq!(refused(ods(&row(1, cell))).slug, "hostile-workbook");
}

#[test]
fn a_sheet_that_does_not_end_is_damage() {
    // The reader would wait for its end for ever.
    let content = "<office:document-content><table:table table:name=\"S\"><table:table-row>";
    assert_eq!(refused(ods_content(content)).slug, "damaged-workbook");
    let content = "<office:document-content><table:table table:name=\"S\"></office:document-content>";
    assert_eq!(refused(ods_content(content)).slug, "damaged-workbook");
}

#[test]
fn a_sheet_within_a_sheet_is_refused() {
    let rows = row(1, ONE) + "<table:table table:name=\"T\">" + &row(1, ONE) + "</table:table>";
    assert_eq!(refused(ods(&rows)).slug, "hostile-workbook");
}

#[test]
fn a_foreign_table_element_does_not_end_the_count() {
    let rows = row(1, ONE) + "<x:table/>" + &row(1_048_574, &blank(1)) + &row(1, &(blank(16_383) + ONE));
    assert_eq!(refused(ods(&rows)).slug, "too-large-workbook");
}

#[test]
fn cells_outside_the_grid_are_refused() {
    for rows in [row(1_048_577, ONE), row(1, &(blank(16_384) + ONE)), row(1_048_576, &blank(1)) + &row(1, ONE)] {
        assert_eq!(refused(ods(&rows)).slug, "hostile-workbook");
    }
    let huge =
        "<table:table-row table:number-rows-repeated=\"18446744073709551615\">".to_owned() + ONE + "</table:table-row>";
    assert_eq!(refused(ods(&huge)).slug, "hostile-workbook");
}

#[test]
fn document_types_are_refused() {
    assert_eq!(refused(ods_content("<!DOCTYPE a><office:document-content/>")).slug, "hostile-workbook");
}

#[test]
fn formulas_dates_and_durations_are_read() {
    let cells = "<table:table-cell table:formula=\"of:=['file:///b.ods'#$S.A1]*2\" office:value-type=\"float\" office:value=\"4\"/>\
                 <table:table-cell office:value-type=\"date\" office:date-value=\"2023-03-15\"/>\
                 <table:table-cell office:value-type=\"time\" office:time-value=\"PT36H00M00S\"/>\
                 <table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"/>\
                 <table:table-cell table:formula=\"of:=[.A1]\"/>\
                 <table:table-cell table:formula=\"of:=1/0\" office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\">\
                 <text:p>#DIV/0!</text:p></table:table-cell>";
    let mut book = Workbook::open(ods(&row(1, cells)), "a.ods").unwrap();
    let mut cells = Vec::new();
    assert!(book.read(0, |cell| cells.push(cell)).unwrap().is_empty());
    let contents: Vec<_> = cells.iter().map(|cell| cell.content.clone()).collect();
    let expected = [
        Content::Number(4.0),
        Content::Date(45_000.0),
        Content::Number(1.5),
        Content::YesNo(true),
        Content::Error("#DIV/0!".into()),
        Content::Empty,
    ];
    assert_eq!(contents, expected);
    assert_eq!(cells[0].formula.as_ref().unwrap().files, ["file:///b.ods"]);
    assert_eq!(cells[5].formula.as_ref().unwrap().text.as_deref(), Some("[.A1]"));
}

#[test]
fn merged_cells_and_what_is_hidden_are_told() {
    let merged = "<table:table-cell table:number-columns-spanned=\"3\" table:number-rows-spanned=\"2\" office:value-type=\"string\">\
                  <text:p>Traffic</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated=\"2\"/>";
    let hidden = format!(
        "<table:table-row table:visibility=\"filter\" table:number-rows-repeated=\"2\">{ONE}</table:table-row>"
    );
    let wild = "<table:table-cell table:number-columns-spanned=\"99999999999\" table:number-rows-spanned=\"0\"/>";
    let rows = row(3, &blank(1)) + &row(1, &(blank(1) + merged)) + &hidden + &row(1, wild);
    let workbook = Workbook::open(ods(&rows), "a.ods").unwrap();
    let areas: Vec<String> = workbook.merged(0).iter().map(ToString::to_string).collect();
    assert_eq!(areas[0], "B4:D5");
    assert!(areas.len() <= 2);
    assert_eq!(workbook.hidden(0).rows, [4..=5]);
}
