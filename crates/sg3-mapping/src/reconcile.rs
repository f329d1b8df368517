//! Whether it adds up: totals of the source files against the parts taken, amounts not used, inputs against audited figures.

pub(crate) mod list_totals;
pub(crate) mod report;
pub(crate) mod sums;
pub(crate) mod table_totals;
pub(crate) mod unused;
pub(crate) mod used;

use crate::apply::selection::Selection;
use crate::rules::mapping::{Audited, Mapping};
use crate::understand::understood::Understood;
use list_totals::list_totals;
use sums::{AuditedBalance, Reconciliation};
use table_totals::{TableTotal, table_totals};
use unused::UnusedSearch;
use used::UsedCells;

/// How a mapping adds up, by what each of its rules selects.
pub(crate) fn reconcile(
    understood: &Understood,
    mapping: &Mapping,
    selections: &[(usize, Selection)],
) -> Reconciliation {
    let for_everyone = understood.for_everyone();
    let Understood { model, files, lexicon, tables, .. } = for_everyone.as_ref().unwrap_or(understood);
    let used = UsedCells::of(mapping, model, files, selections);
    let of_lists = list_totals(mapping, files, selections);
    let of_tables: Vec<TableTotal> = tables.iter().flat_map(|table| table_totals(table, files, &used)).collect();
    let known = of_lists.iter().map(|total| total.at).collect();
    let unused = UnusedSearch { files, used: &used, totals: &known, mapping, lexicon };
    Reconciliation {
        twice: used.twice.iter().cloned().chain(of_tables.iter().filter_map(TableTotal::counted_twice)).collect(),
        unused: unused.amounts(tables),
        audited: audited_balances(mapping, selections),
        totals: of_lists.into_iter().chain(of_tables.into_iter().filter_map(TableTotal::over_parts)).collect(),
    }
}

fn audited_balances(mapping: &Mapping, selections: &[(usize, Selection)]) -> Vec<AuditedBalance> {
    let balances = mapping.audited.iter();
    balances
        .map(|audited| AuditedBalance { audited: audited.clone(), mapped: mapped_to(audited, mapping, selections) })
        .collect()
}

/// What the rules for the inputs of an audited figure add up to.
fn mapped_to(audited: &Audited, mapping: &Mapping, selections: &[(usize, Selection)]) -> f64 {
    let rules = selections.iter().map(|(rule, selection)| (&mapping.rules[*rule], selection));
    let of_inputs = rules.filter(|(rule, _)| audited.inputs.contains(&rule.figure.input));
    of_inputs.map(|(rule, selection)| selection.value(rule)).fold(0.0, |sum, value| sum + value)
}
