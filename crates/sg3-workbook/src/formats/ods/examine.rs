//! OpenDocument sheets: how much the repeats in them come to once written out, since the reader writes all of them out.

use super::table::Table;
use crate::formats::xml::attributes::attribute;
use crate::formats::xml::{Watch, watched};
use crate::limits;
use crate::notes::SheetNotes;
use crate::refusal::Refusal;
use quick_xml::events::BytesStart;
use quick_xml::name::QName;

/// Checks the part that holds all sheets; what is hidden and merged in each is noted by its name.
pub(crate) fn examine(part: &str, bytes: &[u8]) -> Result<Vec<(String, SheetNotes)>, Refusal> {
    let mut content = Content::default();
    watched(part, bytes, &mut content)?;
    Ok(content.notes)
}

#[derive(Default)]
struct Content {
    table: Option<Table>,
    /// Totals of the sheets that are closed.
    places: u64,
    text: u64,
    /// Spaces of the present cell.
    spaces: u64,
    /// What is hidden and merged in the sheets that are closed, where anything is.
    notes: Vec<(String, SheetNotes)>,
}

impl Content {
    fn element(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        match element.name().as_ref() {
            "table:table" => self.table(element)?,
            "table:table-row" => {
                let times = repeats(element, "table:number-rows-repeated")?;
                let hidden = is_hidden(element)?;
                self.table.iter_mut().for_each(|table| table.row(times, hidden));
            }
            "table:table-column" => {
                let times = repeats(element, "table:number-columns-repeated")?;
                let hidden = is_hidden(element)?;
                self.table.iter_mut().for_each(|table| table.column(times, hidden));
            }
            "table:table-cell" | "table:covered-table-cell" => self.cell(element)?,
            "text:s" => self.spaces(element)?,
            _ => {}
        }
        Ok(())
    }

    fn table(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        let name = attribute(element, "table:name")?;
        // The reader would add the rows of both.
        let within = self.table.replace(Table::new(name)).is_some();
        if within { Err(Refusal::hostile("has a sheet within a sheet")) } else { Ok(()) }
    }

    fn cell(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        let times = repeats(element, "table:number-columns-repeated")?;
        let raw = element.attributes_raw();
        let holds = |marks: &[&str]| marks.iter().any(|mark| raw.contains(mark));
        let filled = holds(&["office:", "calcext:", "table:formula"]);
        let text = if holds(&["table:formula", "string-value", "date-value", "time-value"]) { raw.len() } else { 0 };
        self.spaces = 0;
        let spans = (span(element, "table:number-rows-spanned")?, span(element, "table:number-columns-spanned")?);
        self.table.iter_mut().for_each(|table| table.merge(spans));
        self.table.as_mut().map_or(Ok(()), |table| table.cell(times, filled, text as u64))
    }

    /// A number that stands for so many spaces.
    fn spaces(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        let count = attribute(element, "text:c")?.map_or(Some(1), |text| text.parse::<u64>().ok());
        let count = count.ok_or_else(|| Refusal::damaged("has a count of spaces that is not a number"))?;
        self.spaces = self.spaces.saturating_add(count);
        if self.spaces > limits::CELL_TEXT as u64 {
            return Err(Refusal::hostile("has a cell with more spaces than a cell can contain"));
        }
        self.length(count)
    }

    fn length(&mut self, bytes: u64) -> Result<(), Refusal> {
        self.table.as_mut().map_or(Ok(()), |table| table.text(bytes))
    }

    fn total(&mut self) -> Result<(), Refusal> {
        let Some(mut table) = self.table.take() else { return Ok(()) };
        let notes = SheetNotes { hidden: table.hidden(), merged: table.merged(), ..SheetNotes::default() };
        if !notes.is_empty() {
            self.notes.push((table.name().to_owned(), notes));
        }
        self.places += table.places();
        self.text += table.copied_text();
        if self.places > limits::PLACES {
            return Err(table.too_wide(self.places));
        }
        let long = self.text > limits::COPIED_TEXT;
        if long { Err(table.too_much_text()) } else { Ok(()) }
    }
}

impl Watch for Content {
    fn open(&mut self, _: &str, element: &BytesStart<'_>) -> Result<(), Refusal> {
        let done = self.element(element);
        done.map_err(|refusal| self.table.as_ref().map_or(refusal.clone(), |table| refusal.in_sheet(table.name())))
    }

    fn text(&mut self, text: &str) -> Result<(), Refusal> {
        self.length(text.len() as u64)
    }

    fn close(&mut self, _: &str, whole: QName<'_>) -> Result<(), Refusal> {
        if whole.as_ref() == "table:table" { self.total() } else { Ok(()) }
    }
}

/// Rows and columns that are hidden by hand, or by a filter.
fn is_hidden(element: &BytesStart<'_>) -> Result<bool, Refusal> {
    Ok(attribute(element, "table:visibility")?.is_some_and(|how| matches!(&*how, "collapse" | "filter")))
}

/// How many rows or columns a cell is merged over; a number that is none merges nothing.
fn span(element: &BytesStart<'_>, name: &str) -> Result<u64, Refusal> {
    Ok(attribute(element, name)?.and_then(|text| text.parse().ok()).unwrap_or(1))
}

fn repeats(element: &BytesStart<'_>, name: &str) -> Result<u64, Refusal> {
    match attribute(element, name)?.map(|text| text.parse::<u64>()) {
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
        watched("content.xml", part.as_bytes(), &mut Content::default())
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
