//! From text back to the sheets of a workbook.

use super::encoding;
use super::marks::{MODEL, SHEET, detect_delimiter, unescape_formula};
use crate::cell::{Cell, Content};
use crate::number_format::Shown;
use crate::refusal::Refusal;

/// A sheet that was kept as text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TextSheet {
    /// What the file, or the mark in it, calls it.
    pub(crate) name: String,
    /// Cells that hold anything, in order.
    pub(crate) cells: Vec<Cell>,
    /// Whether a point parts whole numbers from decimals, because commas stand between cells.
    pub(crate) is_pointed: bool,
}

/// The sheets of one file: one by the name of the file, or one for each mark of a sheet by what the mark says.
pub(crate) fn read_sheets(stem: &str, bytes: &[u8]) -> Result<Vec<TextSheet>, Refusal> {
    let text = encoding::decode(bytes);
    let delimiter = detect_delimiter(&text);
    let is_pointed = delimiter != b';';
    let mut sheets = vec![TextSheet { name: stem.to_owned(), cells: Vec::new(), is_pointed }];
    let mut marks = 0;
    for (row, record) in read_rows(&text, delimiter)? {
        if let Some(name) = find_sheet_name(&record) {
            marks += 1;
            sheets.push(TextSheet { name, cells: Vec::new(), is_pointed });
        }
        let sheet = sheets.last_mut().expect("there is one from the start");
        sheet.cells.extend(read_cells(row, &record, delimiter));
    }
    // A file of one sheet may have been renamed by who filled it in; the mark in it has not.
    if marks < 2 {
        let cells = sheets.into_iter().flat_map(|sheet| sheet.cells).collect();
        return Ok(vec![TextSheet { name: stem.to_owned(), cells, is_pointed }]);
    }
    sheets.retain(|sheet| !sheet.cells.is_empty());
    Ok(sheets)
}

/// `Traffic` of a row that begins with `@sheet Traffic @model tour/mobile`.
fn find_sheet_name(record: &csv::StringRecord) -> Option<String> {
    let mark = unescape_formula(record.get(0)?).strip_prefix(SHEET)?;
    Some(mark.split(MODEL).next().unwrap_or(mark).trim().to_owned())
}

/// Records with the rows that they are in a spreadsheet: lines within quotes are one row, blank lines are rows.
fn read_rows(text: &str, delimiter: u8) -> Result<Vec<(u32, csv::StringRecord)>, Refusal> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let (mut rows, mut within) = (Vec::new(), 0);
    for record in reader.records() {
        let record = record.map_err(|error| Refusal::damaged(format!("not a file of separated values: {error}")))?;
        let at = record.position().map_or(0, |at| at.line() - 1 + count_blank_lines(text, at.byte()));
        rows.push((at.saturating_sub(within) as u32, record));
        let last = &rows.last().expect("just pushed").1;
        within += last.iter().map(|cell| cell.matches('\n').count() as u64).sum::<u64>();
    }
    Ok(rows)
}

/// Blank lines before a record, which the reader passes over without a word.
fn count_blank_lines(text: &str, byte: u64) -> u64 {
    let rest = &text.as_bytes()[byte as usize..];
    rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).filter(|byte| **byte == b'\n').count() as u64
}

fn read_cells(row: u32, record: &csv::StringRecord, delimiter: u8) -> Vec<Cell> {
    let contents = record.iter().map(|text| read_content(text, delimiter));
    let cells = (0..).zip(contents).filter_map(|(column, content)| Some((column, content?)));
    cells.map(|(column, content)| Cell { row, column, content, formula: None, shown: Shown::Itself }).collect()
}

/// A number only where it is written as this crate writes it, so that a code such as `007` or `6.10` stays what it is.
fn read_content(text: &str, delimiter: u8) -> Option<Content> {
    let text = unescape_formula(text);
    let number = text.parse::<f64>().ok().filter(|number| number.is_finite() && number.to_string() == text);
    // Where semicolons stand between cells, `1.234` may be a thousand and some.
    match number.filter(|_| delimiter != b';' || is_whole(text)) {
        Some(number) => Some(Content::Number(number)),
        None => (!text.is_empty()).then(|| Content::Text(text.to_owned())),
    }
}

fn is_whole(text: &str) -> bool {
    text.bytes().all(|letter| letter.is_ascii_digit() || letter == b'-')
}

/// Whether a text is digits with at most one point, as a file writes numbers whose cells stand between commas.
pub fn is_decimal(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    are_digits(whole) && are_digits(decimals)
}

fn are_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|letter| letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list_texts(sheet: &TextSheet) -> Vec<(String, String)> {
        sheet.cells.iter().map(|cell| (cell.address(), show(&cell.content))).collect()
    }

    fn show(content: &Content) -> String {
        match content {
            Content::Text(text) => text.clone(),
            other => format!("{other:?}"),
        }
    }

    fn read_one(text: &str) -> Vec<(String, String)> {
        list_texts(&read_sheets("Traffic", text.as_bytes()).unwrap()[0])
    }

    #[test]
    fn rows_are_those_of_a_spreadsheet() {
        let text = "a\n\n\"b\nc\",1.5\nd,6.10\n";
        let expected = [("A1", "a"), ("A3", "b\nc"), ("B3", "Number(1.5)"), ("A4", "d"), ("B4", "6.10")]
            .map(|(at, text)| (at.to_owned(), text.to_owned()));
        assert_eq!(read_one(text), expected);
        let of_windows = read_one(&text.replace('\n', "\r\n"));
        assert!(of_windows.iter().map(|(at, _)| at).eq(expected.iter().map(|(at, _)| at)));
    }

    #[test]
    fn marks_part_sheets() {
        let text = "'@sheet Cover,Title\nsg3:cover,x\n\n'@sheet Traffic @model tour/mobile,Title\n1,2\n";
        let sheets = read_sheets("form", text.as_bytes()).unwrap();
        assert_eq!(sheets.iter().map(|sheet| &*sheet.name).collect::<Vec<_>>(), ["Cover", "Traffic"]);
        assert_eq!(sheets[1].cells[0].address(), "A4");
    }

    #[test]
    fn between_semicolons_a_point_says_nothing() {
        let sheets = read_sheets("T", b"sg3:inputs;@value\nx;1.234\ny;12\n").unwrap();
        assert!(!sheets[0].is_pointed);
        assert_eq!(sheets[0].cells[3].content, Content::Text("1.234".to_owned()));
        assert_eq!(sheets[0].cells[5].content, Content::Number(12.0));
    }
}
