//! Stands in for the front door until it is here.
#![allow(missing_docs)]

use calamine::{DataRef, Reader, Xlsx};
use std::io::Cursor;

pub struct Workbook {
    name: String,
    pub properties: Vec<(String, String)>,
    pub pages: Vec<(String, Vec<(u32, u32, crate::read::Content, bool)>)>,
}

impl Workbook {
    pub fn open(bytes: Vec<u8>, name: &str) -> Result<Workbook, String> {
        let mut xlsx: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|e| e.to_string())?;
        let properties = xlsx.workbook_properties().map_err(|e| e.to_string())?.custom_properties.into_iter().collect();
        let names = xlsx.sheet_names();
        let mut pages = Vec::new();
        for sheet in names {
            let mut cells = Vec::new();
            let mut reader = xlsx.worksheet_cells_reader(&sheet).map_err(|e| e.to_string())?;
            while let Some(found) = reader.next_cell_with_formula().map_err(|e| e.to_string())? {
                let (row, column) = found.pos;
                if let Some(content) = content(&found.value) {
                    cells.push((row, column, content, found.formula.is_some()));
                }
            }
            pages.push((sheet, cells));
        }
        Ok(Workbook { name: name.to_owned(), properties, pages })
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn property(&self, name: &str) -> Option<&str> {
        self.properties.iter().find(|(key, _)| key == name).map(|(_, value)| &**value)
    }
}

fn content(data: &DataRef) -> Option<crate::read::Content> {
    use crate::read::Content;
    Some(match data {
        DataRef::Int(v) => Content::Number(*v as f64),
        DataRef::Float(v) => Content::Number(*v),
        DataRef::String(v) => Content::Text(v.as_str().into()),
        DataRef::SharedString(v) => Content::Text((*v).into()),
        DataRef::Bool(v) => Content::YesNo(*v),
        DataRef::DateTime(v) => Content::Date(v.as_f64()),
        DataRef::DateTimeIso(v) | DataRef::DurationIso(v) => Content::Text(v.as_str().into()),
        DataRef::Error(v) => Content::Error(v.to_string()),
        _ => return None,
    })
}
