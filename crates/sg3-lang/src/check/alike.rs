//! Dimensions that are declared alike: a formula of a member reads that member alone, and what all come to stands alone.

use super::checker::Checker;
use crate::diagnostic::Diagnostic;
use crate::model::{
    Axis, Check, Counterfactual, DimensionId, Expression, Index, IndexBase, Kind, Model, Node, QuantityId, Read,
};
use crate::source::Span;

/// Where one formula does what members that are alike forbid.
#[derive(Clone, Copy)]
enum Fault {
    /// A reduction over all members within a longer formula.
    WithinFormula(Span),
    /// One member is told from another.
    Told(Span),
}

/// A formula, and the axes that it uses.
#[derive(Clone, Copy)]
struct Formula<'a> {
    model: &'a Model,
    scope: &'a [Axis],
    dimension: DimensionId,
    /// The whole formula of a quantity without the axis, which alone may go over all members.
    total: Option<&'a Expression>,
}

impl Checker<'_> {
    /// Complains about formulas that tell the members of a dimension apart though it is declared alike.
    pub(super) fn alike(&mut self) {
        if self.diagnostics.has_errors() {
            return;
        }
        for dimension in self.model.alike_dimensions().collect::<Vec<_>>() {
            let faults = faults(&self.model, dimension);
            let name = self.model.dimension(dimension).name.clone();
            faults.into_iter().for_each(|fault| self.diagnostics.add(fault.message(&name)));
        }
    }
}

fn faults(model: &Model, dimension: DimensionId) -> Vec<Fault> {
    let mut faults = Vec::new();
    for id in model.quantity_ids() {
        let quantity = model.quantity(id);
        if quantity.kind == Kind::Member(dimension) {
            faults.push(Fault::Told(quantity.span));
        }
        add_faults_of(model, id, dimension, &mut faults);
    }
    for check in &model.checks {
        let formula = Formula { model, scope: &check.scope, dimension, total: None };
        Check::expressions(check).for_each(|expression| formula.add_faults(expression, &mut faults));
    }
    faults
}

fn add_faults_of(model: &Model, id: QuantityId, dimension: DimensionId, faults: &mut Vec<Fault>) {
    let Some(definition) = model.quantity(id).definition() else { return };
    for expression in definition.body.expressions() {
        let total = model.total_over(id, dimension).map(|_| expression);
        let formula = Formula { model, scope: &definition.scope, dimension, total };
        formula.add_faults(expression, faults);
    }
}

impl Formula<'_> {
    fn add_faults(&self, expression: &Expression, faults: &mut Vec<Fault>) {
        expression.walk(&mut |part| match &part.node {
            Node::Reduce(reduction) if reduction.goes_over(self.scope, self.dimension) => {
                let is_total = self.total.is_some_and(|total| std::ptr::eq(total, part));
                faults.extend((!is_total).then_some(Fault::WithinFormula(part.span)));
            }
            Node::Axis(axis) if self.is_alike(&self.scope[axis.0 as usize]) => faults.push(Fault::Told(part.span)),
            Node::Fact(_, dimension) if *dimension == self.dimension => faults.push(Fault::Told(part.span)),
            Node::Read(read) if self.reads_another(read) => faults.push(Fault::Told(part.span)),
            Node::Counterfactual(with) if self.tells_apart(with) => faults.push(Fault::Told(part.span)),
            _ => {}
        });
    }

    fn is_alike(&self, axis: &Axis) -> bool {
        axis.dimension == self.dimension
    }

    /// Whether it reads a member that is not that of the formula.
    fn reads_another(&self, read: &Read) -> bool {
        let axes = self.model.quantity(read.quantity).axes.iter();
        let own = |index: &Index| index.shift.is_none() && matches!(index.base, IndexBase::Axis(_));
        axes.zip(&read.places).any(|(axis, index)| self.is_alike(axis) && !own(index))
    }

    /// Whether what is replaced differs from one member to another, or is that of one member.
    fn tells_apart(&self, with: &Counterfactual) -> bool {
        with.substitutions.iter().any(|substitution| {
            let axes = self.model.quantity(substitution.target).axes.iter();
            let is_for_one = |(axis, open): (&Axis, &Option<_>)| self.is_alike(axis) && open.is_none();
            axes.zip(&substitution.axes).any(is_for_one)
                || substitution.free_axes().iter().any(|axis| self.is_alike(&self.scope[*axis]))
        })
    }
}

impl Fault {
    fn message(self, dimension: &str) -> Diagnostic {
        match self {
            Fault::WithinFormula(span) => {
                let message = format!("this goes over all members of `{dimension}`, which are alike, within a formula");
                let help = "give it a name: a quantity that is nothing but this `sum`, `count`, `any` or `all`";
                Diagnostic::error("not-alike", span, message).help(help)
            }
            Fault::Told(span) => {
                let message = format!("this tells one member of `{dimension}` from another, which are alike");
                let help = "read the member that the formula is for, and totals by name; or declare the dimension without `alike`";
                Diagnostic::error("not-alike", span, message).help(help)
            }
        }
    }
}
