//! Workbooks written part by part, as no program would.
#![allow(dead_code)]

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A zip file of these parts.
pub fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

pub const ROOT: &str = "<Relationships><Relationship Id='rId1' Type='x/relationships/officeDocument' Target='xl/workbook.xml'/></Relationships>";
pub const BOOK: &str = "<workbook xmlns:r='r'><sheets><sheet name='S' sheetId='1' r:id='rId1'/></sheets></workbook>";
pub const RELATIONS: &str =
    "<Relationships><Relationship Id='rId1' Type='x/worksheet' Target='worksheets/sheet1.xml'/></Relationships>";

/// An .xlsx file with one sheet `S`, and further parts that replace or join the plain ones.
pub fn xlsx_with(sheet: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("_rels/.rels", ROOT.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    parts.retain(|(name, _)| more.iter().all(|(other, _)| other != name));
    parts.extend(more);
    zip(&parts)
}

/// An .xlsx file whose one sheet `S` has these rows.
pub fn xlsx(rows: &str) -> Vec<u8> {
    xlsx_with(&sheet(rows), &[])
}

pub fn sheet(rows: &str) -> String {
    format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")
}

/// An .ods file whose one sheet `S` has these rows.
pub fn ods(rows: &str) -> Vec<u8> {
    ods_content(&format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"S\">{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    ))
}

pub fn ods_content(content: &str) -> Vec<u8> {
    let manifest = "<manifest:manifest><manifest:file-entry manifest:full-path=\"/\"/></manifest:manifest>";
    zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest.as_bytes()),
        ("content.xml", content.as_bytes()),
    ])
}

/// A real workbook, as the forms of operators are.
pub fn real() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet().set_name("Costs").unwrap();
    for row in 0..20 {
        sheet.write_string(row, 0, format!("Network component {row}")).unwrap();
        sheet.write_number(row, 1, f64::from(row) * 1.5).unwrap();
        sheet.write_formula(row, 2, rust_xlsxwriter::Formula::new(format!("=B{}*2", row + 1)).set_result("3")).unwrap();
    }
    sheet.write_boolean(20, 0, true).unwrap();
    book.add_worksheet().set_name("Notes").unwrap().write_string(0, 0, "Zürich & ждать").unwrap();
    book.save_to_buffer().unwrap()
}
