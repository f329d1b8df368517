//! Folds: functions over ranges, and what they are over nothing.

use super::order::sum_up_to_place;
use super::precedence::{Precedence, Printed};
use super::printer::Printer;
use crate::book::formula::{Aggregation, Fold, FoldRange, Formula};
use crate::book::stored_layout::about::TOLERANCE;

impl Printer<'_> {
    pub(super) fn fold(&mut self, fold: &Fold) -> Printed {
        self.within(&fold.ranges, |printer| printer.aggregate(fold))
    }

    /// The cells of a fold's only factor.
    pub(super) fn cells(&mut self, fold: &Fold) -> String {
        self.within(&fold.ranges, |printer| printer.number(&fold.factors[0]).0)
    }

    /// The number of a band; bad where the lower bounds, which are searched by halving, do not rise.
    pub(super) fn band(&mut self, lower: &Fold, at: &Formula) -> String {
        let (cells, at) = (self.cells(lower), self.at_least(at, Precedence::Atom));
        let band = format!("MATCH(IF({at}>0,{at}/(1-{TOLERANCE}),{at}*(1-{TOLERANCE})),{cells},1)");
        let [all] = lower.ranges[..] else { unreachable!("bands are along one axis") };
        if all.count < 2 {
            return format!("{band}+0*SUM({cells})");
        }
        let [earlier, later] = [FoldRange { from: 0, count: all.count - 1, ..all }, FoldRange { from: 1, ..all }]
            .map(|range| self.cells(&Fold { ranges: vec![range], ..lower.clone() }));
        format!("{band}+IF(SUMPRODUCT(({earlier}>{later})*1)>0,NA(),0)")
    }

    fn aggregate(&mut self, fold: &Fold) -> Printed {
        if self.fold_is_empty() {
            return Printed::atom(value_of_nothing(fold.aggregation));
        }
        let is_plain = fold.factors.iter().all(|factor| matches!(factor, Formula::Reference(_)));
        if fold.aggregation == Aggregation::Sum && !is_plain {
            let factors: Vec<String> =
                fold.factors.iter().map(|factor| self.in_row(factor, Precedence::Product)).collect();
            return Printed::atom(format!("SUMPRODUCT({})", factors.join("*")));
        }
        let cells: Vec<String> = fold.factors.iter().map(|factor| self.number(factor).0).collect();
        let all = &cells[0];
        match fold.aggregation {
            Aggregation::Sum if cells.len() == 1 => Printed::atom(format!("SUM({all})")),
            Aggregation::Sum => Printed::atom(format!("SUMPRODUCT({})", cells.join(","))),
            Aggregation::Product => Printed::atom(format!("PRODUCT({all})")),
            // `MIN` of no numbers would be 0
            Aggregation::Min => Printed::atom(format!("IF(COUNT({all})=0,NA(),MIN({all}))")),
            Aggregation::Max => Printed::atom(format!("IF(COUNT({all})=0,NA(),MAX({all}))")),
            Aggregation::Mean => Printed::atom(format!("AVERAGE({all})")),
            Aggregation::Median => Printed::atom(format!("MEDIAN({all})")),
            Aggregation::Percentile => Printed::atom(format!("PERCENTILE({})", cells.join(","))),
            Aggregation::Entered => Printed::atom(format!("COUNTA({all})")),
            // the sum of what holds no 1 is 0, or the error among it
            Aggregation::Any => Printed::atom(format!("IF(COUNTIF({all},1)>0,1,SUM({all}))")),
            Aggregation::All => Printed::atom(format!("IF(COUNTIF({all},0)>0,0,1+0*SUM({all}))")),
            Aggregation::SumWhere => {
                // `SUMIFS` passes over errors among the keys
                let errors: String = cells[1..].iter().step_by(2).map(|keys| format!("+0*SUM({keys})")).collect();
                Printed(format!("SUMIFS({}){errors}", cells.join(",")), Precedence::Sum)
            }
            Aggregation::Rank => self.rank(fold, &cells),
            Aggregation::Place(first) => self.place(first, fold, &cells),
            Aggregation::SumUpToPlace => sum_up_to_place(&cells),
        }
    }

    /// What is larger by more than the tolerance, and of what is earlier (or itself) what is as large.
    fn rank(&mut self, fold: &Fold, cells: &[String]) -> Printed {
        let (all, own) = (&cells[0], &cells[1]);
        let (earlier, among) = match cells.get(3) {
            None => (self.earlier(&fold.factors[0], &fold.factors[2]), "1".to_owned()),
            Some(numbers) => (all.clone(), format!("({numbers}<={})", cells[2])),
        };
        let larger = format!("SUMPRODUCT(({all}-{own}>{TOLERANCE})*1)");
        let as_large = format!("SUMPRODUCT(({earlier}-{own}>=-{TOLERANCE})*{among})");
        let counted_above = format!("SUMPRODUCT(({earlier}-{own}>{TOLERANCE})*{among})");
        Printed(format!("{larger}+{as_large}-{counted_above}"), Precedence::Sum)
    }

    /// The cells up to where the formula stands.
    pub(super) fn earlier(&mut self, cells: &Formula, position: &Formula) -> String {
        let Formula::Position(axis) = position else { unreachable!("a rank is along an axis") };
        let upto = FoldRange { limit: Some((*axis, true)), ..self.fold[0] };
        self.within(&[upto], |printer| printer.number(cells).0)
    }
}

/// What a fold over no cells is.
fn value_of_nothing(aggregation: Aggregation) -> &'static str {
    match aggregation {
        Aggregation::Product | Aggregation::All => "1",
        Aggregation::Min | Aggregation::Max | Aggregation::Mean | Aggregation::Median | Aggregation::Percentile => {
            "NA()"
        }
        Aggregation::Sum | Aggregation::SumWhere | Aggregation::Entered | Aggregation::Any | Aggregation::Rank => "0",
        Aggregation::Place(_) | Aggregation::SumUpToPlace => "0",
    }
}
