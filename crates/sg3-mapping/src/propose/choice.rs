//! The choice among candidates: the best for all figures together, what rivals each, and what else it might be.

use super::assignment::{Edge, best_assignment, number_items};
use super::candidate::Candidate;
use crate::weights::figures::{NEAR_MISSES, WORTH_TELLING};
use std::collections::{HashMap, HashSet};

/// Candidates by figure and by cells.
pub(crate) struct Choice<'a, C: Candidate> {
    candidates: &'a [C],
    by_figure: HashMap<C::Figure, Vec<&'a C>>,
    by_cells: HashMap<C::Cells, Vec<&'a C>>,
}

impl<'a, C: Candidate> Choice<'a, C> {
    /// Ready to choose.
    pub(crate) fn among(candidates: &'a [C]) -> Choice<'a, C> {
        let mut choice = Choice { candidates, by_figure: HashMap::new(), by_cells: HashMap::new() };
        for candidate in candidates {
            choice.by_figure.entry(candidate.figure()).or_default().push(candidate);
            choice.by_cells.entry(candidate.cells()).or_default().push(candidate);
        }
        choice
    }

    /// Each figure with cells of its own, so that all are worth most together; those left out are better left open.
    pub(crate) fn best(&self, bonus: impl Fn(&C) -> f64) -> Vec<&'a C> {
        let figures = number_items(self.candidates.iter().map(C::figure));
        let cells = number_items(self.candidates.iter().map(C::cells));
        let edges = self.candidates.iter().map(|candidate| Edge {
            target: figures[&candidate.figure()],
            cell: cells[&candidate.cells()],
            worth: candidate.score() + bonus(candidate),
        });
        let chosen = best_assignment(figures.len(), &edges.collect::<Vec<_>>());
        chosen.into_iter().flatten().map(|position| &self.candidates[position]).collect()
    }

    /// The score of the best other cells of the same figure, or the best other figure of the same cells.
    pub(crate) fn rival(&self, own: &C) -> f64 {
        let of_figure = self.by_figure[&own.figure()].iter().filter(|other| other.cells() != own.cells());
        let of_cells = self.by_cells[&own.cells()].iter().filter(|other| other.figure() != own.figure());
        let rivals = of_figure.chain(of_cells).filter(|other| !own.repeats(other));
        rivals.map(|other| other.score()).fold(0.0, f64::max)
    }

    /// All candidates of a figure.
    pub(crate) fn of_figure(&self, figure: C::Figure) -> impl Iterator<Item = &'a C> + '_ {
        self.by_figure.get(&figure).into_iter().flatten().copied()
    }

    /// All candidates.
    pub(crate) fn all(&self) -> impl Iterator<Item = &'a C> + use<'a, C> {
        self.candidates.iter()
    }
}

/// The most likely of some candidates that take other cells than those chosen, each in its own words.
pub(crate) fn near_misses<'c, C: Candidate + 'c>(
    candidates: impl Iterator<Item = &'c C>,
    chosen: Option<C::Cells>,
    describe: impl Fn(&C) -> String,
) -> String {
    let mut likely: Vec<&C> = candidates.filter(|candidate| candidate.score() >= WORTH_TELLING).collect();
    likely.sort_by(|a, b| b.score().total_cmp(&a.score()));
    let mut seen: HashSet<C::Cells> = chosen.into_iter().collect();
    let others = likely.into_iter().filter(|candidate| seen.insert(candidate.cells())).take(NEAR_MISSES);
    others.map(describe).collect::<Vec<_>>().join("; ")
}

/// `“Interurbain” Trafic!C8 (41 %)`
pub(crate) fn near_miss(label: &str, at: &str, score: f64) -> String {
    format!("“{label}” {at} ({:.0} %)", 100.0 * score)
}
