//! OpenDocument sheets: how much the repeats in them come to once written out, since the reader writes all of them out.

use super::sheet_extent::SheetExtent;
use super::shown::NumberStyles;
use crate::formats::xml::attributes::read_attribute;
use crate::formats::xml::{Handler, parse_part};
use crate::limits;
use crate::notes::SheetNotes;
use crate::refusal::Refusal;
use quick_xml::events::BytesStart;
use quick_xml::name::QName;

/// Checks the part that holds all sheets; what is hidden and merged in each is noted by its name.
pub(crate) fn examine_content(part: &str, bytes: &[u8]) -> Result<Vec<(String, SheetNotes)>, Refusal> {
    let mut handler = ContentHandler::default();
    parse_part(part, bytes, &mut handler)?;
    Ok(handler.notes)
}

#[derive(Default)]
struct ContentHandler {
    /// The sheet that is open.
    sheet: Option<SheetExtent>,
    /// Places and bytes of text of the sheets that are closed.
    places: u64,
    text: u64,
    /// Spaces of the present cell.
    spaces: u64,
    /// What the cell styles show of a number.
    styles: NumberStyles,
    /// What is hidden and merged in the sheets that are closed, where anything is.
    notes: Vec<(String, SheetNotes)>,
}

impl ContentHandler {
    fn take_element(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        match element.name().as_ref() {
            "table:table" => self.begin_sheet(element)?,
            "table:table-row" => {
                let times = read_repeats(element, "table:number-rows-repeated")?;
                let hidden = is_hidden(element)?;
                self.sheet.iter_mut().for_each(|sheet| sheet.begin_row(times, hidden));
            }
            "table:table-column" => {
                let times = read_repeats(element, "table:number-columns-repeated")?;
                let hidden = is_hidden(element)?;
                let style = read_attribute(element, "table:default-cell-style-name")?;
                let shown = style.map(|style| self.styles.find(&style)).unwrap_or_default();
                self.sheet.iter_mut().for_each(|sheet| sheet.take_columns(times, hidden, shown));
            }
            "table:table-cell" | "table:covered-table-cell" => self.take_cell(element)?,
            "text:s" => self.take_spaces(element)?,
            _ => self.styles.start_element(element)?,
        }
        Ok(())
    }

    fn begin_sheet(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        let name = read_attribute(element, "table:name")?;
        if self.sheet.replace(SheetExtent::new(name)).is_some() {
            // The reader would add the rows of both.
            return Err(Refusal::hostile("has a sheet within a sheet"));
        }
        Ok(())
    }

    fn take_cell(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        let times = read_repeats(element, "table:number-columns-repeated")?;
        let rows = read_span(element, "table:number-rows-spanned")?;
        let columns = read_span(element, "table:number-columns-spanned")?;
        self.spaces = 0;
        let Some(sheet) = &mut self.sheet else { return Ok(()) };
        sheet.take_merged((rows, columns));
        if let Some(kind) = read_attribute(element, "office:value-type")? {
            let style = read_attribute(element, "table:style-name")?.map(|style| self.styles.find(&style));
            sheet.note_shown(times, &kind, style);
        }
        // Looked for in all attributes at once: too much is counted where a text names one, never too little.
        let raw = element.attributes_raw();
        let is_filled = mentions(raw, &["office:", "calcext:", "table:formula"]);
        let has_text = mentions(raw, &["table:formula", "string-value", "date-value", "time-value"]);
        sheet.take_cell(times, is_filled, if has_text { raw.len() as u64 } else { 0 })
    }

    /// A number that stands for so many spaces.
    fn take_spaces(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        let count = read_attribute(element, "text:c")?.map_or(Some(1), |text| text.parse::<u64>().ok());
        let count = count.ok_or_else(|| Refusal::damaged("has a count of spaces that is not a number"))?;
        self.spaces = self.spaces.saturating_add(count);
        if self.spaces > limits::CELL_TEXT as u64 {
            return Err(Refusal::hostile("has a cell with more spaces than a cell can contain"));
        }
        self.take_length(count)
    }

    fn take_length(&mut self, bytes: u64) -> Result<(), Refusal> {
        self.sheet.as_mut().map_or(Ok(()), |sheet| sheet.take_text(bytes))
    }

