//! Widths of columns: everything can be read without touching a border.

use crate::layout::column::{ColumnContent, FormColumn};
use crate::layout::evidence::EvidenceField;

use crate::layout::sheet::FormSheet;
use crate::layout::table::{FormTable, OpenRows, TableRows};
use crate::write::context::FormContext;
use sg3_calc::present::members;
use sg3_lang::model::{Kind, QuantityId};
use std::collections::BTreeMap;

const OF_VALUES: f64 = 15.0;
/// Where many members go across.
const OF_MANY_VALUES: f64 = 12.5;
const MANY: usize = 8;
/// A column that nobody has set.
const OF_OTHERS: f64 = 8.4;

/// Width of each column of a sheet, in widths of a zero.
pub(crate) type ColumnWidths = BTreeMap<u16, f64>;

/// The widest that any of the tables asks for.
pub(crate) fn find_widths(form: &FormContext, sheet: &FormSheet) -> ColumnWidths {
    let mut widths = ColumnWidths::new();
    for table in &sheet.tables {
        for (position, column) in table.placed_columns() {
            let width = column_width(form, table, column);
            for position in position..position + column.sheet_columns() as u16 {
                let widest = widths.entry(position).or_insert(width);
                *widest = f64::max(*widest, width);
            }
        }
    }
    widths
}

fn column_width(form: &FormContext, table: &FormTable, column: &FormColumn) -> f64 {
    let rows = table.fixed_rows().iter();
    match &column.content {
        ColumnContent::Label(_) if table.is_open() => 36.0,
        ColumnContent::Label(axis) => fit_text(rows.map(|row| &row.labels[*axis]).chain([&column.heading]), 18.0, 46.0),
        ColumnContent::Unit => fit_text(rows.map(|row| &row.unit), 11.0, 24.0),
        ColumnContent::Code(_) if matches!(table.rows, TableRows::Open(OpenRows::Numbered(_))) => 7.0,
        ColumnContent::Code(_) => 16.0,
        ColumnContent::Note => OF_VALUES,
        ColumnContent::Scalar(_) => {
            rows.filter_map(|row| row.asks).map(|input| input_width(form, table, input)).fold(0.0, f64::max)
        }
        ColumnContent::Values(ask) => input_width(form, table, ask.quantity),
        ColumnContent::LastYear(_) => OF_VALUES,
        ColumnContent::Check => 12.5,
        ColumnContent::Evidence(field) => evidence_width(*field),
    }
}

fn evidence_width(field: EvidenceField) -> f64 {
    match field {
        EvidenceField::Concerns => 16.0,
        EvidenceField::Status => 19.0,
        EvidenceField::Least | EvidenceField::Most => 12.5,
        EvidenceField::Confidential => 13.0,
        EvidenceField::Source => 24.0,
        EvidenceField::Reason => 20.0,
        EvidenceField::Comment => 30.0,
    }
}

/// Wide enough for figures, or for the longest word to choose.
fn input_width(form: &FormContext, table: &FormTable, input: QuantityId) -> f64 {
    let figures = if table.value_columns().count() > MANY { OF_MANY_VALUES } else { OF_VALUES };
    match form.model.quantity(input).kind {
        Kind::Member(dimension) => {
            let words = members::list_words(&members::known(form.model, dimension).unwrap_or_default());
            fit_text(words.iter(), figures, 34.0)
        }
        _ => figures,
    }
}

fn fit_text<'a>(texts: impl Iterator<Item = &'a String>, least: f64, most: f64) -> f64 {
    let longest = texts.map(|text| text.chars().count()).max().unwrap_or(0);
    (longest as f64 + 3.0).clamp(least, most)
}

/// The last of the columns that words from `first` on may go over, and how wide they are together.
pub(crate) fn span_columns(widths: &ColumnWidths, first: u16, wanted: f64) -> (u16, f64) {
    let mut together = 0.0;
    let mut last = first;
    for column in first.. {
        last = column;
        together += widths.get(&column).copied().unwrap_or(OF_OTHERS);
        if together >= wanted {
            break;
        }
    }
    (last, together)
}
