//! The columns of evidence that a table gets, and those of last year.

use crate::layout::build::columns;
use crate::layout::build::limits::WIDE;
use crate::layout::column::{ColumnContent, FormColumn};
use crate::layout::evidence::EvidenceField;
use crate::layout::evidence::LAST;
use crate::layout::key;
use crate::layout::table::FormTable;

/// Key of the live check of a row.
const CHECK: &str = "#check";

/// A table with what stands beside its values.
pub(crate) fn add_evidence_columns(mut table: FormTable) -> FormTable {
    let fields = EvidenceField::ALL.into_iter().filter(|field| is_asked_in(&table, *field));
    let columns: Vec<FormColumn> = fields.map(build_evidence_column).chain([build_check_column()]).collect();
    table.columns.extend(columns);
    table
}

/// Adds a column for last year beside each value; those of a wide matrix are a second matrix to the right of its
/// comments.
pub(crate) fn add_last_year_columns(table: &mut FormTable) {
    let values: Vec<usize> = table.value_columns().map(|(position, _)| position).collect();
    let several = values.len() > 1;
    let check = table.columns.pop().filter(|column| column.content == ColumnContent::Check);
    for position in values {
        let of = &table.columns[position];
        let heading = if several { format!("Last year: {}", of.heading) } else { "Last year".to_owned() };
        let last = columns::build_row_column(format!("{}{LAST}", of.key), heading, ColumnContent::LastYear(position));
        table.columns.push(last);
    }
    table.columns.extend(check);
}

fn is_asked_in(table: &FormTable, field: EvidenceField) -> bool {
    let values = table.value_columns().count();
    match field {
        EvidenceField::Comment => true,
        EvidenceField::Concerns => (2..=WIDE).contains(&values),
        _ => values <= WIDE && values > 0,
    }
}

fn build_evidence_column(field: EvidenceField) -> FormColumn {
    let key = format!("{}{}", key::EVIDENCE, field.key());
    columns::build_row_column(key, field.heading().to_owned(), ColumnContent::Evidence(field))
}

fn build_check_column() -> FormColumn {
    columns::build_row_column(CHECK.to_owned(), "Check".to_owned(), ColumnContent::Check)
}
