//! Counterfactuals: into them, and out again where they have a cell from outside.

use super::cause::Found;
use super::search::{Entered, Search};
use crate::evaluate::environment::Environment;
use crate::trace::point::Point;
use sg3_lang::model::{Counterfactual, QuantityId, Substitution};
use std::collections::BTreeSet;
use std::rc::Rc;

impl<'a> Search<'a> {
    pub(super) fn counterfactual(&mut self, point: &Point<'a>, counterfactual: &'a Counterfactual, found: &mut Found) {
        let environment = self.enter(point, counterfactual);
        self.follow(&point.in_environment(environment), &counterfactual.body, found);
    }

    /// The environment of a counterfactual; the same one where nothing tells it apart from one that was entered before.
    fn enter(&mut self, point: &Point<'a>, counterfactual: &'a Counterfactual) -> Rc<Environment> {
        let substitutions = &counterfactual.substitutions[..];
        let keys: BTreeSet<usize> = substitutions.iter().flat_map(Substitution::free_axes).collect();
        let known = self.entered.iter().find(|entered| {
            std::ptr::eq(entered.substitutions, substitutions)
                && Rc::ptr_eq(&entered.from.environment, &point.environment)
                && keys.iter().all(|axis| entered.from.frame[*axis] == point.frame[*axis])
        });
        if let Some(known) = known {
            return known.environment.clone();
        }
        let environment = point.counterfactual(counterfactual);
        self.entered.push(Entered { environment: environment.clone(), from: point.clone(), substitutions });
        environment
    }

    /// A cell that a counterfactual has from outside: unchanged, or by what replaces it.
    pub(super) fn of_outside(&mut self, entered: &Entered<'a>, id: QuantityId, cell: usize, place: &[usize]) -> Found {
        let Some(substitution) = entered.substitutions.iter().rev().find(|s| s.target == id) else {
            return (*self.cell(&entered.from.environment, id, cell)).clone();
        };
        let mut frame = entered.from.frame.clone();
        for (axis, position) in substitution.axes.iter().zip(place) {
            axis.iter().for_each(|axis| frame[axis.0 as usize] = *position);
        }
        let mut found = Found::new();
        if !self.if_bad(&entered.from.at(frame), &substitution.value, &mut found) {
            found.clone_from(&self.cell(&entered.from.environment, id, cell));
        }
        found
    }
}
