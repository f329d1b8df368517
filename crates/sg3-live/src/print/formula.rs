//! Formulas as numbers, where yes is 1.

use super::precedence::{Precedence, Printed};
use super::printer::Printer;
use crate::book::blank::NOT_COUNTED;
use crate::book::formula::{Call, Formula};
use crate::book::stored_layout::about::TOLERANCE;

impl Printer<'_> {
    pub(super) fn number(&mut self, formula: &Formula) -> Printed {
        if formula.is_truth() {
            let truth = self.truth(formula).0;
            return Printed::atom(format!("IF({truth},1,0)"));
        }
        match formula {
            Formula::Number(number) => Printed::atom(number.to_string()),
            Formula::Missing => Printed::atom("NA()"),
            Formula::Blank => Printed::atom(format!("\"{NOT_COUNTED}\"")),
            Formula::Axis(place) => Printed::atom(self.member_number(place)),
            Formula::Position(axis) => Printed::atom(self.position(*axis)),
            Formula::Member(dimension, position) => Printed::atom(self.listed_number(*dimension, *position)),
            Formula::Count(axis) => Printed::atom(self.count(*axis)),
            Formula::Reference(reference) => Printed::atom(self.reference(reference)),
            Formula::Negative(part) => {
                Printed(format!("-{}", self.at_least(part, Precedence::Atom)), Precedence::Comparison)
            }
            Formula::Binary(operator, left, right) => self.arithmetic(*operator, left, right),
            Formula::If(condition, yes, no) => {
                let (condition, yes, no) = (self.truth(condition).0, self.number(yes).0, self.number(no).0);
                Printed::atom(format!("IF({condition},{yes},{no})"))
            }
            Formula::Call(call) => self.call(call),
            Formula::Fold(fold) => self.fold(fold),
            Formula::SelectedMember(dimension, delivered, replacement) => {
                Printed::atom(self.selected_member(*dimension, *delivered, *replacement))
            }
            Formula::InUse(input) => Printed::atom(self.in_use(input)),
            Formula::Band(lower, at) => Printed(self.band(lower, at), Precedence::Sum),
            Formula::FirstTrue(flags) => {
                // `MATCH` passes over errors before the first 1; the sum does not
                let cells = self.cells(flags);
                Printed(format!("MATCH(1,{cells},0)+0*SUM({cells})"), Precedence::Sum)
            }
            Formula::LastTrue(positions) => {
                let cells = self.cells(positions);
                Printed::atom(format!("IF(MAX({cells})>0,MAX({cells}),NA())"))
            }
            Formula::Nth(cells, number) => {
                let number = self.number(number).0;
                Printed::atom(format!("INDEX({},{number})", self.cells(cells)))
            }
            Formula::Compare(..) | Formula::And(_) | Formula::Or(_) | Formula::Not(_) => {
                unreachable!("they are truths")
            }
        }
    }

    /// In brackets if it holds together less tightly.
    pub(super) fn at_least(&mut self, formula: &Formula, precedence: Precedence) -> String {
        let Printed(text, own) = self.number(formula);
        if own >= precedence { text } else { format!("({text})") }
    }

    /// The entry's formula with the arguments in their places: `{0}`, `{1}`, all of them (`{*}`), and the tolerance.
    fn call(&mut self, call: &Call) -> Printed {
        let arguments: Vec<Printed> = call.arguments.iter().map(|argument| self.number(argument)).collect();
        let mut text = String::new();
        let mut rest = call.text;
        while let Some((before, after)) = rest.split_once('{') {
            let (place, behind) = after.split_once('}').expect("places are closed");
            text += before;
            match place {
                "guard" => text += TOLERANCE,
                "*" => text += &arguments.iter().map(|text| &*text.0).collect::<Vec<_>>().join(","),
                number => {
                    let argument = &arguments[number.parse::<usize>().expect("places are numbers")];
                    let is_alone = before.ends_with(['(', ',']) && behind.starts_with([')', ','])
                        || (before.is_empty() && behind.is_empty() && text.is_empty());
                    text += &if is_alone || argument.1 == Precedence::Atom {
                        argument.0.clone()
                    } else {
                        format!("({})", argument.0)
                    };
                }
            }
            rest = behind;
        }
        text += rest;
        let is_atom = text.ends_with(')') && call.text.starts_with(char::is_alphabetic) && closes_at_end(&text);
        Printed(text, if is_atom { Precedence::Atom } else { Precedence::Comparison })
    }
}

/// Whether the bracket that opens first closes last: that of `IF(a,b)` does, that of `SUM(a)/MAX(b)` does not.
fn closes_at_end(text: &str) -> bool {
    let mut depth = 0;
    for (place, letter) in text.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => {
                depth -= 1;
                if depth == 0 {
                    return place + 1 == text.len();
                }
            }
            _ if depth == 0 && !letter.is_alphanumeric() && letter != '.' => return false,
            _ => {}
        }
    }
    false
}
