//! Counterfactuals, `(x with y = 0)`: what is replaced, where, and by what.

use super::checker::Checker;
use super::scope::Scope;
use crate::ast;
use crate::diagnostic::Diagnostic;
use crate::model::{
    Axis, AxisId, Counterfactual, DimensionId, Expression, Index, IndexBase, Kind, Node, Quantity, QuantityId,
    Substitution, Type,
};
use std::collections::BTreeSet;

impl Checker<'_> {
    pub(super) fn counterfactual(
        &mut self,
        scope: &mut Scope,
        body: &ast::Expression,
        written: &[(ast::Place, ast::Expression)],
        expected: Option<DimensionId>,
        span: crate::source::Span,
    ) -> Expression {
        let body = self.expression(scope, body, expected);
        let substitutions: Vec<Substitution> =
            written.iter().filter_map(|(target, value)| self.substitution(scope, target, value)).collect();
        let axes = distinguishing_axes(&substitutions, scope);
        let of = body.of.clone();
        let counterfactual = Counterfactual { body, substitutions, axes };
        Expression { node: Node::Counterfactual(Box::new(counterfactual)), of, span }
    }

    fn substitution(
        &mut self,
        scope: &mut Scope,
        target: &ast::Place,
        value: &ast::Expression,
    ) -> Option<Substitution> {
        let Some(quantity) = self.quantity_of(&target.name.text) else {
            let diagnostic = self.names.unknown(&target.name, "quantity", &[]);
            self.diagnostics.add(diagnostic);
            return None;
        };
        let mentioned = self.mentioned(scope, quantity, target)?;
        let (mut places, mut axes): (Vec<Index>, Vec<Option<AxisId>>) = (Vec::new(), Vec::new());
        let known = self.count_known_axes(quantity, target.span.file);
        for (number, (axis, index)) in self.model.quantity(quantity).axes.clone().into_iter().zip(mentioned).enumerate()
        {
            // by an axis that the text knows nothing of, each of its repetitions replaces its own
            let own = scope.find(&axis.name).filter(|_| number >= known);
            let index = index.or(own.map(|id| Index { base: IndexBase::Axis(id), shift: None }));
            // `cost[year] = (total with price = 2)`: is the price of that year meant, or that of all years?
            if index.is_none() && scope.find(&axis.name).is_some_and(|id| !axes.contains(&Some(id))) {
                self.say_all(target, &axis.name);
            }
            let index = index.unwrap_or(Index { base: IndexBase::All, shift: None });
            let open = matches!(index.base, IndexBase::All).then(|| enter_axis(scope, axis, &target.name.text));
            places.push(open.map_or(index, |id| Index { base: IndexBase::Axis(id), shift: None }));
            axes.push(open);
        }
        let value = self.replacement(scope, quantity, &places, value);
        scope.leave(&axes.iter().flatten().copied().collect::<Vec<_>>());
        Some(Substitution { target: quantity, places, axes, value })
    }

    /// The right side: of the target's kind; a number takes its unit.
    fn replacement(
        &mut self,
        scope: &mut Scope,
        quantity: QuantityId,
        places: &[Index],
        written: &ast::Expression,
    ) -> Expression {
        let declared = self.model.quantity(quantity).span;
        let kind = match self.type_of_read(scope, quantity, places) {
            Type::Of(kind) => kind,
            _ => self.model.quantity(quantity).kind.clone(),
        };
        if super::operators::plain_number(written).is_some() {
            return self.literal_of(written, &kind, declared);
        }
        let expected = if let Kind::Member(dimension) = &kind { Some(*dimension) } else { None };
        let value = self.expression(scope, written, expected);
        self.fits(&kind, &value, declared, "the target is declared here");
        value
    }

    fn say_all(&mut self, target: &ast::Place, axis: &str) {
        let name = &target.name.text;
        let message =
            format!("`{name}` has the axis `{axis}`, and one of that name is in scope: is one member meant, or all?");
        let help = format!("write `{name}[{axis} = all]`, or `{axis} = ...` for one; or rename the axis of the head");
        self.diagnostics.add(Diagnostic::error("say-all", target.span, message).help(help));
    }

    /// Complains of every `with` of the model whose target changes nothing; asked last, when every definition is known.
    pub(super) fn complain_of_idle_counterfactuals(&mut self) {
        let mut idle = Vec::new();
        for expression in self.all_expressions() {
            expression.walk(&mut |inner| {
                if let Node::Counterfactual(counterfactual) = &inner.node {
                    idle.extend(self.substitutions_without_effect(counterfactual));
                }
            });
        }
        idle.into_iter().for_each(|diagnostic| self.diagnostics.add(diagnostic));
    }

    fn all_expressions(&self) -> impl Iterator<Item = &Expression> {
        let definitions = self.model.quantities.iter().filter_map(Quantity::definition);
        let formulas = definitions.flat_map(|definition| definition.body.expressions());
        formulas.chain(self.model.checks.iter().flat_map(|check| check.question.expressions()))
    }

    fn substitutions_without_effect(&self, counterfactual: &Counterfactual) -> Vec<Diagnostic> {
        let mut needed = BTreeSet::new();
        counterfactual.body.for_each_dependency(&mut |quantity| self.add_with_what_it_needs(quantity, &mut needed));
        let idle = counterfactual.substitutions.iter().filter(|substitution| !needed.contains(&substitution.target));
        idle.map(|substitution| self.without_effect(substitution, counterfactual)).collect()
    }

    fn without_effect(&self, substitution: &Substitution, counterfactual: &Counterfactual) -> Diagnostic {
        let name = &self.model.quantity(substitution.target).name;
        let message = format!("nothing here depends on `{name}`: the counterfactual would not differ");
        let diagnostic = Diagnostic::error("no-effect", substitution.value.span, message);
        diagnostic.note(counterfactual.body.span, "this does not depend on it")
    }

    fn add_with_what_it_needs(&self, quantity: QuantityId, needed: &mut BTreeSet<QuantityId>) {
        if !needed.insert(quantity) {
            return;
        }
        for read in self.model.quantity(quantity).dependencies() {
            self.add_with_what_it_needs(read, needed);
        }
    }
}

