//! What a row is filled with.

use crate::layout::table::{Asked, Row, Table};
use crate::write::context::Form;
use crate::write::shared_annotations::Told;
use crate::write::value;
use sg3_calc::{Evidence, Value};
use sg3_lang::model::QuantityId;
use std::sync::Arc;

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
    pub(crate) fn about(&self, table: &Table) -> Option<QuantityId> {
        let concerned =
            self.concerns.first().map_or(0, |of| table.value_columns().take_while(|(at, _)| at < of).count());
        self.asked.get(concerned)?.as_ref().map(|(input, _)| *input)
    }
}
