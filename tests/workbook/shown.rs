//! What the screen shows of a number, in every format of files.

use crate::xls;
use sg3_tests::binary;
use sg3_tests::build::ods_content;
use sg3_workbook::{Shown, Workbook};

const MILLION: &str = "#,##0\" million\"";

/// What is shown of every number of the first sheet.
fn shown(bytes: Vec<u8>) -> Vec<(String, Shown)> {
    let mut found = Vec::new();
    let mut workbook = Workbook::open(bytes, "a").unwrap();
    workbook.read(0, |cell| found.push((cell.address(), cell.shown))).unwrap();
    found
}

fn expected(cells: &[(&str, Shown)]) -> Vec<(String, Shown)> {
    cells.iter().map(|(cell, shown)| ((*cell).to_owned(), *shown)).collect()
}

#[test]
fn in_xlsx() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let codes = [MILLION, "#,##0,", "0.0%", "[h]:mm", "#,##0.00", "#,##0,\" k\""];
    for (row, code) in (0..).zip(codes) {
        let format = rust_xlsxwriter::Format::new().set_num_format(code);
        sheet.write_number_with_format(row, 0, 4218.0, &format).unwrap();
        sheet.write_string_with_format(row, 1, "4218", &format).unwrap();
    }
    sheet.write_number(6, 0, 4218.0).unwrap();
    let found = shown(book.save_to_buffer().unwrap());
    let of_column =
        |column: char| found.iter().filter(move |(cell, _)| cell.starts_with(column)).map(|(_, shown)| *shown);
    let plain = Shown::Itself;
    let numbers = [Shown::TimesTenTo(6), Shown::TimesTenTo(-3), Shown::Percent, Shown::Time, plain, plain, plain];
    assert_eq!(of_column('A').collect::<Vec<_>>(), numbers);
    assert!(of_column('B').all(|shown| shown == plain));
}

#[test]
fn in_xlsb() {
    let xf = |format: u16| binary::record(0x002F, &[&[0; 2][..], &format.to_le_bytes(), &[0; 12]].concat());
    let code = binary::record(0x002C, &[&164u16.to_le_bytes()[..], &binary::text(MILLION)].concat());
    let codes = [binary::record(0x0267, &1u32.to_le_bytes()), code, binary::record(0x0268, &[])].concat();
    let formats =
        [codes, binary::record(0x0269, &3u32.to_le_bytes()), xf(0), xf(164), xf(9), binary::record(0x026A, &[])];
    let number = |column, format| binary::formatted(5, column, format, &4218f64.to_le_bytes());
    let sheet = binary::sheet_of(&[binary::row(2), number(0, 1), number(1, 0), number(2, 2)].concat());
    let found = shown(binary::workbook_with_formats(&[("S", sheet)], &formats.concat()));
    assert_eq!(found, expected(&[("A3", Shown::TimesTenTo(6)), ("B3", Shown::Itself), ("C3", Shown::Percent)]));
}

#[test]
fn in_xls() {
    let letters: Vec<u8> = MILLION.bytes().collect();
    let code = [&164u16.to_le_bytes()[..], &(letters.len() as u16).to_le_bytes(), &[0], &letters].concat();
    let xf = |format: u16| xls::record(0x00E0, &[&[0; 2][..], &format.to_le_bytes(), &[0; 16]].concat());
    let globals = [xls::record(0x041E, &code), xf(0), xf(164), xf(9)].concat();
    let number = |column: u16, format: u16| {
        let place = [&2u16.to_le_bytes()[..], &column.to_le_bytes(), &format.to_le_bytes()].concat();
        xls::record(0x0203, &[&place[..], &4218f64.to_le_bytes()].concat())
    };
    let short = |format: u16| [&format.to_le_bytes()[..], &[2, 0, 0, 0]].concat();
    let several = xls::record(0x00BD, &[&[3, 0, 1, 0][..], &short(0), &short(1), &[2, 0]].concat());
    let found = shown(xls::with(&globals, &[number(0, 1), number(1, 0), number(2, 2), several].concat()));
    let (million, plain) = (Shown::TimesTenTo(6), Shown::Itself);
    let cells = [("A3", million), ("B3", plain), ("C3", Shown::Percent), ("B4", plain), ("C4", million)];
    assert_eq!(found, expected(&cells));
}

#[test]
fn in_ods() {
    let style = |name: &str, format: &str| {
        format!("<style:style style:name='{name}' style:family='table-cell' style:data-style-name='{format}'/>")
    };
    let styles = [
        "<number:number-style style:name='N1'><number:number number:min-integer-digits='1'/><number:text> million</number:text></number:number-style>",
        "<number:number-style style:name='N2'><number:number number:display-factor='1000'/></number:number-style>",
        &style("ce1", "N1"),
        &style("ce2", "N2"),
    ];
    let cell = |kind: &str, more: &str| {
        format!(
            "<table:table-cell office:value-type='{kind}' office:value='4218' {more}><text:p>x</text:p></table:table-cell>"
        )
    };
    let cells = [
        cell("float", "table:style-name='ce1' table:number-columns-repeated='2'"),
        cell("float", ""),
        cell("percentage", ""),
        cell("float", "table:style-name='ce9'"),
    ];
    let content = format!(
        "<office:document-content><office:automatic-styles>{}</office:automatic-styles><office:body><office:spreadsheet>\
         <table:table table:name='S'><table:table-column table:number-columns-repeated='2'/>\
         <table:table-column table:default-cell-style-name='ce2' table:number-columns-repeated='9'/>\
         <table:table-row>{}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>",
        styles.concat(),
        cells.concat()
    );
    let million = Shown::TimesTenTo(6);
    let cells = [
        ("A1", million),
        ("B1", million),
        ("C1", Shown::TimesTenTo(-3)),
        ("D1", Shown::Percent),
        ("E1", Shown::Itself),
    ];
    assert_eq!(shown(ods_content(&content)), expected(&cells));
}
