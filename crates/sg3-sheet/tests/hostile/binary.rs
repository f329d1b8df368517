//! Parts of binary Office workbooks, record by record. No program at hand writes them.
#![allow(dead_code)]

use crate::build::zip;

/// A record of a kind.
pub fn record(kind: u16, body: &[u8]) -> Vec<u8> {
    let mut bytes = if kind < 0x80 { vec![kind as u8] } else { vec![kind as u8 | 0x80, (kind >> 7) as u8] };
    let mut length = body.len();
    while length >= 0x80 {
        bytes.push(length as u8 | 0x80);
        length >>= 7;
    }
    bytes.push(length as u8);
    bytes.extend(body);
    bytes
}

/// A text with its length.
pub fn text(text: &str) -> Vec<u8> {
    let letters: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [&(letters.len() as u32 / 2).to_le_bytes()[..], &letters].concat()
}

/// The head of a row.
pub fn row(row: u32) -> Vec<u8> {
    record(0, &[&row.to_le_bytes()[..], &[0; 13]].concat())
}

/// A cell in the first format.
pub fn cell(kind: u16, column: u32, value: &[u8]) -> Vec<u8> {
    formatted(kind, column, 0, value)
}

/// A cell in the format of a number.
pub fn formatted(kind: u16, column: u32, format: u8, value: &[u8]) -> Vec<u8> {
    record(kind, &[&column.to_le_bytes()[..], &[format, 0, 0, 0], value].concat())
}

/// The list of sheets, by name; the relation of each is `rId` and its number from one.
pub fn book(names: &[&str]) -> Vec<u8> {
    let sheet = |(number, name): (usize, &&str)| {
        let identity = (number as u32 + 1).to_le_bytes();
        record(0x009C, &[&[0; 4][..], &identity, &text(&format!("rId{}", number + 1)), &text(name)].concat())
    };
    let sheets: Vec<u8> = names.iter().enumerate().flat_map(sheet).collect();
    [record(0x0083, &[]), record(0x0099, &[0; 12]), sheets, record(0x0090, &[]), record(0x0084, &[])].concat()
}

/// A sheet of these records.
pub fn sheet_of(cells: &[u8]) -> Vec<u8> {
    [
        record(0x0081, &[]),
        record(0x0094, &[0; 16]),
        record(0x0091, &[]),
        cells.to_vec(),
        record(0x0092, &[]),
        record(0x0082, &[]),
    ]
    .concat()
}

/// Formats of cells: the first for anything, the second for days.
pub fn formats() -> Vec<u8> {
    let xf = |format: u16| record(0x002F, &[&[0; 2][..], &format.to_le_bytes(), &[0; 12]].concat());
    [record(0x0269, &2u32.to_le_bytes()), xf(0), xf(14), record(0x026A, &[])].concat()
}

/// A workbook of these sheets and further parts.
pub fn workbook(sheets: &[(&str, Vec<u8>)], more: &[(&str, &[u8])]) -> Vec<u8> {
    let names: Vec<&str> = sheets.iter().map(|(name, _)| *name).collect();
    let relation = |number: usize| {
        format!("<Relationship Id='rId{number}' Type='x/worksheet' Target='worksheets/sheet{number}.bin'/>")
    };
    let relations: String = (1..=sheets.len()).map(relation).collect();
    let relations = format!("<Relationships>{relations}</Relationships>");
    let (book, formats) = (book(&names), formats());
    let paths: Vec<String> = (1..=sheets.len()).map(|number| format!("xl/worksheets/sheet{number}.bin")).collect();
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("xl/workbook.bin", &book),
        ("xl/_rels/workbook.bin.rels", relations.as_bytes()),
        ("xl/styles.bin", &formats),
    ];
    parts.extend(paths.iter().zip(sheets).map(|(path, (_, sheet))| (&**path, &**sheet)));
    parts.extend(more);
    zip(&parts)
}
