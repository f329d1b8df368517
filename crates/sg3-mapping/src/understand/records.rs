//! Which rows below a head are records: not repeated heads, not titles of pages, not totals, not headings of a chart.

use super::coded_label::{is_code, split_coded_label};
use super::equal_amounts::is_same_sum;
use super::lexicon::Lexicon;
use super::totals;
use crate::rules::row_filter::{Condition, Pattern, RowFilter};
use crate::rules::row_test::{RowTest, summary_codes};
use crate::source::cell::SourceValue;
use crate::source::row::SourceRow;
use crate::source::tokens::normalize;
use crate::weights::lists::{LEAST_CODED, MOST_BEGINNINGS, MOST_EXCEPTIONS};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// A rule that keeps the records among rows, and the records.
pub(crate) fn split_records<'a>(
    heads: &[&SourceRow],
    body: &'a [SourceRow],
    lexicon: &Lexicon,
) -> (RowFilter, Vec<&'a SourceRow>) {
    let usual = usual_width(body);
    let is_other = |row: &&SourceRow| {
        row.cells.len() < 2 || repeats_head(heads, row) || (row.cells.len() < usual && says_total(row, lexicon))
    };
    let (others, records): (Vec<&SourceRow>, Vec<&SourceRow>) = body.iter().partition(is_other);
    let filter = find_code_column(&records).map_or_else(
        || filter_by_filled_column(&others, &records),
        |column| filter_by_codes(column, &others, &records, body),
    );
    let test = RowTest::of(&filter, body);
    let kept = body.iter().filter(|row| row.cells.len() >= 2 && test.holds(row)).collect();
    (filter, kept)
}

fn usual_width(body: &[SourceRow]) -> usize {
    let mut widths: Vec<usize> = body.iter().map(|row| row.cells.len()).collect();
    widths.sort_unstable();
    widths.get(widths.len() / 2).copied().unwrap_or(0)
}

fn says_total(row: &SourceRow, lexicon: &Lexicon) -> bool {
    let mut words = row.cells.iter().filter_map(|cell| cell.value.label());
    words.any(|words| totals::says_total(lexicon, words))
}

/// Whether a row says again what the head says, on the next page.
pub(crate) fn repeats_head(heads: &[&SourceRow], row: &SourceRow) -> bool {
    heads.iter().any(|head| {
        let is_same = |cell: &&crate::source::cell::SourceCell| {
            head.cell(cell.column).is_some_and(|value| normalize(&value.shown()) == normalize(&cell.value.shown()))
        };
        row.cells.iter().filter(is_same).count() * 10 >= row.cells.len() * 6
    })
}

/// The first column in which nearly every record has a code, alone or before a name.
fn find_code_column(records: &[&SourceRow]) -> Option<u32> {
    let columns: BTreeSet<u32> =
        records.iter().take(200).flat_map(|row| row.cells.iter().map(|cell| cell.column)).collect();
    columns.into_iter().take(4).find(|column| {
        let texts: Vec<String> = records.iter().filter_map(|row| row.cell(*column)).map(SourceValue::text).collect();
        let coded = texts.iter().filter(|text| is_code(text) || split_coded_label(text).is_some()).count();
        let distinct = texts.iter().collect::<HashSet<_>>().len();
        let is_filled = texts.len() as f64 >= LEAST_CODED * records.len() as f64;
        is_filled && coded as f64 >= LEAST_CODED * texts.len() as f64 && distinct * 4 > texts.len()
    })
}

/// Rows with a code: by its being there, by how codes begin, or but for those that begin alike and are none.
fn filter_by_codes(column: u32, others: &[&SourceRow], records: &[&SourceRow], body: &[SourceRow]) -> RowFilter {
    let text = |row: &SourceRow| row.cell(column).map(|value| normalize(&value.shown()));
    let blank = records.iter().any(|row| row.cell(column).is_none());
    let filled: BTreeSet<String> = others.iter().filter_map(|row| text(row)).collect();
    let mut condition = match (filled.is_empty(), blank) {
        (true, false) if others.is_empty() => Condition::one(column, []),
        (true, _) => Condition::one(column, [Pattern::anything()]),
        (false, _) => condition_by_beginning(column, &filled, records),
    };
    condition.is_of_details = are_sums(&summary_codes(column, body), column, body);
    let says_nothing = condition.any.is_empty() && condition.not.is_empty() && !condition.is_of_details;
    if says_nothing { RowFilter::default() } else { RowFilter { conditions: vec![condition] } }
}

/// `A: 1*, 2*, not 2. assets`
fn condition_by_beginning(column: u32, others: &BTreeSet<String>, records: &[&SourceRow]) -> Condition {
    let texts = records.iter().filter_map(|row| row.cell(column)).map(|value| normalize(&value.shown()));
    let beginnings: BTreeSet<String> = texts.filter_map(|text| text.chars().next()).map(String::from).collect();
    let alike = others.iter().filter(|text| beginnings.iter().any(|beginning| text.starts_with(&**beginning)));
    let exceptions: Vec<Pattern> = alike.take(MOST_EXCEPTIONS).map(|text| Pattern::exact(text)).collect();
    let any: Vec<Pattern> = match beginnings.len() {
        count if count <= MOST_BEGINNINGS => beginnings.iter().map(|beginning| Pattern::prefix(beginning)).collect(),
        _ => vec![Pattern::anything()],
    };
    Condition { not: exceptions, ..Condition::one(column, any) }
}

/// Whether rows whose codes begin longer ones are their sums, or headings without figures.
fn are_sums(summaries: &BTreeSet<String>, column: u32, body: &[SourceRow]) -> bool {
    let coded = body.iter().filter_map(|row| Some((row.cell(column)?.text(), row)));
    let by_code: BTreeMap<String, &SourceRow> = coded.collect();
    let (mut sums, mut all) = (0, 0);
    for summary in summaries {
        let below = by_code.range(summary.clone()..).take_while(|(code, _)| code.starts_with(&**summary));
        let details: Vec<&SourceRow> =
            below.filter(|(code, _)| !summaries.contains(*code)).map(|(_, row)| *row).collect();
        for cell in by_code[summary].cells.iter().filter(|cell| cell.column != column) {
            let Some(amount) = cell.value.number() else { continue };
            all += 1;
            sums += usize::from(is_sum(&details, cell.column, amount));
        }
    }
    !summaries.is_empty() && sums * 10 >= all * 6
}

fn is_sum(details: &[&SourceRow], column: u32, amount: f64) -> bool {
    let parts = details.iter().filter_map(|row| row.cell(column).and_then(SourceValue::number));
    is_same_sum(&parts.collect::<Vec<f64>>(), &[amount])
}

/// A column that all other rows leave blank and that nearly all records fill.
fn filter_by_filled_column(others: &[&SourceRow], records: &[&SourceRow]) -> RowFilter {
    if others.is_empty() {
        return RowFilter::default();
    }
    let columns: BTreeSet<u32> = records.iter().take(40).flat_map(|row| &row.cells).map(|cell| cell.column).collect();
    let tells = columns
        .into_iter()
        .filter(|column| others.iter().all(|row| row.cell(*column).is_none()))
        .find(|column| records.iter().filter(|row| row.cell(*column).is_some()).count() * 100 >= records.len() * 98);
    tells.map_or_else(RowFilter::default, |column| RowFilter::one(column, [Pattern::anything()]))
}
