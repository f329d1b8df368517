//! Formulas as spreadsheets write them: which cells a reading means, and the text around them.

pub(crate) mod fold;
pub(crate) mod operators;
pub(crate) mod reference;

use crate::book::block::Block;
use crate::book::{BlockId, Book, NOT_COUNTED};
use crate::formula::{Bound, Call, Formula, Input, Where};
use reference::Range;
use sg3_lang::model::DimensionId;

/// Where the guard of comparisons stands.
pub const GUARD: &str = "About!$C$8";

/// The sheet with the members of dimensions.
pub const LISTS: &str = "Members";

/// Columns of that sheet: the number of a member, and its word.
pub const LIST_NUMBER: u16 = 1;

/// The word by which a member is chosen.
pub const LIST_WORD: u16 = 2;

/// How tightly a text holds together: what stands looser than its surroundings is put in brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Tie {
    Compare,
    Sum,
    Product,
    Power,
    Whole,
}

/// A text and how tightly it holds together.
pub(crate) struct Text(String, Tie);

/// Prints the formulas of one block.
pub struct Printer<'b> {
    book: &'b Book,
    block: &'b Block,
    place: Vec<usize>,
    /// The fold that is gone along.
    fold: Vec<Bound>,
    is_numbered: &'b dyn Fn(DimensionId) -> bool,
}

impl<'b> Printer<'b> {
    /// For a block that is arranged.
    pub fn new(book: &'b Book, block: BlockId, is_numbered: &'b dyn Fn(DimensionId) -> bool) -> Printer<'b> {
        Printer { book, block: book.block(block), place: Vec::new(), fold: Vec::new(), is_numbered }
    }

    /// The formula of a cell, without the equals sign.
    pub fn cell(&mut self, formula: &Formula, place: &[usize]) -> String {
        self.place = place.to_vec();
        self.number(formula).0
    }

    /// As a number: yes is 1.
    fn number(&mut self, formula: &Formula) -> Text {
        if formula.is_truth() {
            let truth = self.truth(formula).0;
            return whole(format!("IF({truth},1,0)"));
        }
        match formula {
            Formula::Number(number) => whole(number.to_string()),
            Formula::Missing => whole("NA()".to_owned()),
            Formula::Blank => whole(format!("\"{NOT_COUNTED}\"")),
            Formula::Axis(place) => whole(self.axis(place)),
            Formula::Position(axis) => whole(self.position(*axis)),
            Formula::Member(dimension, position) => whole(self.member(*dimension, *position)),
            Formula::Count(axis) => whole(self.count(*axis)),
            Formula::Read(reading) => whole(self.reading(reading)),
            Formula::Negative(part) => Text(format!("-{}", self.at_least(part, Tie::Whole)), Tie::Compare),
            Formula::Binary(operator, left, right) => self.arithmetic(*operator, left, right),
            Formula::If(condition, yes, no) => {
                let (condition, yes, no) = (self.truth(condition).0, self.number(yes).0, self.number(no).0);
                whole(format!("IF({condition},{yes},{no})"))
            }
            Formula::Call(call) => self.call(call),
            Formula::Fold(fold) => self.over(fold),
            Formula::Chosen(dimension, base, other) => whole(self.chosen(*dimension, *base, *other)),
            Formula::Input(input) => whole(self.input(input)),
            Formula::Band(lower, at) => Text(self.band(lower, at), Tie::Sum),
            Formula::FirstYes(flags) => {
                let cells = self.cells(flags);
                Text(format!("MATCH(1,{cells},0)+0*SUM({cells})"), Tie::Sum)
            }
            Formula::LastYes(places) => {
                let cells = self.cells(places);
                whole(format!("IF(MAX({cells})>0,MAX({cells}),NA())"))
            }
            Formula::Nth(cells, number) => {
                let number = self.number(number).0;
                whole(format!("INDEX({},{number})", self.cells(cells)))
            }
            Formula::Compare(..) | Formula::And(_) | Formula::Or(_) | Formula::Not(_) => {
                unreachable!("they are truths")
            }
        }
    }

    /// In brackets if it holds together less tightly.
    fn at_least(&mut self, formula: &Formula, tie: Tie) -> String {
        let Text(text, own) = self.number(formula);
        if own >= tie { text } else { format!("({text})") }
    }

    /// The entry's formula with the arguments in their places.
    fn call(&mut self, call: &Call) -> Text {
        let arguments: Vec<Text> = call.arguments.iter().map(|argument| self.number(argument)).collect();
        let all = arguments.iter().map(|text| text.0.clone()).collect::<Vec<_>>().join(",");
        let mut text = String::new();
        let mut rest = call.text;
        while let Some((before, after)) = rest.split_once('{') {
            let (place, behind) = after.split_once('}').expect("places are closed");
            text += before;
            match place {
                "guard" => text += GUARD,
                "*" => text += &all,
                number => {
                    let argument = &arguments[number.parse::<usize>().expect("places are numbers")];
                    let alone = before.ends_with(['(', ',']) && behind.starts_with([')', ','])
                        || (before.is_empty() && behind.is_empty() && text.is_empty());
                    text += &if alone || argument.1 == Tie::Whole {
                        argument.0.clone()
                    } else {
                        format!("({})", argument.0)
                    };
                }
            }
            rest = behind;
        }
        text += rest;
        let is_whole = text.ends_with(')') && call.text.starts_with(char::is_alphabetic) && closes_at_end(&text);
        Text(text, if is_whole { Tie::Whole } else { Tie::Compare })
    }

    fn chosen(&mut self, dimension: DimensionId, base: BlockId, other: BlockId) -> String {
        let [base, other] = [base, other].map(|block| self.same_place(block));
        let (words, numbers) = (self.list(dimension, LIST_WORD), self.list(dimension, LIST_NUMBER));
        let word = format!("IF(ISBLANK({other}),{base},{other})");
        format!("IF(SUMPRODUCT(({words}={word})*1)=1,SUMPRODUCT(({words}={word})*{numbers}),NA())")
    }

    fn input(&mut self, input: &Input) -> String {
        let [base, other] = [input.base, input.other].map(|block| self.same_place(block));
        let blank = self.number(&input.blank).0;
        let used = |cell: &str, blank: &str| match input.yes_or_no {
            true => format!("IF({cell}=\"yes\",1,IF({cell}=\"no\",0,{blank}))"),
            false => format!("IF(ISNUMBER({cell}),{cell},{blank})"),
        };
        format!("IF(ISBLANK({other}),{},{})", used(&base, &blank), used(&other, "NA()"))
    }

    fn list(&self, dimension: DimensionId, column: u16) -> String {
        let list = self.book.lists.iter().find(|list| list.dimension == dimension).expect("its members are listed");
        let range = Range {
            rows: (list.first_row, list.first_row + list.count - 1),
            columns: (column, column),
            relative: [false; 4],
            spans: true,
        };
        format!("{LISTS}!{range}")
    }

    fn member(&self, dimension: DimensionId, position: usize) -> String {
        let list = self.book.lists.iter().find(|list| list.dimension == dimension).expect("its members are listed");
        let row = list.first_row + position as u32;
        let range = Range { rows: (row, row), columns: (LIST_NUMBER, LIST_NUMBER), relative: [false; 4], spans: false };
        format!("{LISTS}!{range}")
    }

    fn same_place(&mut self, block: BlockId) -> String {
        let places = (0..self.block.axes.len()).map(Where::Along).collect();
        self.reading(&crate::formula::Reading { block, places })
    }
}

pub(crate) fn whole(text: String) -> Text {
    Text(text, Tie::Whole)
}

/// Whether the bracket that opens first closes last.
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
