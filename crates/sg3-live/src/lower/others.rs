//! Totals of members that are alike, of which the workbook has some: what the others come to stands there as delivered.
//!
//! `sites[geotype] = sum(needed over area where geotype_of == geotype)` of ten areas out of twenty thousand is the sum of the ten plus a figure
//! for the others, in the data and in each counterfactual. That figure is right as long as nothing is replaced on which the others depend:
//! then the total is `NA()`, and so is all that follows from it.

use super::context::Context;
use super::counterfactual::chain;
use super::lowering::Lowering;
use crate::book::blank::BLANK;
use crate::book::formula::{Aggregation, Arithmetic, Call, Comparison, Coordinate, Fold, FoldRange, Formula};
use crate::book::{BASE, Block, BlockId, Content, CounterfactualId, Role};
use crate::material::OthersFrom;
use sg3_calc::World;
use sg3_lang::Unit;
use sg3_lang::model::{DimensionId, Expression, Kind, QuantityId, ReductionKind};
use std::collections::BTreeSet;

/// What the figures that the workbook does not compute are called.
const TITLE: &str = "Those left out, as delivered";
const REPLACED: &str = "Replaced figures on which those left out depend";
const REPLACED_OF_INPUT: &str = "Replaced figures";

impl<'a> Lowering<'a> {
    /// The formula of a total with what the others come to; nothing for any other quantity.
    pub(super) fn total_with_others(
        &mut self,
        id: QuantityId,
        formula: &'a Expression,
        context: &Context<'a>,
    ) -> Option<Formula> {
        let dimension = self.material.left_out?.dimension;
        let how = self.model().total_over(id, dimension)?.how;
        let own = self.cell_formula(formula, context);
        let here = (0..context.axes.len()).map(Coordinate::Along).collect();
        let others = Formula::reference(self.others(id, context), here);
        let total = joined(how, own, others);
        let replaced = self.replaced_behind(id, dimension, context);
        Some(match replaced {
            None => total,
            Some(replaced) => {
                let unchanged = Formula::compare(Comparison::Equal, replaced, Formula::Number(0.0));
                Formula::choice(unchanged, total, Formula::Missing)
            }
        })
    }

    /// One cell: how many figures are replaced on which any total of the others depends.
    pub(super) fn guard_others(&mut self) {
        let total = self.book.blocks.iter().find(|block| block.role == Role::Others).and_then(|block| block.part_of);
        let guarded = self.guarded.clone();
        if let Some(total) = total.filter(|_| !guarded.is_empty()) {
            let context = Context::of(self.book.block(total), total, &[]);
            self.book.guard = Some(self.replaced(&guarded, &context));
        }
    }

    /// The block of what the others come to in a total.
    fn others(&mut self, id: QuantityId, context: &Context<'a>) -> BlockId {
        let own = self.book.block(context.block).clone();
        let values = self.values_of_others(id, own.counterfactual, own.cells());
        let values = values.into_iter().map(|value| self.numbers.cell_value(&own.kind, as_written(value))).collect();
        self.push(Block {
            role: Role::Others,
            title: TITLE.to_owned(),
            description: Vec::new(),
            content: Content::Constants,
            opening: None,
            values,
            part_of: Some(context.block),
            ..own
        })
    }

    /// Nothing is known of them where the workbook itself is all that there is: they are read from it once their places are known.
    fn values_of_others(&mut self, id: QuantityId, counterfactual: CounterfactualId, cells: usize) -> Vec<f64> {
        let unknown = vec![f64::NAN; cells];
        let Some(OthersFrom::Run(others)) = self.material.left_out.map(|left_out| left_out.others) else {
            return unknown;
        };
        if counterfactual == BASE {
            return others.in_data(id).map_or(unknown, |array| array.cells.clone());
        }
        if !self.others_in.contains_key(&counterfactual) {
            let path: Vec<World> =
                chain(&self.counterfactuals, counterfactual).into_iter().map(|at| self.world(at)).collect();
            self.others_in.insert(counterfactual, others.in_world(&path));
        }
        self.others_in[&counterfactual].get(&id).map_or(unknown, |array| array.cells.clone())
    }

