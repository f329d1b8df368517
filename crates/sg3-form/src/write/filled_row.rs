//! What a row is filled with.

use crate::layout::table::{FormRow, FormTable, InputPlace};
use crate::write::context::FormContext;
use crate::write::shared_annotations::SharedAnnotations;
use crate::write::value;
use sg3_calc::{Evidence, Value};
use sg3_lang::model::QuantityId;
use std::sync::Arc;

/// What a row is filled with.
#[derive(Default)]
pub struct FilledRow {
    /// What is known of its values.
    pub evidence: Evidence,
    /// The columns that this is about, if it is not about all.
    pub concerns: Vec<usize>,
    /// What each column with values asks for, in order.
    pub asked: Vec<Option<InputPlace>>,
    /// The values that stand there, in order.
    pub values: Vec<Option<Value>>,
}

impl FilledRow {
    /// What is given for a row.
    pub fn of(
        form: &FormContext,
        table: &FormTable,
        told: &SharedAnnotations,
        row: Option<&FormRow>,
        members: &[Arc<str>],
    ) -> FilledRow {
        let (evidence, concerns) = match form.given.is_empty() {
            true => (Evidence::default(), Vec::new()),
            false => told.row_evidence(form, table, row, members),
        };
        let asked: Vec<_> = table.value_columns().map(|(_, column)| table.input_at(column, row, members)).collect();
        let value = |asked: &Option<InputPlace>| {
            asked.as_ref().and_then(|(quantity, place)| value::find_value(form, *quantity, place.clone()).0)
        };
        FilledRow { evidence, concerns, values: asked.iter().map(value).collect(), asked }
    }
}

impl FilledRow {
    /// The input that a range is about: that of the one column which the row speaks of, or of its only one.
    pub(crate) fn ranged_input(&self, table: &FormTable) -> Option<QuantityId> {
        let concerned =
            self.concerns.first().map_or(0, |of| table.value_columns().take_while(|(at, _)| at < of).count());
        self.asked.get(concerned)?.as_ref().map(|(input, _)| *input)
    }
}
