//! Other worlds: replace, compute again what depends on it and is wanted, one world at a time.

use super::compile::Compiler;
use super::engine::Engine;
use super::program::Program;
use super::world::World;
use crate::array::{Array, place_in, strides};
use crate::inputs::shape_of;
use crate::plan::steps;
use crate::reads::{free_axes_of_substitution, reads_of};
use sg3_lang::model::{Axis, Group, QuantityId, Substitution};
use std::cell::RefCell;
use std::collections::BTreeSet;

/// No recurrence goes on.
static NOTHING: BTreeSet<QuantityId> = BTreeSet::new();

/// A value in other worlds, one for each combination of the axes that tell them apart.
#[derive(Debug)]
pub(super) struct OtherWorld {
    /// First the axes that tell worlds apart, then those of the value within one.
    pub loops: Vec<usize>,
    keys: Vec<(usize, usize)>,
    body: Program,
    replacements: Vec<Replacement>,
    reads: BTreeSet<QuantityId>,
    /// Whether it stays the same while a recurrence goes on, so that it can be shared.
    steady: bool,
    /// What is computed again, for the quantities that were cut outside.
    steps: RefCell<Option<(Vec<bool>, Vec<Group>)>>,
}

/// What is replaced, where and by what.
#[derive(Debug)]
struct Replacement {
    target: QuantityId,
    value: Program,
    /// For each axis of the target: the place, or which loop of the value it is.
    places: Vec<Along>,
}

#[derive(Debug)]
enum Along {
    Fixed(Program),
    Loop(usize),
}

impl OtherWorld {
    pub(super) fn compile(compiler: &Compiler, world: &sg3_lang::model::World, free: &BTreeSet<usize>) -> OtherWorld {
        let keys: BTreeSet<usize> = world.substitutions.iter().flat_map(free_axes_of_substitution).collect();
        let within: Vec<usize> = free.difference(&keys).copied().collect();
        let keys: Vec<usize> = keys.intersection(free).copied().collect();
        let replacements = world.substitutions.iter().map(|inner| Replacement::compile(compiler, inner)).collect();
        let fixed = compiler.fixed.iter().chain(&keys).copied().collect();
        let (engine, scope) = (compiler.engine, compiler.scope);
        let body = Program::compile(engine, scope, within.clone(), fixed, compiler.volatile, &world.body);
        let reads = reads_of(&world.body);
        let keys_with_sizes = keys.iter().map(|axis| (*axis, compiler.sizes[*axis])).collect();
        let loops = keys.into_iter().chain(within).collect();
        let steady = compiler.volatile.is_empty();
        OtherWorld { loops, keys: keys_with_sizes, body, replacements, reads, steady, steps: RefCell::default() }
    }

    /// One such world, where every axis of the scope has a position.
    pub(super) fn at_one_place(engine: &Engine, scope: &[Axis], world: &sg3_lang::model::World) -> OtherWorld {
        let fixed = (0..scope.len()).collect();
        let compiler = Compiler::new(engine, scope, Vec::new(), fixed, &NOTHING, None, std::ptr::null());
        OtherWorld::compile(&compiler, world, &BTreeSet::new())
    }

    /// The value in every world, read in the enclosing one.
    pub(super) fn compute(&self, engine: &Engine, world: &World, frame: &mut [usize]) -> Vec<f64> {
        let shape: Vec<usize> = self.keys.iter().map(|(_, count)| *count).collect();
        let mut cells = Vec::new();
        for number in 0..shape.iter().product() {
            let place = place_in(&shape, number);
            self.keys.iter().zip(place).for_each(|((axis, _), position)| frame[*axis] = position);
            let other = self.enter(engine, world, frame);
            cells.extend(self.body.run(engine, &other, frame));
        }
        cells
    }

    /// The other world at the positions of the frame.
    pub(super) fn enter(&self, engine: &Engine, world: &World, frame: &mut [usize]) -> World {
        let mut other = world.clone();
        for replacement in &self.replacements {
            let array = replacement.replaced(engine, world, &other, frame);
            other.set(replacement.target, array);
        }
        for replacement in &self.replacements {
            other.cut[replacement.target.0 as usize] = true;
        }
        let steps = self.steps(engine, &other.cut);
        match self.steady {
            true => self.share(engine, world, &mut other, &steps),
            false => {
                other.number = engine.shared.new_number();
                engine.compute_again(&mut other, &steps);
            }
        }
        other
    }

