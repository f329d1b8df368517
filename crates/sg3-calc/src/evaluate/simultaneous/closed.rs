//! Whether a system has a solution at all: members that pass everything to each other, and nothing on, have none.

use nalgebra::DMatrix;

/// How near to one the parts that a member passes on must come to be everything.
const EVERYTHING: f64 = 1e-12;

/// Groups of unknowns that nothing leaves, or nothing enters.
pub(super) fn closed_loops(matrix: &DMatrix<f64>) -> Vec<Vec<usize>> {
    let whole = |sum: f64| (sum - 1.0).abs() <= EVERYTHING;
    let is_closed = |group: &Vec<usize>| {
        let passes_on = |from: &usize| whole(group.iter().map(|to| matrix[(*to, *from)]).sum());
        let takes_in = |to: &usize| whole(group.iter().map(|from| matrix[(*to, *from)]).sum());
        group.iter().all(passes_on) || group.iter().all(takes_in)
    };
    components(matrix).into_iter().filter(is_closed).collect()
}

/// Groups of unknowns that all reach each other, by Tarjan's algorithm.
fn components(matrix: &DMatrix<f64>) -> Vec<Vec<usize>> {
    let mut search =
        Search { matrix, order: vec![usize::MAX; matrix.nrows()], open: Vec::new(), met: 0, groups: Vec::new() };
    for start in 0..matrix.nrows() {
        if search.order[start] == usize::MAX {
            search.visit(start);
        }
    }
    search.groups
}

/// A depth-first search that keeps its own stack, so that long chains are no trouble.
struct Search<'m> {
    matrix: &'m DMatrix<f64>,
    /// When each unknown was met.
    order: Vec<usize>,
    open: Vec<usize>,
    met: usize,
    groups: Vec<Vec<usize>>,
}

/// An unknown on the way, the next neighbour to look at, and the earliest open unknown that it reaches.
struct Visit {
    unknown: usize,
    next: usize,
    earliest: usize,
}

impl Search<'_> {
    fn visit(&mut self, start: usize) {
        let mut way = vec![self.enter(start)];
        while let Some(mut visit) = way.pop() {
            match (visit.next..self.matrix.nrows()).find(|to| self.matrix[(*to, visit.unknown)] != 0.0) {
                Some(to) => {
                    visit.next = to + 1;
                    let is_new = self.order[to] == usize::MAX;
                    if !is_new && self.open.contains(&to) {
                        visit.earliest = visit.earliest.min(self.order[to]);
                    }
                    way.push(visit);
                    if is_new {
                        let next = self.enter(to);
                        way.push(next);
                    }
                }
                None => {
                    way.last_mut().into_iter().for_each(|before| before.earliest = before.earliest.min(visit.earliest));
                    self.leave(&visit);
                }
            }
        }
    }

    fn enter(&mut self, unknown: usize) -> Visit {
        self.order[unknown] = self.met;
        self.met += 1;
        self.open.push(unknown);
        Visit { unknown, next: 0, earliest: self.order[unknown] }
    }

    fn leave(&mut self, visit: &Visit) {
        if visit.earliest == self.order[visit.unknown] {
            let first = self.open.iter().position(|open| *open == visit.unknown).expect("it was opened");
            let mut group = self.open.split_off(first);
            group.sort_unstable();
            self.groups.push(group);
        }
    }
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
}
