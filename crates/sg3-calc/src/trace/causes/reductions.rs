//! Reductions: the terms that are bad, or why there is nothing to reduce.

use super::bands::{falls, missed};
use super::cause::{Cause, Found, Impossible};
use super::search::Search;
use crate::trace::point::{Point, Term};
use sg3_lang::model::{Expression, Reduction, ReductionKind};

/// Bad terms of one reduction that are followed.
const MOST_TERMS: usize = 100;

impl<'a> Search<'a> {
    pub(super) fn reduction(
        &mut self,
        point: &Point<'a>,
        reduction: &'a Reduction,
        whole: &Expression,
        found: &mut Found,
    ) {
        let terms = point.terms(reduction);
        let mut any = self.any_bad(point, &reduction.at, found) | self.no_order(point, reduction, found);
        for term in terms.iter().filter(|term| term.filter.is_nan()).take(MOST_TERMS) {
            any |= self.any_bad(&point.at(term.frame.clone()), &reduction.filter, found);
        }
        let searches = matches!(reduction.how, ReductionKind::Lookup | ReductionKind::First | ReductionKind::Last);
        let of_every_term: Vec<&Expression> =
            reduction.arguments.iter().skip(usize::from(searches)).chain(&reduction.from).collect();
        let deep = reduction.arguments.len() > 1 || reduction.from.is_some();
        let counting = terms.iter().filter(|term| term.filter == 1.0 && (deep || term.value.is_nan()));
        for term in counting.take(MOST_TERMS) {
            any |= self.any_bad(&point.at(term.frame.clone()), of_every_term.iter().copied(), found);
        }
        if any || (searches && self.chosen_terms(point, reduction, &terms, found)) {
            return;
        }
        let word = reduction.how.keyword();
        let why = if reduction.how == ReductionKind::Rank && !terms.is_empty() {
            Impossible::NotCounted(word)
        } else if terms.iter().all(|term| term.filter == 0.0) {
            Impossible::Nothing(word)
        } else if falls(point, reduction, &terms) {
            Impossible::Falling(word)
        } else if let Some((why, missed)) = missed(point, reduction, &terms) {
            let cause = Cause::Impossible(whole.span, why);
            self.causes.entry(cause).or_default().missed.get_or_insert(missed);
            why
        } else {
            Impossible::Outside(word)
        };
        self.impossible(whole, why, found);
    }

    /// Whether this member has no key, or one cannot be read.
    fn no_order(&mut self, point: &Point<'a>, reduction: &'a Reduction, found: &mut Found) -> bool {
        let Some(order) = &reduction.order else { return false };
        if reduction.how.keeps_axes() && self.if_bad(point, &order.key, found) {
            return true;
        }
        let unread = point.unread_keys(reduction).into_iter().take(MOST_TERMS);
        unread.filter(|term| self.if_bad(&point.at(term.frame.clone()), &order.key, found)).count() > 0
    }

    /// The value of a search or band, where the search itself went well.
    fn chosen_terms(&mut self, point: &Point<'a>, reduction: &'a Reduction, terms: &[Term], found: &mut Found) -> bool {
        let mut counting = terms.iter().filter(|term| term.filter == 1.0);
        let chosen = match reduction.how {
            ReductionKind::First => counting.next(),
            ReductionKind::Last => counting.next_back(),
            _ => counting.rfind(|term| term.value.is_nan()),
        };
        chosen.is_some_and(|term| self.if_bad(&point.at(term.frame.clone()), &reduction.arguments[0], found))
    }
}
