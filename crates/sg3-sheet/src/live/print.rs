//! Formulas as spreadsheets write them: which cells a reading means, and the text around them.

mod operators;
mod reference;

use super::book::{Block, BlockId, Book, NOT_COUNTED};
use super::formula::{Bound, Call, Fold, Formula, How, Input, Where};
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
enum Tie {
    Compare,
    Sum,
    Product,
    Power,
    Whole,
}

/// A text and how tightly it holds together.
struct Text(String, Tie);

/// Prints the formulas of one block.
pub struct Printer<'b> {
    book: &'b Book,
    block: &'b Block,
    place: Vec<usize>,
    /// The fold that is gone along.
    fold: Vec<super::formula::Bound>,
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

    fn over(&mut self, fold: &Fold) -> Text {
        let around = std::mem::replace(&mut self.fold, fold.bound.clone());
        let text = self.over_cells(fold);
        self.fold = around;
        text
    }

    /// The number of a band; bad where the lower bounds, which are searched by halving, do not rise.
    fn band(&mut self, lower: &Fold, at: &Formula) -> String {
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
    fn cells(&mut self, fold: &Fold) -> String {
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
        self.reading(&super::formula::Reading { block, places })
    }
}

fn whole(text: String) -> Text {
    Text(text, Tie::Whole)
}

/// What a fold over no cells is.
fn of_nothing(how: How) -> &'static str {
    match how {
        How::Product | How::All => "1",
        How::Min | How::Max | How::Mean => "NA()",
        How::Sum | How::SumWhere | How::Any | How::Rank => "0",
    }
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
