//! Stands in for the front door until it is here.
#![allow(missing_docs)]

use calamine::{DataRef, Reader, Xlsx};
use std::collections::BTreeMap;
use std::io::Cursor;

pub struct Workbook {
    file: String,
    book: Xlsx<Cursor<Vec<u8>>>,
    sheets: Vec<Sheet>,
    properties: BTreeMap<String, String>,
}

#[derive(Debug)]
pub struct Refusal {
    pub file: String,
    pub sheet: Option<String>,
    pub cell: Option<String>,
    pub message: String,
    pub remedy: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub slug: &'static str,
    pub sheet: String,
    pub cell: String,
    pub message: String,
}

pub struct Sheet {
    pub name: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    pub row: u32,
    pub column: u32,
    pub content: Content,
    pub formula: Option<Formula>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Formula {
    pub text: Option<String>,
    pub files: Vec<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    Number(f64),
    Text(String),
    YesNo(bool),
    Date(f64),
    Error(String),
    Empty,
}

fn refusal(message: impl ToString) -> Refusal {
    Refusal { file: String::new(), sheet: None, cell: None, message: message.to_string(), remedy: "" }
}

impl Workbook {
    pub fn open(bytes: Vec<u8>, name: &str) -> Result<Workbook, Refusal> {
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(refusal)?;
        let properties = book.workbook_properties().map_err(refusal)?.custom_properties.into_iter().collect();
        let sheets = book.sheet_names().into_iter().map(|name| Sheet { name }).collect();
        Ok(Workbook { file: name.to_owned(), book, sheets, properties })
    }

    pub fn file(&self) -> &str {
        &self.file
    }

    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    pub fn properties(&self) -> &BTreeMap<String, String> {
        &self.properties
    }

    pub fn read(&mut self, sheet: usize, mut each: impl FnMut(Cell)) -> Result<Vec<Finding>, Refusal> {
        let mut reader = self.book.worksheet_cells_reader(&self.sheets[sheet].name).map_err(refusal)?;
        while let Some(found) = reader.next_cell_with_formula().map_err(refusal)? {
            let (row, column) = found.pos;
            let formula = found.formula.map(|text| Formula { text: Some(text), files: Vec::new() });
            let content = content(&found.value);
            if content != Content::Empty || formula.is_some() {
                each(Cell { row, column, content, formula });
            }
        }
        Ok(Vec::new())
    }
}

fn content(data: &DataRef) -> Content {
    match data {
        DataRef::Int(v) => Content::Number(*v as f64),
        DataRef::Float(v) => Content::Number(*v),
        DataRef::String(v) => Content::Text(v.clone()),
        DataRef::SharedString(v) => Content::Text((*v).to_owned()),
        DataRef::Bool(v) => Content::YesNo(*v),
        DataRef::DateTime(v) => Content::Date(v.as_f64()),
        DataRef::DateTimeIso(v) | DataRef::DurationIso(v) => Content::Text(v.clone()),
        DataRef::Error(v) => Content::Error(v.to_string()),
        DataRef::Empty => Content::Empty,
    }
}
