//! Operators: brackets, the guard, and what a bad side must not decide.

use super::{GUARD, Printer, Text, Tie, whole};
use crate::formula::{Arithmetic, Comparison, Formula};

impl Printer<'_> {
    pub(crate) fn arithmetic(&mut self, operator: Arithmetic, left: &Formula, right: &Formula) -> Text {
        let (sign, tie) = match operator {
            Arithmetic::Add => ('+', Tie::Sum),
            Arithmetic::Subtract => ('-', Tie::Sum),
            Arithmetic::Multiply => ('*', Tie::Product),
            Arithmetic::Divide => ('/', Tie::Product),
            Arithmetic::Power => ('^', Tie::Power),
        };
        let commutes = matches!(operator, Arithmetic::Add | Arithmetic::Multiply);
        let left = self.at_least(left, if operator == Arithmetic::Power { Tie::Whole } else { tie });
        let right = self.at_least(right, if commutes { tie } else { tighter(tie) });
        Text(format!("{left}{sign}{right}"), tie)
    }

    /// As TRUE or FALSE.
    pub(crate) fn truth(&mut self, formula: &Formula) -> Text {
        match formula {
            Formula::Compare(comparison, left, right, true) => {
                let sign = sign(*comparison);
                let (left, right) = (self.at_least(left, Tie::Sum), self.at_least(right, Tie::Sum));
                Text(format!("{left}{sign}{right}"), Tie::Compare)
            }
            Formula::Compare(comparison, left, right, false) => self.guarded(*comparison, left, right),
            Formula::And(parts) => self.joined("AND", "TRUE", "FALSE", parts),
            Formula::Or(parts) => self.joined("OR", "FALSE", "TRUE", parts),
            Formula::Not(part) => whole(format!("NOT({})", self.truth(part).0)),
            Formula::If(condition, yes, no) => {
                let (condition, yes, no) = (self.truth(condition).0, self.truth(yes).0, self.truth(no).0);
                whole(format!("IF({condition},{yes},{no})"))
            }
            Formula::Number(number) => whole(if *number == 0.0 { "FALSE" } else { "TRUE" }.to_owned()),
            Formula::Missing => whole("NA()".to_owned()),
            number => Text(format!("{}=1", self.at_least(number, Tie::Sum)), Tie::Compare),
        }
    }

    /// A difference of no more than the guard of the larger side does not count.
    fn guarded(&mut self, comparison: Comparison, left: &Formula, right: &Formula) -> Text {
        let (left, right) = (self.at_least(left, Tie::Product), self.at_least(right, Tie::Product));
        let (left, right) = match comparison {
            Comparison::Less | Comparison::GreaterOrEqual => (right, left),
            _ => (left, right),
        };
        let sign = if matches!(comparison, Comparison::Less | Comparison::Greater) { ">" } else { "<=" };
        let text = format!("{left}-{right}{sign}{GUARD}*MAX(ABS({left}),ABS({right}))");
        Text(text, Tie::Compare)
    }

    /// One side that decides does so even if another is bad.
    fn joined(&mut self, function: &str, open: &str, decided: &str, parts: &[Formula]) -> Text {
        let parts: Vec<String> = parts.iter().map(|part| self.truth(part).0).collect();
        let last = format!("{function}({})", parts.join(","));
        let decide = |rest: String, part: &String| match decided {
            "FALSE" => format!("IF(IFERROR({part},{open}),{rest},{decided})"),
            _ => format!("IF(IFERROR({part},{open}),{decided},{rest})"),
        };
        whole(parts.iter().rev().fold(last, decide))
    }

    /// A factor of a sum that a spreadsheet works out cell by cell.
    pub(crate) fn in_row(&mut self, formula: &Formula, tie: Tie) -> String {
        match formula {
            Formula::Compare(comparison, left, right, is_whole) => {
                let (left, right) = (self.in_row(left, Tie::Product), self.in_row(right, Tie::Product));
                in_row_comparison(*comparison, &left, &right, *is_whole)
            }
            Formula::Binary(operator, left, right) => {
                let (sign, own) = match operator {
                    Arithmetic::Add => ('+', Tie::Sum),
                    Arithmetic::Subtract => ('-', Tie::Sum),
                    Arithmetic::Divide => ('/', Tie::Product),
                    _ => ('*', Tie::Product),
                };
                let (left, right) = (self.in_row(left, own), self.in_row(right, tighter(own)));
                if own >= tie { format!("{left}{sign}{right}") } else { format!("({left}{sign}{right})") }
            }
            Formula::Negative(part) => format!("(-{})", self.in_row(part, Tie::Whole)),
            steady => self.at_least(steady, tie),
        }
    }
}

/// Without the functions that look at one number only: greater than the guard of either side, whatever its sign.
fn in_row_comparison(comparison: Comparison, left: &str, right: &str, is_whole: bool) -> String {
    if is_whole || matches!(comparison, Comparison::Equal | Comparison::Unequal) {
        return format!("({left}{}{right})", sign(comparison));
    }
    let (left, right) = match comparison {
        Comparison::Less | Comparison::GreaterOrEqual => (right, left),
        _ => (left, right),
    };
    let above = |side: &str, sign: &str| format!("({left}-{right}>{sign}{GUARD}*{side})");
    let greater = [above(left, ""), above(left, "-"), above(right, ""), above(right, "-")].join("*");
    match comparison {
        Comparison::Less | Comparison::Greater => greater,
        _ => format!("(1-{greater})"),
    }
}

fn sign(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Equal => "=",
        Comparison::Unequal => "<>",
        Comparison::Less => "<",
        Comparison::LessOrEqual => "<=",
        Comparison::Greater => ">",
        Comparison::GreaterOrEqual => ">=",
    }
}

fn tighter(tie: Tie) -> Tie {
    match tie {
        Tie::Compare => Tie::Sum,
        Tie::Sum => Tie::Product,
        Tie::Product => Tie::Power,
        Tie::Power | Tie::Whole => Tie::Whole,
    }
}
