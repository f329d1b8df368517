//! What a candidate is worth: how well its words fit, and what speaks against it.

use super::candidate::{TableCandidate, TableCells};
use super::search::Search;
use super::target::Target;
use crate::understand::measure::{MeasureFit, UnitKind};
use crate::weights::figures::{
    ASIDE, BY_INPUT, BY_MEMBER, BY_UNIT, CONTRADICTED, INCOMPLETE, LEAST_CANDIDATE, LOOKS_LIKE_PER_CENT, OF_MOVEMENT,
    OF_TOTAL, OUT_OF_RANGE, UNSAID,
};
use sg3_lang::model::QuantityId;

impl Search<'_> {
    /// Adds the best of some cells.
    pub(crate) fn best(
        &self,
        target: usize,
        cells: impl Iterator<Item = (TableCells, f64, f64)>,
        across: bool,
        all: &mut Vec<TableCandidate>,
    ) {
        let candidates = cells.filter_map(|(cells, member, own)| self.candidate(target, cells, (member, own), across));
        let best = candidates.fold(None, |best: Option<TableCandidate>, next| match best {
            Some(best) if best.score >= next.score => Some(best),
            _ => Some(next),
        });
        all.extend(best.filter(|candidate| candidate.score >= LEAST_CANDIDATE));
    }

    fn candidate(
        &self,
        target: usize,
        cells: TableCells,
        (member, own): (f64, f64),
        across: bool,
    ) -> Option<TableCandidate> {
        let wanted = &self.targets[target];
        let meaning = &self.tables[cells.table];
        let column = &meaning.columns[cells.head];
        let year = wanted.year.or(self.year);
        if own <= 0.0 || column.year.is_some_and(|own| year.is_some_and(|year| own != year)) {
            return None;
        }
        let sum = self.sum(cells)?;
        let mut measure = meaning.measured(cells.group, cells.head, wanted.wanted, self.lexicon);
        let mut score = libm::pow(member, BY_MEMBER) * libm::pow(own, BY_INPUT);
        score *= match measure.agrees {
            Some(true) => 1.0,
            None => UNSAID,
            Some(false) => CONTRADICTED,
        };
        score *= if column.is_aside { ASIDE } else { 1.0 } * if column.is_movement { OF_MOVEMENT } else { 1.0 };
        let is_total = meaning.groups[cells.group].lines.iter().all(|line| meaning.table.lines[*line].is_total);
        score *= if is_total { OF_TOTAL } else { 1.0 };
        score *= INCOMPLETE + (1.0 - INCOMPLETE) * meaning.groups[cells.group].complete;
        per_cent(&mut measure, wanted.wanted, sum);
        score *= if self.is_plausible(wanted, sum * measure.factor) { 1.0 } else { OUT_OF_RANGE };
        Some(TableCandidate { target, cells, across, score, fits: (member, own), measure, sum })
    }

    /// The numbers of a group in a column, added; nothing if there is none.
    pub(super) fn sum(&self, cells: TableCells) -> Option<f64> {
        let meaning = &self.tables[cells.table];
        let column = meaning.table.heads[cells.head].column;
        let lines = meaning.groups[cells.group].lines.iter().map(|line| meaning.table.lines[*line].row);
        let numbers = lines.filter_map(|row| self.files[meaning.file].number(meaning.table.sheet, row, column));
        numbers.fold(None, |sum: Option<f64>, number| Some(sum.unwrap_or(0.0) + number))
    }

    fn is_plausible(&self, target: &Target, value: f64) -> bool {
        let range = self.model.quantity(target.quantity).input().and_then(|input| input.range);
        // Costs are often written as negative.
        range.is_none_or(|range| range.contains(value) || target.wanted == UnitKind::Money && range.contains(-value))
    }

    /// Whether no other input asked for along the same dimensions is counted in the same.
    pub(crate) fn is_told_by_unit(&self, quantity: QuantityId) -> bool {
        let target = &self.targets[self.by_quantity[&quantity][0]];
        let firsts = self.by_quantity.values().map(|targets| &self.targets[targets[0]]);
        let alike = firsts.filter(|other| other.wanted == target.wanted && other.dimensions().eq(target.dimensions()));
        !target.members.is_empty() && target.wanted != UnitKind::Other && alike.count() == 1
    }

    pub(crate) fn by_unit(&self, cells: TableCells, target: usize) -> f64 {
        let target = &self.targets[target];
        let value = self.tables[cells.table].measured(cells.group, cells.head, target.wanted, self.lexicon).agrees
            == Some(true);
        if value && self.is_told_by_unit(target.quantity) { BY_UNIT } else { 0.0 }
    }
}

/// `62` for a share of 0.62, whether or not anybody says per cent.
fn per_cent(measure: &mut MeasureFit, wanted: UnitKind, value: f64) {
    if wanted == UnitKind::Share && value.abs() > LOOKS_LIKE_PER_CENT && value.abs() <= 100.0 {
        measure.factor = 0.01;
        measure.said = measure
            .said
            .take()
            .or((measure.agrees != Some(true)).then(|| "figures appear to be percentages".to_owned()));
    }
}
