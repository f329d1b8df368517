//! The cells of a rule for a list, read as values of its input.

use super::place::{Rejections, report_rejections};
use super::reader::{ListReader, ListRule};
use super::value;
use crate::apply::selection::SelectedCell;
use crate::rules::mapping::Mapping;
use crate::rules::meaning::dimension_named;
use crate::source::cell::SourceValue;
use sg3_calc::{Datum, Layer, MemberEntry, Value};
use sg3_form::values::matcher::Matchers;
use sg3_form::values::value::Complaint;
use sg3_lang::Diagnostics;
use sg3_lang::model::{DimensionId, Members, QuantityId};
use std::collections::HashMap;
use std::sync::Arc;

/// Where in a layer the value of each place of an input is.
pub(crate) type KnownPlaces = HashMap<QuantityId, HashMap<Box<[Arc<str>]>, usize>>;

impl ListReader<'_> {
    /// Members of lists by code and name, and words that mean members.
    pub(crate) fn understand(&mut self, mapping: &Mapping) {
        let said = mapping.meanings.iter().filter(|meaning| !meaning.key.is_empty());
        let synonyms: Vec<(DimensionId, Arc<str>, String)> = said
            .filter_map(|meaning| {
                Some((dimension_named(self.model, &meaning.of)?, (&*meaning.key).into(), meaning.word.clone()))
            })
            .collect();
        self.matchers = Matchers::of_model(self.model, &synonyms);
        for dimension in (0..self.model.dimensions.len() as u32).map(DimensionId) {
            let is_keyed = matches!(self.model.dimension(dimension).members, Members::FromInput);
            if is_keyed && self.roll.lists(dimension) {
                let mut known: Vec<MemberEntry> =
                    self.roll.entries.iter().filter(|member| member.dimension == dimension).cloned().collect();
                for (_, key, word) in synonyms.iter().filter(|(of, ..)| *of == dimension) {
                    let origin = sg3_calc::Origin::Default;
                    known.push(MemberEntry { dimension, key: key.clone(), label: word.clone(), unit: None, origin });
                }
                self.matchers.add(dimension, &known);
            }
        }
    }

    /// Adds the values of a rule to a layer; gives the cells with amounts. Several rules of one figure are added.
    pub(crate) fn read(
        &self,
        line: ListRule,
        known: &mut KnownPlaces,
        layer: &mut Layer,
        diagnostics: &mut Diagnostics,
    ) -> Vec<SelectedCell> {
        let evidence = line.rule.evidence().map(Arc::new);
        let mut refused = Rejections::new();
        let known = known.entry(line.id).or_default();
        let mut cells = Vec::new();
        for (place, (row, column, written)) in self.placed(line, &mut refused) {
            let value = match value::read_value(line.rule, line.share, line.quantity, &self.matchers, written) {
                Ok(value) => value,
                Err(complaint) => {
                    self.refuse(line, (row, column, written), complaint, &mut refused);
                    Value::Unreadable(written.text())
                }
            };
            if let Some(number) = written.number().filter(|_| matches!(value, Value::Number(_))) {
                cells.push(SelectedCell { row, column, number });
            }
            let origin = self.files[line.at.file].origin(line.at.sheet, row, column);
            if let Some(first) = known.get(&place).map(|at| &mut layer.values[*at]) {
                self.again(line, first, value, (row, column, written), &mut refused);
            } else {
                known.insert(place.clone(), layer.values.len());
                let evidence = evidence.clone();
                layer.values.push(Datum { quantity: line.id, place: Some(place), value, origin, evidence });
            }
        }
        report_rejections(refused, diagnostics);
        cells.dedup_by_key(|cell| (cell.row, cell.column));
        cells
    }

    /// A second value of a place: amounts are added, words must be the same. A sum of which a part cannot be read cannot be either.
    pub(crate) fn again(
        &self,
        line: ListRule,
        first: &mut Datum,
        value: Value,
        cell: (u32, u32, &SourceValue),
        refused: &mut Rejections,
    ) {
        match (&mut first.value, value) {
            (Value::Number(sum), Value::Number(more)) => *sum += more,
            (Value::Unreadable(_), _) => {}
            (one, Value::Unreadable(text)) => *one = Value::Unreadable(text),
            (one, other) if *one == other => {}
            _ => {
                let message =
                    format!("{} is given twice with different values; first in {}", line.quantity.label, first.origin);
                let help = Some("combine them into one row, or exclude one in the mapping".to_owned());
                self.refuse(line, cell, Complaint { slug: "duplicate-value", message, help }, refused);
            }
        }
    }
}
