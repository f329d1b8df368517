//! Which cells of the source could be which figure of the model, and how likely each is by itself.

mod worth;

use super::target::Target;
use crate::source::file::SourceFile;
use crate::understand::concept::Concept;
use crate::understand::lexicon::Lexicon;
use crate::understand::measure::MeasureFit;
use crate::understand::members::Members;
use crate::understand::scores::Scores;
use crate::understand::table_meaning::TableMeaning;
use crate::understand::understood::Understood;
use crate::weights::figures::{ABOUT_ALONE, LEAST_MEMBER, OF_MEMBER};
use sg3_lang::Model;
use sg3_lang::model::{DimensionId, QuantityId};
use std::collections::HashMap;

/// A cell, or cells added, that could be a figure.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    /// Position of the target.
    pub(crate) target: usize,
    /// Position of the table.
    pub(crate) table: usize,
    /// Rows, by position of the group.
    pub(crate) group: usize,
    /// Column, by position of the head.
    pub(crate) head: usize,
    /// Whether members go across: the block of an input is then a row.
    pub(crate) across: bool,
    /// From 0 to 1.
    pub(crate) score: f64,
    /// How well members and input fit.
    pub(crate) fits: (f64, f64),
    /// What figures are counted in.
    pub(crate) measure: MeasureFit,
    /// Sum of the cells, in their unit.
    pub(crate) sum: f64,
}

impl Candidate {
    /// Table, group and head: the cells that it takes, whatever figure it is for.
    pub(crate) fn cells(&self) -> (usize, usize, usize) {
        (self.table, self.group, self.head)
    }
}

/// What candidates are made from.
pub(crate) struct Search<'a> {
    /// The model.
    pub(crate) model: &'a Model,
    /// Source files.
    pub(crate) files: &'a [SourceFile],
    /// What words mean.
    pub(crate) lexicon: &'a Lexicon,
    /// Tables of the source.
    pub(crate) found: &'a [TableMeaning],
    /// Figures.
    pub(crate) targets: &'a [Target],
    /// Known members.
    pub(crate) members: &'a Members,
    /// The year that figures are of.
    pub(crate) year: Option<i32>,
    by_quantity: HashMap<QuantityId, Vec<usize>>,
}

/// Where a word about the figure may stand.
#[derive(Clone, Copy)]
pub(crate) struct CandidateCells {
    table: usize,
    group: usize,
    head: usize,
}

impl<'a> Search<'a> {
    /// Ready to look.
    pub(crate) fn new(
        understood: &'a Understood,
        targets: &'a [Target],
        members: &'a Members,
        year: Option<i32>,
    ) -> Search<'a> {
        let mut by_quantity: HashMap<QuantityId, Vec<usize>> = HashMap::new();
        for (number, target) in targets.iter().enumerate() {
            by_quantity.entry(target.quantity).or_default().push(number);
        }
        let Understood { model, files, lexicon, tables, .. } = understood;
        Search { model, files, lexicon, found: tables, targets, members, year, by_quantity }
    }

    /// Every candidate that is not hopeless.
    pub(crate) fn candidates(&self) -> Vec<Candidate> {
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
        let about = found.about.fit(concept);
        let of_heads: Vec<f64> = found.of_head.iter().map(|head| head.fit(concept)).collect();
        let of_groups: Vec<f64> = found.of_group(self.lexicon).iter().map(|group| group.fit(concept)).collect();
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
            let evidence = &self.found[table].of_group(self.lexicon)[group];
            let own = own * (1.0 - OF_MEMBER * evidence.best(|concept| matches!(concept, Concept::Member(..))));
            let columns = (0..heads.len()).map(|head| (CandidateCells { table, group, head }, 1.0, own));
            self.best(target, columns, false, all);
        }
        if groups.len() == 1 {
            let columns = heads.iter().enumerate().filter(|(_, fit)| **fit > 0.0);
            self.best(
                target,
                columns.map(|(head, fit)| (CandidateCells { table, group: 0, head }, 1.0, *fit)),
                false,
                all,
            );
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
        let by_unit = |spot: CandidateCells| self.by_unit(spot, target);
        let mut near = false;
        for (group, evidence) in found.of_group(self.lexicon).iter().enumerate() {
            let of_member = evidence.fit(member);
            if of_member >= LEAST_MEMBER {
                near = true;
                let columns = (0..heads.len()).map(|head| {
                    let spot = CandidateCells { table, group, head };
                    let own = weaken_by_rival(heads[head], &found.of_head[head]).max(about).max(groups[group]);
                    (spot, of_member, if own > 0.0 { own } else { by_unit(spot) })
                });
                self.best(target, columns, false, all);
            }
        }
        for (head, evidence) in found.of_head.iter().enumerate() {
            let of_member = evidence.fit(member);
            if of_member >= LEAST_MEMBER {
                near = true;
                for group in (0..groups.len()).filter(|group| groups[*group] > 0.0 || about > 0.0) {
                    let alone = if groups.len() <= 2 { about } else { about * ABOUT_ALONE };
                    let own = groups[group].max(alone);
                    self.best(target, [(CandidateCells { table, group, head }, of_member, own)].into_iter(), true, all);
                }
            }
        }
        let of_member = found.about.fit(member);
        if of_member >= LEAST_MEMBER && !near {
            for group in (0..groups.len()).filter(|group| groups[*group] > 0.0) {
                let columns =
                    (0..heads.len()).map(|head| (CandidateCells { table, group, head }, of_member, groups[group]));
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
            let groups_of_member = found.of_group(self.lexicon).iter().enumerate();
            for (group, evidence) in
                groups_of_member.filter(|(_, evidence)| evidence.fit(concept(down)) >= LEAST_MEMBER)
            {
                for (head, of_head) in found.of_head.iter().enumerate() {
                    let of_over = of_head.fit(concept(over));
                    if of_over >= LEAST_MEMBER {
                        let members = evidence.fit(concept(down)) * of_over;
                        let own = about.max(heads[head]).max(groups[group]);
                        let spot = CandidateCells { table, group, head };
                        let own = if own > 0.0 { own } else { self.by_unit(spot, target) };
                        self.best(target, [(spot, members, own)].into_iter(), true, all);
                    }
                }
            }
        }
    }
}

/// How well words fit an input, less if they fit another better.
fn weaken_by_rival(fit: f64, evidence: &Scores) -> f64 {
    let best = evidence.best(|concept| matches!(concept, Concept::Quantity(_)));
    if best > fit { fit * fit / best } else { fit }
}
