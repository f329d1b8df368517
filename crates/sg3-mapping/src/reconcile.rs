//! Whether it adds up: totals of the source files against the parts taken, amounts not used, inputs against audited figures.

pub(crate) mod lists;
pub(crate) mod report;
pub(crate) mod sums;
pub(crate) mod totals;
pub(crate) mod unused;
pub(crate) mod used;

use crate::apply::selection::Selection;
use crate::rules::mapping::{Audited, Mapping};
use crate::understand::understood::Understood;
use sums::{AuditedBalance, Reconciliation};
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
    let mut sums = Reconciliation {
        audited: audited_balances(mapping, selections),
        twice: used.twice.clone(),
        ..Reconciliation::default()
    };
    let of_lists = lists::list_totals(mapping, files, selections, &mut sums);
    for table in tables {
        totals::add_totals(table, files, &used, &mut sums);
        unused::add_unused(table, files, (&used, &of_lists), (mapping, lexicon), &mut sums);
    }
    sums.unused.sort_by(|a, b| b.size.abs().total_cmp(&a.size.abs()).then(a.at.cmp(&b.at)));
    sums
}

fn audited_balances(mapping: &Mapping, lines: &[(usize, Selection)]) -> Vec<AuditedBalance> {
    let mapped = |audited: &Audited| -> f64 {
        let of = lines.iter().filter(|(line, _)| audited.inputs.contains(&mapping.entries[*line].figure.input));
        of.map(|(line, selection)| selection.value(&mapping.entries[*line])).fold(0.0, |sum, value| sum + value)
    };
    mapping.audited.iter().map(|audited| AuditedBalance { audited: audited.clone(), mapped: mapped(audited) }).collect()
}
