//! The best one-to-one assignment of targets to cells: the method of Kuhn and Munkres with potentials, part by part.

use std::collections::HashMap;
use std::hash::Hash;

/// A target that could be at a cell, with what that is worth (more is better; nothing is worth zero).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Edge {
    /// Number of the target.
    pub(crate) target: usize,
    /// Number of the cell.
    pub(crate) cell: usize,
    /// From 0 to 1.
    pub(crate) worth: f64,
}

/// For each target the position of its edge in the list; none where it is better left open. The total worth is greatest.
pub(crate) fn best_assignment(targets: usize, edges: &[Edge]) -> Vec<Option<usize>> {
    let mut chosen = vec![None; targets];
    for part in connected_parts(targets, edges) {
        solve_part(edges, &part, &mut chosen);
    }
    chosen
}

/// Edges that share targets or cells, directly or through others.
fn connected_parts(targets: usize, edges: &[Edge]) -> Vec<Vec<usize>> {
    let cells = edges.iter().map(|edge| edge.cell + 1).max().unwrap_or(0);
    let mut group: Vec<usize> = (0..targets + cells).collect();
    for edge in edges {
        let (one, other) = (find_root(&mut group, edge.target), find_root(&mut group, targets + edge.cell));
        group[one.max(other)] = one.min(other);
    }
    let mut order: Vec<usize> = Vec::new();
    let mut parts: HashMap<usize, Vec<usize>> = HashMap::new();
    for (position, edge) in edges.iter().enumerate() {
        let root = find_root(&mut group, edge.target);
        parts.entry(root).or_insert_with(|| {
            order.push(root);
            Vec::new()
        });
        parts.entry(root).or_default().push(position);
    }
    order.into_iter().filter_map(|root| parts.remove(&root)).collect()
}

fn find_root(group: &mut [usize], mut item: usize) -> usize {
    while group[item] != item {
        group[item] = group[group[item]];
        item = group[item];
    }
    item
}

/// One part: rows are its targets, columns its cells and for every target one cell more that is worth nothing.
fn solve_part(edges: &[Edge], part: &[usize], chosen: &mut [Option<usize>]) {
    let rows = number_items(part.iter().map(|edge| edges[*edge].target));
    let columns = number_items(part.iter().map(|edge| edges[*edge].cell));
    let (height, width) = (rows.len(), columns.len() + rows.len());
    let mut cost = vec![vec![1.0; width]; height];
    let mut which = vec![vec![None; width]; height];
    for edge in part {
        let (row, column) = (rows[&edges[*edge].target], columns[&edges[*edge].cell]);
        let price = 1.0 - edges[*edge].worth;
        if price < cost[row][column] {
            cost[row][column] = price;
            which[row][column] = Some(*edge);
        }
    }
    for (row, column) in cheapest_columns(&cost).into_iter().enumerate() {
        if let Some(edge) = which[row][column] {
            chosen[edges[edge].target] = Some(edge);
        }
    }
}

/// A number for each item, in the order in which they first come.
pub(crate) fn number_items<T: Eq + Hash>(items: impl Iterator<Item = T>) -> HashMap<T, usize> {
    let mut numbers = HashMap::new();
    for item in items {
        let next = numbers.len();
        numbers.entry(item).or_insert(next);
    }
    numbers
}

/// The column of each row for the least total cost; there are at least as many columns as rows.
///
/// Rows come one by one, and each takes the way by which the total grows least. Of two inputs that both fit one cell best, the second may
/// push the first out of it, if the first loses less by going on to its next best cell; that may push out a third, and so on. Potentials of
/// rows and columns keep the reduced cost of whatever is chosen at zero, so that the next way is found without trying all of them.
fn cheapest_columns(cost: &[Vec<f64>]) -> Vec<usize> {
    let (height, width) = (cost.len(), cost.first().map_or(0, Vec::len));
    let (mut of_row, mut of_column) = (vec![0.0; height + 1], vec![0.0; width + 1]);
    let mut row_at = vec![0; width + 1];
    for row in 1..=height {
        row_at[0] = row;
        let mut way = vec![0; width + 1];
        let mut least = vec![f64::INFINITY; width + 1];
        let mut used = vec![false; width + 1];
        let mut column = 0;
        // Column 0 stands for the row that has none yet; the way ends at the first column that nobody holds.
        while row_at[column] != 0 {
            used[column] = true;
            let (from, mut step, mut next) = (row_at[column], f64::INFINITY, 0);
            for other in 1..=width {
                if used[other] {
                    continue;
                }
                let reduced = cost[from - 1][other - 1] - of_row[from] - of_column[other];
                if reduced < least[other] {
                    (least[other], way[other]) = (reduced, column);
                }
                if least[other] < step {
                    (step, next) = (least[other], other);
                }
            }
            for other in 0..=width {
                if used[other] {
                    of_row[row_at[other]] += step;
                    of_column[other] -= step;
                } else {
                    least[other] -= step;
                }
            }
            column = next;
        }
        // Back along the way: every row on it moves on by one column.
        while column != 0 {
            row_at[column] = row_at[way[column]];
            column = way[column];
        }
    }
    let mut columns = vec![0; height];
    (1..=width).filter(|column| row_at[*column] != 0).for_each(|column| columns[row_at[column] - 1] = column - 1);
    columns
}

#[cfg(test)]
mod tests {
    use crate::propose::assignment::{Edge, best_assignment};
    use proptest::prelude::*;

    fn worth(edges: &[Edge], chosen: &[Option<usize>]) -> f64 {
        chosen.iter().flatten().map(|edge| edges[*edge].worth).sum()
    }

    /// Every assignment, tried out.
    fn greatest(targets: usize, edges: &[Edge], target: usize, taken: &mut Vec<usize>) -> f64 {
        if target == targets {
            return 0.0;
        }
        let mut best = greatest(targets, edges, target + 1, taken);
        for edge in edges.iter().filter(|edge| edge.target == target) {
            if !taken.contains(&edge.cell) {
                taken.push(edge.cell);
                best = best.max(edge.worth + greatest(targets, edges, target + 1, taken));
                taken.pop();
            }
        }
        best
    }

    #[test]
    fn greed_is_not_enough() {
        let edge = |target, cell, worth| Edge { target, cell, worth };
        let edges = [edge(0, 0, 0.9), edge(0, 1, 0.8), edge(1, 0, 0.85), edge(2, 2, 0.5)];
        let chosen = best_assignment(4, &edges);
        assert_eq!(chosen, [Some(1), Some(2), Some(3), None]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn no_assignment_is_worth_more(edges in prop::collection::vec((0..5_usize, 0..5_usize, 1..100_u32), 0..14)) {
            let edges: Vec<Edge> = edges.into_iter()
                .map(|(target, cell, worth)| Edge { target, cell, worth: f64::from(worth) / 100.0 }).collect();
            let chosen = best_assignment(5, &edges);
            let mut cells: Vec<usize> = chosen.iter().flatten().map(|edge| edges[*edge].cell).collect();
            cells.sort_unstable();
            let all = cells.len();
            cells.dedup();
            prop_assert_eq!(cells.len(), all, "a cell is taken twice");
            prop_assert!((worth(&edges, &chosen) - greatest(5, &edges, 0, &mut Vec::new())).abs() < 1e-9);
        }
    }
}
