//! Runs of rows or columns, joined where they meet.

use std::ops::RangeInclusive;

/// Runs in the order in which they were added, which need not be theirs in the sheet.
#[derive(Default)]
pub(crate) struct Runs(Vec<RangeInclusive<u32>>);

impl Runs {
    /// Adds a run; the next row of a file lengthens the last run, so that a million hidden rows are one.
    pub(crate) fn add(&mut self, run: RangeInclusive<u32>) {
        match self.0.last_mut() {
            Some(last) if *run.start() == last.end() + 1 => *last = *last.start()..=*run.end(),
            _ => self.0.push(run),
        }
    }

    /// All runs in order, each apart from the next.
    pub(crate) fn into_runs(mut self) -> Vec<RangeInclusive<u32>> {
        self.0.retain(|run| !run.is_empty());
        self.0.sort_unstable_by_key(|run| *run.start());
        let mut joined: Vec<RangeInclusive<u32>> = Vec::new();
        for run in self.0 {
            match joined.last_mut() {
                Some(last) if *run.start() <= last.end() + 1 => *last = *last.start()..=*last.end().max(run.end()),
                _ => joined.push(run),
            }
        }
        joined
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_joined_and_ordered() {
        let mut runs = Runs::default();
        for run in [5..=5, 6..=6, 1..=2, 3..=3, 8..=9, 8..=8] {
            runs.add(run);
        }
        assert_eq!(runs.into_runs(), [1..=3, 5..=6, 8..=9]);
    }
}
