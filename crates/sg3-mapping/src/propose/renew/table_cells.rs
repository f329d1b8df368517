//! Cells of a table, found again: the row by its label, the column by its heading.

use super::relocation::{Relocation, distance, moved, nearest_cell, years_later};
use crate::apply::selection;
use crate::rules::row_filter::RowFilter;
use crate::rules::rule::MappingRule;
use crate::source::cell::SourceValue;
use crate::source::tokens::normalize;
use sg3_lang::Diagnostics;
use sg3_workbook::{CellRange, ROWS};

/// Last year's rule for cells of a table, and the sheet that it is of now.
pub(crate) struct TableRule<'a> {
    pub(crate) search: &'a Relocation<'a>,
    pub(crate) rule: &'a MappingRule,
    pub(crate) file: usize,
    pub(crate) sheet: usize,
}

impl TableRule<'_> {
    /// The rule where its label and heading are now; nothing if they are not to be found.
    pub(crate) fn found_again(&self, renamed: MappingRule) -> Option<MappingRule> {
        let (rule, search) = (self.rule, self.search);
        let (down, label_at) = self.label()?;
        let cells: Option<Vec<CellRange>> = rule.cells.iter().map(|area| self.area(area, down)).collect();
        let again = MappingRule {
            cells: cells?,
            left_out: rule.left_out.iter().filter_map(|area| self.area(area, down)).collect(),
            rows: RowFilter::parse(&years_later(&rule.rows.to_string(), search.shift))
                .unwrap_or_else(|_| rule.rows.clone()),
            label_at,
            ..renamed
        };
        let stands = selection::select_cells(&again, search.files, search.only, &mut Diagnostics::default()).is_some();
        stands.then_some(again)
    }

    /// By how many rows the label has moved, and where it is now. Of a label that is there several times, the same of them.
    fn label(&self) -> Option<(i64, Option<(u32, u32)>)> {
        // Without a label nothing says whether cells still hold the same; a rule finds its rows wherever they are.
        let Some(at) = self.rule.label_at else { return (!self.rule.rows.is_empty()).then_some((0, None)) };
        let label = self.rule.first_label();
        let wanted = [normalize(label), normalize(&years_later(label, self.search.shift))];
        let sheet = &self.search.files[self.file].sheets[self.sheet];
        let now = nearest_cell(sheet, at, |cell| cell.column == at.1 && is_label(&cell.value, &wanted))?;
        Some((distance(at, now).0, Some(now)))
    }

    fn area(&self, area: &CellRange, down: i64) -> Option<CellRange> {
        if area.bottom == ROWS - 1 {
            let column = self.column(0, area.left)?;
            return Some(CellRange { left: column, right: column, ..*area });
        }
        let (top, bottom) = (moved_row(area.top, down)?, moved_row(area.bottom, down)?);
        let column = self.column(top, area.left)?;
        Some(CellRange { top, bottom, left: column, right: column + (area.right - area.left) })
    }

    /// The column whose heading is the old one, years moved on: where it was, or elsewhere in the table.
    fn column(&self, row: u32, column: u32) -> Option<u32> {
        let wanted = normalize(&years_later(&self.rule.heading, self.search.shift));
        let tables = self.search.tables.iter();
        let here = tables.filter(|found| found.file == self.file && found.table.sheet == self.sheet);
        let around = here.filter(|found| row == 0 || found.table.lines.iter().any(|line| line.row == row));
        let heads = around.flat_map(|found| &found.table.heads);
        let same: Vec<u32> =
            heads.filter(|head| normalize(&head.words.join(" · ")) == wanted).map(|head| head.column).collect();
        if same.contains(&column) {
            return Some(column);
        }
        same.first().copied().or_else(|| self.stands_above(&wanted, row, column).then_some(column))
    }

    /// Whether the words of a heading, if it has any, stand in the column itself, where no head was made out.
    fn stands_above(&self, wanted: &str, row: u32, column: u32) -> bool {
        if wanted.is_empty() {
            return true;
        }
        let above = self.search.files[self.file].sheets[self.sheet].between(0, row);
        above.iter().filter_map(|row| row.cell(column)).any(|value| normalize(&value.shown()) == wanted)
    }
}

/// Whether a cell is the label of a rule, as it was or with the years in it moved on.
fn is_label(value: &SourceValue, wanted: &[String; 2]) -> bool {
    let text = normalize(&value.shown());
    wanted.iter().any(|wanted| text.starts_with(&**wanted))
        || (!text.is_empty() && wanted[0].ends_with(&text) && value.label().is_some())
}

fn moved_row(row: u32, by: i64) -> Option<u32> {
    moved(row, by).filter(|row| *row < ROWS)
}
