//! `expression with replacements`: the counterfactual that it is read in.
//!
//! A spreadsheet cannot compute the same cells twice with other figures, so that a counterfactual is a second set of blocks:
//! those of what is replaced, of what follows from it, and of nothing else. `(total_cost with minutes[service = s] = 0)`
//! needs `minutes`, `usage` and `annual_cost` once more, each with `s` as an additional axis, but not the prices that the
//! minutes do not touch.

use super::context::Context;
use super::counterfactual::{Counterfactual, Replacement};
use super::dependents::{affected, closure, key_axes};
use super::lowering::Lowering;
use super::replacement_key::replacement_key;
use crate::book::formula::Formula;
use crate::book::{BASE, CounterfactualId, CounterfactualTitle};
use sg3_calc::present::phrase;
use sg3_lang::model::{self, Node, QuantityId};
use std::collections::BTreeSet;

impl<'a> Lowering<'a> {
    /// The body, read in the counterfactual of its replacements.
    pub(super) fn substitute(&mut self, with: &'a model::Counterfactual, context: &Context<'a>) -> Formula {
        let keys = key_axes(&with.substitutions);
        let parent = self.parent(with, context);
        let counterfactual = self.find_or_add(with, parent, &keys, context);
        let mut inner = context.clone();
        inner.counterfactual = counterfactual;
        inner.keys.truncate(self.counterfactual(parent).keys.len());
        inner.keys.extend(keys.iter().map(|key| context.places[*key].clone().expect("keys are in scope")));
        self.expression(&with.body, &inner)
    }

    /// The nearest counterfactual around that makes a difference to what is read: within one that does not, the blocks are
    /// those that other formulas need too.
    fn parent(&self, with: &model::Counterfactual, context: &Context<'a>) -> CounterfactualId {
        let values = with.substitutions.iter().map(|substitution| &substitution.value);
        let expressions: Vec<_> = values.chain([&with.body]).collect();
        let mut reads = closure(self.model(), &expressions);
        reads.extend(with.substitutions.iter().map(|substitution| substitution.target));
        let mut parent = context.counterfactual;
        while parent != BASE && !reads.iter().any(|id| self.counterfactual(parent).affected[id.0 as usize]) {
            parent = self.counterfactual(parent).parent.expect("only the base case has none");
        }
        parent
    }

    /// The counterfactual of these replacements: one that is there already, if it is the same.
    fn find_or_add(
        &mut self,
        with: &'a model::Counterfactual,
        parent: CounterfactualId,
        keys: &[usize],
        context: &Context<'a>,
    ) -> CounterfactualId {
        let scope = context.scope;
        let replacements: Vec<Replacement> = with
            .substitutions
            .iter()
            .map(|substitution| Replacement { substitution, scope, keys: keys.to_vec() })
            .collect();
        let name = replacement_key(parent, &replacements);
        if let Some(known) = self.counterfactuals.iter().position(|counterfactual| counterfactual.name == name) {
            return CounterfactualId(known as u32);
        }
        self.book.counterfactuals.push(self.title(&replacements, parent));
        let around = self.counterfactual(parent);
        let targets: BTreeSet<QuantityId> = with.substitutions.iter().map(|inner| inner.target).collect();
        let affected = affected(self.model(), &around.cut, &targets);
        let mut cut = around.cut.clone();
        targets.iter().for_each(|target| cut[target.0 as usize] = true);
        let keys = around.keys.iter().cloned().chain(keys.iter().map(|key| scope[*key].clone())).collect();
        self.counterfactuals.push(Counterfactual { parent: Some(parent), keys, replacements, affected, cut, name });
        CounterfactualId(self.counterfactuals.len() as u32 - 1)
    }

    fn title(&self, replacements: &[Replacement], parent: CounterfactualId) -> CounterfactualTitle {
        let mut title = self.book.counterfactuals[parent.0 as usize].clone();
        for replacement in replacements {
            if !title.title.is_empty() {
                title.title += ", ";
            }
            title.title += &self.title_of_one(replacement);
            title.replacements.push(self.describe_replacement(replacement));
        }
        title
    }

    /// `Without incoming calls`; where something else than nothing is put in place, `With ...`.
    fn title_of_one(&self, replacement: &Replacement) -> String {
        let substitution = replacement.substitution;
        let label = &self.model().quantity(substitution.target).label;
        let nothing = matches!(substitution.value.node, Node::Literal(0.0));
        let words = if nothing { "Without {label}" } else { "With other {label}" };
        self.material.language.fill(words, &[("label", &*phrase::within(label))])
    }

    /// `minutes = 0`.
    fn describe_replacement(&self, replacement: &Replacement) -> String {
        let substitution = replacement.substitution;
        let target = &self.model().quantity(substitution.target).name;
        let value = self.material.sources.slice(substitution.value.span);
        format!("{target} = {}", value.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}
