//! Some members of a dimension whose members are alike, and what a run has of them.

use crate::array::{Array, place_in};
use crate::bind::inputs::Inputs;
use crate::bind::member_list::MemberList;
use crate::results::Results;
use sg3_lang::model::{Axis, DimensionId, Model, QuantityId};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The members that are chosen, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// Whose members they are.
    pub dimension: DimensionId,
    /// Positions among all members, ascending.
    pub chosen: Vec<usize>,
}

/// The cells of an array that belong to chosen members.
struct Cells {
    shape: Vec<usize>,
    /// By cell of the excerpt: which cell of the whole it is.
    sources: Vec<usize>,
}

impl Excerpt {
    /// So many members, spread evenly over the list so that every part of it is represented.
    ///
    /// ```
    /// let excerpt = sg3_calc::Excerpt::spread(sg3_lang::model::DimensionId(0), 3, 100);
    /// assert_eq!(excerpt.chosen, [0, 50, 99]);
    /// ```
    pub fn spread(dimension: DimensionId, wanted: usize, members: usize) -> Excerpt {
        let steps = wanted.min(members);
        let at = |step: usize| (step * (members - 1) + (steps - 1) / 2) / (steps - 1).max(1);
        Excerpt { dimension, chosen: (0..steps).map(at).collect() }
    }

    /// The data of the chosen members: the others are left out.
    pub fn of_inputs(&self, model: &Model, inputs: &Inputs) -> Inputs {
        let mut excerpt = inputs.clone();
        excerpt.members = self.of_members(model, &inputs.members);
        (excerpt.unreadable, excerpt.asked) = (BTreeMap::new(), BTreeMap::new());
        for id in model.quantity_ids() {
            let number = id.0 as usize;
            let cells = self.cells(&model.quantity(id).axes, &inputs.members);
            excerpt.arrays[number] = inputs.arrays[number].as_deref().map(|array| Arc::new(cells.of_array(array)));
            excerpt.origins[number] = cells.of(&inputs.origins[number]);
            excerpt.evidence[number] = cells.of(&inputs.evidence[number]);
            for (cell, source) in cells.sources.iter().enumerate() {
                excerpt.unreadable.extend(entry(&inputs.unreadable, id, *source, cell));
                excerpt.asked.extend(entry(&inputs.asked, id, *source, cell));
            }
        }
        excerpt
    }

    /// The results of the chosen members; totals are those of all.
    pub fn of_results(&self, model: &Model, results: &Results) -> Results {
        let cells = |id: QuantityId| self.cells(&model.quantity(id).axes, &results.members);
        let arrays = model.quantity_ids().map(|id| {
            let array = results.arrays[id.0 as usize].as_ref()?;
            let is_whole = !self.varies(&model.quantity(id).axes);
            Some(if is_whole { array.clone() } else { Arc::new(cells(id).of_array(array)) })
        });
        Results { members: self.of_members(model, &results.members), arrays: arrays.collect(), ..results.clone() }
    }

    /// The results of a run of the chosen members alone, without totals and what follows from them, which it cannot know.
    pub fn without_totals(&self, model: &Model, results: &Results) -> Results {
        let mut unknown = vec![false; model.quantities.len()];
        for group in &model.order {
            let is_unknown = group.quantities().iter().any(|id| {
                let reads_unknown = || model.quantity(*id).dependencies().iter().any(|read| unknown[read.0 as usize]);
                model.total_over(*id, self.dimension).is_some() || reads_unknown()
            });
            group.quantities().iter().for_each(|id| unknown[id.0 as usize] |= is_unknown);
        }
        let arrays = results.arrays.iter().zip(unknown);
        let arrays = arrays.map(|(array, unknown)| array.clone().filter(|_| !unknown)).collect();
        Results { arrays, ..results.clone() }
    }

    /// Which cell of all members a cell of the chosen ones is, by the members of the whole.
    pub fn cell_of_whole(&self, axes: &[Axis], members: &[MemberList], cell: usize) -> usize {
        self.cells(axes, members).sources[cell]
    }

    fn of_members(&self, model: &Model, members: &Arc<[MemberList]>) -> Arc<[MemberList]> {
        let mut excerpt = members.to_vec();
        let list = &members[self.dimension.0 as usize];
        let keys: Vec<Arc<str>> = self.chosen.iter().map(|position| list.keys[*position].clone()).collect();
        excerpt[self.dimension.0 as usize] = list.shortened(&keys, model.dimension(self.dimension));
        excerpt.into()
    }

    fn varies(&self, axes: &[Axis]) -> bool {
        axes.iter().any(|axis| axis.dimension == self.dimension)
    }

    fn cells(&self, axes: &[Axis], members: &[MemberList]) -> Cells {
        let whole: Vec<usize> = axes.iter().map(|axis| members[axis.dimension.0 as usize].len()).collect();
        let is_chosen = |axis: &Axis| axis.dimension == self.dimension;
        let shape: Vec<usize> = axes
            .iter()
            .zip(&whole)
            .map(|(axis, count)| if is_chosen(axis) { self.chosen.len() } else { *count })
            .collect();
        let source = |cell: usize| {
            let place = place_in(&shape, cell);
            let along = axes.iter().zip(place).zip(&whole);
            along.fold(0, |source, ((axis, at), count)| {
                source * count + if is_chosen(axis) { self.chosen[at] } else { at }
            })
        };
        let sources = (0..shape.iter().product()).map(source).collect();
        Cells { shape, sources }
    }
}

impl Cells {
    fn of_array(&self, whole: &Array) -> Array {
        Array { shape: self.shape.clone(), cells: self.of(&whole.cells) }
    }

    /// Nothing of nothing: what a quantity has no cells of at all.
    fn of<T: Clone>(&self, whole: &[T]) -> Vec<T> {
        if whole.is_empty() { Vec::new() } else { self.sources.iter().map(|cell| whole[*cell].clone()).collect() }
    }
}

/// What is known of a cell of the whole, as that of the excerpt.
fn entry<T: Clone>(
    known: &BTreeMap<(QuantityId, usize), T>,
    id: QuantityId,
    source: usize,
    cell: usize,
) -> Option<((QuantityId, usize), T)> {
    known.get(&(id, source)).map(|value| ((id, cell), value.clone()))
}
