//! Lines of a text file as rows of cells.

use super::cell::{SourceCell, SourceValue};
use super::sheet::SourceRow;
use csv::StringRecord;
use sg3_workbook::Content;

/// Every record that says something; the line and what is wrong, if it is no list.
pub(crate) fn parse_rows(text: &str) -> Result<Vec<SourceRow>, (u64, String)> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes());
    let told =
        |error: csv::Error| (error.position().map_or(1, csv::Position::line), format!("not a CSV file: {error}"));
    let rows = reader.records().map(|record| record.map(row_of_record).map_err(told)).collect::<Result<Vec<_>, _>>()?;
    Ok(rows.into_iter().filter(|row| !row.cells.is_empty()).collect())
}

fn row_of_record(record: StringRecord) -> SourceRow {
    let line = record.position().map_or(1, csv::Position::line);
    let cell = |(column, text): (usize, &str)| {
        Some(SourceCell { column: column as u32, says: SourceValue::of(Content::Text(text.to_owned()))? })
    };
    SourceRow {
        row: (line - 1) as u32,
        cells: record.iter().take(sg3_workbook::COLUMNS as usize).enumerate().filter_map(cell).collect(),
    }
}

/// Whichever sign the first lines have most of, alike in most of them.
fn delimiter(text: &str) -> u8 {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(30).collect();
    let evenness = |sign: &u8| {
        let mut counts: Vec<usize> =
            lines.iter().map(|line| line.bytes().filter(|byte| byte == sign).count()).collect();
        counts.sort_unstable();
        counts.get(counts.len() / 2).copied().unwrap_or(0)
    };
    b"|,\t;".iter().copied().max_by_key(evenness).unwrap_or(b',')
}
