//! What the parts of a model depend on: the quantities they read, and the axes along which they vary.

use super::check::Check;
use super::expression::{Expression, Index, IndexBase, Node, Reduction, Substitution};
use super::id::QuantityId;
use super::quantity::Quantity;
use std::collections::BTreeSet;

impl Quantity {
    /// Every quantity that the definition reads or replaces; none for an input.
    pub fn dependencies(&self) -> BTreeSet<QuantityId> {
        let definition = self.definition().into_iter();
        definition.flat_map(|definition| definition.body.expressions()).flat_map(Expression::dependencies).collect()
    }
}

impl Check {
    /// Every quantity that the question reads or replaces, or that says where it is asked.
    pub fn dependencies(&self) -> BTreeSet<QuantityId> {
        self.expressions().flat_map(Expression::dependencies).collect()
    }
}

impl Expression {
    /// Calls `visit` for every quantity that the expression reads or replaces, in counterfactuals too.
    pub fn for_each_dependency(&self, visit: &mut impl FnMut(QuantityId)) {
        self.walk(&mut |inner| match &inner.node {
            Node::Read(read) => visit(read.quantity),
            Node::Counterfactual(counterfactual) => {
                counterfactual.substitutions.iter().for_each(|substitution| visit(substitution.target));
            }
            _ => {}
        });
    }

    /// Every quantity that the expression reads or replaces.
    pub fn dependencies(&self) -> BTreeSet<QuantityId> {
        let mut dependencies = BTreeSet::new();
        self.for_each_dependency(&mut |id| dependencies.extend([id]));
        dependencies
    }

    /// Whether the expression reads or replaces the quantity.
    pub fn depends_on(&self, quantity: QuantityId) -> bool {
        let mut depends = false;
        self.for_each_dependency(&mut |id| depends |= id == quantity);
        depends
    }

    /// The axes of the enclosing scope on which the value depends: of `sum(x[a, b] over b)` only `a`.
    pub fn free_axes(&self) -> BTreeSet<usize> {
        let mut axes = BTreeSet::new();
        self.add_free_axes(&mut axes);
        axes
    }

    fn add_free_axes(&self, axes: &mut BTreeSet<usize>) {
        match &self.node {
            Node::Axis(axis) => axes.extend([axis.0 as usize]),
            Node::Read(read) => {
                read.places.iter().for_each(|index| index.add_free_axes(axes));
                read.beyond.iter().for_each(|beyond| beyond.add_free_axes(axes));
            }
            Node::Reduce(reduction) => axes.extend(reduction.free_axes()),
            Node::Counterfactual(counterfactual) => {
                counterfactual.body.add_free_axes(axes);
                counterfactual.substitutions.iter().for_each(|inner| axes.extend(inner.free_axes()));
            }
            _ => self.for_each_child(&mut |child| axes.extend(child.free_axes())),
        }
    }
}

impl Index {
    /// The axes of the enclosing scope on which the position depends.
    pub fn free_axes(&self) -> BTreeSet<usize> {
        let mut axes = BTreeSet::new();
        self.add_free_axes(&mut axes);
        axes
    }

    fn add_free_axes(&self, axes: &mut BTreeSet<usize>) {
        match &self.base {
            IndexBase::Axis(axis) => axes.extend([axis.0 as usize]),
            IndexBase::Value(value) => value.add_free_axes(axes),
            _ => {}
        }
        self.shift.iter().for_each(|shift| shift.add_free_axes(axes));
    }
}

impl Reduction {
    /// The axes of the enclosing scope on which the result depends.
    pub fn free_axes(&self) -> BTreeSet<usize> {
        let clauses = [&self.filter, &self.at, &self.from];
        let key = self.order.iter().map(|order| &order.key);
        let parts = self.arguments.iter().chain(clauses.into_iter().flatten()).chain(key);
        let mut axes: BTreeSet<usize> = parts.flat_map(Expression::free_axes).collect();
        axes.extend(self.limit.iter().map(|(_, outer)| outer.0 as usize));
        for axis in &self.axes {
            if self.how.keeps_axes() {
                axes.insert(axis.0 as usize);
            } else {
                axes.remove(&(axis.0 as usize));
            }
        }
        axes
    }
}

impl Substitution {
    /// The axes of the enclosing scope that tell one replacement from another.
    pub fn free_axes(&self) -> BTreeSet<usize> {
        let mut axes = self.value.free_axes();
        self.places.iter().for_each(|index| index.add_free_axes(&mut axes));
        for axis in self.axes.iter().flatten() {
            axes.remove(&(axis.0 as usize));
        }
        axes
    }
}
