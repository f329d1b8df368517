//! Folds: functions over ranges, and what they come to over nothing.

use super::{GUARD, Printer, Text, Tie, whole};
use crate::formula::{Bound, Fold, Formula, How};

impl Printer<'_> {
    pub(crate) fn over(&mut self, fold: &Fold) -> Text {
        let around = std::mem::replace(&mut self.fold, fold.bound.clone());
        let text = self.over_cells(fold);
        self.fold = around;
        text
    }

    /// The number of a band; bad where the lower bounds, which are searched by halving, do not rise.
    pub(crate) fn band(&mut self, lower: &Fold, at: &Formula) -> String {
        let (cells, at) = (self.cells(lower), self.at_least(at, Tie::Whole));
        let band = format!("MATCH(IF({at}>0,{at}/(1-{GUARD}),{at}*(1-{GUARD})),{cells},1)");
        let [all] = lower.bound[..] else { unreachable!("bands are along one axis") };
        if all.count < 2 {
            return format!("{band}+0*SUM({cells})");
        }
        let mut but = |from, count| self.cells(&Fold { bound: vec![Bound { from, count, ..all }], ..lower.clone() });
        let (earlier, later) = (but(0, all.count - 1), but(1, all.count));
        format!("{band}+IF(SUMPRODUCT(({earlier}>{later})*1)>0,NA(),0)")
    }

    /// The cells of a fold's only factor.
    pub(crate) fn cells(&mut self, fold: &Fold) -> String {
        let around = std::mem::replace(&mut self.fold, fold.bound.clone());
        let text = self.number(&fold.factors[0]).0;
        self.fold = around;
        text
    }

    fn over_cells(&mut self, fold: &Fold) -> Text {
        if self.fold_is_empty() {
            return whole(of_nothing(fold.how).to_owned());
        }
        let plain = fold.factors.iter().all(|factor| matches!(factor, Formula::Read(_)));
        if fold.how == How::Sum && !plain {
            let factors: Vec<String> = fold.factors.iter().map(|factor| self.in_row(factor, Tie::Product)).collect();
            return whole(format!("SUMPRODUCT({})", factors.join("*")));
        }
        let cells: Vec<String> = fold.factors.iter().map(|factor| self.number(factor).0).collect();
        let all = &cells[0];
        match fold.how {
            How::Sum if cells.len() == 1 => whole(format!("SUM({all})")),
            How::Sum => whole(format!("SUMPRODUCT({})", cells.join(","))),
            How::Product => whole(format!("PRODUCT({all})")),
            How::Min => whole(format!("IF(COUNT({all})=0,NA(),MIN({all}))")),
            How::Max => whole(format!("IF(COUNT({all})=0,NA(),MAX({all}))")),
            How::Mean => whole(format!("AVERAGE({all})")),
            How::Any => whole(format!("IF(COUNTIF({all},1)>0,1,SUM({all}))")),
            How::All => whole(format!("IF(COUNTIF({all},0)>0,0,1+0*SUM({all}))")),
            How::SumWhere => {
                let seen: String = cells[1..].iter().step_by(2).map(|keys| format!("+0*SUM({keys})")).collect();
                Text(format!("SUMIFS({}){seen}", cells.join(",")), Tie::Sum)
            }
            How::Rank => self.rank(fold, &cells),
        }
    }

    /// What is larger by more than the guard, and of what is earlier (or itself) what is as large.
    fn rank(&mut self, fold: &Fold, cells: &[String]) -> Text {
        let (all, own) = (&cells[0], &cells[1]);
        let (earlier, among) = match cells.get(3) {
            None => (self.earlier(&fold.factors[0], &fold.factors[2]), "1".to_owned()),
            Some(numbers) => (all.clone(), format!("({numbers}<={})", cells[2])),
        };
        let text = format!(
            "SUMPRODUCT(({all}-{own}>{GUARD})*1)+SUMPRODUCT(({earlier}-{own}>=-{GUARD})*{among})-SUMPRODUCT(({earlier}-{own}>{GUARD})*{among})"
        );
        Text(text, Tie::Sum)
    }

    /// The cells up to where the block is.
    fn earlier(&mut self, cells: &Formula, position: &Formula) -> String {
        let Formula::Position(axis) = position else { unreachable!("a rank is along an axis") };
        let bound = Bound { limit: Some((*axis, true)), ..self.fold[0] };
        let around = std::mem::replace(&mut self.fold, vec![bound]);
        let text = self.number(cells).0;
        self.fold = around;
        text
    }
}

/// What a fold over no cells is.
fn of_nothing(how: How) -> &'static str {
    match how {
        How::Product | How::All => "1",
        How::Min | How::Max | How::Mean => "NA()",
        How::Sum | How::SumWhere | How::Any | How::Rank => "0",
    }
}