    /// Computes what nobody has computed in an equal world.
    fn share(&self, engine: &Engine, world: &World, other: &mut World, steps: &[Group]) {
        let targets = self.replacements.iter().map(|replacement| replacement.target).collect();
        let place = engine.shared.enter(world, other, &targets);
        let is_new = |step: &&Group| step.quantities().iter().any(|id| !engine.shared.has(place, *id));
        let steps: Vec<Group> = steps.iter().filter(is_new).cloned().collect();
        engine.compute_again(other, &steps);
        let computed = steps.iter().flat_map(|step| step.quantities()).copied();
        engine.shared.keep(place, other, computed.filter(|id| !targets.contains(id)));
    }

    fn steps(&self, engine: &Engine, cut: &[bool]) -> Vec<Group> {
        let mut known = self.steps.borrow_mut();
        if let Some((_, steps)) = known.as_ref().filter(|(known, _)| known == cut) {
            return steps.clone();
        }
        let targets = self.replacements.iter().map(|replacement| replacement.target).collect();
        let steps = engine.steps_in_world(&targets, &self.reads, cut);
        *known = Some((cut.to_vec(), steps.clone()));
        steps
    }
}

impl Replacement {
    fn compile(compiler: &Compiler, substitution: &Substitution) -> Replacement {
        let open: Vec<usize> = substitution.axes.iter().flatten().map(|axis| axis.0 as usize).collect();
        let axes = &compiler.engine.model.quantity(substitution.target).axes;
        let mut next = 0;
        let mut along = |axis: usize| match substitution.axes[axis] {
            Some(_) => {
                next += 1;
                Along::Loop(next - 1)
            }
            None => {
                let (engine, scope) = (compiler.engine, compiler.scope);
                Along::Fixed(Program::of_index(
                    engine,
                    scope,
                    Vec::new(),
                    &substitution.places[axis],
                    axes[axis].dimension,
                ))
            }
        };
        let places = (0..axes.len()).map(&mut along).collect();
        let fixed = (0..compiler.scope.len()).filter(|axis| !open.contains(axis)).collect();
        let none = BTreeSet::new();
        let value = Program::compile(compiler.engine, compiler.scope, open, fixed, &none, &substitution.value);
        Replacement { target: substitution.target, value, places }
    }

    /// The target with its new cells; what is not replaced is as `other` has it already.
    fn replaced(&self, engine: &Engine, world: &World, other: &World, frame: &mut [usize]) -> Array {
        let shape = shape_of(engine.model, engine.members, self.target);
        let mut array = other.array(self.target).cloned().unwrap_or_else(|| Array::bad(shape));
        let strides = strides(&array.shape);
        let mut start = 0;
        let mut along = vec![0; self.value.loops.len()];
        for (place, stride) in self.places.iter().zip(strides) {
            match place {
                Along::Loop(level) => along[*level] = stride,
                Along::Fixed(index) => match index.run(engine, world, &mut frame.to_vec())[0] {
                    position if position.is_nan() => return Array::bad(array.shape),
                    position if position.is_infinite() => return array,
                    position => start += position as usize * stride,
                },
            }
        }
        let values = self.value.run(engine, world, &mut frame.to_vec());
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
                open.extend(self.reads_of(id));
            }
        }
        let affected = self.affected(targets);
        needed.iter_mut().zip(affected).for_each(|(needed, affected)| *needed &= affected);
        steps(self.model, &needed)
    }

    /// What depends on the targets.
    fn affected(&self, targets: &BTreeSet<QuantityId>) -> Vec<bool> {
        let mut affected = vec![false; self.model.quantities.len()];
        targets.iter().for_each(|id| affected[id.0 as usize] = true);
        loop {
            let before = affected.iter().filter(|affected| **affected).count();
            for id in self.model.quantity_ids() {
                affected[id.0 as usize] |= self.reads_of(id).iter().any(|read| affected[read.0 as usize]);
            }
            if affected.iter().filter(|affected| **affected).count() == before {
                return affected;
            }
        }
    }
}
