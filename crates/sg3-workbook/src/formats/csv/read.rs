//! From text back to the sheets of a workbook.

use super::marks::{delimiter, unguarded};
use super::{encoding, marks};
use crate::cell::{Cell, Content};
use crate::refusal::Refusal;

/// A sheet that was kept as text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Page {
    /// What the file, or the mark in it, calls it.
    pub name: String,
    /// Cells that hold anything, in order.
    pub cells: Vec<Cell>,
    /// Whether a point parts whole numbers from decimals, because commas stand between cells.
    pub is_pointed: bool,
}

/// The sheets of one file: one by the name of the file, or one for each mark of a sheet by what the mark says.
pub(crate) fn pages(stem: &str, bytes: &[u8]) -> Result<Vec<Page>, Refusal> {
    let text = encoding::text(bytes);
    let between = delimiter(&text);
    let is_pointed = between != b';';
    let mut pages = vec![Page { name: stem.to_owned(), cells: Vec::new(), is_pointed }];
    let mut marks = 0;
    for (row, record) in rows(&text, between)? {
        let mark = record.get(0).map(unguarded).and_then(|cell| cell.strip_prefix(marks::SHEET));
        if let Some(mark) = mark {
            marks += 1;
            let name = mark.split(marks::MODEL).next().unwrap_or(mark).trim().to_owned();
            pages.push(Page { name, cells: Vec::new(), is_pointed });
        }
        let page = pages.last_mut().expect("there is one from the start");
        page.cells.extend(cells(row, &record, between));
    }
    if marks < 2 {
        let cells = pages.into_iter().flat_map(|page| page.cells).collect();
        return Ok(vec![Page { name: stem.to_owned(), cells, is_pointed }]);
    }
    pages.retain(|page| !page.cells.is_empty());
    Ok(pages)
}

/// Records with the rows that they are in a spreadsheet: lines within quotes are one row, blank lines are rows.
fn rows(text: &str, between: u8) -> Result<Vec<(u32, csv::StringRecord)>, Refusal> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(between).from_reader(text.as_bytes());
    let (mut rows, mut within) = (Vec::new(), 0);
    for record in reader.records() {
        let record = record.map_err(|error| Refusal::damaged(format!("not a file of separated values: {error}")))?;
        let at = record.position().map_or(0, |at| at.line() - 1 + blank_lines(text, at.byte()));
        rows.push((at.saturating_sub(within) as u32, record));
        let last = &rows.last().expect("just pushed").1;
        within += last.iter().map(|cell| cell.matches('\n').count() as u64).sum::<u64>();
    }
    Ok(rows)
}

/// Blank lines before a record, which the reader passes over without a word.
fn blank_lines(text: &str, byte: u64) -> u64 {
    let rest = &text.as_bytes()[byte as usize..];
    rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).filter(|byte| **byte == b'\n').count() as u64
}

fn cells(row: u32, record: &csv::StringRecord, between: u8) -> Vec<Cell> {
    let cell = |(column, text): (usize, &str)| {
        let content = content(text, between)?;
        Some(Cell { row, column: column as u32, content, formula: None })
    };
    record.iter().enumerate().filter_map(cell).collect()
}

/// A number only where it is written as this crate writes it, so that a code such as `007` or `6.10` stays what it is.
fn content(text: &str, between: u8) -> Option<Content> {
    let text = marks::unguarded(text);
    let is_whole = || text.bytes().all(|letter| letter.is_ascii_digit() || letter == b'-');
    let number = text.parse::<f64>().ok().filter(|number| number.is_finite() && number.to_string() == text);
    match number.filter(|_| between != b';' || is_whole()) {
        Some(number) => Some(Content::Number(number)),
        None => (!text.is_empty()).then(|| Content::Text(text.to_owned())),
    }
}

/// Whether a text is digits with at most one point, as a file writes numbers whose cells stand between commas.
pub fn is_decimal(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    let are_digits = |part: &str| !part.is_empty() && part.bytes().all(|letter| letter.is_ascii_digit());
    are_digits(whole) && are_digits(decimals)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(page: &Page) -> Vec<(String, String)> {
        let text = |cell: &Cell| match &cell.content {
            Content::Text(text) => text.clone(),
            other => format!("{other:?}"),
        };
        page.cells.iter().map(|cell| (cell.address(), text(cell))).collect()
    }

    #[test]
    fn rows_are_those_of_a_spreadsheet() {
        let of = |text: &str| texts(&pages("Traffic", text.as_bytes()).unwrap()[0]);
        let text = "a\n\n\"b\nc\",1.5\nd,6.10\n";
        let said = of(text);
        let expected = [("A1", "a"), ("A3", "b\nc"), ("B3", "Number(1.5)"), ("A4", "d"), ("B4", "6.10")]
            .map(|(at, text)| (at.to_owned(), text.to_owned()));
        assert_eq!(said, expected);
        let places = |said: Vec<(String, String)>| said.into_iter().map(|(at, _)| at).collect::<Vec<_>>();
        assert_eq!(places(of(&text.replace('\n', "\r\n"))), places(said));
    }

    #[test]
    fn marks_part_sheets() {
        let text = "'@sheet Cover,Title\nsg3:cover,x\n\n'@sheet Traffic @model tour/mobile,Title\n1,2\n";
        let pages = pages("form", text.as_bytes()).unwrap();
        assert_eq!(pages.iter().map(|page| &*page.name).collect::<Vec<_>>(), ["Cover", "Traffic"]);
        assert_eq!(pages[1].cells[0].address(), "A4");
    }

    #[test]
    fn between_semicolons_a_point_says_nothing() {
        let pages = pages("T", b"sg3:inputs;@value\nx;1.234\ny;12\n").unwrap();
        assert!(!pages[0].is_pointed);
        assert_eq!(pages[0].cells[3].content, Content::Text("1.234".to_owned()));
        assert_eq!(pages[0].cells[5].content, Content::Number(12.0));
    }
}
