//! A rule for rows, asked of the rows of one sheet: some conditions look at all of them.

use super::row_filter::RowFilter;
use crate::source::cell::SourceValue;
use crate::source::row::SourceRow;
use std::collections::{BTreeMap, BTreeSet};

/// A rule for rows with what the rows as a whole say.
pub(crate) struct RowTest<'f> {
    filter: &'f RowFilter,
    /// By column, codes that begin longer codes of the same column.
    summaries: BTreeMap<u32, BTreeSet<String>>,
}

impl<'f> RowTest<'f> {
    /// Of a rule and the rows among which it counts.
    pub(crate) fn of(filter: &'f RowFilter, rows: &[SourceRow]) -> RowTest<'f> {
        let asked = filter.conditions.iter().filter(|condition| condition.is_of_details);
        let summaries = asked.map(|condition| (condition.column, summary_codes(condition.column, rows)));
        RowTest { filter, summaries: summaries.collect() }
    }

    /// Whether a row counts.
    pub(crate) fn holds(&self, row: &SourceRow) -> bool {
        self.filter.holds(row) && self.summaries.iter().all(|(column, codes)| is_other(row.cell(*column), codes))
    }
}

fn is_other(value: Option<&SourceValue>, codes: &BTreeSet<String>) -> bool {
    value.is_none_or(|value| !codes.contains(&*value.shown()))
}

/// Codes that begin another code of a column: `60` where there is a `601`.
pub(crate) fn summary_codes(column: u32, rows: &[SourceRow]) -> BTreeSet<String> {
    let values = rows.iter().filter_map(|row| row.cell(column));
    let all: BTreeSet<String> = values.map(|value| value.shown().into_owned()).collect();
    // in alphabetical order the codes that one begins follow it
    let pairs = all.iter().zip(all.iter().skip(1));
    pairs.filter(|(one, next)| begins(one, next)).map(|(one, _)| one.clone()).collect()
}

/// Whether a code is that of a heading over another: `70.1` over `70.1.5`, and not over `70.10`.
fn begins(one: &str, other: &str) -> bool {
    let has_parts = one.contains(['.', '-', '/']);
    other.strip_prefix(one).is_some_and(|rest| !has_parts || rest.starts_with(['.', '-', '/']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::cell::SourceCell;

    #[test]
    fn summaries_are_left_out_whatever_stands_between() {
        let row = |code: &str| SourceRow {
            row: 0,
            cells: vec![SourceCell { column: 0, value: SourceValue::Words(code.to_owned()) }],
        };
        let rows: Vec<SourceRow> = ["6", "60", "601", "602", "61", "7", "70.1", "70.10", "8"].map(row).into();
        let filter = RowFilter::parse("A: detail codes").expect("a rule");
        let test = RowTest::of(&filter, &rows);
        let kept: Vec<String> =
            rows.iter().filter(|row| test.holds(row)).map(|row| row.cells[0].value.text()).collect();
        assert_eq!(kept, ["601", "602", "61", "70.1", "70.10", "8"]);
        assert_eq!(filter.to_string(), "A: detail codes");
    }
}
