//! `simultaneous`: one pair of axes, linear in itself.

use super::checker::Checker;
use super::place::is_axis;
use crate::diagnostic::Diagnostic;
use crate::model::{AxisId, Definition, Degree, Expression, Node, QuantityId, Read, Simultaneous};

impl Checker<'_> {
    /// The axis of the unknowns; complains of everything that is not linear.
    pub(super) fn linear(&mut self, id: QuantityId, definition: &Definition) -> Simultaneous {
        let mut reads: Vec<Read> = Vec::new();
        for formula in definition.body.expressions() {
            self.complain_unless_linear(id, formula);
            formula.walk(&mut |inner| reads.extend(read_of(inner, id).cloned()));
        }
        let axis = self.axis_of_unknowns(id, &reads);
        Simultaneous { axis }
    }

    fn complain_unless_linear(&mut self, id: QuantityId, formula: &Expression) {
        if formula.degree_in(id) != Degree::Other {
            return;
        }
        let name = self.model.quantity(id).name.clone();
        let mut culprit = formula;
        while let Some(inner) = first_child_of_degree(culprit, id) {
            culprit = inner;
        }
        let message = format!("`{name}` is not linear in itself");
        let help = "the unknowns may be added, multiplied by what does not contain them, and summed; a key whose base contains what it allocates is not linear";
        self.diagnostics.add(Diagnostic::error("not-linear", culprit.span, message).help(help));
    }

    /// The one axis along which the quantity reads other members of itself.
    fn axis_of_unknowns(&mut self, id: QuantityId, reads: &[Read]) -> usize {
        let quantity = self.model.quantity(id);
        let axes: Vec<usize> =
            (0..quantity.axes.len()).filter(|axis| reads.iter().any(|read| reads_others(read, *axis))).collect();
        let (name, span) = (quantity.name.clone(), quantity.span);
        let complaint = match axes.len() {
            1 => return axes[0],
            0 => Diagnostic::error(
                "not-simultaneous",
                span,
                format!("`{name}` does not refer to other members of itself"),
            )
            .help("remove the word `simultaneous`"),
            _ => Diagnostic::error("not-linear", span, format!("`{name}` refers to itself along more than one axis"))
                .help("a system has one axis of unknowns; the others are solved one by one"),
        };
        self.diagnostics.add(complaint);
        0
    }
}

/// Whether a reading of the quantity itself is of another member along an axis.
fn reads_others(read: &Read, axis: usize) -> bool {
    !is_axis(&read.places[axis], AxisId(axis as u32))
}

fn read_of(expression: &Expression, id: QuantityId) -> Option<&Read> {
    match &expression.node {
        Node::Read(read) if read.quantity == id => Some(read),
        _ => None,
    }
}

fn first_child_of_degree(expression: &Expression, id: QuantityId) -> Option<&Expression> {
    let mut found = None;
    expression.for_each_child(&mut |child| {
        if found.is_none() && child.degree_in(id) == Degree::Other {
            found = Some(child);
        }
    });
    found
}
