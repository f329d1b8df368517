//! Which cells of the source could be which figure of the model, and how likely each is by itself.

use super::candidate::{TableCandidate, TableCells};
use super::target::Target;
use crate::rules::rule::MappingRule;
use crate::source::file::SourceFile;
use crate::understand::concept::Concept;
use crate::understand::lexicon::Lexicon;
use crate::understand::members::Members;
use crate::understand::scores::Scores;
use crate::understand::table_meaning::TableMeaning;
use crate::understand::understood::Understood;
use crate::weights::figures::{ABOUT_ALONE, LEAST_MEMBER, OF_MEMBER};
use sg3_lang::Model;
use sg3_lang::model::QuantityId;
use sg3_workbook::CellRange;
use std::collections::HashMap;

/// What candidates are made from.
pub(crate) struct Search<'a> {
    /// The model.
    pub(crate) model: &'a Model,
    /// Source files.
    pub(crate) files: &'a [SourceFile],
    /// What words mean.
    pub(crate) lexicon: &'a Lexicon,
    /// Tables of the source.
    pub(crate) tables: &'a [TableMeaning],
    /// Figures.
    pub(crate) targets: &'a [Target],
    /// Known members.
    pub(crate) members: &'a Members,
    /// The year that figures are of.
    pub(crate) year: Option<i32>,
    /// Targets of each input, by position.
    pub(crate) by_quantity: HashMap<QuantityId, Vec<usize>>,
    /// Rules for lists: a row that is a line of a ledger is no total of the accounts.
    pub(crate) lists: &'a [MappingRule],
}

/// How well an input fits what a table is about, each of its heads, and each group of its rows.
struct InputFits {
    about: f64,
    heads: Vec<f64>,
    groups: Vec<f64>,
}

impl InputFits {
    fn of(table: &TableMeaning, quantity: QuantityId, lexicon: &Lexicon) -> InputFits {
        let concept = Concept::Quantity(quantity);
        InputFits {
            about: table.about.fit(concept),
            heads: table.of_head.iter().map(|head| head.fit(concept)).collect(),
            groups: table.of_group(lexicon).iter().map(|group| group.fit(concept)).collect(),
        }
    }

    fn is_meant(&self) -> bool {
        self.about > 0.0 || self.heads.iter().chain(&self.groups).any(|fit| *fit > 0.0)
    }
}

