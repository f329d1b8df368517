//! Which cells of theirs could be which figure of the model, and how likely each is by itself.

pub(crate) mod worth;

use crate::foreign::Foreign;
use crate::found::{Evidence, Found};
use crate::lexicon::{Concept, Lexicon};
use crate::measure::Fit;
use crate::target::{Members, Target};
use sg3_lang::Model;
use sg3_lang::model::{DimensionId, QuantityId};
use std::collections::HashMap;

/// A row that is a member of something is less of a figure without members.
const OF_MEMBER: f64 = 0.6;

/// A member must be meant so clearly.
const MEMBER: f64 = 0.4;

/// A cell, or cells added, that could be a figure.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Position of the target.
    pub target: usize,
    /// Position of the table.
    pub table: usize,
    /// Rows, by position of the group.
    pub group: usize,
    /// Column, by position of the head.
    pub head: usize,
    /// Whether members go across: the block of an input is then a row.
    pub across: bool,
    /// From 0 to 1.
    pub score: f64,
    /// How well members and input fit.
    pub fits: (f64, f64),
    /// What figures are counted in.
    pub measure: Fit,
    /// Sum of the cells, in their unit.
    pub sum: f64,
}

/// What candidates are made from.
pub struct Search<'a> {
    /// The model.
    pub model: &'a Model,
    /// Files of theirs.
    pub files: &'a [Foreign],
    /// What words mean.
    pub lexicon: &'a Lexicon,
    /// Tables of theirs.
    pub found: &'a [Found],
    /// Figures.
    pub targets: &'a [Target],
    /// Known members.
    pub members: &'a Members,
    /// The year that figures are of.
    pub year: Option<i32>,
    by_quantity: HashMap<QuantityId, Vec<usize>>,
}

/// Where a word about the figure may stand.
#[derive(Clone, Copy)]
pub(crate) struct Spot {
    table: usize,
    group: usize,
    head: usize,
}

