//! The records of a CSV file, each with the line it stands on.

use crate::layers::builder::LayerBuilder;
use csv::{ReaderBuilder, StringRecord};
use sg3_calc::Origin;

/// A record with the line it stands on.
pub(crate) struct Line {
    pub(crate) cells: Vec<String>,
    pub(crate) origin: Origin,
}

impl Line {
    /// A cell, or nothing where the line is short.
    pub(crate) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell)
    }
}

/// Every record of a text.
pub(crate) fn lines(builder: &LayerBuilder, text: &str) -> Result<Vec<Line>, csv::Error> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(text))
        .comment(Some(b'#'))
        .from_reader(text.as_bytes());
    reader.records().map(|record| Ok(line(builder, &record?))).collect()
}

fn line(builder: &LayerBuilder, record: &StringRecord) -> Line {
    Line {
        cells: record.iter().map(|cell| cell.trim().to_owned()).collect(),
        origin: builder.line(record.position().map_or(1, |position| position.line() as u32)),
    }
}

/// Comma, semicolon or tab: whichever the first line has most of.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.starts_with('#')).unwrap_or_default();
    let signs = b"\t;,".iter().copied();
    signs.max_by_key(|sign| first.bytes().filter(|byte| byte == sign).count()).unwrap_or(b',')
}
