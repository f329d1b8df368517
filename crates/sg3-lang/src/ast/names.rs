//! Every name in an item that stands for a quantity, a dimension or an axis: not keys of members, not units, not functions.

use super::{
    AxisName, Body, Case, Check, Dimension, Expression, IndexBase, Item, ItemKind, Members, Name, Node, Place,
    Quantity, Reduction, Role, Table, TypeName, Unit, UnitFactor, Use,
};

/// What is done with each name.
pub(crate) type Visit<'a> = dyn FnMut(&mut Name) + 'a;

impl Item {
    /// Calls `visit` for each name, those that the item defines included.
    pub(crate) fn for_each_name(&mut self, visit: &mut Visit) {
        match &mut self.kind {
            ItemKind::Use(used) => used.for_each_name(visit),
            ItemKind::Unit(..) => {}
            ItemKind::Dimension(dimension) => dimension.for_each_name(visit),
            ItemKind::Quantity(quantity) => quantity.for_each_name(visit),
            ItemKind::Check(check) => check.for_each_name(visit),
            ItemKind::Case(case) => case.for_each_name(visit),
        }
    }
}

impl Use {
    fn for_each_name(&mut self, visit: &mut Visit) {
        self.over.iter_mut().for_each(&mut *visit);
        self.bindings.iter_mut().for_each(|(_, value)| value.for_each_name(visit));
    }
}

impl Dimension {
    fn for_each_name(&mut self, visit: &mut Visit) {
        visit(&mut self.name);
        if let Members::Subsets(of) = &mut self.members {
            visit(of);
        }
    }
}

impl Quantity {
    fn for_each_name(&mut self, visit: &mut Visit) {
        visit(&mut self.head.name);
        self.head.axes.iter_mut().for_each(|axis| axis.for_each_name(visit));
        if let TypeName::Unit(unit) = &mut self.head.of {
            unit.for_each_name(visit);
        }
        match &mut self.role {
            Role::Input(input) => input.default.iter_mut().for_each(|body| body.for_each_name(visit)),
            Role::Constant(body) | Role::Computed(body) | Role::Simultaneous(body) => body.for_each_name(visit),
        }
    }
}

impl Unit {
    /// A unit of one name may turn out to be a dimension: `class_of[asset] "Class" : asset_class`.
    fn for_each_name(&mut self, visit: &mut Visit) {
        let alone = self.factors.len() == 1;
        for (factor, _) in &mut self.factors {
            match factor {
                UnitFactor::Named(name) if alone => visit(name),
                UnitFactor::Named(_) => {}
                UnitFactor::Of(place) => place.for_each_name(visit),
            }
        }
    }
}

impl AxisName {
    pub(crate) fn for_each_name(&mut self, visit: &mut Visit) {
        self.alias.iter_mut().for_each(&mut *visit);
        visit(&mut self.dimension);
    }
}

impl Body {
    fn for_each_name(&mut self, visit: &mut Visit) {
        match self {
            Body::Formula(formula) => formula.for_each_name(visit),
            Body::Table(table) => table.for_each_name(visit),
        }
    }
}

impl Table {
    fn for_each_name(&mut self, visit: &mut Visit) {
        let cells = self.rows.iter_mut().flatten();
        cells.filter_map(|cell| cell.value.as_mut()).for_each(|value| value.for_each_name(visit));
    }
}

impl Check {
    fn for_each_name(&mut self, visit: &mut Visit) {
        visit(&mut self.name);
        self.axes.iter_mut().for_each(|axis| axis.for_each_name(visit));
        self.question.for_each_name(visit);
        self.within_of.iter_mut().for_each(|of| of.for_each_name(visit));
        self.filter.iter_mut().for_each(|filter| filter.for_each_name(visit));
    }
}

impl Case {
    fn for_each_name(&mut self, visit: &mut Visit) {
        self.givens.iter_mut().for_each(|given| given.place.for_each_name(visit));
        self.expects.iter_mut().for_each(|expect| expect.place.for_each_name(visit));
        self.failing.iter_mut().for_each(&mut *visit);
    }
}

impl Expression {
    /// Calls `visit` for each name in the expression.
    pub(crate) fn for_each_name(&mut self, visit: &mut Visit) {
        match &mut self.node {
            Node::Number(..) | Node::YesNo(_) | Node::Date(..) | Node::Text(_) | Node::Else | Node::Missing => {}
            Node::Place(place) | Node::IsGiven(place) => place.for_each_name(visit),
            Node::Unary(_, operand) => operand.for_each_name(visit),
            Node::Binary(_, left, right) => [left, right].into_iter().for_each(|side| side.for_each_name(visit)),
            Node::If(condition, yes, no) => [condition, yes, no].into_iter().for_each(|part| part.for_each_name(visit)),
            Node::Call(_, arguments) => arguments.iter_mut().for_each(|argument| argument.for_each_name(visit)),
            Node::Fact(_, dimension) => visit(dimension),
            Node::Reduce(reduction) => reduction.for_each_name(visit),
            Node::Counterfactual(body, substitutions) => {
                body.for_each_name(visit);
                for (target, value) in substitutions {
                    target.for_each_name(visit);
                    value.for_each_name(visit);
                }
            }
        }
    }
}

impl Place {
    pub(crate) fn for_each_name(&mut self, visit: &mut Visit) {
        visit(&mut self.name);
        for index in &mut self.indices {
            index.axis.iter_mut().for_each(&mut *visit);
            if let IndexBase::Place(place) = &mut index.base {
                place.for_each_name(visit);
            }
            index.shift.iter_mut().for_each(|(_, shift)| shift.for_each_name(visit));
        }
        self.beyond.iter_mut().for_each(|beyond| beyond.for_each_name(visit));
    }
}

impl Reduction {
    fn for_each_name(&mut self, visit: &mut Visit) {
        self.axes.iter_mut().for_each(|axis| axis.for_each_name(visit));
        self.limit.iter_mut().for_each(|(_, axis)| visit(axis));
        self.by.iter_mut().for_each(&mut *visit);
        let clauses = [&mut self.filter, &mut self.at, &mut self.from];
        let key = self.order.iter_mut().filter_map(|(_, key)| key.as_mut());
        let parts = self.arguments.iter_mut().chain(clauses.into_iter().filter_map(Option::as_mut)).chain(key);
        parts.for_each(|part| part.for_each_name(visit));
    }
}
