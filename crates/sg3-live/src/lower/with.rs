//! Other worlds: what is replaced becomes a block, and so does what follows from it and is needed.

use super::Lowering;
use super::context::Context;
use super::table::place_in;
use crate::book::block::Content;
use crate::book::{BASE, BlockId, WorldId, WorldTitle};
use crate::formula::{Formula, Where};
use crate::world;
use crate::world::{Replacement, World};
use sg3_lang::model::{Index, IndexBase, Node, QuantityId};
use std::collections::BTreeSet;

impl<'a> Lowering<'a> {
    /// The body, read in another world.
    pub(crate) fn with(&mut self, other: &'a sg3_lang::model::World, context: &Context<'a>) -> Formula {
        let keys = world::key_axes(&other.substitutions);
        let parent = self.parent(other, context);
        let world = self.world(other, parent, &keys, context);
        let mut inner = context.clone();
        inner.world = world;
        inner.keys.truncate(self.worlds[parent.0 as usize].keys.len());
        inner.keys.extend(keys.iter().map(|key| context.places[*key].clone().expect("keys are in scope")));
        self.expression(&other.body, &inner)
    }

    /// The nearest world around that makes a difference to what is read.
    fn parent(&self, other: &sg3_lang::model::World, context: &Context<'a>) -> WorldId {
        let values = other.substitutions.iter().map(|substitution| &substitution.value);
        let expressions: Vec<_> = values.chain([&other.body]).collect();
        let mut reads = world::closure(self.model(), &expressions);
        reads.extend(other.substitutions.iter().map(|substitution| substitution.target));
        let mut parent = context.world;
        while parent != BASE && !reads.iter().any(|id| self.worlds[parent.0 as usize].affected[id.0 as usize]) {
            parent = self.worlds[parent.0 as usize].parent.expect("only the base world has none");
        }
        parent
    }

    fn world(
        &mut self,
        other: &'a sg3_lang::model::World,
        parent: WorldId,
        keys: &[usize],
        context: &Context<'a>,
    ) -> WorldId {
        let scope = context.scope;
        let replacement = |substitution| Replacement { substitution, scope, keys: keys.to_vec() };
        let replacements: Vec<Replacement> = other.substitutions.iter().map(replacement).collect();
        let name = world::name(parent, &replacements);
        if let Some(known) = self.worlds.iter().position(|world| world.name == name) {
            return WorldId(known as u32);
        }
        let around = &self.worlds[parent.0 as usize];
        let targets: BTreeSet<QuantityId> = other.substitutions.iter().map(|inner| inner.target).collect();
        let mut affected = world::affected(self.model(), &around.cut, &targets);
        let mut cut = around.cut.clone();
        targets.iter().for_each(|target| cut[target.0 as usize] = true);
        targets.iter().for_each(|target| affected[target.0 as usize] = true);
        let own = keys.iter().map(|key| scope[*key].clone());
        let keys = around.keys.iter().cloned().chain(own).collect();
        let title = self.title(&replacements, parent);
        self.worlds.push(World { parent: Some(parent), keys, replacements, affected, cut, name });
        self.book.worlds.push(title);
        WorldId(self.worlds.len() as u32 - 1)
    }

    /// `Without incoming calls`; where something else than nothing is put in place, `With ...`.
    fn title(&self, replacements: &[Replacement], parent: WorldId) -> WorldTitle {
        let label = |replacement: &Replacement| {
            let substitution = replacement.substitution;
            let label = &self.model().quantity(substitution.target).label;
            let nothing = matches!(substitution.value.node, Node::Literal(0.0));
            format!("{} {}", if nothing { "Without" } else { "With other" }, lower_first(label))
        };
        let words = |replacement: &Replacement| {
            let substitution = replacement.substitution;
            let target = &self.model().quantity(substitution.target).name;
            let value = self.material.sources.slice(substitution.value.span);
            format!("{target} = {}", value.split_whitespace().collect::<Vec<_>>().join(" "))
        };
        let around = &self.book.worlds[parent.0 as usize];
        let titles = replacements.iter().map(label);
        let all: Vec<String> =
            Some(around.title.clone()).filter(|title| !title.is_empty()).into_iter().chain(titles).collect();
        WorldTitle {
            title: all.join(", "),
            words: around.words.iter().cloned().chain(replacements.iter().map(words)).collect(),
        }
    }

