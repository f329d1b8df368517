//! Where the file, the sheet and the words of last year's rules are now.

use crate::apply::locate::find_file;
use crate::rules::rule::MappingRule;
use crate::source::cell::SourceCell;
use crate::source::file::SourceFile;
use crate::source::sheet::SourceSheet;
use crate::understand::period;
use crate::understand::table_meaning::TableMeaning;

/// This year's files, in which the cells of last year's rules are looked for.
pub(crate) struct Relocation<'a> {
    /// Source files.
    pub(crate) files: &'a [SourceFile],
    /// Tables of the source.
    pub(crate) tables: &'a [TableMeaning],
    /// Rules that are proposed anew.
    pub(crate) fresh: &'a [MappingRule],
    /// Years between the two.
    pub(crate) shift: i32,
    /// Whether last year's mapping knew but one file.
    pub(crate) only: bool,
}

impl Relocation<'_> {
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
}

/// The cell with certain words that is nearest to where they stood: in the same column, if it is there.
pub(crate) fn nearest_cell(
    sheet: &SourceSheet,
    (row, column): (u32, u32),
    is_it: impl Fn(&SourceCell) -> bool,
) -> Option<(u32, u32)> {
    let cells = sheet.rows.iter().flat_map(|own| own.cells.iter().map(|cell| (own.row, cell)));
    let places = cells.filter(|(_, cell)| is_it(cell)).map(|(row, cell)| (row, cell.column));
    places.min_by_key(|(other, of)| (of.abs_diff(column), other.abs_diff(row)))
}

/// By how many rows and columns a cell has moved.
pub(crate) fn distance(from: (u32, u32), to: (u32, u32)) -> (i64, i64) {
    (i64::from(to.0) - i64::from(from.0), i64::from(to.1) - i64::from(from.1))
}

/// A row or column so many further.
pub(crate) fn moved(at: u32, by: i64) -> Option<u32> {
    u32::try_from(i64::from(at) + by).ok()
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
