//! A CSV file to a layer, in one of two forms: a list (`input, service, year, value`), or a table whose first columns are
//! members and whose other columns are inputs (`service, minutes, revenue`; beside a single member also `label`, `unit`).

mod list;
mod table;

use super::draft::Draft;
use super::refusal;
use csv::StringRecord;
use sg3_calc::Origin;

/// A record with the line it stands on.
struct Line {
    cells: Vec<String>,
    origin: Origin,
}

/// Adds what the file says.
pub fn read(draft: &mut Draft, text: &str) {
    let text = text.trim_start_matches('\u{feff}');
    let mut lines = match lines(draft, text) {
        Ok(lines) => lines.into_iter(),
        Err(error) => {
            let line = error.position().map_or(1, |position| position.line());
            let refused = refusal(draft.file(), &format!("line {line}"), format!("not a CSV file: {error}"));
            return draft.add(refused);
        }
    };
    let Some(header) = lines.next() else { return };
    match header.cells.first().map(|cell| &**cell) {
        Some("input") => list::read(draft, &header, lines),
        _ => table::read(draft, &header, lines),
    }
}

fn lines(draft: &Draft, text: &str) -> Result<Vec<Line>, csv::Error> {
    let line = |record: StringRecord| Line {
        cells: record.iter().map(|cell| cell.trim().to_owned()).collect(),
        origin: draft.line(record.position().map_or(1, |position| position.line() as u32)),
    };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(text))
        .comment(Some(b'#'))
        .from_reader(text.as_bytes());
    reader.records().map(|record| record.map(line)).collect()
}

/// Comma, semicolon or tab: whichever the first line has most of.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.starts_with('#')).unwrap_or_default();
    let count = |sign: &u8| first.bytes().filter(|byte| byte == sign).count();
    b"\t;,".iter().copied().max_by_key(count).unwrap_or(b',')
}