impl<'a> Search<'a> {
    /// Ready to look.
    pub fn new(
        model: &'a Model,
        files: &'a [Foreign],
        lexicon: &'a Lexicon,
        found: &'a [Found],
        targets: &'a [Target],
        members: &'a Members,
        year: Option<i32>,
    ) -> Search<'a> {
        let mut by_quantity: HashMap<QuantityId, Vec<usize>> = HashMap::new();
        for (number, target) in targets.iter().enumerate() {
            by_quantity.entry(target.quantity).or_default().push(number);
        }
        Search { model, files, lexicon, found, targets, members, year, by_quantity }
    }

    /// Every candidate that is not hopeless.
    pub fn candidates(&self) -> Vec<Candidate> {
        let mut quantities: Vec<QuantityId> = self.by_quantity.keys().copied().collect();
        quantities.sort_unstable();
        let mut all = Vec::new();
        for table in 0..self.found.len() {
            for quantity in &quantities {
                self.of_table(table, *quantity, &mut all);
            }
        }
        all
    }

    fn of_table(&self, table: usize, quantity: QuantityId, all: &mut Vec<Candidate>) {
        let found = &self.found[table];
        let concept = Concept::Quantity(quantity);
        let about = fit(&found.about, concept);
        let of_heads: Vec<f64> = found.of_head.iter().map(|head| fit(head, concept)).collect();
        let of_groups: Vec<f64> = found.of_group.iter().map(|group| fit(group, concept)).collect();
        let is_meant = about > 0.0 || of_heads.iter().chain(&of_groups).any(|fit| *fit > 0.0);
        if !is_meant && !self.is_told_by_unit(quantity) {
            return;
        }
        for target in &self.by_quantity[&quantity] {
            match self.targets[*target].members.len() {
                0 => self.scalar(table, *target, &of_groups, &of_heads, all),
                1 => self.along(table, *target, (about, &of_heads, &of_groups), all),
                2 => self.crossed(table, *target, (about, &of_heads, &of_groups), all),
                _ => {}
            }
        }
    }

    /// An input without members: its words are in the row, or above the only row.
    fn scalar(&self, table: usize, target: usize, groups: &[f64], heads: &[f64], all: &mut Vec<Candidate>) {
        for (group, own) in groups.iter().enumerate().filter(|(_, own)| **own > 0.0) {
            // A row that is a member of something is no figure without members.
            let members =
                self.found[table].of_group[group].iter().filter(|(concept, _)| matches!(concept, Concept::Member(..)));
            let own = own * (1.0 - OF_MEMBER * members.map(|(_, fit)| *fit).fold(0.0, f64::max));
            let columns = (0..heads.len()).map(|head| (Spot { table, group, head }, 1.0, own));
            self.best(target, columns, false, all);
        }
        if groups.len() == 1 {
            let columns = heads.iter().enumerate().filter(|(_, fit)| **fit > 0.0);
            self.best(target, columns.map(|(head, fit)| (Spot { table, group: 0, head }, 1.0, *fit)), false, all);
        }
    }

    /// An input along one dimension: the member in the row, in the column, or in what the table is about.
    fn along(
        &self,
        table: usize,
        target: usize,
        (about, heads, groups): (f64, &[f64], &[f64]),
        all: &mut Vec<Candidate>,
    ) {
        let found = &self.found[table];
        let (dimension, position) = self.targets[target].members[0];
        let member = Concept::Member(dimension, position);
        let by_unit = |spot: Spot| self.by_unit(spot, target);
        let mut near = false;
        for (group, evidence) in found.of_group.iter().enumerate() {
            let of_member = fit(evidence, member);
            if of_member >= MEMBER {
                near = true;
                let columns = (0..heads.len()).map(|head| {
                    let spot = Spot { table, group, head };
                    let own = rival(heads[head], &found.of_head[head], quantities).max(about).max(groups[group]);
                    (spot, of_member, if own > 0.0 { own } else { by_unit(spot) })
                });
                self.best(target, columns, false, all);
            }
        }
        for (head, evidence) in found.of_head.iter().enumerate() {
            let of_member = fit(evidence, member);
            if of_member >= MEMBER {
                near = true;
                for group in (0..groups.len()).filter(|group| groups[*group] > 0.0 || about > 0.0) {
                    let alone = if groups.len() <= 2 { about } else { about * 0.5 };
                    let own = groups[group].max(alone);
                    self.best(target, [(Spot { table, group, head }, of_member, own)].into_iter(), true, all);
                }
            }
        }
        let of_member = fit(&found.about, member);
        if of_member >= MEMBER && !near {
            for group in (0..groups.len()).filter(|group| groups[*group] > 0.0) {
                let columns = (0..heads.len()).map(|head| (Spot { table, group, head }, of_member, groups[group]));
                self.best(target, columns, false, all);
            }
        }
    }

    /// An input along two dimensions: one in the row, one in the column, the input in what the table is about.
    fn crossed(
        &self,
        table: usize,
        target: usize,
        (about, heads, groups): (f64, &[f64], &[f64]),
        all: &mut Vec<Candidate>,
    ) {
        let found = &self.found[table];
        let members = &self.targets[target].members;
        for (down, over) in [(members[0], members[1]), (members[1], members[0])] {
            let concept = |(dimension, position): (DimensionId, usize)| Concept::Member(dimension, position);
            for (group, evidence) in
                found.of_group.iter().enumerate().filter(|(_, evidence)| fit(evidence, concept(down)) >= MEMBER)
            {
                for (head, of_head) in found.of_head.iter().enumerate() {
                    let of_over = fit(of_head, concept(over));
                    if of_over >= MEMBER {
                        let members = fit(evidence, concept(down)) * of_over;
                        let own = about.max(heads[head]).max(groups[group]);
                        let spot = Spot { table, group, head };
                        let own = if own > 0.0 { own } else { self.by_unit(spot, target) };
                        self.best(target, [(spot, members, own)].into_iter(), true, all);
                    }
                }
            }
        }
    }
}

/// How well evidence fits a concept.
pub fn fit(evidence: &Evidence, concept: Concept) -> f64 {
    evidence.get(&concept).copied().unwrap_or(0.0)
}

fn quantities(concept: &Concept) -> bool {
    matches!(concept, Concept::Quantity(_))
}

/// A fit, less if the same words fit something else of the kind better.
fn rival(fit: f64, evidence: &Evidence, of_kind: fn(&Concept) -> bool) -> f64 {
    let best = evidence.iter().filter(|(concept, _)| of_kind(concept)).map(|(_, fit)| *fit).fold(0.0, f64::max);
    if best > fit { fit * fit / best } else { fit }
}
