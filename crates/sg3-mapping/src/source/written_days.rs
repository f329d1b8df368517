//! Days written as text in a column that leaves no doubt in which order: `25/02/2016`, `13.06.2007`, `22/04/14`.

use super::cell::{SourceCell, SourceValue};
use super::row::SourceRow;
use sg3_lang::day::{Reading, read, serial};
use std::collections::BTreeSet;

/// A day as text: its parts as they are written.
#[derive(Clone, Copy)]
struct Parts {
    first: i64,
    second: i64,
    year: i64,
    /// Whether points separate them: no country writes the month first with points.
    has_points: bool,
}

/// So many days of a column show in which order they are written.
const LEAST_DAYS: usize = 3;

/// Texts of a column become days, if all that look like days can be read in one order and in one only.
pub(crate) fn understand_days(rows: &mut [SourceRow]) {
    rows.iter_mut().flat_map(|row| &mut row.cells).for_each(understand_year_first);
    let columns: BTreeSet<u32> = rows.iter().flat_map(|row| row.cells.iter().map(|cell| cell.column)).collect();
    for column in columns {
        let texts = rows.iter().filter_map(|row| row.cell(column)?.label().and_then(parts));
        let days: Vec<Parts> = texts.collect();
        let orders = [day_first as fn(Parts) -> Option<i64>, month_first];
        let readable = |order: &fn(Parts) -> Option<i64>| days.iter().all(|parts| order(*parts).is_some());
        let mut fitting = orders.into_iter().filter(readable);
        if let (Some(order), None, true) = (fitting.next(), fitting.next(), days.len() >= LEAST_DAYS) {
            rows.iter_mut().for_each(|row| understand_day(row, column, order));
        }
    }
}

/// `2016-02-25` is one day only.
fn understand_year_first(cell: &mut SourceCell) {
    let Some(text) = cell.value.label().filter(|text| text.len() <= 10 && text.starts_with(['1', '2'])) else { return };
    let is_year_first = text.split(['-', '/', '.']).next().is_some_and(|year| year.len() == 4);
    if let Reading::Day(day) = read(text)
        && is_year_first
    {
        cell.value = SourceValue::Day(day);
    }
}

fn understand_day(row: &mut SourceRow, column: u32, order: fn(Parts) -> Option<i64>) {
    for cell in row.cells.iter_mut().filter(|cell| cell.column == column) {
        if let Some(day) = cell.value.label().and_then(parts).and_then(order) {
            cell.value = SourceValue::Day(day as f64);
        }
    }
}

/// Two short numbers and a year of four digits, or of two behind strokes: `01.01.02` is the code of an account rather.
fn parts(text: &str) -> Option<Parts> {
    let separator = text.chars().find(|letter| ['.', '/', '-'].contains(letter))?;
    let all: Vec<&str> = text.split(separator).collect();
    let [first, second, year] = all[..] else { return None };
    let is_short = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|digit| digit.is_ascii_digit());
    let has_year = year.len() == 4 || (year.len() == 2 && separator == '/');
    if !is_short(first) || !is_short(second) || !has_year {
        return None;
    }
    let year: i64 = year.parse().ok()?;
    let whole = if year >= 100 {
        year
    } else if year < 50 {
        2000 + year
    } else {
        1900 + year
    };
    Some(Parts { first: first.parse().ok()?, second: second.parse().ok()?, year: whole, has_points: separator == '.' })
}

fn day_first(parts: Parts) -> Option<i64> {
    serial(parts.year, parts.second, parts.first)
}

fn month_first(parts: Parts) -> Option<i64> {
    serial(parts.year, parts.first, parts.second).filter(|_| !parts.has_points)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn understood(texts: &[&str]) -> Vec<String> {
        let cell = |text: &&str| SourceCell { column: 3, value: SourceValue::Words((*text).to_owned()) };
        let mut rows: Vec<SourceRow> = texts.iter().map(|text| SourceRow { row: 0, cells: vec![cell(text)] }).collect();
        understand_days(&mut rows);
        rows.iter().map(|row| row.cells[0].value.text()).collect()
    }

    #[test]
    fn one_day_behind_the_twelfth_tells_the_order_of_all() {
        assert_eq!(understood(&["03/04/2016", "25/02/2016", "01/01/2010"]), ["2016-04-03", "2016-02-25", "2010-01-01"]);
        assert_eq!(understood(&["03/04/2016", "02/25/2016", "01/01/2010"]), ["2016-03-04", "2016-02-25", "2010-01-01"]);
        assert_eq!(understood(&["03.04.2016", "2016-04-05", "05.06.2016", "01.02.2010"])[0], "2016-04-03");
        assert_eq!(
            understood(&["22/04/14", "17/02/99", "sold", "04/03/15"]),
            ["2014-04-22", "1999-02-17", "sold", "2015-03-04"]
        );
    }

    #[test]
    fn what_can_be_read_in_two_ways_or_is_a_code_stays_text() {
        for texts in [
            ["03/04/2016", "05/06/2016", "01/02/2010"],
            ["01.01.02", "25.01.03", "13.02.01"],
            ["25/02/2016", "02/25/2016", "1/1/2010"],
        ] {
            assert_eq!(understood(&texts), texts);
        }
    }
}
