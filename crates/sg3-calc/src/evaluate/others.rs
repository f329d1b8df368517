//! What the members that an excerpt leaves out come to: in the data, and in any counterfactual.
//!
//! The model is asked once more, with a copy of each total that counts only the members left out. Everything else is as in the whole, so
//! that what these members take from a total of all is what they take from it there.

use super::engine::Engine;
use super::environment::Environment;
use super::program::CounterfactualProgram;
use crate::array::{Array, place_in};
use crate::bind::inputs::Inputs;
use crate::excerpt::Excerpt;
use crate::results::Results;
use sg3_lang::model::{
    Axis, BinaryOperator, Body, Counterfactual, Definition, DimensionId, Expression, Group, Index, IndexBase, Kind,
    Model, Node, Quantity, QuantityId, Read, Reduction, Role, Substitution, Type,
};
use sg3_lang::{FileId, Span, Unit};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Replacements that make a counterfactual, as a formula of the model has them.
#[derive(Debug, Clone)]
pub struct World<'m> {
    /// The axes of that formula.
    pub scope: &'m [Axis],
    /// What is replaced.
    pub substitutions: Vec<&'m Substitution>,
    /// Which of the axes tell such counterfactuals apart.
    pub keys: Vec<usize>,
}

/// The totals of the members that an excerpt leaves out.
#[derive(Debug)]
pub struct Others {
    /// The model with its second totals, and with who counts in them.
    model: Model,
    inputs: Inputs,
    /// The values of everything in the data, the second totals included.
    base: Environment,
    /// By total: its second.
    seconds: BTreeMap<QuantityId, QuantityId>,
}

impl Others {
    /// Of a run of the whole.
    pub fn of(model: &Model, inputs: &Inputs, results: &Results, excerpt: &Excerpt) -> Others {
        let mut others = Others {
            model: model.clone(),
            inputs: inputs.clone(),
            base: Environment::of_results(results, inputs),
            seconds: BTreeMap::new(),
        };
        let left_out = others.add_left_out(excerpt);
        for id in model.quantity_ids().filter(|id| results.array(*id).is_some()) {
            if model.total_over(id, excerpt.dimension).is_some() {
                let second = others.add_second(id, excerpt.dimension, left_out);
                others.seconds.insert(id, second);
            }
        }
        let steps: Vec<Group> = others.seconds.values().map(|id| Group::Single(*id, None)).collect();
        let mut base = others.base.clone();
        Engine::new(&others.model, &others.inputs).compute(&mut base, &steps);
        others.model.order.extend(steps);
        Others { base, ..others }
    }

    /// In the data, what the members left out come to in a total.
    pub fn in_data(&self, total: QuantityId) -> Option<&Array> {
        self.base.array(*self.seconds.get(&total)?)
    }

    /// The same for every total in a counterfactual within others, outermost first: by the axes that tell them apart, then by its own.
    pub fn in_world(&self, path: &[World]) -> BTreeMap<QuantityId, Array> {
        let engine = Engine::new(&self.model, &self.inputs);
        let mut cells: BTreeMap<QuantityId, Vec<f64>> = BTreeMap::new();
        self.add_cells(&engine, &self.base, path, &mut cells);
        let keys: Vec<usize> = path.iter().flat_map(|world| world.key_counts(&engine)).collect();
        let shaped = cells.into_iter().map(|(id, cells)| {
            let own = engine.sizes(&self.model.quantity(id).axes);
            (id, Array { shape: keys.iter().copied().chain(own).collect(), cells })
        });
        shaped.collect()
    }

    fn add_cells(
        &self,
        engine: &Engine,
        environment: &Environment,
        path: &[World],
        cells: &mut BTreeMap<QuantityId, Vec<f64>>,
    ) {
        let Some((world, inner)) = path.split_first() else {
            for (total, second) in &self.seconds {
                let array = environment.array(*second).expect("second totals are computed");
                cells.entry(*total).or_default().extend(&array.cells);
            }
            return;
        };
        let program = self.program(engine, world, inner);
        let counts = world.key_counts(engine);
        for number in 0..counts.iter().product() {
            let mut frame = vec![0; world.scope.len()];
            world.keys.iter().zip(place_in(&counts, number)).for_each(|(axis, position)| frame[*axis] = position);
            let other = program.enter(engine, environment, &mut frame);
            self.add_cells(engine, &other, inner, cells);
        }
    }

