//! Lines of a text file as rows of cells.

use super::cell::{SourceCell, SourceValue};
use super::row::SourceRow;
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
    let texts = (0..).zip(record.iter().take(sg3_workbook::COLUMNS as usize));
    let cells = texts.filter_map(|(column, text)| {
        Some(SourceCell { column, value: SourceValue::of(Content::Text(text.to_owned()))? })
    });
    SourceRow { row: (line - 1) as u32, cells: cells.collect() }
}

/// Whichever sign the first lines have most of, alike in most of them.
fn delimiter(text: &str) -> u8 {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(30).collect();
    b"|,\t;".iter().copied().max_by_key(|sign| usual_count(&lines, *sign)).unwrap_or(b',')
}

/// How often a sign stands in the line in the middle, by that count.
fn usual_count(lines: &[&str], sign: u8) -> usize {
    let mut counts: Vec<usize> = lines.iter().map(|line| line.bytes().filter(|byte| *byte == sign).count()).collect();
    counts.sort_unstable();
    counts.get(counts.len() / 2).copied().unwrap_or(0)
}
