//! Whether a system has a solution at all: members that pass everything to each other, and nothing on, have none.

use crate::tolerance::is_everything;
use nalgebra::DMatrix;
use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};

/// Groups of unknowns that nothing leaves, or nothing enters.
pub(super) fn closed_loops(matrix: &DMatrix<f64>) -> Vec<Vec<usize>> {
    components(matrix).into_iter().filter(|group| is_closed(matrix, group)).collect()
}

fn is_closed(matrix: &DMatrix<f64>, group: &[usize]) -> bool {
    let mut passed_on = group.iter().map(|from| group.iter().map(|to| matrix[(*to, *from)]).sum::<f64>());
    let mut taken_in = group.iter().map(|to| group.iter().map(|from| matrix[(*to, *from)]).sum::<f64>());
    passed_on.all(is_everything) || taken_in.all(is_everything)
}

/// Groups of unknowns that all reach each other, each in order.
fn components(matrix: &DMatrix<f64>) -> Vec<Vec<usize>> {
    let mut groups = tarjan_scc(&graph(matrix));
    groups.iter_mut().for_each(|group| group.sort_unstable());
    groups.into_iter().map(|group| group.into_iter().map(NodeIndex::index).collect()).collect()
}

/// An edge from each unknown to those that it passes something on to. The graph gives the edges of a node latest first, so they are
/// added from the last unknown to the first.
fn graph(matrix: &DMatrix<f64>) -> DiGraph<(), (), usize> {
    let mut graph = DiGraph::default();
    for _ in 0..matrix.nrows() {
        graph.add_node(());
    }
    for from in 0..matrix.nrows() {
        for to in (0..matrix.nrows()).rev().filter(|to| matrix[(*to, from)] != 0.0) {
            graph.add_edge(NodeIndex::new(from), NodeIndex::new(to), ());
        }
    }
    graph
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loop_that_nothing_leaves_is_found() {
        // 0 and 1 pass everything to each other, 2 passes half to 1 and keeps the rest
        let matrix = DMatrix::from_row_slice(3, 3, &[0.0, 1.0, 0.0, 1.0, 0.0, 0.5, 0.0, 0.0, 0.0]);
        assert_eq!(closed_loops(&matrix), [vec![0, 1]]);
    }

    #[test]
    fn a_loop_with_a_way_out_has_a_solution() {
        let matrix = DMatrix::from_row_slice(3, 3, &[0.0, 0.5, 0.0, 1.0, 0.0, 0.0, 0.0, 0.5, 0.0]);
        assert!(closed_loops(&matrix).is_empty());
        assert_eq!(components(&matrix).len(), 2);
    }

    #[test]
    fn long_chains_are_no_trouble() {
        let count = 1500;
        let chain = DMatrix::from_fn(count, count, |to, from| if to == from + 1 { 1.0 } else { 0.0 });
        assert_eq!(components(&chain).len(), count);
    }
}