    fn world(&self, counterfactual: CounterfactualId) -> World<'a> {
        let replacements = &self.counterfactual(counterfactual).replacements;
        let first = replacements.first().expect("a counterfactual replaces something");
        World {
            scope: first.scope,
            substitutions: replacements.iter().map(|replacement| replacement.substitution).collect(),
            keys: first.keys.clone(),
        }
    }

    /// How many figures are replaced on which the others depend; nothing if they depend on none that can be.
    fn replaced_behind(&mut self, id: QuantityId, dimension: DimensionId, context: &Context<'a>) -> Option<Formula> {
        let mut inputs = self.inputs_behind(id, dimension);
        for at in chain(&self.counterfactuals, context.counterfactual) {
            let values: Vec<QuantityId> = self
                .counterfactual(at)
                .replacements
                .iter()
                .flat_map(|one| one.substitution.value.dependencies())
                .collect();
            values.into_iter().for_each(|value| self.add_inputs(value, true, dimension, &mut inputs));
        }
        let is_given = |id: QuantityId| self.counterfactual(BASE).cut[id.0 as usize];
        let counting = inputs.into_iter().filter(|(id, counts)| *counts && is_given(*id));
        let inputs: BTreeSet<QuantityId> = counting.map(|(id, _)| id).collect();
        self.guarded.extend(&inputs);
        (!inputs.is_empty()).then(|| Formula::reference(self.replaced(&inputs, context), Vec::new()))
    }

    /// Inputs whose replaced figures change what the others come to. A figure of a member that the workbook has changes the others only
    /// through a total.
    fn inputs_behind(&self, id: QuantityId, dimension: DimensionId) -> BTreeSet<(QuantityId, bool)> {
        let mut inputs = BTreeSet::new();
        let read = self.model().quantity(id).dependencies();
        read.into_iter().for_each(|read| self.add_inputs(read, false, dimension, &mut inputs));
        inputs
    }

    /// Adds what is beneath a quantity, each with whether it counts; what was met so is not gone through again.
    fn add_inputs(
        &self,
        id: QuantityId,
        through_total: bool,
        dimension: DimensionId,
        met: &mut BTreeSet<(QuantityId, bool)>,
    ) {
        let quantity = self.model().quantity(id);
        let is_of_member = quantity.axes.iter().any(|axis| axis.dimension == dimension);
        let is_input = self.counterfactual(BASE).cut[id.0 as usize];
        let counts = through_total || (is_input && !is_of_member);
        if !met.insert((id, counts)) || is_input {
            return;
        }
        let through_total = through_total || self.model().total_over(id, dimension).is_some();
        quantity.dependencies().into_iter().for_each(|read| self.add_inputs(read, through_total, dimension, met));
    }

    /// One cell below the first of some inputs: how many figures of all of them are replaced.
    fn replaced(&mut self, inputs: &BTreeSet<QuantityId>, context: &Context<'a>) -> BlockId {
        let key = format!("replaced of {inputs:?}");
        if let Some(known) = self.parts.get(&key) {
            return *known;
        }
        let counts: Vec<Formula> =
            inputs.iter().map(|id| Formula::reference(self.replaced_of(*id), Vec::new())).collect();
        let add = |sum, count| Formula::binary(Arithmetic::Add, sum, count);
        let sum = counts.into_iter().reduce(add).expect("there is an input");
        let (first, in_one) = self.below_input(*inputs.first().expect("there is an input"), context);
        let sum = self.shorten(sum, &in_one);
        self.add_count(key, first, REPLACED, sum)
    }

    /// The block of an input, and the context of a single cell below it.
    fn below_input(&mut self, id: QuantityId, context: &Context<'a>) -> (BlockId, Context<'a>) {
        let block = self.block(id, BASE);
        let (axes, keys) = (Vec::new(), Vec::new());
        (block, Context { block, axes, across: None, counterfactual: BASE, keys, ..context.clone() })
    }

    /// One cell below an input: how many of its figures are replaced.
    fn replaced_of(&mut self, id: QuantityId) -> BlockId {
        let key = format!("replaced of {id:?}");
        if let Some(known) = self.parts.get(&key) {
            return *known;
        }
        let in_use = self.block(id, BASE);
        let entry = self.part_of(in_use, Role::Override).expect("an input has cells for other figures");
        let formula = count_of_entries(entry, &self.book.block(entry).shape);
        self.add_count(key, in_use, REPLACED_OF_INPUT, formula)
    }

    fn add_count(&mut self, key: String, input: BlockId, title: &str, count: Formula) -> BlockId {
        let pure = Kind::Number(Unit::pure());
        let block = self.push(Block {
            quantity: self.book.block(input).quantity,
            content: Content::Formula(count),
            part_of: Some(input),
            values: vec![0.0],
            ..Block::new(Role::Part, Vec::new(), Vec::new(), pure, title.to_owned())
        });
        self.parts.insert(key, block);
        block
    }
}

/// To fourteen digits, which every program that writes fifteen gives back as they were: the digest of these figures stays what it is.
fn as_written(value: f64) -> f64 {
    if value.is_finite() { format!("{value:.13e}").parse().unwrap_or(value) } else { value }
}

fn count_of_entries(entry: BlockId, shape: &[usize]) -> Formula {
    let cells = Formula::reference(entry, (0..shape.len()).map(Coordinate::Bound).collect());
    if shape.is_empty() {
        let kernel = |x: &[f64]| f64::from(u8::from(x[0] != BLANK));
        return Formula::Call(Call { text: "COUNTA({0})", kernel, arguments: vec![cells] });
    }
    let ranges = shape.iter().map(|count| FoldRange { from: 0, count: *count, limit: None }).collect();
    Formula::Fold(Fold { aggregation: Aggregation::Entered, ranges, factors: vec![cells] })
}

/// What some members and the others come to.
fn joined(how: ReductionKind, own: Formula, others: Formula) -> Formula {
    let decided = |text, kernel| Formula::Call(Call { text, kernel, arguments: vec![own.clone(), others.clone()] });
    match how {
        ReductionKind::Any => decided("IF({1}=1,1,{0})", |x| if x[1] == 1.0 { 1.0 } else { x[0] + 0.0 * x[1] }),
        ReductionKind::All => decided("IF({1}=0,0,{0})", |x| if x[1] == 0.0 { 0.0 } else { x[0] + 0.0 * x[1] }),
        _ => Formula::binary(Arithmetic::Add, own, others),
    }
}
