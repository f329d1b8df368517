//! From examined bytes to an open workbook: its sheets and properties.

use super::Workbook;
use super::reader::FormatReader;
use crate::container::shared_bytes::SharedBytes;
use crate::formats::csv::read;
use crate::formats::csv::read::TextSheet;
use crate::formats::package::Package;
use crate::intake::clean_workbook::CleanWorkbook;
use crate::notes::Notes;
use crate::refusal::Refusal;
use crate::sheet::{Sheet, Visibility};
use crate::{intake, limits};
use calamine::SheetType;
use std::collections::{BTreeMap, BTreeSet};

impl Workbook {
    /// Examines the bytes of a file and opens the workbook in it. The name serves messages only.
    pub fn open(bytes: Vec<u8>, name: &str) -> Result<Workbook, Refusal> {
        open_workbook(bytes, name).map_err(|refusal| refusal.in_file(name))
    }

    /// Opens a form that is kept as text: each file by its name without ending, and its bytes. The last name serves messages only.
    ///
    /// ```
    /// let texts = vec![("Traffic".to_owned(), b"sg3:by service,minutes\nvoice,12\n".to_vec())];
    /// let workbook = sg3_workbook::Workbook::of_texts(texts, "form").unwrap();
    /// assert_eq!(workbook.sheets()[0].name, "Traffic");
    /// ```
    pub fn of_texts(texts: Vec<(String, Vec<u8>)>, name: &str) -> Result<Workbook, Refusal> {
        open_texts(texts, name).map_err(|refusal| refusal.in_file(name))
    }
}

fn open_workbook(bytes: Vec<u8>, name: &str) -> Result<Workbook, Refusal> {
    let CleanWorkbook { format, copy, notes, extracted } = intake::admit(bytes)?;
    let mut reader = FormatReader::open(format, copy.clone(), extracted)?;
    let sheets = list_sheets(reader.list_sheets())?;
    let package = reader.read_package(copy.clone())?;
    check_grid(&notes, &package)?;
    let properties = reader.read_properties()?;
    Ok(Workbook { file: name.to_owned(), copy, reader, sheets, properties, package, notes, cells: 0 })
}

fn open_texts(texts: Vec<(String, Vec<u8>)>, name: &str) -> Result<Workbook, Refusal> {
    let bytes: usize = texts.iter().map(|(_, bytes)| bytes.len()).sum();
    if bytes > limits::FILE_BYTES {
        let most = limits::FILE_BYTES >> 20;
        return Err(Refusal::too_large(format!("the files have {} MiB; {most} are read", bytes >> 20)));
    }
    let mut text_sheets: Vec<TextSheet> = Vec::new();
    for (stem, bytes) in &texts {
        text_sheets.extend(read::read_sheets(stem, bytes).map_err(|refusal| refusal.in_sheet(stem))?);
    }
    let names = text_sheets.iter().map(|sheet| sheet.name.clone());
    let sheets: Vec<Sheet> = names.map(|name| Sheet { name, visibility: Visibility::Shown }).collect();
    check_names(sheets.iter().map(|sheet| &*sheet.name))?;
    Ok(Workbook {
        file: name.to_owned(),
        copy: SharedBytes::default(),
        reader: FormatReader::Text(text_sheets),
        sheets,
        properties: BTreeMap::new(),
        package: Package::default(),
        notes: Notes::new(),
        cells: 0,
    })
}

fn list_sheets(all: &[calamine::Sheet]) -> Result<Vec<Sheet>, Refusal> {
    check_names(all.iter().map(|sheet| &*sheet.name))?;
    Ok(all.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).map(Sheet::from).collect())
}

/// Some sheets, not too many, each with a name of its own.
fn check_names<'a>(names: impl Iterator<Item = &'a str>) -> Result<(), Refusal> {
    let (mut seen, mut count) = (BTreeSet::new(), 0);
    for name in names {
        count += 1;
        if !seen.insert(name) {
            return Err(Refusal::damaged("another sheet has the same name").in_sheet(name));
        }
    }
    match count {
        0 => Err(Refusal::damaged("the workbook has no sheets")),
        1..=limits::SHEETS => Ok(()),
        _ => Err(Refusal::too_large(format!("the workbook has {count} sheets; {} are read", limits::SHEETS))),
    }
}

/// Refused whatever sheet it is in: the reader would take the cell for another one.
fn check_grid(notes: &Notes, package: &Package) -> Result<(), Refusal> {
    for (part, notes) in notes {
        if let Some(cell) = &notes.off_grid {
            let sheet = package.find_sheet(part).unwrap_or(part);
            return Err(Refusal::hostile("a sheet has no such cell").at(cell).in_sheet(sheet));
        }
    }
    Ok(())
}
