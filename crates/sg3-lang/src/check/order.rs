//! The order of computation: what needs what, which quantities are recurrences, and the cycles that are neither.

use super::checker::Checker;
use super::need::Need;
use crate::diagnostic::Diagnostic;
use crate::model::{Body, DimensionId, Group, QuantityId, Role};
use petgraph::algo::{tarjan_scc, toposort};
use petgraph::graph::{DiGraph, NodeIndex};
use std::collections::{BTreeMap, BTreeSet};

/// What is computed at once: a quantity, or one entry of its table.
type Step = (QuantityId, Option<usize>);

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
                if alone { Some(single(&graph, component[0])) } else { self.recurrence(&graph, &component, &needs) };
            self.model.order.extend(group);
        }
        if is_understood {
            self.complain_of_idle_counterfactuals();
        }
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
        let reads_itself = definition.body.expressions().any(|formula| formula.depends_on(id));
        reads_itself.then_some(table.entries.len())
    }

    /// Quantities that need each other: right if, along one dimension, every loop looks strictly back.
    fn recurrence(&mut self, graph: &DiGraph<Step, ()>, component: &[NodeIndex], needs: &[Need]) -> Option<Group> {
        let inside = needs.iter().filter(|need| component.contains(&need.from) && component.contains(&need.to));
        let needs: Vec<&Need> = inside.collect();
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
        let names = path.iter().chain(path.first()).map(|need| self.name(graph, need.from));
        let names = names.collect::<Vec<&str>>().join("` depends on `");
        let first = path.first().map_or(self.model.quantity(graph[component[0]].0).span, |need| need.span);
        let (slug, message, help) = match dimension {
            Some(dimension) => (
                "not-earlier",
                format!(
                    "a recurrence must refer strictly to earlier members of `{}`: `{}`",
                    self.model.dimension(dimension).name,
                    names
                ),
                "every loop must go through `[... - 1]` or `before`",
            ),
            None => (
                "cycle",
                format!("circular dependency: `{names}`"),
                "declare a linear system `simultaneous`; write a recurrence with `[year - 1]` or `before`",
            ),
        };
        let mut diagnostic = Diagnostic::error(slug, first, message).help(help);
        for need in path.iter().skip(1) {
            let (from, to) = (self.name(graph, need.from), self.name(graph, need.to));
            diagnostic = diagnostic.note(need.span, format!("`{from}` depends on `{to}` here"));
        }
        self.diagnostics.add(diagnostic);
    }

    fn name(&self, graph: &DiGraph<Step, ()>, node: NodeIndex) -> &str {
        &self.model.quantity(graph[node].0).name
    }
}

fn single(graph: &DiGraph<Step, ()>, node: NodeIndex) -> Group {
    let (quantity, entry) = graph[node];
    Group::Single(quantity, entry.map(|entry| vec![entry]))
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
    let standing: Vec<&'n Need> = needs
        .iter()
        .copied()
        .filter(|need| dimension.is_none_or(|dimension| !need.earlier.contains(&dimension)))
        .collect();
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
    // every way round looks back somewhere, and not where it would have to
    if dimension.is_some() { cycle(start, needs, None) } else { path }
}
