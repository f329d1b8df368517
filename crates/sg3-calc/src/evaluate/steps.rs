//! The steps of a plan: whole quantities, entries of tables, and recurrences.

use super::compile::Context;
use super::engine::Engine;
use super::environment::Environment;
use super::program::Program;
use crate::array::{Array, for_each_place};
use crate::bind::inputs::shape_of;
use crate::bind::table::ranges;
use sg3_lang::model::{Body, Definition, DimensionId, Group, QuantityId, Role, Table};
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

/// Parts of formulas that stay the same while a recurrence goes on.
type Kept = HashMap<(QuantityId, usize), Vec<Vec<f64>>>;

/// A recurrence at one member.
struct Slice<'s> {
    dimension: DimensionId,
    position: usize,
    /// The quantities that go together.
    together: &'s BTreeSet<QuantityId>,
}

impl Engine<'_> {
    /// Computes all steps in order.
    pub(crate) fn compute(&self, environment: &mut Environment, steps: &[Group]) {
        steps.iter().for_each(|step| self.step(environment, step));
    }

    /// The same where the quantities have values from another environment, which must not show through.
    pub(super) fn compute_again(&self, environment: &mut Environment, steps: &[Group]) {
        let ids = steps.iter().flat_map(Group::quantities).copied();
        ids.filter(|id| !environment.is_cut(*id))
            .collect::<Vec<_>>()
            .into_iter()
            .for_each(|id| environment.arrays[id.0 as usize] = None);
        self.compute(environment, steps);
    }

    fn step(&self, environment: &mut Environment, step: &Group) {
        match step {
            Group::Single(id, _) if environment.is_cut(*id) => {}
            Group::Single(id, entries) => self.quantity(environment, *id, entries.as_deref()),
            Group::Recurrence(dimension, ids) => self.recurrence(environment, *dimension, ids),
        }
    }

    fn quantity(&self, environment: &mut Environment, id: QuantityId, entries: Option<&[usize]>) {
        match &self.model.quantity(id).role {
            Role::Input(_) => {}
            Role::Simultaneous(definition, system) => self.solve(environment, id, definition, system.axis),
            Role::Constant(definition) | Role::Computed(definition) => match &definition.body {
                Body::Formula(_) => self.formula(environment, id),
                Body::Table(table) => {
                    let all: Vec<usize> = (0..table.entries.len()).collect();
                    self.entries(environment, id, table, entries.unwrap_or(&all), None, &mut Kept::new());
                }
            },
        }
    }

    fn formula(&self, environment: &mut Environment, id: QuantityId) {
        let program = self.program(id, 0, None, &BTreeSet::new());
        let cells = program.run(self, environment, &mut program.frame());
        environment.set(id, Array { shape: program.shape.clone(), cells });
    }

    /// What the definition of a quantity gives where the quantity itself has the values it has.
    pub(super) fn definition_of(&self, environment: &Environment, id: QuantityId, definition: &Definition) -> Array {
        let Body::Table(table) = &definition.body else {
            let program = self.program(id, 0, None, &BTreeSet::new());
            return Array { shape: program.shape.clone(), cells: program.run(self, environment, &mut program.frame()) };
        };
        let owners = self.owners(id, table);
        let mut whole = Array::bad(shape_of(self.model, self.members, id));
        for entry in 0..table.entries.len() {
            let mut part = environment.clone();
            self.entries(&mut part, id, table, &[entry], None, &mut Kept::new());
            let part = part.array(id).expect("it was just written");
            let own = (0..owners.len()).filter(|cell| owners[*cell] == entry);
            own.for_each(|cell| whole.cells[cell] = part.cells[cell]);
        }
        whole
    }

    fn recurrence(&self, environment: &mut Environment, dimension: DimensionId, ids: &[QuantityId]) {
        let mut kept = Kept::new();
        let together: BTreeSet<QuantityId> = ids.iter().copied().collect();
        // what looks back from the first member must find an array to look beyond
        for id in ids.iter().filter(|id| !environment.is_cut(**id)).copied().collect::<Vec<_>>() {
            environment.array_mut(id, &shape_of(self.model, self.members, id));
        }
        for position in 0..self.members_of(dimension).len() {
            let slice = Slice { dimension, position, together: &together };
            for id in ids.iter().filter(|id| !environment.is_cut(**id)).copied().collect::<Vec<_>>() {
                self.slice(environment, id, &slice, &mut kept);
            }
        }
    }

    fn slice(&self, environment: &mut Environment, id: QuantityId, slice: &Slice, kept: &mut Kept) {
        let definition = self.model.quantity(id).definition().expect("inputs are not computed");
        if let Body::Table(table) = &definition.body {
            let all: Vec<usize> = (0..table.entries.len()).collect();
            return self.entries(environment, id, table, &all, Some(slice), kept);
        }
        let axis = self.axis_of_slice(id, slice.dimension);
        let program = self.program(id, 0, axis, slice.together);
        let mut frame = program.frame();
        axis.into_iter().for_each(|axis| frame[axis] = slice.position);
        let cells = program.run_again(self, environment, &mut frame, kept.entry((id, 0)).or_default());
        let mut fixed: Vec<Option<usize>> = vec![None; self.model.quantity(id).axes.len()];
        axis.into_iter().for_each(|axis| fixed[axis] = Some(slice.position));
        self.write(environment, id, &fixed, &cells, None);
    }

    /// The axis of the head along which a recurrence goes.
    fn axis_of_slice(&self, id: QuantityId, dimension: DimensionId) -> Option<usize> {
        self.model.quantity(id).axes.iter().rposition(|axis| axis.dimension == dimension)
    }

    fn entries(
        &self,
        environment: &mut Environment,
        id: QuantityId,
        table: &Table,
        entries: &[usize],
        slice: Option<&Slice>,
        kept: &mut Kept,
    ) {
        let owners = self.owners(id, table);
        let lists: Vec<_> = self.model.quantity(id).axes.iter().map(|axis| self.members_of(axis.dimension)).collect();
        let shape = shape_of(self.model, self.members, id);
        environment.array_mut(id, &shape);
        let axis = slice.and_then(|slice| self.axis_of_slice(id, slice.dimension));
        let none = BTreeSet::new();
        for entry in entries.iter().filter(|entry| table.entries[**entry].value.is_some()) {
            let place = &table.entries[*entry].place;
            let Some(ranges) = ranges(place, &lists) else { continue };
            if axis.zip(slice).is_some_and(|(axis, slice)| !is_in(slice.position, ranges[axis])) {
                continue;
            }
            let program = self.program(id, *entry, axis, slice.map_or(&none, |slice| slice.together));
            let mut fixed: Vec<Option<usize>> =
                place.iter().zip(&ranges).map(|(member, range)| member.as_ref().map(|_| range.0)).collect();
            axis.into_iter().for_each(|axis| fixed[axis] = slice.map(|slice| slice.position));
            let mut frame = program.frame();
            fixed.iter().enumerate().for_each(|(axis, position)| frame[axis] = position.unwrap_or(0));
            let cells = program.run_again(self, environment, &mut frame, kept.entry((id, *entry)).or_default());
            self.write(environment, id, &fixed, &cells, Some((&owners, *entry)));
        }
    }

    /// The compiled formula of a quantity, or of an entry of its table, with an axis that a recurrence fixes.
    fn program(
        &self,
        id: QuantityId,
        entry: usize,
        axis: Option<usize>,
        together: &BTreeSet<QuantityId>,
    ) -> Rc<Program> {
        if let Some(program) = self.programs.borrow().get(&(id, entry, axis)) {
            return program.clone();
        }
        let quantity = self.model.quantity(id);
        let definition = quantity.definition().expect("inputs have no formula");
        let (expression, place) = formula_of(definition, entry);
        let (fixed, loops): (Vec<usize>, Vec<usize>) = (0..quantity.axes.len())
            .partition(|number| axis == Some(*number) || place.is_some_and(|place| place[*number].is_some()));
        let fixed = fixed.into_iter().collect();
        let context = Context { fixed, volatile: together, ..Context::new(self, &definition.scope, loops) };
        let program = Rc::new(Program::compile(context, expression));
        self.programs.borrow_mut().insert((id, entry, axis), program.clone());
        program
    }

    /// Which entry of a table each cell belongs to.
    pub(super) fn owners(&self, id: QuantityId, table: &Table) -> Rc<[usize]> {
        let known = self.owners.borrow().get(&id).cloned();
        known.unwrap_or_else(|| {
            let owners: Rc<[usize]> = self.find_owners(id, table).into();
            self.owners.borrow_mut().insert(id, owners.clone());
            owners
        })
    }

    fn find_owners(&self, id: QuantityId, table: &Table) -> Vec<usize> {
        let array = Array { shape: shape_of(self.model, self.members, id), cells: Vec::new() };
        let lists: Vec<_> = self.model.quantity(id).axes.iter().map(|axis| self.members_of(axis.dimension)).collect();
        let mut owners = vec![usize::MAX; array.shape.iter().product()];
        for (number, entry) in table.entries.iter().enumerate() {
            let Some(ranges) = ranges(&entry.place, &lists) else { continue };
            for_each_place(&ranges, &mut |place| {
                let owner = &mut owners[array.offset(place)];
                *owner = number.min(*owner);
            });
        }
        owners
    }

    /// Writes a block of cells where some axes are fixed, as far as they belong to the entry.
    pub(super) fn write(
        &self,
        environment: &mut Environment,
        id: QuantityId,
        fixed: &[Option<usize>],
        cells: &[f64],
        owner: Option<(&[usize], usize)>,
    ) {
        let shape = shape_of(self.model, self.members, id);
        let ranges: Vec<(usize, usize)> = fixed
            .iter()
            .zip(&shape)
            .map(|(fixed, count)| fixed.map_or((0, *count), |position| (position, position + 1)))
            .collect();
        let array = environment.array_mut(id, &shape);
        let mut next = cells.iter();
        for_each_place(&ranges, &mut |place| {
            let cell = array.offset(place);
            let value = next.next().expect("as many cells as places");
            if owner.is_none_or(|(owners, entry)| owners[cell] == entry) {
                array.cells[cell] = *value;
            }
        });
    }
}

fn is_in(position: usize, (first, end): (usize, usize)) -> bool {
    (first..end).contains(&position)
}

/// A formula of a definition with the place it is for.
fn formula_of(
    definition: &Definition,
    entry: usize,
) -> (&sg3_lang::model::Expression, Option<&[Option<sg3_lang::model::MemberRef>]>) {
    match &definition.body {
        Body::Formula(formula) => (formula, None),
        Body::Table(table) => {
            let entry = &table.entries[entry];
            (entry.value.as_ref().expect("blank entries are not compiled"), Some(&entry.place))
        }
    }
}
