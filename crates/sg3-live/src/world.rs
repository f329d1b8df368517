//! Worlds: what is replaced in each, and what follows from it.

use crate::book::WorldId;
use sg3_calc::reads::{free_axes_of_substitution, reads_of};
use sg3_lang::model::{Axis, Expression, Index, IndexBase, Model, Node, QuantityId, Substitution};
use std::collections::BTreeSet;

/// A set of replacements within another world.
pub struct World<'a> {
    /// The world around it; nothing for the base world.
    pub parent: Option<WorldId>,
    /// Axes that tell such worlds apart, those of the worlds around first.
    pub keys: Vec<Axis>,
    /// What is replaced.
    pub replacements: Vec<Replacement<'a>>,
    /// By quantity: whether it differs from the world around.
    pub affected: Vec<bool>,
    /// By quantity: whether its definition is cut, here or around.
    pub cut: Vec<bool>,
    /// The same for the same world.
    pub name: String,
}

/// One replacement.
pub struct Replacement<'a> {
    /// What, where and by what.
    pub substitution: &'a Substitution,
    /// Axes of the formula it stands in.
    pub scope: &'a [Axis],
    /// Which of those axes tell worlds apart, in order.
    pub keys: Vec<usize>,
}

impl<'a> World<'a> {
    /// The world of the data, in which what is given is cut.
    pub fn base(model: &Model, cut: Vec<bool>) -> World<'a> {
        let affected = vec![false; model.quantities.len()];
        World { parent: None, keys: Vec::new(), replacements: Vec::new(), affected, cut, name: String::new() }
    }

    /// Whether a quantity is itself replaced here.
    pub fn replaces(&self, quantity: QuantityId) -> bool {
        self.replacements.iter().any(|replacement| replacement.substitution.target == quantity)
    }
}

/// The axes of the scope that tell the worlds of some replacements apart.
pub fn key_axes(substitutions: &[Substitution]) -> Vec<usize> {
    let all: BTreeSet<usize> = substitutions.iter().flat_map(free_axes_of_substitution).collect();
    all.into_iter().collect()
}

/// What depends on the targets, without what is cut.
pub fn affected(model: &Model, cut: &[bool], targets: &BTreeSet<QuantityId>) -> Vec<bool> {
    let mut affected = vec![false; model.quantities.len()];
    targets.iter().for_each(|target| affected[target.0 as usize] = true);
    let reads: Vec<BTreeSet<QuantityId>> = model.quantity_ids().map(|id| reads_of_quantity(model, id)).collect();
    loop {
        let mut changed = false;
        for id in model.quantity_ids().map(|id| id.0 as usize) {
            let depends = !cut[id] && reads[id].iter().any(|read| affected[read.0 as usize]);
            if depends && !affected[id] {
                affected[id] = true;
                changed = true;
            }
        }
        if !changed {
            return affected;
        }
    }
}

/// Everything that a value of an expression can depend on.
pub fn closure(model: &Model, expressions: &[&Expression]) -> BTreeSet<QuantityId> {
    let mut all = BTreeSet::new();
    let mut open: Vec<QuantityId> = expressions.iter().flat_map(|expression| reads_of(expression)).collect();
    while let Some(id) = open.pop() {
        if all.insert(id) {
            open.extend(reads_of_quantity(model, id));
        }
    }
    all
}

fn reads_of_quantity(model: &Model, id: QuantityId) -> BTreeSet<QuantityId> {
    let definition = model.quantity(id).definition().into_iter();
    definition.flat_map(|definition| definition.body.expressions()).flat_map(reads_of).collect()
}

/// Words that are the same for the same replacements, wherever they stand.
pub fn name(parent: WorldId, replacements: &[Replacement]) -> String {
    let parts: Vec<String> = replacements.iter().map(name_of).collect();
    format!("{} {}", parent.0, parts.join("; "))
}

fn name_of(replacement: &Replacement) -> String {
    let substitution = replacement.substitution;
    let axis = |id: u32| {
        let own = substitution.axes.iter().position(|own| own.is_some_and(|own| own.0 == id));
        let key = replacement.keys.iter().position(|key| *key == id as usize);
        match (own, key) {
            (Some(own), _) => format!("own{own}"),
            (_, Some(key)) => format!("key{key}:{}", replacement.scope[id as usize].dimension.0),
            _ => format!("bound{}", replacement.scope[id as usize].dimension.0),
        }
    };
    let places: Vec<String> = substitution.places.iter().map(|index| index_text(index, &axis)).collect();
    format!("{}{places:?}={}", substitution.target.0, text(&substitution.value, &axis))
}

/// An expression without places in the text.
fn text(expression: &Expression, axis: &dyn Fn(u32) -> String) -> String {
    let mut parts = Vec::new();
    expression.for_each_child(&mut |child| parts.push(text(child, axis)));
    let own = match &expression.node {
        Node::Literal(value) => format!("{:x}", value.to_bits()),
        Node::Member(dimension, member) => format!("{}:{member:?}", dimension.0),
        Node::Axis(id) => axis(id.0),
        Node::Fact(fact, dimension) => format!("{fact:?}{}", dimension.0),
        Node::Read(read) => {
            let places: Vec<String> = read.places.iter().map(|index| index_text(index, axis)).collect();
            format!("q{}{places:?}", read.quantity.0)
        }
        Node::Unary(operator, _) => format!("{operator:?}"),
        Node::Binary(operator, ..) => format!("{operator:?}"),
        Node::If(..) => "if".to_owned(),
        Node::Call(function, _) => function.name.to_owned(),
        // bound axes are told apart by where the formula stands
        Node::Reduce(_) | Node::World(_) => format!("{:?}", expression.span),
    };
    format!("{own}({})", parts.join(","))
}

fn index_text(index: &Index, axis: &dyn Fn(u32) -> String) -> String {
    let base = match &index.base {
        IndexBase::Axis(id) => axis(id.0),
        IndexBase::Member(member) => format!("{member:?}"),
        IndexBase::First => "first".to_owned(),
        IndexBase::Last => "last".to_owned(),
        IndexBase::All => "all".to_owned(),
        IndexBase::Value(value) => text(value, axis),
    };
    let shift = index.shift.as_ref().map(|shift| text(shift, axis));
    format!("{base}+{shift:?}")
}