    /// The counterfactual of which all second totals are wanted, and what those within it replace and read.
    fn program(&self, engine: &Engine, world: &World, inner: &[World]) -> CounterfactualProgram {
        let within = inner.iter().flat_map(|world| &world.substitutions);
        let read = within.flat_map(|inner| inner.value.dependencies().into_iter().chain([inner.target]));
        let wanted = self.seconds.values().copied().chain(read).collect();
        let substitutions = world.substitutions.iter().map(|substitution| (*substitution).clone()).collect();
        let counterfactual = Counterfactual { body: literal(0.0), substitutions, axes: Vec::new() };
        CounterfactualProgram::of_quantities(engine, world.scope, &counterfactual, wanted)
    }

    /// Which members count in second totals.
    fn add_left_out(&mut self, excerpt: &Excerpt) -> QuantityId {
        let dimension = self.model.dimension(excerpt.dimension);
        let axis = Axis { name: dimension.name.clone(), dimension: excerpt.dimension };
        let members = self.inputs.members_of(excerpt.dimension).len();
        let mut cells = vec![1.0; members];
        excerpt.chosen.iter().for_each(|position| cells[*position] = 0.0);
        let definition = Definition { scope: vec![axis.clone()], body: Body::Formula(literal(1.0)) };
        let quantity = self.model.quantities[0].clone();
        let (axes, kind, role) = (vec![axis], Kind::YesNo, Role::Constant(definition));
        self.add(
            Quantity { name: "left out".into(), axes, kind, role, ..quantity },
            Some(Array { shape: vec![members], cells }),
        )
    }

    /// A copy of a total that counts only members left out.
    fn add_second(&mut self, total: QuantityId, dimension: DimensionId, left_out: QuantityId) -> QuantityId {
        let mut quantity = self.model.quantity(total).clone();
        quantity.name = format!("{} of those left out", quantity.name).into();
        if let Role::Computed(definition) = &mut quantity.role
            && let Body::Formula(Expression { node: Node::Reduce(reduction), .. }) = &mut definition.body
        {
            count_only(reduction, &definition.scope, dimension, left_out);
        }
        self.add(quantity, None)
    }

    fn add(&mut self, quantity: Quantity, array: Option<Array>) -> QuantityId {
        self.base.cut.push(array.is_some());
        self.base.arrays.push(array.clone().map(Arc::new));
        self.inputs.arrays.push(array.map(Arc::new));
        self.inputs.origins.push(Vec::new());
        self.inputs.evidence.push(Vec::new());
        self.model.quantities.push(quantity);
        QuantityId(self.model.quantities.len() as u32 - 1)
    }
}

impl World<'_> {
    fn key_counts(&self, engine: &Engine) -> Vec<usize> {
        self.keys.iter().map(|axis| engine.count(&self.scope[*axis])).collect()
    }
}

/// Leaves the terms of all other members out.
fn count_only(reduction: &mut Reduction, scope: &[Axis], dimension: DimensionId, counted: QuantityId) {
    let over = reduction.axes.iter().find(|axis| scope[axis.0 as usize].dimension == dimension);
    let base = IndexBase::Axis(*over.expect("it goes over the dimension"));
    let read = Read { quantity: counted, places: vec![Index { base, shift: None }], beyond: None };
    let counts = yes_or_no(Node::Read(read), &reduction.arguments[0]);
    reduction.filter = Some(match reduction.filter.take() {
        None => counts,
        Some(filter) => {
            let both = Node::Binary(BinaryOperator::And, Box::new(filter), Box::new(counts));
            yes_or_no(both, &reduction.arguments[0])
        }
    });
}

fn yes_or_no(node: Node, beside: &Expression) -> Expression {
    Expression { node, of: Type::Of(Kind::YesNo), span: beside.span }
}

fn literal(value: f64) -> Expression {
    Expression {
        node: Node::Literal(value),
        of: Type::Of(Kind::Number(Unit::pure())),
        span: Span { file: FileId(0), start: 0, end: 0 },
    }
}
