//! Terms in the order of a key, and those that have none.

use super::{Point, Term, place_along};
use sg3_lang::model::{Order, Reduction};
use std::sync::Arc;

impl Point<'_> {
    /// The terms that have a place, in order; of a running total those up to where the point is. All of them as listed where nobody knows
    /// the order.
    pub(super) fn in_order(&self, reduction: &Reduction, order: &Order, terms: Vec<Term>) -> Vec<Term> {
        let Some(positions) = self.positions(order, &terms) else { return terms };
        let is_own =
            |position: &usize| place_along(reduction, &terms[*position].frame) == place_along(reduction, &self.frame);
        let count = match positions.iter().position(is_own) {
            _ if !reduction.how.keeps_axes() => positions.len(),
            own => own.map_or(0, |own| own + 1),
        };
        let mut terms: Vec<Option<Term>> = terms.into_iter().map(Some).collect();
        positions[..count].iter().filter_map(|position| terms[*position].take()).collect()
    }

    /// The terms that would count and are in no place, because they have no key; none where a key cannot be read.
    pub(crate) fn without_key(&self, reduction: &Reduction) -> Vec<Term> {
        let Some(order) = &reduction.order else { return Vec::new() };
        let mut terms = self.terms_as_listed(reduction);
        if self.positions(order, &terms).is_none() {
            return Vec::new();
        }
        terms.retain(|term| term.key.is_nan() && term.filter != 0.0);
        terms
    }

    /// The terms whose key is missing where one of them cannot be read, so that no place is known.
    pub(crate) fn unread_keys(&self, reduction: &Reduction) -> Vec<Term> {
        let Some(order) = &reduction.order else { return Vec::new() };
        let mut terms = self.terms_as_listed(reduction);
        if self.positions(order, &terms).is_some() {
            return Vec::new();
        }
        terms.retain(|term| term.key.is_nan() && term.filter != 0.0);
        terms
    }

    /// All terms whose key and filter tell the order, whether they have a place or not.
    pub(crate) fn all_terms(&self, reduction: &Reduction) -> Vec<Term> {
        self.terms_as_listed(reduction)
    }

    /// The keys of the members along the axes of a reduction.
    pub(crate) fn keys_along(&self, reduction: &Reduction, frame: &[usize]) -> Vec<Arc<str>> {
        let axes = reduction.axes.iter().map(|axis| &self.scope[axis.0 as usize]);
        let members = axes.map(|axis| self.engine.keys(axis)).zip(place_along(reduction, frame));
        members.map(|(keys, position)| keys[position].clone()).collect()
    }

    fn positions(&self, order: &Order, terms: &[Term]) -> Option<Vec<usize>> {
        let keys: Vec<f64> = terms.iter().map(|term| term.key).collect();
        let filters: Vec<f64> = terms.iter().map(|term| term.filter).collect();
        self.engine.member_order(order).positions(&keys, &filters)
    }
}
