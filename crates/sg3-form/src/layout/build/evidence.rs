//! The columns of evidence that a table gets, and those of last year.

use crate::layout::build::columns;
use crate::layout::build::limits::WIDE;
use crate::layout::column::{Column, Holds};
use crate::layout::evidence::Fact;
use crate::layout::evidence::LAST;
use crate::layout::key;
use crate::layout::table::Table;

/// Key of the live check of a row.
const CHECK: &str = "#check";

/// A table with what stands beside its values.
pub fn beside(mut table: Table) -> Table {
    let facts = Fact::ALL.into_iter().filter(|fact| belongs(&table, *fact));
    let columns: Vec<Column> = facts.map(of_fact).chain([check()]).collect();
    table.columns.extend(columns);
    table
}

/// Adds a column for last year beside each value; those of a wide matrix are a second matrix to the right of its comments.
pub fn add_last_year(table: &mut Table) {
    let values: Vec<usize> = table.value_columns().map(|(position, _)| position).collect();
    let several = values.len() > 1;
    let check = table.columns.pop().filter(|column| column.holds == Holds::Check);
    for position in values {
        let of = &table.columns[position];
        let heading = if several { format!("Last year: {}", of.heading) } else { "Last year".to_owned() };
        let last = columns::of_row(format!("{}{LAST}", of.key), heading, Holds::Last(position));
        table.columns.push(last);
    }
    table.columns.extend(check);
}

fn belongs(table: &Table, fact: Fact) -> bool {
    let values = table.value_columns().count();
    match fact {
        Fact::Comment => true,
        Fact::Concerns => (2..=WIDE).contains(&values),
        _ => values <= WIDE && values > 0,
    }
}

fn of_fact(fact: Fact) -> Column {
    let key = format!("{}{}", key::EVIDENCE, fact.key());
    columns::of_row(key, fact.heading().to_owned(), Holds::Evidence(fact))
}

fn check() -> Column {
    columns::of_row(CHECK.to_owned(), "Check".to_owned(), Holds::Check)
}
