//! Where the cells of last year's rules are now.

use crate::apply::locate::find_file;
use crate::apply::selection;
use crate::rules::rule::MappingRule;
use crate::source::cell::SourceValue;
use crate::source::file::SourceFile;
use crate::source::tokens::normalize;
use crate::understand::period;
use crate::understand::table_meaning::TableMeaning;
use sg3_lang::Diagnostics;
use sg3_workbook::{CellRange, ROWS};

pub(crate) struct Relocation<'a> {
    pub(crate) files: &'a [SourceFile],
    pub(crate) found: &'a [TableMeaning],
    /// Years between the two.
    pub(crate) shift: i32,
    pub(crate) only: bool,
}

impl Relocation<'_> {
    /// The rule where its label and heading are now; nothing if they are not to be found.
    pub(crate) fn again(&self, rule: &MappingRule) -> Option<MappingRule> {
        let (file, sheet) = self.locate(rule)?;
        let (down, label_at) = self.label(rule, file, sheet)?;
        let cells: Option<Vec<CellRange>> =
            rule.cells.iter().map(|area| self.area(rule, (file, sheet), area, down)).collect();
        let again = MappingRule {
            cells: cells?,
            left_out: rule.left_out.iter().filter_map(|area| self.area(rule, (file, sheet), area, down)).collect(),
            rows: self.filter_later(rule),
            label_at,
            ..self.renamed(rule, (file, sheet))
        };
        let stands = selection::select_cells(&again, self.files, self.only, &mut Diagnostics::default()).is_some();
        stands.then_some(again)
    }

    /// File and sheet that a rule is of now.
    pub(crate) fn locate(&self, rule: &MappingRule) -> Option<(usize, usize)> {
        let file = find_file(&rule.file, self.files, self.only).or_else(|| self.file_of(&rule.sheet))?;
        Some((file, self.sheet(file, &rule.sheet)?))
    }

    /// The rule with what its file, its sheet and its column are called now.
    pub(crate) fn renamed(&self, rule: &MappingRule, (file, sheet): (usize, usize)) -> MappingRule {
        MappingRule {
            file: self.files[file].name().to_owned(),
            sheet: self.files[file].sheets[sheet].name.to_string(),
            heading: years_later(&rule.heading, self.shift),
            ..rule.clone()
        }
    }

    fn file_of(&self, sheet: &str) -> Option<usize> {
        (0..self.files.len()).find(|file| self.sheet(*file, sheet).is_some())
    }

    fn sheet(&self, file: usize, name: &str) -> Option<usize> {
        self.files[file].find(&years_later(name, self.shift)).or_else(|| self.files[file].find(name))
    }

    fn filter_later(&self, rule: &MappingRule) -> crate::rules::row_filter::RowFilter {
        crate::rules::row_filter::RowFilter::parse(&years_later(&rule.rows.to_string(), self.shift))
            .unwrap_or_else(|_| rule.rows.clone())
    }

    /// By how many rows the label has moved, and where it is now. Of a label that is there several times, the same of them.
    pub(crate) fn label(&self, rule: &MappingRule, file: usize, sheet: usize) -> Option<(i64, Option<(u32, u32)>)> {
        // Without a label nothing says whether cells still hold the same; a rule finds its rows wherever they are.
        let Some((row, column)) = rule.label_at else { return (!rule.rows.is_empty()).then_some((0, None)) };
        let source = &self.files[file].sheets[sheet];
        let label = rule.first_label();
        let wanted = [normalize(label), normalize(&years_later(label, self.shift))];
        let is_it = |says: &SourceValue| {
            let text = normalize(&says.shown());
            wanted.iter().any(|wanted| text.starts_with(&**wanted))
                || (!text.is_empty() && wanted[0].ends_with(&text) && says.words().is_some())
        };
        if source.cell(row, column).is_some_and(is_it) {
            return Some((0, Some((row, column))));
        }
        let places = source.rows.iter().filter(|row| row.cell(column).is_some_and(is_it)).map(|row| row.row);
        let nearest = places.min_by_key(|other| other.abs_diff(row))?;
        Some((i64::from(nearest) - i64::from(row), Some((nearest, column))))
    }

    pub(crate) fn area(
        &self,
        rule: &MappingRule,
        place: (usize, usize),
        area: &CellRange,
        down: i64,
    ) -> Option<CellRange> {
        if area.bottom == ROWS - 1 {
            return self.column(rule, place, 0, area.left).map(|column| CellRange {
                left: column,
                right: column,
                ..*area
            });
        }
        let (top, bottom) = (shift_row(area.top, down)?, shift_row(area.bottom, down)?);
        let column = self.column(rule, place, top, area.left)?;
        Some(CellRange { top, bottom, left: column, right: column + (area.right - area.left) })
    }

    /// The column whose heading is the old one, years moved on: where it was, or elsewhere in the table.
    pub(crate) fn column(
        &self,
        rule: &MappingRule,
        (file, sheet): (usize, usize),
        row: u32,
        column: u32,
    ) -> Option<u32> {
        let wanted = normalize(&years_later(&rule.heading, self.shift));
        let here = self.found.iter().filter(|found| found.file == file && found.table.sheet == sheet);
        let tables = here.filter(|found| row == 0 || found.table.lines.iter().any(|line| line.row == row));
        let heads: Vec<(u32, String)> = tables
            .flat_map(|found| &found.table.heads)
            .map(|head| (head.column, normalize(&head.words.join(" · "))))
            .collect();
        let same = |head: &&(u32, String)| head.1 == wanted;
        let there = heads.iter().filter(same).find(|head| head.0 == column).or_else(|| heads.iter().find(same));
        let is_below = || wanted.is_empty() || self.stands_above(&wanted, (file, sheet), row, column);
        there.map(|head| head.0).or_else(|| is_below().then_some(column))
    }

    /// Whether the words of a heading stand in the column itself, where no head was made out.
    pub(crate) fn stands_above(&self, wanted: &str, (file, sheet): (usize, usize), row: u32, column: u32) -> bool {
        let above = self.files[file].sheets[sheet].between(0, row);
        above.iter().filter_map(|row| row.cell(column)).any(|says| normalize(&says.shown()) == wanted)
    }
}

fn shift_row(row: u32, by: i64) -> Option<u32> {
    u32::try_from(i64::from(row) + by).ok().filter(|row| *row < ROWS)
}

/// A text with the years in it moved on.
pub(crate) fn years_later(text: &str, by: i32) -> String {
    let Some(year) = period::year(text).filter(|_| by != 0) else { return text.to_owned() };
    let moved = text.replace(&digits(year, '0'), &digits(year + by, '0'));
    moved.replace(&digits(year, '٠'), &digits(year + by, '٠'))
}

/// A year in the digits of a script, which stand in a row from its zero.
fn digits(year: i32, zero: char) -> String {
    let digits = year.to_string();
    digits.chars().map(|digit| char::from_u32(zero as u32 + (digit as u32 - '0' as u32)).unwrap_or(digit)).collect()
}
