//! One cell beside the values of a row: evidence, last year's value, or the live check.

use super::shared_annotations::Told;
use super::{Form, check, value};
use crate::layout::column_content::{Column, Holds};
use crate::layout::evidence::Fact;
use crate::layout::{Row, Table};
use rust_xlsxwriter::{Worksheet, XlsxError};
use sg3_calc::{Evidence, Value};
use sg3_lang::model::QuantityId;
use sg3_workbook::write::cells;
use std::sync::Arc;

/// An input at a place.
pub type Asked = (QuantityId, Box<[Arc<str>]>);

/// What a row is filled with.
#[derive(Default)]
pub struct Filled {
    /// What is known of its values.
    pub evidence: Evidence,
    /// The columns that this is about, if it is not about all.
    pub concerns: Vec<usize>,
    /// What each column with values asks for, in order.
    pub asked: Vec<Option<Asked>>,
    /// The values that stand there, in order.
    pub values: Vec<Option<Value>>,
}

impl Filled {
    /// What is given for a row.
    pub fn of(form: &Form, table: &Table, told: &Told, row: Option<&Row>, members: &[Arc<str>]) -> Filled {
        let (evidence, concerns) = match form.given.is_empty() {
            true => (Evidence::default(), Vec::new()),
            false => told.row(form, table, row, members),
        };
        let asked: Vec<_> = table.value_columns().map(|(_, column)| table.asked(column, row, members)).collect();
        let value = |asked: &Option<Asked>| {
            asked.as_ref().and_then(|(quantity, place)| value::at(form, *quantity, place.clone()).0)
        };
        Filled { evidence, concerns, values: asked.iter().map(value).collect(), asked }
    }
}

impl Filled {
    /// The input that a range is about: that of the one column which the row speaks of, or of its only one.
    fn about(&self, table: &Table) -> Option<QuantityId> {
        let concerned =
            self.concerns.first().map_or(0, |of| table.value_columns().take_while(|(at, _)| at < of).count());
        self.asked.get(concerned)?.as_ref().map(|(input, _)| *input)
    }
}

/// Draws the cell.
pub fn draw(
    form: &Form,
    sheet: &mut Worksheet,
    table: &Table,
    (row, column): (u32, u16),
    about: &Column,
    filled: &Filled,
) -> Result<(), XlsxError> {
    match &about.holds {
        Holds::Evidence(fact) => evidence(form, sheet, table, (row, column), *fact, filled),
        Holds::Last(of) => last_year(form, sheet, table, (row, column), *of, filled),
        Holds::Check => check::draw(form, sheet, table, (row, column), filled),
        _ => Ok(()),
    }
}

fn evidence(
    form: &Form,
    sheet: &mut Worksheet,
    table: &Table,
    (row, column): (u32, u16),
    fact: Fact,
    filled: &Filled,
) -> Result<(), XlsxError> {
    let known = &filled.evidence;
    match fact {
        Fact::Least | Fact::Most => {
            let bound = known.range.map(|(least, most)| if fact == Fact::Least { least } else { most });
            let shown = |bound| match filled.about(table) {
                Some(input) => form.on_sheet(&sheet.name(), form.model.quantity(input), bound),
                None => bound,
            };
            let shown = bound.map(shown);
            number(form, sheet, (row, column), shown)
        }
        _ => cells::text(sheet, row, column, &words(form, table, fact, filled), &form.styles.wrapped),
    }
}

/// What a piece of evidence says in words.
pub fn words(form: &Form, table: &Table, fact: Fact, filled: &Filled) -> String {
    let known = &filled.evidence;
    let said = match fact {
        Fact::Concerns => {
            let headings = filled.concerns.iter().map(|column| &*table.columns[*column].heading);
            Some(headings.collect::<Vec<_>>().join("; "))
        }
        Fact::Status => known.status.map(|status| form.brief(status.words())),
        Fact::Source => known.source.clone(),
        Fact::Confidential => known.confidential.as_ref().map(|_| form.brief("yes")),
        Fact::Reason => known.confidential.clone(),
        Fact::Comment => known.comment.clone(),
        Fact::Least | Fact::Most => None,
    };
    said.unwrap_or_default()
}

fn number(form: &Form, sheet: &mut Worksheet, (row, column): (u32, u16), value: Option<f64>) -> Result<(), XlsxError> {
    match value {
        Some(value) => sheet.write_number_with_format(row, column, value, form.styles.number()).map(|_| ()),
        None => cells::text(sheet, row, column, "", form.styles.number()),
    }
}

fn last_year(
    form: &Form,
    sheet: &mut Worksheet,
    table: &Table,
    at: (u32, u16),
    of: usize,
    filled: &Filled,
) -> Result<(), XlsxError> {
    let before = table.value_columns().take_while(|(position, _)| *position < of).count();
    let Some(Some((quantity, place))) = filled.asked.get(before) else {
        return cells::text(sheet, at.0, at.1, "", form.styles.sample_of_last_year());
    };
    let input = form.model.quantity(*quantity);
    let format = form.styles.last_year(input);
    match form.last.value(*quantity, place.clone()) {
        Some(said) => value::write(form, sheet, at, input, said, format),
        None => cells::text(sheet, at.0, at.1, "", format),
    }
}
