//! Files that are unusual and whole: other programs open them, and so they are read, or the true cause is told.

use crate::{number, read, refused};
use sg3_tests::build::{BOOK, ods, ods_content, sheet, xlsx_with, zip};
use sg3_workbook::Content;

fn utf16(text: &str) -> Vec<u8> {
    [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
}

#[test]
fn parts_in_utf16_are_read() {
    let rows = sheet("<row r='1'><c r='A1'><v>1.5</v></c><c r='B1' t='s'><v>0</v></c></row>");
    let strings = utf16("<?xml version='1.0' encoding='UTF-16'?><sst><si><t>é</t></si></sst>");
    let book = utf16(&format!("<?xml version='1.0' encoding='UTF-16'?>{BOOK}"));
    let parts: [(&str, &[u8]); 3] =
        [("xl/sharedStrings.xml", &strings), ("xl/workbook.xml", &book), ("xl/worksheets/sheet1.xml", &utf16(&rows))];
    let expected = [number("A1", 1.5), ("S!B1".to_owned(), Content::Text("é".to_owned()))];
    assert_eq!(read(xlsx_with("", &parts)).unwrap().0, expected);
    let deep = utf16(&("<a>".repeat(200) + &"</a>".repeat(200)));
    assert!(refused(xlsx_with(&rows, &[("xl/sharedStrings.xml", &deep)])).message.contains("128 deep"));
}

#[test]
fn a_sheet_without_a_part_is_passed_over() {
    let rows = sheet("<row r='1'><c r='A1'><v>1</v></c></row>");
    let with = |sheet: &str| BOOK.replace("</sheets>", &format!("{sheet}</sheets>"));
    let leftover = with("<sheet name='Dialog1' sheetId='2' state='veryHidden' r:id=''/>");
    assert_eq!(read(xlsx_with(&rows, &[("xl/workbook.xml", leftover.as_bytes())])).unwrap().0, [number("A1", 1.0)]);
    let missing = with("<sheet name='Costs' sheetId='2' r:id='rId9'/>");
    assert_eq!(refused(xlsx_with(&rows, &[("xl/workbook.xml", missing.as_bytes())])).slug, "damaged-workbook");
}

#[test]
fn content_laid_out_for_people_is_read() {
    let cell = |value: u8| {
        format!(
            "\n   <table:table-cell office:value-type='float' office:value='{value}'>\n    <text:p>{value}</text:p>\n   </table:table-cell>"
        )
    };
    let words =
        "<table:table-cell office:value-type='string'><text:p>a <text:span>b</text:span> c</text:p></table:table-cell>";
    let rows = format!("\n <table:table-row>{}<!-- two -->{}\n{words} </table:table-row>\n", cell(1), cell(2));
    let expected = [number("A1", 1.0), number("B1", 2.0), ("S!C1".to_owned(), Content::Text("a b c".to_owned()))];
    assert_eq!(read(ods(&rows)).unwrap().0, expected);
}

#[test]
fn a_password_of_opendocument_is_told() {
    let manifest = "<manifest:manifest><manifest:file-entry manifest:full-path='content.xml'>\
                    <manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let noise: &[u8] = &[0x8f, 0x02, 0xff, 0x10];
    let kind: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
    for content in ["content.xml", "encrypted-package"] {
        let parts =
            [("mimetype", kind), ("meta.xml", noise), (content, noise), ("META-INF/manifest.xml", manifest.as_bytes())];
        assert_eq!(refused(zip(&parts)).slug, "encrypted-workbook");
    }
    assert!(read(ods_content("<office:document-content/>")).is_err_and(|refusal| refusal.slug != "encrypted-workbook"));
}

#[test]
fn lines_of_a_macintosh_are_lines() {
    let rows = |ends: &str| {
        let text = ["sg3:inputs,@value", "life,12", "note,\"a,b\""].join(ends);
        let workbook = sg3_workbook::Workbook::of_texts(vec![("S".to_owned(), text.into_bytes())], "f");
        let mut cells = Vec::new();
        workbook.unwrap().read(0, |cell| cells.push((cell.address(), cell.content))).unwrap();
        cells
    };
    assert_eq!(rows("\r"), rows("\n"));
    assert_eq!(rows("\r").last(), Some(&("B3".to_owned(), Content::Text("a,b".to_owned()))));
}
