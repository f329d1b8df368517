//! Widths of columns and heights of rows: everything can be read without touching a border.

use super::annotations::Filled;
use super::shared_annotations::{Span, Told};
use super::{Form, annotations, column_notes, rows};
use crate::layout::column_content::{Column, Holds};
use crate::layout::evidence::Fact;
use crate::layout::position::COLUMNS_OF_NOTES;
use crate::layout::{Open, Rows, Sheet, Table};
use rust_xlsxwriter::{Worksheet, XlsxError};
use sg3_calc::present::members;
use sg3_lang::model::{Kind, QuantityId};
use sg3_workbook::write::cells;
use sg3_workbook::write::cells::height;
use std::collections::BTreeMap;

const OF_VALUES: f64 = 15.0;

/// Where many members go across.
const OF_MANY_VALUES: f64 = 12.5;

const MANY: usize = 8;

/// A column that nobody has set.
const OF_OTHERS: f64 = 8.4;

/// Width of each column of a sheet, in noughts.
pub type Widths = BTreeMap<u16, f64>;

/// The widest that any of the tables asks for.
pub fn widths(form: &Form, sheet: &Sheet) -> Widths {
    let mut widths = Widths::new();
    for table in &sheet.tables {
        for (position, column) in table.columns() {
            let width = width(form, table, column);
            let columns = if column.holds == Holds::Note { COLUMNS_OF_NOTES as u16 } else { 1 };
            for position in position..position + columns {
                let widest = widths.entry(position).or_insert(width);
                *widest = f64::max(*widest, width);
            }
        }
    }
    widths
}

fn width(form: &Form, table: &Table, column: &Column) -> f64 {
    let rows = table.fixed_rows().iter();
    match &column.holds {
        Holds::Label(_) if table.is_open() => 36.0,
        Holds::Label(axis) => fit(rows.map(|row| &row.labels[*axis]).chain([&column.heading]), 18.0, 46.0),
        Holds::Unit => fit(rows.map(|row| &row.unit), 11.0, 24.0),
        Holds::Code(_) if matches!(table.rows, Rows::Open(Open::Numbered(_))) => 7.0,
        Holds::Code(_) => 16.0,
        Holds::Note => OF_VALUES,
        Holds::Single(_) => {
            rows.filter_map(|row| row.asks).map(|input| of_input(form, table, input)).fold(0.0, f64::max)
        }
        Holds::Values(ask) => of_input(form, table, ask.quantity),
        Holds::Last(_) => OF_VALUES,
        Holds::Check => 12.5,
        Holds::Evidence(fact) => of_fact(*fact),
    }
}

fn of_fact(fact: Fact) -> f64 {
    match fact {
        Fact::Concerns => 16.0,
        Fact::Status => 19.0,
        Fact::Least | Fact::Most => 12.5,
        Fact::Confidential => 13.0,
        Fact::Source => 24.0,
        Fact::Reason => 20.0,
        Fact::Comment => 30.0,
    }
}

/// Wide enough for figures, or for the longest word to choose.
fn of_input(form: &Form, table: &Table, input: QuantityId) -> f64 {
    let figures = if table.value_columns().count() > MANY { OF_MANY_VALUES } else { OF_VALUES };
    match form.model.quantity(input).kind {
        Kind::Member(dimension) => {
            let words = members::words(&members::known(form.model, dimension).unwrap_or_default());
            fit(words.iter(), figures, 34.0)
        }
        _ => figures,
    }
}

fn fit<'a>(texts: impl Iterator<Item = &'a String>, least: f64, most: f64) -> f64 {
    let longest = texts.map(|text| text.chars().count()).max().unwrap_or(0);
    (longest as f64 + 3.0).clamp(least, most)
}

/// The last of the columns that words from `first` on may go over, and how wide they are together.
pub fn span(widths: &Widths, first: u16, wanted: f64) -> (u16, f64) {
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

/// Headings, labels and notes wrap; their rows are as high as they need.
pub fn heights(form: &Form, page: &mut Worksheet, table: &Table, widths: &Widths) -> Result<(), XlsxError> {
    let of_text = |position: u16, text: &str| cells::lines(text, widths[&position] - 2.0);
    let headings = table.columns().map(|(position, column)| of_text(position, &column.heading)).max();
    page.set_row_height(table.heading_row(), height(headings.unwrap_or(1)) + 3.0)?;
    let told = Told::of(form, table);
    for (row, line) in table.evidence_rows() {
        let of_span = |span: Span| {
            let width = (span.first..=span.last).map(|position| widths[&position]).sum::<f64>();
            told.line(span)
                .and_then(|said| column_notes::said(form, said, line))
                .map_or(1, |said| cells::lines(&said, width - 2.0))
        };
        page.set_row_height(row, height(table.spans().into_iter().map(of_span).max().unwrap_or(1)))?;
    }
    for (row, known) in (table.first_row()..).zip(table.fixed_rows()) {
        let filled = Filled::of(form, table, &told, Some(known), &known.members);
        let of_column = |(position, column): (u16, &Column)| match column.holds {
            Holds::Label(axis) => of_text(position, &known.labels[axis]),
            Holds::Note => {
                let width =
                    (position..position + COLUMNS_OF_NOTES as u16).map(|position| widths[&position]).sum::<f64>();
                cells::lines(&rows::note_of(form, known), width - 2.0)
            }
            Holds::Evidence(fact) => of_text(position, &annotations::words(form, table, fact, &filled)),
            _ => 1,
        };
        page.set_row_height(row, height(table.columns().map(of_column).max().unwrap_or(1)))?;
    }
    Ok(())
}
