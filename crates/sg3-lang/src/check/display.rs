//! Whether what a head says of showing its figures fits what they are.

use super::checker::Checker;
use super::merged::Merged;
use crate::ast::Shown;
use crate::diagnostic::Diagnostic;
use crate::model::{DisplayScale, Kind, Quantity};

impl Checker<'_> {
    /// After all heads: only then is every unit known.
    pub(super) fn displays(&mut self, merged: &Merged) {
        let written = merged.quantities(&self.names.quantities);
        for (quantity, (_, written)) in self.model.quantities.iter().zip(written) {
            let complaint = written.shown.as_ref().and_then(|shown| complaint(quantity, shown));
            complaint.into_iter().for_each(|complaint| self.diagnostics.add(complaint));
        }
    }
}

fn complaint(quantity: &Quantity, shown: &Shown) -> Option<Diagnostic> {
    let Kind::Number(unit) = &quantity.kind else {
        let message = format!("`shown` is about numbers, and `{}` is none", quantity.name);
        return Some(Diagnostic::error("wrong-display", shown.span, message).help("leave the clause out"));
    };
    let takes_percent = unit.factors().all(|(_, exponent)| exponent < 0);
    let is_wrong = shown.display.scale == DisplayScale::Percent && !takes_percent;
    is_wrong.then(|| {
        let message = format!("`{}` is in `{unit}`, which is not shown in per cent", quantity.name);
        let help =
            "per cent is for shares (`ratio`) and rates (`1/year`); amounts are shown `in thousands` or `in millions`";
        Diagnostic::error("wrong-display", shown.span, message).help(help)
    })
}