/// Brings an axis of the target into scope for the right side; where one of its name hides it, under a name that nothing can mention.
fn enter_axis(scope: &mut Scope, axis: Axis, target: &str) -> AxisId {
    let is_hidden = scope.find(&axis.name).is_some();
    let name = if is_hidden { format!("{} of {target}", axis.name).into() } else { axis.name };
    scope.enter(Axis { name, dimension: axis.dimension })
}

/// The axes of the enclosing scope that places or right sides mention.
fn distinguishing_axes(substitutions: &[Substitution], scope: &Scope) -> Vec<AxisId> {
    let mut axes = BTreeSet::new();
    for substitution in substitutions {
        for index in &substitution.places {
            add_axes_of_index(index, &mut axes);
        }
        add_axes(&substitution.value, &mut axes);
    }
    axes.into_iter().filter(|id| scope.visible.contains(id)).collect()
}

fn add_axes(expression: &Expression, axes: &mut BTreeSet<AxisId>) {
    expression.walk(&mut |inner| match &inner.node {
        Node::Axis(id) => drop(axes.insert(*id)),
        Node::Read(read) => read.places.iter().for_each(|index| add_axes_of_index(index, axes)),
        _ => {}
    });
}

fn add_axes_of_index(index: &Index, axes: &mut BTreeSet<AxisId>) {
    match &index.base {
        IndexBase::Axis(id) => drop(axes.insert(*id)),
        IndexBase::Value(value) => add_axes(value, axes),
        _ => {}
    }
    index.shift.iter().for_each(|shift| add_axes(shift, axes));
}
