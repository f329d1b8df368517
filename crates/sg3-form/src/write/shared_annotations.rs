//! The evidence of given values, as a form holds it: what a column has in common above it, the rest beside rows.

use crate::layout::column::ColumnContent;
use crate::layout::table::{FormRow, FormTable, InputPlace};
use crate::write::context::FormContext;
use sg3_calc::{Evidence, Value};
use sg3_lang::model::QuantityId;
use std::sync::Arc;

/// What the values of each column, or of the columns of one input, have in common.
#[derive(Default)]
pub(crate) struct SharedAnnotations {
    lines: Vec<(ColumnSpan, Evidence)>,
}

/// Columns that one cell of a line speaks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ColumnSpan {
    /// The first, as it stands in the sheet.
    pub first: u16,
    /// The last of them, included.
    pub last: u16,
    /// The input whose values they hold; none where every row is another input.
    pub input: Option<QuantityId>,
}

impl SharedAnnotations {
    /// Of the values given for a table.
    pub(crate) fn of(form: &FormContext, table: &FormTable) -> SharedAnnotations {
        if form.given.is_empty() || !table.has_column_evidence() {
            return SharedAnnotations::default();
        }
        let spans = table.column_spans().into_iter();
        SharedAnnotations { lines: spans.map(|span| (span, find_common(&form.values_under(table, span)))).collect() }
    }

    /// What is said above the columns of a span.
    pub(crate) fn line_evidence(&self, span: ColumnSpan) -> Option<&Evidence> {
        self.lines.iter().find(|(other, _)| *other == span).map(|(_, evidence)| evidence)
    }

    fn above(&self, position: u16) -> Option<&Evidence> {
        let (_, evidence) = self.lines.iter().find(|(span, _)| (span.first..=span.last).contains(&position))?;
        Some(evidence)
    }

    /// What a row says beside its values, and the columns that this is about, if it is not about all.
    pub(crate) fn row_evidence(
        &self,
        form: &FormContext,
        table: &FormTable,
        row: Option<&FormRow>,
        members: &[Arc<str>],
    ) -> (Evidence, Vec<usize>) {
        let rest: Vec<(usize, Evidence)> = table
            .value_columns()
            .filter_map(|(position, column)| {
                Some((position, self.find_remaining(form, table, position, table.input_at(column, row, members)?)?))
            })
            .collect();
        // A row has one set of evidence: of two figures that differ from their columns in two ways, the first is told.
        let Some((_, evidence)) = rest.iter().find(|(_, evidence)| !evidence.is_empty()) else {
            return (Evidence::default(), Vec::new());
        };
        let same = rest.iter().filter(|(_, other)| other == evidence).map(|(position, _)| *position);
        // A range is about one figure.
        let same: Vec<usize> = same.take(if evidence.range.is_some() { 1 } else { usize::MAX }).collect();
        let is_of_all = same.len() == rest.len() && (evidence.range.is_none() || table.value_columns().count() == 1);
        (evidence.clone(), if is_of_all { Vec::new() } else { same })
    }

    /// What is known of a value beyond what is said of its column; nothing if there is no value.
    fn find_remaining(
        &self,
        form: &FormContext,
        table: &FormTable,
        position: usize,
        (quantity, place): InputPlace,
    ) -> Option<Evidence> {
        let (_, known) = form.given.value_with_evidence(quantity, place)?;
        let line = self.above(table.sheet_column(position) as u16);
        Some(line.map_or_else(|| known.clone(), |line| subtract_line(known, line)))
    }
}

/// What is said most often, where every value says something; what is not there has no status.
fn find_common(known: &[(&Value, &Evidence)]) -> Evidence {
    let all: Vec<&Evidence> = known.iter().map(|(_, evidence)| *evidence).collect();
    let there = known.iter().filter(|(value, _)| !matches!(value, Value::NotAvailable(_)));
    let there: Vec<&Evidence> = there.map(|(_, evidence)| *evidence).collect();
    Evidence {
        status: find_most_frequent(&there, |evidence| evidence.status).filter(|status| !status.is_of_nothing()),
        source: find_most_frequent(&all, |evidence| evidence.source.clone()),
        confidential: find_most_frequent(&all, |evidence| evidence.confidential.clone()),
        ..Evidence::default()
    }
}

fn find_most_frequent<T: PartialEq>(known: &[&Evidence], part: impl Fn(&Evidence) -> Option<T>) -> Option<T> {
    let mut counts: Vec<(T, usize)> = Vec::new();
    for evidence in known {
        let piece = part(evidence)?;
        match counts.iter_mut().find(|(other, _)| *other == piece) {
            Some((_, count)) => *count += 1,
            None => counts.push((piece, 1)),
        }
    }
    // Of equals the first, and `max_by_key` gives the last.
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map(|(piece, _)| piece)
}

/// What is said beyond the line.
fn subtract_line(known: &Evidence, line: &Evidence) -> Evidence {
    Evidence {
        status: known.status.filter(|status| Some(*status) != line.status),
        range: known.range,
        source: known.source.clone().filter(|source| Some(source) != line.source.as_ref()),
        confidential: known.confidential.clone().filter(|reason| Some(reason) != line.confidential.as_ref()),
        comment: known.comment.clone(),
    }
}

impl FormContext<'_> {
    /// Values in the columns of a span, with what is known of each.
    fn values_under(&self, table: &FormTable, span: ColumnSpan) -> Vec<(&Value, &Evidence)> {
        if let Some(input) = span.input {
            return self.given.values_with_evidence(input).collect();
        }
        let Some((_, column)) = table.placed_columns().find(|(position, _)| *position == span.first) else {
            return Vec::new();
        };
        let asked = table.fixed_rows().iter().filter_map(|row| table.input_at(column, Some(row), &row.members));
        asked.filter_map(|(input, place)| self.given.value_with_evidence(input, place)).collect()
    }
}

impl FormTable {
    /// Where lines for whole columns have a cell: one for all columns of an input, or one for each column of a series.
    pub(crate) fn column_spans(&self) -> Vec<ColumnSpan> {
        let mut spans: Vec<ColumnSpan> = Vec::new();
        for (position, column) in self.placed_columns() {
            let input = match &column.content {
                ColumnContent::Values(ask) => Some(ask.quantity),
                ColumnContent::Scalar(_) => None,
                _ => continue,
            };
            match spans.last_mut().filter(|span| input.is_some() && span.input == input) {
                Some(span) => span.last = position,
                None => spans.push(ColumnSpan { first: position, last: position, input }),
            }
        }
        spans
    }
}
