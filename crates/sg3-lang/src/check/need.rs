//! What needs what, and along which dimensions it looks strictly back.

use super::checker::Checker;
use crate::model::{
    AxisId, Body, DimensionId, Expression, Index, IndexBase, Limit, MemberRef, Node, QuantityId, Read, Role,
};
use crate::source::Span;
use petgraph::graph::NodeIndex;
use std::collections::{BTreeMap, BTreeSet};

/// One quantity needs another.
pub(super) struct Need {
    pub from: NodeIndex,
    pub to: NodeIndex,
    pub span: Span,
    /// Along which dimensions it needs only strictly earlier members.
    pub earlier: BTreeSet<DimensionId>,
    /// Along which dimensions it needs the same member.
    pub same: BTreeSet<DimensionId>,
    /// Along which dimensions it looks to other members, and not strictly back.
    pub elsewhere: BTreeSet<DimensionId>,
}

impl Checker<'_> {
    pub(super) fn needs(&self, nodes: &BTreeMap<QuantityId, Vec<NodeIndex>>) -> Vec<Need> {
        let mut needs = Vec::new();
        for id in self.model.quantity_ids() {
            let quantity = self.model.quantity(id);
            let Some(definition) = quantity.definition() else { continue };
            let simultaneous = matches!(quantity.role, Role::Simultaneous(..));
            let axes =
                (0..quantity.axes.len() as u32).map(|axis| (quantity.axes[axis as usize].dimension, AxisId(axis)));
            let head: BTreeMap<DimensionId, AxisId> = axes.collect();
            for (position, expression) in definition.body.numbered_expressions() {
                let from = nodes[&id][if nodes[&id].len() > 1 { position } else { 0 }];
                let mut reader = Reader {
                    checker: self,
                    head: &head,
                    nodes,
                    from,
                    needs: &mut needs,
                    own: simultaneous.then_some(id),
                };
                reader.read(expression, &Along::default());
            }
        }
        needs
    }
}

/// Which members are read along axes of the reductions around.
#[derive(Clone, Default)]
struct Along {
    /// Of which bound axes only members before an axis of the head are read.
    limits: BTreeMap<AxisId, (Limit, AxisId)>,
    /// Along which axes all members are read, though the axis is one of the head: nobody knows a place in an order before all are there.
    whole: BTreeSet<AxisId>,
}

/// Follows the expressions of one step.
struct Reader<'a, 'c> {
    checker: &'a Checker<'c>,
    head: &'a BTreeMap<DimensionId, AxisId>,
    nodes: &'a BTreeMap<QuantityId, Vec<NodeIndex>>,
    from: NodeIndex,
    needs: &'a mut Vec<Need>,
    own: Option<QuantityId>,
}

impl Reader<'_, '_> {
    fn read(&mut self, expression: &Expression, along: &Along) {
        match &expression.node {
            Node::Read(read) => self.need(read, expression.span, along),
            Node::Counterfactual(counterfactual) => {
                let mut inner: Vec<(QuantityId, Span)> = Vec::new();
                expression.walk(&mut |node| {
                    if let Node::Read(read) = &node.node {
                        inner.push((read.quantity, node.span));
                    }
                });
                inner.extend(
                    counterfactual.substitutions.iter().map(|substitution| (substitution.target, expression.span)),
                );
                inner.into_iter().for_each(|(quantity, span)| self.need_all(quantity, span));
                return;
            }
            Node::Reduce(reduction) => {
                let mut along = along.clone();
                if let (Some((limit, outer)), Some(axis)) = (reduction.limit, reduction.axes.first()) {
                    along.limits.insert(*axis, (limit, outer));
                }
                if reduction.order.is_some() {
                    along.whole.extend(&reduction.axes);
                }
                expression.for_each_child(&mut |child| self.read(child, &along));
                return;
            }
            _ => {}
        }
        expression.for_each_child(&mut |child| self.read(child, along));
    }

    fn need(&mut self, read: &Read, span: Span, along: &Along) {
        if self.own == Some(read.quantity) {
            return;
        }
        let axes = self.checker.model.quantity(read.quantity).axes.iter().map(|axis| axis.dimension);
        let (mut earlier, mut same, mut elsewhere) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for (dimension, index) in axes.zip(&read.places) {
            match self.direction(dimension, index, along) {
                Some(true) => drop(earlier.insert(dimension)),
                Some(false) => drop(same.insert(dimension)),
                None => {}
            }
            if index.shift.is_some() || looks_elsewhere(index, along) {
                elsewhere.insert(dimension);
            }
        }
        for to in self.targets(read) {
            let (earlier, same, elsewhere) = (earlier.clone(), same.clone(), elsewhere.clone());
            self.needs.push(Need { from: self.from, to, span, earlier, same, elsewhere });
        }
    }

    fn need_all(&mut self, quantity: QuantityId, span: Span) {
        for to in &self.nodes[&quantity] {
            let none = BTreeSet::new;
            self.needs.push(Need { from: self.from, to: *to, span, earlier: none(), same: none(), elsewhere: none() });
        }
    }

    /// Strictly earlier (`true`), the same member (`false`), or anything.
    ///
    /// `stock[year - 1]` looks strictly back, and so does `x[b]` in `sum(x[b] over b: year before year)`; `x[year - lead]` may not, for all
    /// that the text says.
    fn direction(&self, dimension: DimensionId, index: &Index, along: &Along) -> Option<bool> {
        let own = self.head.get(&dimension)?;
        let IndexBase::Axis(axis) = index.base else { return None };
        if along.whole.contains(&axis) {
            return None;
        }
        let back = match &index.shift {
            None => false,
            Some(shift) => match shift.node {
                Node::Literal(by) if by <= -1.0 => true,
                _ => return None,
            },
        };
        if axis == *own {
            return Some(back);
        }
        let (limit, outer) = along.limits.get(&axis)?;
        (outer == own).then_some(back || *limit == Limit::Before)
    }

    /// The entries that a read can meet: those that speak of the members it fixes.
    fn targets(&self, read: &Read) -> Vec<NodeIndex> {
        let nodes = &self.nodes[&read.quantity];
        let Some(Body::Table(table)) = self.checker.model.quantity(read.quantity).definition().map(|d| &d.body) else {
            return nodes.clone();
        };
        if nodes.len() == 1 {
            return nodes.clone();
        }
        let fixed: Vec<Option<&MemberRef>> = read.places.iter().map(fixed_member).collect();
        let exact = table.entries.iter().position(|entry| {
            entry
                .place
                .iter()
                .zip(&fixed)
                .all(|(own, asked)| own.is_none() || (asked.is_some() && own.as_ref() == *asked))
        });
        let last = exact.map_or(table.entries.len(), |position| position + 1);
        (0..last).filter(|entry| could_meet(&table.entries[*entry].place, &fixed)).map(|entry| nodes[entry]).collect()
    }
}

/// Whether a read that fixes some members can meet an entry that names some.
fn could_meet(place: &[Option<MemberRef>], fixed: &[Option<&MemberRef>]) -> bool {
    place.iter().zip(fixed).all(|(own, asked)| own.is_none() || asked.is_none() || own.as_ref() == *asked)
}

fn looks_elsewhere(index: &Index, along: &Along) -> bool {
    matches!(index.base, IndexBase::Axis(axis) if along.limits.contains_key(&axis) || along.whole.contains(&axis))
}

fn fixed_member(index: &Index) -> Option<&MemberRef> {
    match (&index.base, &index.shift) {
        (IndexBase::Member(member), None) => Some(member),
        _ => None,
    }
}
