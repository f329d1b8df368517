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
        let strides = strides(&self.groups);
        for (number, value) in values.into_iter().enumerate() {
            if filters.iter().any(|filter| filter[number] == 0.0) {
                continue;
            }
            if let Some(group) = group_of(&keys, &strides, number) {
                let bad = filters.iter().any(|filter| filter[number].is_nan());
                sums[group].row(number)[0] += if bad { f64::NAN } else { value };
                continue;
            }
            self.for_each_possible_group(&keys, &strides, number, &mut |group| sums[group].row(number)[0] = f64::NAN);
        }
        sums.into_iter().map(|sum| finite(sum.total()[0])).collect()
    }

    /// All groups that a term could be of, where a key is bad.
    fn for_each_possible_group(
        &self,
        keys: &[Vec<f64>],
        strides: &[usize],
        number: usize,
        visit: &mut impl FnMut(usize),
    ) {
        let ranges: Vec<(usize, usize)> = keys
            .iter()
            .zip(&self.groups)
            .map(|(keys, count)| match keys[number] {
                key if key.is_nan() => (0, *count),
                key => (key as usize, key as usize + 1),
            })
            .collect();
        for_each_place(&ranges, &mut |place| {
            visit(place.iter().zip(strides).map(|(position, stride)| position * stride).sum());
        });
    }
}

/// The group of a term; nothing where a key is bad.
fn group_of(keys: &[Vec<f64>], strides: &[usize], number: usize) -> Option<usize> {
    let mut group = 0;
    for (keys, stride) in keys.iter().zip(strides) {
        let key = keys[number];
        if key.is_nan() {
            return None;
        }
        group += key as usize * stride;
    }
    Some(group)
}

fn run_all(programs: &[Program], engine: &Engine, environment: &Environment, frame: &[usize]) -> Vec<Vec<f64>> {
    programs.iter().map(|program| program.run(engine, environment, &mut frame.to_vec())).collect()
}
