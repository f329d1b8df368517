//! Puts cells into a form that is filled, and leaves everything else of the file as it is.

use sg3_workbook::{Content, Workbook, address};
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

type Cells = BTreeMap<(u32, u32), String>;

/// The form with the plants of a list, whose rows are `| # | column | row | put |`.
pub(crate) fn planted(form: &[u8], list: &str) -> Vec<u8> {
    let sheets = sheets(form);
    let mut parts = parts(form);
    parts.iter_mut().filter(|(name, _)| name.starts_with("xl/worksheets/sheet")).for_each(|(_, xml)| forget(xml));
    for line in list.lines().filter(|line| line.starts_with('|')).skip(2) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [_, column, row, put] = cells[..] else { panic!("{line}") };
        let (sheet, at) = find(&sheets, column, row).unwrap_or_else(|| panic!("no such cell: {line}"));
        let part = parts.iter_mut().find(|(name, _)| *name == format!("xl/worksheets/sheet{}.xml", sheet + 1));
        let xml = &mut part.expect("every sheet has a part").1;
        *xml = plant(std::str::from_utf8(xml).expect("XML is text"), at, put).into_bytes();
    }
    zipped(&parts)
}

/// The places of the plants of a list, by number: `Traffic!C4`, `Asset!12:` for a hidden row.
pub(crate) fn places(form: &[u8], list: &str) -> Vec<(u32, String)> {
    let workbook = Workbook::open(form.to_vec(), "clean.xlsx").expect("the clean form is sound");
    let sheets = sheets(form);
    let place = |line: &str| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let (sheet, (row, column)) = find(&sheets, cells[1], cells[2]).expect("the cell is there");
        // What is said of a label is said at the figure beside it.
        let column = column + u32::from(cells[1] == "label");
        let at = if cells[3] == "hidden" { format!("{}:", row + 1) } else { address(row, column) };
        (cells[0].parse().expect("a number"), format!("{}!{at}", workbook.sheets()[sheet].name))
    };
    list.lines().filter(|line| line.starts_with('|')).skip(2).map(place).collect()
}

/// Takes the saved values of formulas away: what they come to changes with the plants, and any program works it out again.
fn forget(xml: &mut Vec<u8>) {
    let text = String::from_utf8_lossy(xml).into_owned();
    let mut parts = text.split("</f><v>");
    let first = parts.next().unwrap_or_default().to_owned();
    let rest = parts.filter_map(|part| part.split_once("</v>")).map(|(_, after)| format!("</f>{after}"));
    *xml = (first + &rest.collect::<String>()).into_bytes();
}

/// The words and numbers of every sheet.
fn sheets(form: &[u8]) -> Vec<Cells> {
    let mut workbook = Workbook::open(form.to_vec(), "clean.xlsx").expect("the clean form is sound");
    let text = |content| match content {
        Content::Text(text) => text,
        Content::Number(number) => number.to_string(),
        _ => String::new(),
    };
    let read = |sheet| {
        let mut cells = Cells::new();
        workbook.read(sheet, |cell| drop(cells.insert((cell.row, cell.column), text(cell.content)))).expect("sound");
        cells
    };
    (0..workbook_sheets(form)).map(read).collect()
}

fn workbook_sheets(form: &[u8]) -> usize {
    Workbook::open(form.to_vec(), "clean.xlsx").expect("the clean form is sound").sheets().len()
}

/// Sheet and cell below the key of a column, beside the key or code of a row.
fn find(sheets: &[Cells], column: &str, row: &str) -> Option<(usize, (u32, u32))> {
    let (column, about) = match (column, column.strip_prefix("code of ")) {
        (_, Some(values)) => (values, Some("@code")),
        ("label", None) => ("@label", Some("@label")),
        (column, None) => (column, None),
    };
    sheets.iter().enumerate().find_map(|(sheet, cells)| {
        let heads = cells.iter().filter(|((_, _), text)| match about {
            Some("@label") => text.starts_with("@label"),
            _ => *text == column,
        });
        heads.into_iter().find_map(|((top, across), _)| {
            let is_key_row = cells.get(&(*top, 0)).is_some_and(|corner| corner.starts_with("sg3:"));
            let end = cells.keys().find(|(at, left)| at > top && *left == 0 && cells[&(*at, 0)].starts_with("sg3:"));
            let last = end.map_or(u32::MAX, |(at, _)| *at);
            let coded = cells.get(&(*top, 1)).is_some_and(|key| key.starts_with("@code"));
            let is_row = |((at, left), text): &(&(u32, u32), &String)| {
                (*top..last).contains(at) && *left == u32::from(coded) && *text == row
            };
            let ((down, _), _) = cells.iter().find(is_row).filter(|_| is_key_row)?;
            Some((sheet, (*down, if about == Some("@code") { 1 } else { *across })))
        })
    })
}

fn plant(xml: &str, (row, column): (u32, u32), put: &str) -> String {
    if put == "hidden" {
        let open = format!("<row r=\"{}\"", row + 1);
        return xml.replace(&format!("{open} "), &format!("{open} hidden=\"1\" "));
    }
    let open = format!("<c r=\"{}\"", address(row, column));
    let start =
        xml.find(&format!("{open} ")).or_else(|| xml.find(&format!("{open}/"))).expect("every asked cell is drawn");
    let rest = &xml[start..];
    let tag = rest.find('>').expect("a tag ends") + 1;
    let end = if rest[..tag].ends_with("/>") { tag } else { rest.find("</c>").expect("a cell ends") + 4 };
    let style = rest[..tag].find(" s=\"").map(|at| &rest[at..at + 4 + rest[at + 4..].find('"').expect("quoted") + 1]);
    format!("{}{}{}", &xml[..start], cell(&open, style.unwrap_or_default(), put), &rest[end..])
}

fn cell(open: &str, style: &str, put: &str) -> String {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    if let Some(number) = put.strip_prefix("plain ") {
        return format!("{open}><v>{number}</v></c>");
    }
    if let Some((formula, value)) = put.strip_prefix('=').and_then(|put| put.split_once(" -> ")) {
        let kind = if value.starts_with('#') { " t=\"e\"" } else { "" };
        return format!("{open}{style}{kind}><f>{}</f><v>{value}</v></c>", escaped(formula));
    }
    match put.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
        Some(text) => {
            format!("{open}{style} t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>", escaped(text))
        }
        None => format!("{open}{style}><v>{put}</v></c>"),
    }
}

fn parts(form: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(form)).expect("a form is an archive");
    let part = |index| {
        let mut part = archive.by_index(index).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("a part");
        (part.name().expect("a name").to_string(), bytes)
    };
    let count = ZipArchive::new(Cursor::new(form)).expect("a form is an archive").len();
    (0..count).map(part).collect()
}

fn zipped(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        writer.start_file(name.as_str(), options).expect("a part begins");
        writer.write_all(bytes).expect("a part is written");
    }
    writer.finish().expect("an archive ends").into_inner()
}
