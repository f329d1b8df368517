//! Places in an order, and what is summed up to one.

use super::precedence::{Precedence, Printed};
use super::printer::Printer;
use crate::book::formula::Fold;
use sg3_lang::model::Extreme;

impl Printer<'_> {
    /// What comes first, and of what is equal the earlier, itself counted. Cells that do not count are texts, which are less than no number and equal
    /// to none: what is greater is counted as all numbers but those that are not.
    pub(super) fn place(&mut self, first: Extreme, fold: &Fold, cells: &[String]) -> Printed {
        let (all, own) = (&cells[0], &cells[1]);
        let before = match first {
            Extreme::Least => format!("SUMPRODUCT(({all}<{own})*1)"),
            Extreme::Greatest => format!("COUNT({all})-SUMPRODUCT(({all}<={own})*1)"),
        };
        let equal = match cells.get(3) {
            None => format!("SUMPRODUCT(({}={own})*1)", self.earlier(&fold.factors[0], &fold.factors[2])),
            Some(numbers) => format!("SUMPRODUCT(({all}={own})*({numbers}<={}))", cells[2]),
        };
        Printed::atom(format!("IF(ISNUMBER({own}),{before}+{equal},NA())"))
    }
}

/// Errors among the places are in nobody's way; that of this member is added, as not every program has an error for a condition that is one.
pub(super) fn sum_up_to_place(cells: &[String]) -> Printed {
    let (terms, places, own) = (&cells[0], &cells[1], &cells[2]);
    Printed(format!("SUMIFS({terms},{places},\"<=\"&{own})+0*{own}"), Precedence::Sum)
}
