//! What a row is filled with.

use crate::layout::table::{FormRow, FormTable, InputPlace};
use crate::write::context::FormContext;
use crate::write::shared_annotations::SharedAnnotations;
use crate::write::value;
use sg3_calc::{Evidence, Value};
use sg3_lang::model::QuantityId;
use std::sync::Arc;

/// The values and the evidence of one row, as they will stand in the form.
#[derive(Default)]
pub(crate) struct FilledRow {
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
    pub(crate) fn of(
        form: &FormContext,
        table: &FormTable,
        shared: &SharedAnnotations,
        row: Option<&FormRow>,
        members: &[Arc<str>],
    ) -> FilledRow {
        let (evidence, concerns) = if form.given.is_empty() {
            (Evidence::default(), Vec::new())
        } else {
            shared.row_evidence(form, table, row, members)
        };
        let asked: Vec<_> = table.value_columns().map(|(_, column)| table.input_at(column, row, members)).collect();
        let values = asked.iter().map(|asked| find_value(form, asked.as_ref()?)).collect();
        FilledRow { evidence, concerns, asked, values }
    }

    /// The input that a range is about: that of the one column which the row speaks of, or of its only one.
    pub(crate) fn ranged_input(&self, table: &FormTable) -> Option<QuantityId> {
        let concerned =
            self.concerns.first().map_or(0, |of| table.value_columns().take_while(|(at, _)| at < of).count());
        self.asked.get(concerned)?.as_ref().map(|(input, _)| *input)
    }
}

fn find_value(form: &FormContext, (quantity, place): &InputPlace) -> Option<Value> {
    value::find_value(form, *quantity, place.clone()).0
}
