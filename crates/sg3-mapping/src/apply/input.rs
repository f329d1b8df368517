//! The input that a rule fills.

use super::complaint;
use crate::rules::rule::MappingRule;
use sg3_lang::diagnostic::near_miss;
use sg3_lang::model::QuantityId;
use sg3_lang::{Diagnostic, Diagnostics, Model, Severity};

/// The input of a rule, with a member for each of its axes.
pub(crate) fn find_input(model: &Model, rule: &MappingRule, diagnostics: &mut Diagnostics) -> Option<QuantityId> {
    let name = &rule.figure.input;
    let found = model.find_quantity(name).filter(|id| model.quantity(*id).input().is_some());
    let Some(id) = found else {
        let near = near_miss(name, model.inputs().map(|(_, quantity, _)| &*quantity.name));
        let message = format!("the model has no input `{name}`");
        diagnostics.add(
            Diagnostic::new("unknown-input", Severity::Error, complaint::rule_place(&rule.origin), message)
                .maybe_help(near),
        );
        return None;
    };
    let quantity = model.quantity(id);
    if quantity.axes.len() == rule.figure.place.len() {
        return Some(id);
    }
    let axes: Vec<&str> = quantity.axes.iter().map(|axis| &*axis.name).collect();
    let help = format!("name a member for each of: {}", axes.join(", "));
    let message = format!("`{}` does not fit the input `{name}`", rule.figure);
    diagnostics.add(complaint::rule_error(rule, message, &help));
    None
}
