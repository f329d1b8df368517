//! Sums by group in one pass: each term goes to the group it belongs to.

use super::pairwise::Pairwise;
use crate::array::{for_each_place, place_in, strides};
use crate::evaluate::engine::Engine;
use crate::evaluate::environment::Environment;
use crate::evaluate::program::{GroupedSum, Program};
use crate::tolerance::finite;

impl GroupedSum {
    pub(super) fn compute(&self, engine: &Engine, environment: &Environment, frame: &mut [usize]) -> Vec<f64> {
        let shape: Vec<usize> = self.around.iter().map(|(_, count)| *count).collect();
        let mut cells = Vec::new();
        for number in 0..shape.iter().product() {
            let place = place_in(&shape, number);
            self.around.iter().zip(place).for_each(|((axis, _), position)| frame[*axis] = position);
            cells.extend(self.sums(engine, environment, frame));
        }
        cells
    }

    fn sums(&self, engine: &Engine, environment: &Environment, frame: &[usize]) -> Vec<f64> {
        let values = self.value.run(engine, environment, &mut frame.to_vec());
        let [keys, filters] = [&self.keys, &self.filters].map(|programs| run_all(programs, engine, environment, frame));
        let mut sums: Vec<Pairwise> = (0..self.groups.iter().product()).map(|_| Pairwise::new(1)).collect();
        for (number, value) in values.into_iter().enumerate() {
            if filters.iter().any(|filter| filter[number] == 0.0) {
                continue;
            }
            let bad = filters.iter().chain(&keys).any(|part| part[number].is_nan());
            let term = if bad { f64::NAN } else { value };
            self.for_each_group(&keys, number, &mut |group| sums[group].row(number)[0] += term);
        }
        sums.into_iter().map(|sum| finite(sum.total()[0])).collect()
    }

    /// The group of a term; all that it could be, where a key is bad.
    fn for_each_group(&self, keys: &[Vec<f64>], number: usize, visit: &mut impl FnMut(usize)) {
        let ranges: Vec<(usize, usize)> = keys
            .iter()
            .zip(&self.groups)
            .map(|(keys, count)| match keys[number] {
                key if key.is_nan() => (0, *count),
                key => (key as usize, key as usize + 1),
            })
            .collect();
        let strides = strides(&self.groups);
        for_each_place(&ranges, &mut |place| {
            visit(place.iter().zip(&strides).map(|(position, stride)| position * stride).sum());
        });
    }
}

fn run_all(programs: &[Program], engine: &Engine, environment: &Environment, frame: &[usize]) -> Vec<Vec<f64>> {
    programs.iter().map(|program| program.run(engine, environment, &mut frame.to_vec())).collect()
}