    fn end_sheet(&mut self) -> Result<(), Refusal> {
        let Some(mut sheet) = self.sheet.take() else { return Ok(()) };
        let (hidden, merged, shown) = (sheet.take_hidden(), sheet.take_all_merged(), sheet.take_shown());
        let notes = SheetNotes { hidden, merged, shown, ..SheetNotes::default() };
        if !notes.is_empty() {
            self.notes.push((sheet.name().to_owned(), notes));
        }
        self.places += sheet.count_places();
        self.text += sheet.copied_text();
        if self.places > limits::PLACES {
            return Err(sheet.refuse_places(self.places));
        }
        if self.text > limits::COPIED_TEXT {
            return Err(sheet.refuse_text());
        }
        Ok(())
    }
}

impl Handler for ContentHandler {
    fn start_element(&mut self, _: &str, element: &BytesStart<'_>) -> Result<(), Refusal> {
        let done = self.take_element(element);
        done.map_err(|refusal| match &self.sheet {
            Some(sheet) => refusal.in_sheet(sheet.name()),
            None => refusal,
        })
    }

    fn take_text(&mut self, text: &str) -> Result<(), Refusal> {
        self.styles.take_text(text);
        self.take_length(text.len() as u64)
    }

    fn end_element(&mut self, _: &str, whole: QName<'_>) -> Result<(), Refusal> {
        self.styles.end_element(whole.as_ref());
        if whole.as_ref() == "table:table" { self.end_sheet() } else { Ok(()) }
    }
}

fn mentions(attributes: &str, names: &[&str]) -> bool {
    names.iter().any(|name| attributes.contains(name))
}

/// Rows and columns that are hidden by hand, or by a filter.
fn is_hidden(element: &BytesStart<'_>) -> Result<bool, Refusal> {
    Ok(read_attribute(element, "table:visibility")?.is_some_and(|how| matches!(&*how, "collapse" | "filter")))
}

/// How many rows or columns a cell is merged over; a number that is none merges nothing.
fn read_span(element: &BytesStart<'_>, name: &str) -> Result<u64, Refusal> {
    Ok(read_attribute(element, name)?.and_then(|text| text.parse().ok()).unwrap_or(1))
}

fn read_repeats(element: &BytesStart<'_>, name: &str) -> Result<u64, Refusal> {
    match read_attribute(element, name)?.map(|text| text.parse::<u64>()) {
        None => Ok(1),
        Some(Ok(times)) if times > 0 => Ok(times),
        Some(_) => Err(Refusal::damaged("has a repetition count of a row or cell that is not a number")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slug(rows: &str) -> &'static str {
        let part = format!("<d><table:table table:name='S'>{rows}</table:table></d>");
        parse_part("content.xml", part.as_bytes(), &mut ContentHandler::default())
            .map_or_else(|refusal| refusal.slug, |()| "fine")
    }

    #[test]
    fn repeats_count_only_where_the_reader_writes_them_out() {
        let row = |times: u64, cells: &str| {
            format!("<table:table-row table:number-rows-repeated='{times}'>{cells}</table:table-row>")
        };
        let cell =
            |times: u64, inside: &str| format!("<table:table-cell table:number-columns-repeated='{times}' {inside}/>");
        let one = cell(1, "office:value-type='float' office:value='1'");
        assert_eq!(slug(&(row(1, &one) + &row(1_048_575, &cell(16_384, "")))), "fine");
        assert_eq!(slug(&row(1_048_576, &cell(16_384, "office:value='1'"))), "too-large-workbook");
        let far = row(1, &one) + &row(1_048_574, &cell(1, "")) + &row(1, &(cell(16_383, "") + &one));
        assert_eq!(slug(&far), "too-large-workbook");
        assert_eq!(slug(&row(0, &one)), "damaged-workbook");
        assert_eq!(slug(&(row(1_048_576, &one) + &row(1, &one))), "hostile-workbook");
    }

    #[test]
    fn spaces_without_end_are_refused() {
        let text = "<table:table-row><table:table-cell office:value-type='string'><text:p><text:s text:c='4000000000'/></text:p>\
                    </table:table-cell></table:table-row>";
        assert_eq!(slug(text), "hostile-workbook");
    }
}
