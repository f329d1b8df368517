//! Operators: brackets, the tolerance, and what an error on one side must not decide.

use super::precedence::{Precedence, Printed};
use super::printer::Printer;
use crate::book::formula::{Arithmetic, Comparison, Formula};
use crate::book::stored_layout::about::TOLERANCE;

impl Printer<'_> {
    pub(super) fn arithmetic(&mut self, operator: Arithmetic, left: &Formula, right: &Formula) -> Printed {
        let (sign, precedence) = match operator {
            Arithmetic::Add => ('+', Precedence::Sum),
            Arithmetic::Subtract => ('-', Precedence::Sum),
            Arithmetic::Multiply => ('*', Precedence::Product),
            Arithmetic::Divide => ('/', Precedence::Product),
            Arithmetic::Power => ('^', Precedence::Power),
        };
        let commutes = matches!(operator, Arithmetic::Add | Arithmetic::Multiply);
        let left = self.at_least(left, if operator == Arithmetic::Power { Precedence::Atom } else { precedence });
        let right = self.at_least(right, if commutes { precedence } else { precedence.tighter() });
        Printed(format!("{left}{sign}{right}"), precedence)
    }

    /// As TRUE or FALSE.
    pub(super) fn truth(&mut self, formula: &Formula) -> Printed {
        match formula {
            Formula::Compare(comparison, left, right, true) => {
                let sign = sign(*comparison);
                let (left, right) = (self.at_least(left, Precedence::Sum), self.at_least(right, Precedence::Sum));
                Printed(format!("{left}{sign}{right}"), Precedence::Comparison)
            }
            Formula::Compare(comparison, left, right, false) => self.within_tolerance(*comparison, left, right),
            Formula::And(parts) => self.all_of(parts),
            Formula::Or(parts) => self.any_of(parts),
            Formula::Not(part) => Printed::atom(format!("NOT({})", self.truth(part).0)),
            Formula::If(condition, yes, no) => {
                let (condition, yes, no) = (self.truth(condition).0, self.truth(yes).0, self.truth(no).0);
                Printed::atom(format!("IF({condition},{yes},{no})"))
            }
            Formula::Number(number) => Printed::atom(if *number == 0.0 { "FALSE" } else { "TRUE" }),
            Formula::Missing => Printed::atom("NA()"),
            number => Printed(format!("{}=1", self.at_least(number, Precedence::Sum)), Precedence::Comparison),
        }
    }

    /// A difference of no more than the tolerance of the larger side does not count.
    fn within_tolerance(&mut self, comparison: Comparison, left: &Formula, right: &Formula) -> Printed {
        let sides = (self.at_least(left, Precedence::Product), self.at_least(right, Precedence::Product));
        let (greater, less) = greater_first(comparison, sides);
        let sign = if is_strict(comparison) { ">" } else { "<=" };
        let text = format!("{greater}-{less}{sign}{TOLERANCE}*MAX(ABS({greater}),ABS({less}))");
        Printed(text, Precedence::Comparison)
    }

    /// A side that is no decides, though another be an error: `AND` alone would be an error.
    fn all_of(&mut self, parts: &[Formula]) -> Printed {
        let parts: Vec<String> = parts.iter().map(|part| self.truth(part).0).collect();
        let last = format!("AND({})", parts.join(","));
        let parts = parts.iter().rev();
        Printed::atom(parts.fold(last, |rest, part| format!("IF(IFERROR({part},TRUE),{rest},FALSE)")))
    }

    /// A side that is yes decides, though another be an error.
    fn any_of(&mut self, parts: &[Formula]) -> Printed {
        let parts: Vec<String> = parts.iter().map(|part| self.truth(part).0).collect();
        let last = format!("OR({})", parts.join(","));
        let parts = parts.iter().rev();
        Printed::atom(parts.fold(last, |rest, part| format!("IF(IFERROR({part},FALSE),TRUE,{rest})")))
    }

    /// A factor of a sum that a spreadsheet computes cell by cell.
    pub(super) fn in_row(&mut self, formula: &Formula, precedence: Precedence) -> String {
        match formula {
            Formula::Compare(comparison, left, right, is_exact) => {
                let left = self.in_row(left, Precedence::Product);
                let right = self.in_row(right, Precedence::Product);
                in_row_comparison(*comparison, left, right, *is_exact)
            }
            Formula::Binary(operator, left, right) => {
                let (sign, own) = match operator {
                    Arithmetic::Add => ('+', Precedence::Sum),
                    Arithmetic::Subtract => ('-', Precedence::Sum),
                    Arithmetic::Divide => ('/', Precedence::Product),
                    _ => ('*', Precedence::Product),
                };
                let (left, right) = (self.in_row(left, own), self.in_row(right, own.tighter()));
                if own >= precedence { format!("{left}{sign}{right}") } else { format!("({left}{sign}{right})") }
            }
            Formula::Negative(part) => format!("(-{})", self.in_row(part, Precedence::Atom)),
            steady => self.at_least(steady, precedence),
        }
    }
}

/// Without the functions that look at one number only (`MAX`, `ABS`, `AND`): greater than the tolerance of either side,
/// whatever its sign.
fn in_row_comparison(comparison: Comparison, left: String, right: String, is_exact: bool) -> String {
    if is_exact || matches!(comparison, Comparison::Equal | Comparison::Unequal) {
        return format!("({left}{}{right})", sign(comparison));
    }
    let (greater, less) = greater_first(comparison, (left, right));
    let above = [(&greater, ""), (&greater, "-"), (&less, ""), (&less, "-")]
        .map(|(side, sign)| format!("({greater}-{less}>{sign}{TOLERANCE}*{side})"))
        .join("*");
    if is_strict(comparison) { above } else { format!("(1-{above})") }
}

/// The sides in the order in which the difference is above zero if the strict comparison holds. `a >= b` is that `b` is not
/// greater.
fn greater_first(comparison: Comparison, (left, right): (String, String)) -> (String, String) {
    match comparison {
        Comparison::Less | Comparison::GreaterOrEqual => (right, left),
        _ => (left, right),
    }
}

fn is_strict(comparison: Comparison) -> bool {
    matches!(comparison, Comparison::Less | Comparison::Greater)
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
