//! Which cell formats make a number a date: asked of the workbook reader, so that one rule holds for all formats of files.
//!
//! It is given a workbook with these formats and one number for each.

use crate::cell::Content;
use crate::formats::catch_panic::catch_panic;
use crate::limits;
use crate::refusal::Refusal;
use calamine::{Reader, Xlsx};
use std::fmt::Write as _;
use std::io::{Cursor, Write};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const ROOT: &str = "<Relationships><Relationship Id=\"r\" Type=\"/relationships/officeDocument\" Target=\"xl/workbook.xml\"/>\
                    </Relationships>";

const BOOK: &str = "<workbook><sheets><sheet name=\"F\" r:id=\"r\"/></sheets></workbook>";
const RELATIONS: &str =
    "<Relationships><Relationship Id=\"r\" Type=\"/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>";

/// Says of each format up to the greatest that is used whether it makes a number a date.
pub(crate) fn find_dates(styles: &[u8], greatest: u32) -> Result<Vec<bool>, Refusal> {
    let count = (u64::from(greatest) + 1).min(limits::FORMATS) as u32;
    let bytes = write_probe(styles, count).map_err(|e| Refusal::damaged(e.to_string()))?;
    let mut book: Xlsx<_> = catch_panic(|| Xlsx::new(Cursor::new(bytes)))?;
    let mut cells = catch_panic(|| book.worksheet_cells_reader("F"))?;
    let mut dates = Vec::with_capacity(count as usize);
    while let Some(cell) = catch_panic(|| cells.next_cell())? {
        dates.push(matches!(Content::of_ref(cell.get_value().clone()), Content::Date(_)));
    }
    Ok(dates)
}

fn write_probe(styles: &[u8], count: u32) -> ZipResult<Vec<u8>> {
    let mut cells = String::new();
    for format in 0..count {
        let _ = write!(cells, "<c r=\"A1\" s=\"{format}\"><v>1</v></c>");
    }
    let sheet = format!("<worksheet><sheetData><row r=\"1\">{cells}</row></sheetData></worksheet>");
    let parts: [(&str, &[u8]); 5] = [
        ("_rels/.rels", ROOT.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/styles.xml", styles),
    ];
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(name, SimpleFileOptions::default().compression_method(CompressionMethod::Stored))?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}
