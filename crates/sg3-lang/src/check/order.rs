//! The order of computation: what needs what, which quantities are recurrences, and the cycles that are neither.

use super::Checker;
use super::world::reads_of;
use crate::diagnostic::Diagnostic;
use crate::model::{
    AxisId, Body, DimensionId, Expression, Group, Index, IndexBase, Limit, MemberRef, Node, QuantityId, Read, Role,
};
use crate::source::Span;
use petgraph::algo::{tarjan_scc, toposort};
use petgraph::graph::{DiGraph, NodeIndex};
use std::collections::{BTreeMap, BTreeSet};

/// What is computed at once: a quantity, or one entry of its table.
type Step = (QuantityId, Option<usize>);

/// One quantity needs another.
struct Need {
    from: NodeIndex,
    to: NodeIndex,
    span: Span,
    /// Along which dimensions it needs only strictly earlier members.
    earlier: BTreeSet<DimensionId>,
    /// Along which dimensions it needs the same member.
    same: BTreeSet<DimensionId>,
    /// Along which dimensions it looks to other members, and not strictly back.
    elsewhere: BTreeSet<DimensionId>,
}

impl Checker<'_> {
    /// Cycles among what is understood are named beside all other errors, but for those of documents that use each other: these are
    /// named already.
    pub(super) fn order(&mut self) {
        if self.diagnostics.iter().any(|diagnostic| diagnostic.slug == "use-cycle") {
            return;
        }
        let is_understood = !self.diagnostics.has_errors();
        let mut graph: DiGraph<Step, ()> = DiGraph::new();
        let nodes = self.nodes(&mut graph);
        let needs = self.needs(&nodes);
        for need in &needs {
            graph.update_edge(need.to, need.from, ());
        }
        let mut components = tarjan_scc(&graph);
        components.reverse();
        for component in components {
            let alone = component.len() == 1 && graph.find_edge(component[0], component[0]).is_none();
            let group =
                if alone { self.single(&graph, component[0]) } else { self.recurrence(&graph, &component, &needs) };
            self.model.order.extend(group);
        }
        if is_understood {
            self.complain_of_idle_worlds();
        }
    }

    fn single(&self, graph: &DiGraph<Step, ()>, node: NodeIndex) -> Option<Group> {
        let (quantity, entry) = graph[node];
        Some(Group::Single(quantity, entry.map(|entry| vec![entry])))
    }

    /// One node a quantity; one an entry where a table reads other rows of its own.
    fn nodes(&self, graph: &mut DiGraph<Step, ()>) -> BTreeMap<QuantityId, Vec<NodeIndex>> {
        let mut nodes = BTreeMap::new();
        for id in self.model.quantity_ids() {
            let entries = self.entries_apart(id);
            let steps = entries.map_or(vec![(id, None)], |count| (0..count).map(|entry| (id, Some(entry))).collect());
            nodes.insert(id, steps.into_iter().map(|step| graph.add_node(step)).collect());
        }
        nodes
    }

    /// Number of entries, if rows of the table read other rows.
    fn entries_apart(&self, id: QuantityId) -> Option<usize> {
        let Role::Computed(definition) = &self.model.quantity(id).role else { return None };
        let Body::Table(table) = &definition.body else { return None };
        let mut reads_itself = false;
        let cells = table.entries.iter().filter_map(|entry| entry.value.as_ref());
        cells.for_each(|value| reads_of(value, &mut |read| reads_itself |= read == id));
        reads_itself.then_some(table.entries.len())
    }

    fn needs(&self, nodes: &BTreeMap<QuantityId, Vec<NodeIndex>>) -> Vec<Need> {
        let mut needs = Vec::new();
        for id in self.model.quantity_ids() {
            let quantity = self.model.quantity(id);
            let Some(definition) = quantity.definition() else { continue };
            let simultaneous = matches!(quantity.role, Role::Simultaneous(..));
            let axes =
                (0..quantity.axes.len() as u32).map(|axis| (quantity.axes[axis as usize].dimension, AxisId(axis)));
            let head: BTreeMap<DimensionId, AxisId> = axes.collect();
            for (position, expression) in definition.body.expressions_with_entries() {
                let from = nodes[&id][if nodes[&id].len() > 1 { position } else { 0 }];
                let mut reader = Reader {
                    checker: self,
                    head: &head,
                    nodes,
                    from,
                    needs: &mut needs,
                    own: simultaneous.then_some(id),
                };
                reader.read(expression, &BTreeMap::new());
            }
        }
        needs
    }

    /// Quantities that need each other: right if, along one dimension, every loop looks strictly back.
    fn recurrence(&mut self, graph: &DiGraph<Step, ()>, component: &[NodeIndex], needs: &[Need]) -> Option<Group> {
        let inside = |need: &&Need| component.contains(&need.from) && component.contains(&need.to);
        let needs: Vec<&Need> = needs.iter().filter(inside).collect();
        let dimensions: BTreeSet<DimensionId> = needs.iter().flat_map(|need| need.earlier.iter().copied()).collect();
        for dimension in &dimensions {
            let ordered = needs.iter().all(|need| need.earlier.contains(dimension) || need.same.contains(dimension));
            if let (true, Some(order)) = (ordered, order_within(component, &needs, *dimension)) {
                let quantities: Vec<QuantityId> = order.into_iter().map(|node| graph[node].0).collect();
                return Some(Group::Recurrence(*dimension, quantities));
            }
        }
        let elsewhere = needs.iter().flat_map(|need| need.elsewhere.iter());
        self.complain_of_cycle(graph, component, &needs, dimensions.iter().chain(elsewhere).next().copied());
        None
    }

    fn complain_of_cycle(
        &mut self,
        graph: &DiGraph<Step, ()>,
        component: &[NodeIndex],
        needs: &[&Need],
        dimension: Option<DimensionId>,
    ) {
        let path = cycle(component[0], needs, dimension);
        let name = |node: NodeIndex| self.model.quantity(graph[node].0).name.to_string();
        let mut names: Vec<String> = path.iter().map(|need| name(need.from)).collect();
        names.extend(path.first().map(|need| name(need.from)));
        let first = path.first().map_or(self.model.quantity(graph[component[0]].0).span, |need| need.span);
        let (slug, message, help) = match dimension {
            Some(dimension) => (
                "not-earlier",
                format!(
                    "a recurrence must look strictly backwards along `{}`: `{}`",
                    self.model.dimension(dimension).name,
                    names.join("` needs `")
                ),
                "every loop must pass `[... - 1]` or `before`",
            ),
            None => (
                "cycle",
                format!("quantities need each other: `{}`", names.join("` needs `")),
                "a linear system says `simultaneous`; a recurrence looks back with `[year - 1]` or `before`",
            ),
        };
        let mut diagnostic = Diagnostic::error(slug, first, message).help(help);
        for need in path.iter().skip(1) {
            diagnostic = diagnostic.note(need.span, format!("`{}` needs `{}` here", name(need.from), name(need.to)));
        }
        self.diagnostics.add(diagnostic);
    }
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
    /// `limits` says of which bound axes only members before an axis of the head are read.
    fn read(&mut self, expression: &Expression, limits: &BTreeMap<AxisId, (Limit, AxisId)>) {
        match &expression.node {
            Node::Read(read) => self.need(read, expression.span, limits),
            Node::World(world) => {
                let mut inner: Vec<(QuantityId, Span)> = Vec::new();
                expression.walk(&mut |node| {
                    if let Node::Read(read) = &node.node {
                        inner.push((read.quantity, node.span));
                    }
                });
                inner.extend(world.substitutions.iter().map(|substitution| (substitution.target, expression.span)));
                inner.into_iter().for_each(|(quantity, span)| self.need_all(quantity, span));
                return;
            }
            Node::Reduce(reduction) => {
                let mut limits = limits.clone();
                if let (Some((limit, outer)), Some(axis)) = (reduction.limit, reduction.axes.first()) {
                    limits.insert(*axis, (limit, outer));
                }
                expression.for_each_child(&mut |child| self.read(child, &limits));
                return;
            }
            _ => {}
        }
        expression.for_each_child(&mut |child| self.read(child, limits));
    }

    fn need(&mut self, read: &Read, span: Span, limits: &BTreeMap<AxisId, (Limit, AxisId)>) {
        if self.own == Some(read.quantity) {
            return;
        }
        let axes = self.checker.model.quantity(read.quantity).axes.iter().map(|axis| axis.dimension);
        let (mut earlier, mut same, mut elsewhere) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for (dimension, index) in axes.zip(&read.places) {
            match self.direction(dimension, index, limits) {
                Some(true) => drop(earlier.insert(dimension)),
                Some(false) => drop(same.insert(dimension)),
                None => {}
            }
            if index.shift.is_some() || limited(index, limits) {
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
    fn direction(
        &self,
        dimension: DimensionId,
        index: &Index,
        limits: &BTreeMap<AxisId, (Limit, AxisId)>,
    ) -> Option<bool> {
        let own = self.head.get(&dimension)?;
        let IndexBase::Axis(axis) = index.base else { return None };
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
        let (limit, outer) = limits.get(&axis)?;
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
        let meets = |place: &[Option<MemberRef>]| {
            place.iter().zip(&fixed).all(|(own, asked)| own.is_none() || asked.is_none() || own.as_ref() == *asked)
        };
        let exact = table.entries.iter().position(|entry| {
            entry
                .place
                .iter()
                .zip(&fixed)
                .all(|(own, asked)| own.is_none() || (asked.is_some() && own.as_ref() == *asked))
        });
        let last = exact.map_or(table.entries.len(), |position| position + 1);
        (0..last).filter(|entry| meets(&table.entries[*entry].place)).map(|entry| nodes[entry]).collect()
    }
}

fn limited(index: &Index, limits: &BTreeMap<AxisId, (Limit, AxisId)>) -> bool {
    matches!(index.base, IndexBase::Axis(axis) if limits.contains_key(&axis))
}

fn fixed_member(index: &Index) -> Option<&MemberRef> {
    match (&index.base, &index.shift) {
        (IndexBase::Member(member), None) => Some(member),
        _ => None,
    }
}

/// The order within one member, if what does not look back has no loop.
fn order_within(component: &[NodeIndex], needs: &[&Need], dimension: DimensionId) -> Option<Vec<NodeIndex>> {
    let mut within: DiGraph<NodeIndex, ()> = DiGraph::new();
    let mut sorted = component.to_vec();
    sorted.sort();
    let local: BTreeMap<NodeIndex, NodeIndex> = sorted.iter().map(|node| (*node, within.add_node(*node))).collect();
    for need in needs.iter().filter(|need| !need.earlier.contains(&dimension)) {
        within.update_edge(local[&need.to], local[&need.from], ());
    }
    toposort(&within, None).ok().map(|order| order.into_iter().map(|node| within[node]).collect())
}

/// A loop through the needs that do not look back, for the message.
fn cycle<'n>(start: NodeIndex, needs: &[&'n Need], dimension: Option<DimensionId>) -> Vec<&'n Need> {
    let counts = |need: &&&Need| dimension.is_none_or(|dimension| !need.earlier.contains(&dimension));
    let standing: Vec<&'n Need> = needs.iter().filter(counts).copied().collect();
    let mut path: Vec<&'n Need> = Vec::new();
    let mut at = standing.first().map_or(start, |need| need.from);
    // walk on until a node comes up again
    while path.len() <= standing.len() {
        if let Some(first) = path.iter().position(|need| need.from == at) {
            return path.split_off(first);
        }
        let Some(next) = standing.iter().find(|need| need.from == at) else { break };
        path.push(next);
        at = next.to;
    }
    path
}

impl Body {
    /// Every formula with the position of its entry.
    fn expressions_with_entries(&self) -> Vec<(usize, &Expression)> {
        match self {
            Body::Formula(formula) => vec![(0, formula)],
            Body::Table(table) => {
                let entries = table.entries.iter().enumerate();
                entries.filter_map(|(position, entry)| entry.value.as_ref().map(|value| (position, value))).collect()
            }
        }
    }
}
