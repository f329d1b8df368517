//! `price is given`: whether there is a value, as a quantity of its own beside the one that is asked about.
//!
//! It has the axes of that quantity and is named after it, so that it is computed, explained, replaced in counterfactuals and written into
//! workbooks like any other; what a formula reads of it, it reads as it would read the quantity.

use super::checker::Checker;
use super::expression::literal;
use super::scope::Scope;
use crate::ast;
use crate::diagnostic::Diagnostic;
use crate::model::{
    AxisId, BinaryOperator, Body, Definition, Expression, Index, IndexBase, Kind, Node, Quantity, QuantityId, Read,
    Role, Type,
};
use crate::source::Span;

impl Checker<'_> {
    pub(super) fn is_given(&mut self, scope: &mut Scope, place: &ast::Place, span: Span) -> Expression {
        let read = self.place_without_beyond(scope, place);
        let Node::Read(Read { quantity, places, .. }) = read.node else {
            return literal(f64::NAN, Type::Unknown, span);
        };
        self.complain_if_always_given(quantity, scope, span);
        let given = self.quantity_of_given(quantity);
        let indices: Vec<Expression> = places.iter().flat_map(computed_parts).collect();
        // outside the members there is no value
        let no = Box::new(literal(0.0, Type::Of(Kind::YesNo), span));
        let beyond = places.iter().any(may_leave).then_some(no);
        let cell = yes_no(Node::Read(Read { quantity: given, places, beyond }), span);
        let parts: Vec<Expression> = indices.iter().flat_map(|part| self.all_given(part)).chain([cell]).collect();
        let both = |left, right| yes_no(Node::Binary(BinaryOperator::And, Box::new(left), Box::new(right)), span);
        parts.into_iter().reduce(both).expect("there is the cell itself")
    }

    /// Where there is no value of what an index is computed from, there is none at the place either.
    fn all_given(&mut self, part: &Expression) -> Vec<Expression> {
        let mut reads = Vec::new();
        add_reads(part, &mut reads);
        reads.into_iter().map(|(read, span)| self.read_is_given(read, span)).collect()
    }

    fn read_is_given(&mut self, read: Read, span: Span) -> Expression {
        let quantity = self.quantity_of_given(read.quantity);
        let beyond = read.beyond.map(|beyond| Box::new(literal(1.0, Type::Of(Kind::YesNo), beyond.span)));
        yes_no(Node::Read(Read { quantity, beyond, places: read.places }), span)
    }

    /// The quantity that says of each cell of another whether there is a value; one for all that ask.
    fn quantity_of_given(&mut self, of: QuantityId) -> QuantityId {
        let asked = self.model.quantity(of);
        let name = format!("{} is given", asked.name);
        if let Some(known) = self.model.find_quantity(&name) {
            return known;
        }
        let places =
            (0..asked.axes.len() as u32).map(|axis| Index { base: IndexBase::Axis(AxisId(axis)), shift: None });
        let read = Read { quantity: of, places: places.collect(), beyond: None };
        let cell = Expression { node: Node::Read(read), of: Type::Of(asked.kind.clone()), span: asked.span };
        let formula = yes_no(Node::IsGiven(Box::new(cell)), asked.span);
        self.model.quantities.push(Quantity {
            name: name.into(),
            label: format!("{}: is given", asked.label),
            axes: asked.axes.clone(),
            kind: Kind::YesNo,
            role: Role::Computed(Definition { scope: asked.axes.clone(), body: Body::Formula(formula) }),
            output: false,
            headline: false,
            shown: None,
            plausible: None,
            section: asked.section,
            source: None,
            note: None,
            span: asked.span,
        });
        QuantityId(self.model.quantities.len() as u32 - 1)
    }

    /// In the document itself; what a used document asks of its inputs, a host may have bound to anything.
    fn complain_if_always_given(&mut self, id: QuantityId, scope: &Scope, span: Span) {
        let quantity = self.model.quantity(id);
        let stand_in = self.names.with_stand_in.contains(&quantity.name);
        if !scope.instance.is_empty() || !(stand_in || self.names.constants.contains(&quantity.name)) {
            return;
        }
        let name = &quantity.name;
        let diagnostic = if stand_in {
            let help = format!(
                "declare `{name}` without `or`, and write `if {name} is given then {name} else ...` where something stands in"
            );
            Diagnostic::error("always-given", span, format!("`{name}` always has a value: `or` stands in for a blank"))
                .help(help)
        } else {
            Diagnostic::error("always-given", span, format!("`{name}` is a constant, which always has a value"))
        };
        self.diagnostics.add(diagnostic.note(quantity.span, "declared here"));
    }
}

fn yes_no(node: Node, span: Span) -> Expression {
    Expression { node, of: Type::Of(Kind::YesNo), span }
}

/// What is read, but for what reductions read: of these it is not known at which of their members.
fn add_reads(part: &Expression, reads: &mut Vec<(Read, Span)>) {
    match &part.node {
        Node::Reduce(_) | Node::Counterfactual(_) => {}
        Node::Read(read) => reads.push((read.clone(), part.span)),
        _ => part.for_each_child(&mut |child| add_reads(child, reads)),
    }
}

fn computed_parts(index: &Index) -> Vec<Expression> {
    let base = if let IndexBase::Value(value) = &index.base { Some((**value).clone()) } else { None };
    base.into_iter().chain(index.shift.as_deref().cloned()).collect()
}

/// Whether an index may point outside the members.
fn may_leave(index: &Index) -> bool {
    let is_number = matches!(&index.base, IndexBase::Value(value) if matches!(value.of, Type::Of(Kind::Number(_))));
    is_number || index.shift.is_some()
}