    /// A block in which cells are replaced; all others are as in the world around.
    pub(crate) fn replace(&mut self, id: QuantityId, world: WorldId, block: BlockId) {
        let parent = self.worlds[world.0 as usize].parent.expect("nothing is replaced in the base world");
        let outside = self.worlds[parent.0 as usize].keys.len();
        let replacements: Vec<(usize, &'a sg3_lang::model::Substitution, &'a [sg3_lang::model::Axis], Vec<usize>)> =
            self.worlds[world.0 as usize]
                .replacements
                .iter()
                .enumerate()
                .filter(|(_, replacement)| replacement.substitution.target == id)
                .map(|(number, replacement)| {
                    (number, replacement.substitution, replacement.scope, replacement.keys.clone())
                })
                .collect();
        let own = self.book.block(block).clone();
        let around = self.around(id, parent, own.keys);
        let mut formulas = vec![around; own.cells()];
        let mut words = Vec::new();
        for (_, substitution, scope, keys) in replacements {
            let mut context = Context::of(self, block, scope);
            context.places = vec![None; scope.len()];
            for (number, key) in keys.iter().enumerate() {
                context.places[*key] = Some(Where::Along(outside + number));
            }
            for (axis, open) in substitution.axes.iter().enumerate() {
                if let Some(open) = open {
                    context.places[open.0 as usize] = Some(Where::Along(own.keys + axis));
                }
            }
            context.world = parent;
            context.keys.truncate(outside);
            words.push(self.material.sources.slice(substitution.value.span).to_owned());
            let value = self.cell(&substitution.value, &context);
            let places: Vec<Option<&'a Index>> = substitution
                .places
                .iter()
                .zip(&substitution.axes)
                .map(|(place, open)| open.is_none().then_some(place))
                .collect();
            for (cell, formula) in formulas.iter_mut().enumerate() {
                let place = place_in(&own.shape, cell);
                if let Some(condition) = self.replaced_at(&places, &place[own.keys..], &own, &context) {
                    *formula = match condition {
                        Some(condition) => Formula::choice(condition, value.clone(), formula.clone()),
                        None => value.clone(),
                    };
                }
            }
        }
        let block = &mut self.book.blocks[block.0 as usize];
        block.words = words;
        let owners = (0..formulas.len()).collect();
        block.content = Content::ByCell(formulas.into_iter().map(Some).collect(), owners);
    }

    /// The quantity as it is in the world around.
    fn around(&mut self, id: QuantityId, parent: WorldId, keys: usize) -> Formula {
        let home = self.home(id, parent);
        let outer = self.worlds[home.0 as usize].keys.len();
        let block = self.block(id, home);
        let axes = self.model().quantity(id).axes.len();
        let places = (0..outer).chain(keys..keys + axes).map(Where::Along).collect();
        Formula::read(block, places)
    }

    /// Whether a cell is replaced: never, always (no condition), or under a condition on the axes that tell worlds apart.
    fn replaced_at(
        &mut self,
        places: &[Option<&'a Index>],
        place: &[usize],
        own: &crate::book::block::Block,
        context: &Context<'a>,
    ) -> Option<Option<Formula>> {
        let mut conditions = Vec::new();
        for (axis, index) in places.iter().enumerate() {
            let Some(index) = index else { continue };
            let dimension = own.axes[own.keys + axis].dimension;
            let members = self.members(dimension);
            let fixed = match (&index.base, &index.shift) {
                (IndexBase::Member(member), None) => Some(members.locate(member)?),
                (IndexBase::First, None) => Some(0),
                (IndexBase::Last, None) => Some(members.len() - 1),
                _ => None,
            };
            match fixed {
                Some(fixed) if fixed == place[axis] => {}
                Some(_) => return None,
                None => conditions.extend(self.is_at(own.keys + axis, index, context)?),
            }
        }
        Some(match conditions.len() {
            0 => None,
            1 => conditions.pop(),
            _ => Some(Formula::And(conditions)),
        })
    }
}

fn lower_first(label: &str) -> String {
    sg3_calc::present::phrase::within(label)
}
