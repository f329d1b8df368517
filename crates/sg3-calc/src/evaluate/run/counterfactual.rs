//! Counterfactuals: replace, compute again what depends on it and is wanted, one at a time.
//!
//! Of `(cost with volume[service = i] = 0)` for every service `i` only `volume`, `load` and `cost` are computed again, each time from the
//! environment outside: what nothing replaced is shared with it.

use crate::array::{Array, place_in, strides};
use crate::bind::inputs::shape_of;
use crate::evaluate::engine::Engine;
use crate::evaluate::environment::Environment;
use crate::evaluate::program::{Along, CounterfactualProgram, Replacement};
use crate::plan::needed_steps;
use sg3_lang::model::{Group, QuantityId};
use std::collections::BTreeSet;

impl CounterfactualProgram {
    /// The value in every counterfactual, whose replacements are read outside of it.
    pub(super) fn compute(&self, engine: &Engine, environment: &Environment, frame: &mut [usize]) -> Vec<f64> {
        let shape: Vec<usize> = self.keys.iter().map(|(_, count)| *count).collect();
        let mut cells = Vec::new();
        for number in 0..shape.iter().product() {
            let place = place_in(&shape, number);
            self.keys.iter().zip(place).for_each(|((axis, _), position)| frame[*axis] = position);
            let other = self.enter(engine, environment, frame);
            cells.extend(self.body.run(engine, &other, frame));
        }
        cells
    }

    /// The environment of the counterfactual at the positions of the frame.
    pub(in crate::evaluate) fn enter(
        &self,
        engine: &Engine,
        environment: &Environment,
        frame: &mut [usize],
    ) -> Environment {
        let mut other = environment.clone();
        for replacement in &self.replacements {
            let array = replacement.replaced(engine, environment, &other, frame);
            other.set(replacement.target, array);
        }
        for replacement in &self.replacements {
            other.cut[replacement.target.0 as usize] = true;
        }
        let steps = self.steps(engine, &other.cut);
        if self.steady {
            self.share(engine, environment, &mut other, &steps);
        } else {
            other.number = engine.shared.new_number();
            engine.compute_again(&mut other, &steps);
        }
        other
    }

    /// Computes what was not computed in an equal counterfactual.
    fn share(&self, engine: &Engine, environment: &Environment, other: &mut Environment, steps: &[Group]) {
        let targets = self.replacements.iter().map(|replacement| replacement.target).collect();
        let place = engine.shared.enter(environment, other, &targets);
        let new = steps.iter().filter(|step| step.quantities().iter().any(|id| !engine.shared.has(place, *id)));
        let steps: Vec<Group> = new.cloned().collect();
        engine.compute_again(other, &steps);
        let computed = steps.iter().flat_map(Group::quantities).copied();
        engine.shared.keep(place, other, computed.filter(|id| !targets.contains(id)));
    }

    fn steps(&self, engine: &Engine, cut: &[bool]) -> Vec<Group> {
        let mut known = self.steps.borrow_mut();
        if let Some((_, steps)) = known.as_ref().filter(|(known, _)| known == cut) {
            return steps.clone();
        }
        let targets = self.replacements.iter().map(|replacement| replacement.target).collect();
        let steps = engine.steps_in_world(&targets, &self.dependencies, cut);
        *known = Some((cut.to_vec(), steps.clone()));
        steps
    }
}

impl Replacement {
    /// The target with its new cells; what is not replaced is as `other` has it already.
    fn replaced(&self, engine: &Engine, environment: &Environment, other: &Environment, frame: &mut [usize]) -> Array {
        let shape = shape_of(engine.model, engine.members, self.target);
        let mut array = other.array(self.target).cloned().unwrap_or_else(|| Array::bad(shape));
        let strides = strides(&array.shape);
        let mut start = 0;
        let mut along = vec![0; self.value.loops.len()];
        for (place, stride) in self.places.iter().zip(strides) {
            match place {
                Along::Loop(level) => along[*level] = stride,
                Along::Fixed(index) => match index.run(engine, environment, &mut frame.to_vec())[0] {
                    position if position.is_nan() => return Array::bad(array.shape),
                    position if position.is_infinite() => return array,
                    position => start += position as usize * stride,
                },
            }
        }
        let values = self.value.run(engine, environment, &mut frame.to_vec());
        for (number, value) in values.into_iter().enumerate() {
            let place = place_in(&self.value.shape, number);
            let cell = start + place.iter().zip(&along).map(|(position, stride)| position * stride).sum::<usize>();
            array.cells[cell] = value;
        }
        array
    }
}

impl Engine<'_> {
    /// What the reads need and the targets change, unless it is cut.
    fn steps_in_world(&self, targets: &BTreeSet<QuantityId>, reads: &BTreeSet<QuantityId>, cut: &[bool]) -> Vec<Group> {
        let mut needed = vec![false; self.model.quantities.len()];
        let mut open: Vec<QuantityId> = reads.iter().copied().collect();
        while let Some(id) = open.pop() {
            if !cut[id.0 as usize] && !std::mem::replace(&mut needed[id.0 as usize], true) {
                open.extend(self.dependencies_of(id));
            }
        }
        let affected = self.affected(targets);
        needed.iter_mut().zip(affected).for_each(|(needed, affected)| *needed &= affected);
        needed_steps(self.model, &needed)
    }

    /// What depends on the targets.
    fn affected(&self, targets: &BTreeSet<QuantityId>) -> Vec<bool> {
        let mut affected = vec![false; self.model.quantities.len()];
        targets.iter().for_each(|id| affected[id.0 as usize] = true);
        loop {
            let before = affected.iter().filter(|affected| **affected).count();
            for id in self.model.quantity_ids() {
                affected[id.0 as usize] |= self.dependencies_of(id).iter().any(|read| affected[read.0 as usize]);
            }
            if affected.iter().filter(|affected| **affected).count() == before {
                return affected;
            }
        }
    }
}
