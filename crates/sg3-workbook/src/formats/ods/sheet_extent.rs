//! One sheet of an OpenDocument workbook as the reader would lay it out.

use crate::address::{COLUMNS, ROWS, format_address};
use crate::cell_range::CellRange;
use crate::formats::extent::Extent;
use crate::hidden::Hidden;
use crate::hidden::collector::HiddenCollector;
use crate::limits;
use crate::number_format::Shown;
use crate::refusal::Refusal;
use std::borrow::Cow;

/// Running sizes of one sheet.
pub(crate) struct SheetExtent {
    name: String,
    /// Rows before the present one.
    above: u64,
    /// How often the present row stands.
    times: u64,
    /// Columns before the present cell.
    left: u64,
    /// Cells that the reader keeps before it repeats rows: in the rows above, and in the present one.
    kept: (u64, u64),
    filled: Extent,
    /// Bytes of text, each copy counted.
    text: u64,
    /// How often the text of the present cell stands.
    copies: u64,
    /// Columns before the next one that is described.
    columns: u64,
    hidden: HiddenCollector,
    merged: Vec<CellRange>,
    /// What the columns show of a number where a cell says nothing: the first column behind each run of them.
    defaults: Vec<(u64, Shown)>,
    shown: Vec<(u32, u32, Shown)>,
}

impl SheetExtent {
    pub(crate) fn new(name: Option<Cow<'_, str>>) -> SheetExtent {
        let name = name.map_or_else(|| "?".to_owned(), Cow::into_owned);
        SheetExtent {
            name,
            above: 0,
            times: 0,
            left: 0,
            kept: (0, 0),
            filled: Extent::default(),
            text: 0,
            copies: 0,
            columns: 0,
            hidden: HiddenCollector::default(),
            merged: Vec::new(),
            defaults: Vec::new(),
            shown: Vec::new(),
        }
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// A row begins that stands so many times.
    pub(crate) fn begin_row(&mut self, times: u64, is_hidden: bool) {
        self.above = self.above.saturating_add(self.times);
        self.kept = (self.kept.0 + self.kept.1, 0);
        (self.times, self.left, self.copies) = (times, 0, 0);
        if let Some((first, last)) = find_run(self.above, times).filter(|_| is_hidden) {
            self.hidden.hide_rows(first, last);
        }
    }

    /// Columns are described, so many alike.
    pub(crate) fn take_columns(&mut self, times: u64, is_hidden: bool, shown: Shown) {
        if let Some((first, last)) = find_run(self.columns, times).filter(|_| is_hidden) {
            self.hidden.hide_columns(first, last);
        }
        self.columns = self.columns.saturating_add(times);
        self.defaults.push((self.columns, shown));
    }

    /// Notes the next cell, which stands so many times, if it holds a number of which the screen shows another.
    pub(crate) fn note_shown(&mut self, times: u64, kind: &str, style: Option<Shown>) {
        let run = self.defaults.partition_point(|(end, _)| *end <= self.left);
        let of_column = || self.defaults.get(run).map(|(_, shown)| *shown);
        let shown = match kind {
            "percentage" => Shown::Percent,
            "time" => Shown::Time,
            "float" | "currency" => style.or_else(of_column).unwrap_or_default(),
            _ => Shown::Itself,
        };
        let (Some((top, bottom)), Some((left, right))) = (find_run(self.above, self.times), find_run(self.left, times))
        else {
            return;
        };
        if shown != Shown::Itself {
            let places = (top..=bottom).flat_map(|row| (left..=right).map(move |column| (row, column)));
            let room = (limits::PLACES as usize).saturating_sub(self.shown.len());
            self.shown.extend(places.take(room).map(|(row, column)| (row, column, shown)));
        }
    }

    /// Those cells, once all were seen.
    pub(crate) fn take_shown(&mut self) -> Vec<(u32, u32, Shown)> {
        std::mem::take(&mut self.shown)
    }

    /// What is hidden, once all of it was seen.
    pub(crate) fn take_hidden(&mut self) -> Hidden {
        std::mem::take(&mut self.hidden).into_hidden()
    }

    /// The next cell is merged over so many rows and columns.
    pub(crate) fn take_merged(&mut self, (rows, columns): (u64, u64)) {
        let (Some((top, bottom)), Some((left, right))) = (find_run(self.above, rows), find_run(self.left, columns))
        else {
            return;
        };
        if (rows > 1 || columns > 1) && self.merged.len() < limits::MERGED_RANGES && left < COLUMNS {
            self.merged.push(CellRange { top, left, bottom, right: right.min(COLUMNS - 1) });
        }
    }

    /// Merged cells, once all were seen.
    pub(crate) fn take_all_merged(&mut self) -> Vec<CellRange> {
        std::mem::take(&mut self.merged)
    }

    /// A cell begins that stands so many times in its row.
    pub(crate) fn take_cell(&mut self, times: u64, filled: bool, length: u64) -> Result<(), Refusal> {
        self.copies = if filled { times.saturating_mul(self.times) } else { 0 };
        if filled {
            self.fill(times)?;
            self.take_text(length)?;
        }
        self.left = self.left.saturating_add(times);
        Ok(())
    }

    /// Text of the present cell.
    pub(crate) fn take_text(&mut self, bytes: u64) -> Result<(), Refusal> {
        self.text = self.text.saturating_add(bytes.saturating_mul(self.copies));
        if self.text > limits::COPIED_TEXT { Err(self.refuse_text()) } else { Ok(()) }
    }

    fn fill(&mut self, times: u64) -> Result<(), Refusal> {
        let row = self.above.saturating_add(self.times).saturating_sub(1);
        let column = self.left.saturating_add(times) - 1;
        if row >= u64::from(ROWS) || column >= u64::from(COLUMNS) {
            let place = format!("row {}, column {}", row.saturating_add(1), column.saturating_add(1));
            return Err(Refusal::hostile("the sheet has a cell outside the grid").at(&place));
        }
        self.filled.include(self.above.min(row), self.left);
        self.filled.include(row, column);
        self.kept.1 = column + 1;
        Ok(())
    }

    /// Places that the reader makes: the rectangle, or the rows as they are before they are repeated. A row of 16,384 cells that
    /// stands once is more than the rectangle around the one cell of it that holds something.
    pub(crate) fn count_places(&self) -> u64 {
        self.filled.count_places().max(self.kept.0 + self.kept.1)
    }

    /// Bytes of text, each copy counted.
    pub(crate) fn copied_text(&self) -> u64 {
        self.text
    }

    pub(crate) fn refuse_text(&self) -> Refusal {
        Refusal::too_large("the cells contain more than 64 MiB of repeated text").in_sheet(&self.name)
    }

    pub(crate) fn refuse_places(&self, places: u64) -> Refusal {
        let (row, column) = self.filled.last_place().unwrap_or_default();
        let message =
            format!("the sheets up to this cell would contain {places} cells; at most {} are read", limits::PLACES);
        Refusal::too_large(message).in_sheet(&self.name).at(&format_address(row as u32, column as u32))
    }
}

/// The first and the last of so many; nothing beyond any sheet.
fn find_run(before: u64, times: u64) -> Option<(u32, u32)> {
    let first = u32::try_from(before).ok().filter(|first| *first < ROWS)?;
    let last = before.saturating_add(times).saturating_sub(1).min(u64::from(ROWS) - 1);
    Some((first, last as u32))
}
