//! What is allowed and yet worth a look: inputs that nothing reads, numbers hidden in formulas.

use super::checker::Checker;
use super::known_constants::known_constants;
use crate::diagnostic::Diagnostic;
use crate::model::{Body, Check, Expression, Node, QuantityId, ReductionKind, Role};
use std::collections::BTreeSet;

/// Numbers that may stand in any formula.
const PLAIN: [f64; 3] = [0.0, 1.0, 2.0];

impl Checker<'_> {
    pub(super) fn lint(&mut self) {
        if self.diagnostics.has_errors() {
            return;
        }
        self.unused_inputs();
        self.hidden_constants();
    }

    fn unused_inputs(&mut self) {
        let used = self.used();
        let unused: Vec<QuantityId> =
            self.model.inputs().map(|(id, _, _)| id).filter(|id| !used.contains(id)).collect();
        for id in unused {
            let quantity = self.model.quantity(id);
            if quantity.name.contains('.') {
                continue;
            }
            let message = format!("no output and no check uses `{}`", quantity.name);
            let diagnostic = Diagnostic::warning("unused-input", quantity.span, message);
            self.diagnostics.add(diagnostic.help("use it in a formula, or remove the input"));
        }
    }

    /// Everything that outputs, checks and named quantities of the document read.
    fn used(&self) -> BTreeSet<QuantityId> {
        let mut used = BTreeSet::new();
        for quantity in &self.model.quantities {
            used.extend(quantity.dependencies());
            used.extend(quantity.input().filter(|_| quantity.output).and_then(|_| self.quantity_of(&quantity.name)));
        }
        used.extend(self.model.checks.iter().flat_map(Check::dependencies));
        used
    }

    fn hidden_constants(&mut self) {
        let mut found = Vec::new();
        for quantity in self.model.quantities.iter().filter(|quantity| !quantity.name.contains('.')) {
            let (Role::Computed(definition) | Role::Simultaneous(definition, _)) = &quantity.role else { continue };
            if let Body::Formula(formula) = &definition.body {
                add_hidden(formula, &mut found);
            }
        }
        let constants = if found.is_empty() { Vec::new() } else { known_constants() };
        for (value, span) in found {
            let message = format!("the number {value} is hard-coded in a formula");
            let known = constants.iter().find(|known| known.value == value);
            let known = known.map(|known| format!("; every model knows `{}`", known.name));
            let help = "give it a name, a unit and a source: `constant name \"...\" : unit = ...`";
            let help = format!("{help}{}", known.unwrap_or_default());
            self.diagnostics.add(Diagnostic::warning("hidden-constant", span, message).help(help));
        }
    }
}

/// Adds numbers that stand in a formula; how many digits a figure is rounded to is nothing hidden, nor which percentile it is.
fn add_hidden(expression: &Expression, found: &mut Vec<(f64, crate::source::Span)>) {
    found.extend(hidden(expression));
    match &expression.node {
        Node::Call(function, arguments) if function.name == "round" => add_hidden(&arguments[0], found),
        Node::Reduce(reduction) if reduction.how == ReductionKind::Percentile => {
            reduction.arguments.iter().chain(&reduction.filter).for_each(|part| add_hidden(part, found));
        }
        _ => expression.for_each_child(&mut |child| add_hidden(child, found)),
    }
}

fn hidden(expression: &Expression) -> Option<(f64, crate::source::Span)> {
    match (&expression.node, &expression.of) {
        (Node::Literal(value), crate::model::Type::Of(crate::model::Kind::Number(_)))
            if !PLAIN.contains(&value.abs()) =>
        {
            Some((*value, expression.span))
        }
        _ => None,
    }
}