impl<'a> Search<'a> {
    /// Ready to look.
    pub(crate) fn new(
        understood: &'a Understood,
        targets: &'a [Target],
        members: &'a Members,
        year: Option<i32>,
        lists: &'a [MappingRule],
    ) -> Search<'a> {
        let mut by_quantity: HashMap<QuantityId, Vec<usize>> = HashMap::new();
        for (number, target) in targets.iter().enumerate() {
            by_quantity.entry(target.quantity).or_default().push(number);
        }
        let Understood { model, files, lexicon, tables, .. } = understood;
        Search { model, files, lexicon, tables, targets, members, year, by_quantity, lists }
    }

    /// Every candidate that is not hopeless.
    pub(crate) fn candidates(&self) -> Vec<TableCandidate> {
        let mut quantities: Vec<QuantityId> = self.by_quantity.keys().copied().collect();
        quantities.sort_unstable();
        let mut all = Vec::new();
        for table in (0..self.tables.len()).filter(|table| !self.is_list(*table)) {
            for quantity in &quantities {
                self.of_table(table, *quantity, &mut all);
            }
        }
        all
    }

    /// Whether most rows of a table are records of a list that fills a list of the model.
    fn is_list(&self, table: usize) -> bool {
        let meaning = &self.tables[table];
        let source = &self.files[meaning.file];
        let sheet = &source.sheets[meaning.table.sheet].name;
        let here = self.lists.iter().filter(|rule| rule.file == source.name() && *rule.sheet == **sheet);
        let areas: Vec<&CellRange> = here.flat_map(|rule| &rule.cells).collect();
        let lines = &meaning.table.lines;
        let taken = lines.iter().filter(|line| areas.iter().any(|area| (area.top..=area.bottom).contains(&line.row)));
        taken.count() * 2 > lines.len()
    }

    fn of_table(&self, table: usize, quantity: QuantityId, all: &mut Vec<TableCandidate>) {
        let fits = InputFits::of(&self.tables[table], quantity, self.lexicon);
        if !fits.is_meant() && !self.is_told_by_unit(quantity) {
            return;
        }
        for target in &self.by_quantity[&quantity] {
            match self.targets[*target].members.len() {
                0 => self.scalar((table, *target), &fits, all),
                1 => self.along((table, *target), &fits, all),
                2 => self.crossed((table, *target), &fits, all),
                _ => {}
            }
        }
    }

    /// An input without members: its words are in the row, or above the only row.
    fn scalar(&self, (table, target): (usize, usize), fits: &InputFits, all: &mut Vec<TableCandidate>) {
        for (group, own) in fits.groups.iter().enumerate().filter(|(_, own)| **own > 0.0) {
            // A row that is a member of something is no figure without members.
            let scores = &self.tables[table].of_group(self.lexicon)[group];
            let own = own * (1.0 - OF_MEMBER * scores.best(|concept| matches!(concept, Concept::Member(..))));
            let row = (0..fits.heads.len()).map(|head| (TableCells { table, group, head }, 1.0, own));
            self.best(target, row, false, all);
        }
        if fits.groups.len() == 1 {
            let heads = fits.heads.iter().enumerate().filter(|(_, fit)| **fit > 0.0);
            let row = heads.map(|(head, fit)| (TableCells { table, group: 0, head }, 1.0, *fit));
            self.best(target, row, false, all);
        }
    }

    /// An input along one dimension: the member in the row, in the column, or in what the table is about.
    fn along(&self, at: (usize, usize), fits: &InputFits, all: &mut Vec<TableCandidate>) {
        let (table, target) = at;
        let (dimension, position) = self.targets[target].members[0];
        let member = Concept::Member(dimension, position);
        let is_in_row = self.member_in_row(at, member, fits, all);
        let is_in_head = self.member_in_head(at, member, fits, all);
        let of_member = self.tables[table].about.fit(member);
        if of_member < LEAST_MEMBER || is_in_row || is_in_head {
            return;
        }
        for group in (0..fits.groups.len()).filter(|group| fits.groups[*group] > 0.0) {
            let row =
                (0..fits.heads.len()).map(|head| (TableCells { table, group, head }, of_member, fits.groups[group]));
            self.best(target, row, false, all);
        }
    }

    /// Rows of a member, the best column of each; whether there is any.
    fn member_in_row(
        &self,
        (table, target): (usize, usize),
        member: Concept,
        fits: &InputFits,
        all: &mut Vec<TableCandidate>,
    ) -> bool {
        let meaning = &self.tables[table];
        let rows = meaning.of_group(self.lexicon).iter().map(|scores| scores.fit(member)).enumerate();
        let rows: Vec<(usize, f64)> = rows.filter(|(_, of_member)| *of_member >= LEAST_MEMBER).collect();
        for (group, of_member) in &rows {
            let row = (0..fits.heads.len()).map(|head| {
                let cells = TableCells { table, group: *group, head };
                let of_head = weaken_by_rival(fits.heads[head], &meaning.of_head[head]);
                (cells, *of_member, self.or_by_unit(of_head.max(fits.about).max(fits.groups[*group]), cells, target))
            });
            self.best(target, row, false, all);
        }
        !rows.is_empty()
    }

    /// Columns of a member, each of their rows; whether there is any.
    fn member_in_head(
        &self,
        (table, target): (usize, usize),
        member: Concept,
        fits: &InputFits,
        all: &mut Vec<TableCandidate>,
    ) -> bool {
        let heads = self.tables[table].of_head.iter().map(|scores| scores.fit(member)).enumerate();
        let heads: Vec<(usize, f64)> = heads.filter(|(_, of_member)| *of_member >= LEAST_MEMBER).collect();
        let alone = if fits.groups.len() <= 2 { fits.about } else { fits.about * ABOUT_ALONE };
        for (head, of_member) in &heads {
            for group in (0..fits.groups.len()).filter(|group| fits.groups[*group] > 0.0 || fits.about > 0.0) {
                let cells = TableCells { table, group, head: *head };
                self.best(target, [(cells, *of_member, fits.groups[group].max(alone))].into_iter(), true, all);
            }
        }
        !heads.is_empty()
    }

    /// An input along two dimensions: one in the row, one in the column, the input in what the table is about.
    fn crossed(&self, (table, target): (usize, usize), fits: &InputFits, all: &mut Vec<TableCandidate>) {
        let meaning = &self.tables[table];
        let members: Vec<Concept> =
            self.targets[target].members.iter().map(|(dimension, at)| Concept::Member(*dimension, *at)).collect();
        for (down, over) in [(members[0], members[1]), (members[1], members[0])] {
            let rows = meaning.of_group(self.lexicon).iter().map(|scores| scores.fit(down)).enumerate();
            for (group, of_down) in rows.filter(|(_, of_down)| *of_down >= LEAST_MEMBER) {
                let heads = meaning.of_head.iter().map(|scores| scores.fit(over)).enumerate();
                for (head, of_over) in heads.filter(|(_, of_over)| *of_over >= LEAST_MEMBER) {
                    let cells = TableCells { table, group, head };
                    let own = fits.about.max(fits.heads[head]).max(fits.groups[group]);
                    let own = self.or_by_unit(own, cells, target);
                    self.best(target, [(cells, of_down * of_over, own)].into_iter(), true, all);
                }
            }
        }
    }

    /// How well words fit an input; where none do, whether the unit alone tells it.
    fn or_by_unit(&self, own: f64, cells: TableCells, target: usize) -> f64 {
        if own > 0.0 { own } else { self.by_unit(cells, target) }
    }
}

/// How well words fit an input, less if they fit another better.
fn weaken_by_rival(fit: f64, scores: &Scores) -> f64 {
    let best = scores.best(|concept| matches!(concept, Concept::Quantity(_)));
    if best > fit { fit * fit / best } else { fit }
}
