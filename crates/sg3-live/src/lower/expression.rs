//! Expressions without what is special about reading, reducing and other worlds.

use super::Lowering;
use super::context::Context;
use crate::book::BlockId;
use crate::book::block::{Block, Content, Role};
use crate::formula::{Arithmetic, Call, Comparison, Formula, Where};
use sg3_lang::model::{BinaryOperator, Expression, Fact, Kind, Node, Type, UnaryOperator};
use sg3_lang::{Function, SheetForm, SheetRow, Unit};

impl<'a> Lowering<'a> {
    pub(crate) fn expression(&mut self, expression: &'a Expression, context: &Context<'a>) -> Formula {
        match &expression.node {
            Node::Literal(value) => self.literal(*value, &expression.of, context),
            Node::Member(dimension, member) => match self.members(*dimension).locate(member) {
                Some(position) => self.member(*dimension, position),
                None => Formula::Missing,
            },
            Node::Axis(axis) => self.axis(context.place(*axis), context.scope[axis.0 as usize].dimension),
            Node::Fact(fact, dimension) => self.fact(*fact, *dimension),
            Node::Read(read) => self.read(read, context),
            Node::Unary(UnaryOperator::Negate, operand) => {
                Formula::Negative(Box::new(self.expression(operand, context)))
            }
            Node::Unary(UnaryOperator::Not, operand) => Formula::Not(Box::new(self.expression(operand, context))),
            Node::Binary(operator, left, right) => self.binary(*operator, left, right, context),
            Node::If(condition, yes, no) => {
                let (condition, branches) = (self.expression(condition, context), [&**yes, &**no]);
                let [yes, no] = self.addends(branches, context);
                Formula::choice(condition, yes, no)
            }
            Node::Call(function, arguments) => self.call(function, arguments, context),
            Node::Reduce(reduction) => self.reduction(reduction, context),
            Node::World(world) => self.with(world, context),
        }
    }

    /// 0, 1 and 2 are written; every other number is a cell with a label.
    pub(crate) fn literal(&mut self, value: f64, of: &Type, context: &Context<'a>) -> Formula {
        if [0.0, 1.0, 2.0].contains(&value) {
            return Formula::Number(value);
        }
        let kind = match of {
            Type::Of(Kind::Date) => Kind::Date,
            _ => Kind::Number(Unit::pure()),
        };
        Formula::read(self.number_cell(value, kind, "Number in the formula", context), Vec::new())
    }

    pub(crate) fn number_cell(&mut self, value: f64, kind: Kind, title: &str, context: &Context<'a>) -> BlockId {
        let around = self.book.block(context.block);
        let key = (around.quantity, value.to_bits());
        if let Some(block) = self.numbers.get(&key).filter(|_| around.quantity.is_some()) {
            return *block;
        }
        let block = Block {
            role: Role::Number,
            quantity: around.quantity,
            world: around.world,
            axes: Vec::new(),
            keys: 0,
            shape: Vec::new(),
            across: None,
            kind,
            title: title.to_owned(),
            words: Vec::new(),
            content: Content::Figures,
            opening: None,
            opening_values: Vec::new(),
            values: vec![value],
            place: None,
            helps: Some(context.block),
        };
        let block = self.push(block);
        self.numbers.insert(key, block);
        block
    }

    pub(crate) fn member(&mut self, dimension: sg3_lang::model::DimensionId, position: usize) -> Formula {
        self.listed.insert(dimension);
        Formula::Member(dimension, position)
    }

    pub(crate) fn axis(&mut self, place: Where, dimension: sg3_lang::model::DimensionId) -> Formula {
        match place {
            Where::At(position) => self.member(dimension, position),
            place => Formula::Axis(place),
        }
    }

    fn fact(&mut self, fact: Fact, dimension: sg3_lang::model::DimensionId) -> Formula {
        let count = self.members(dimension).len();
        match fact {
            Fact::Step => Formula::Number(1.0),
            _ if count == 0 => Formula::Missing,
            Fact::First => self.member(dimension, 0),
            Fact::Last => self.member(dimension, count - 1),
        }
    }

    fn binary(
        &mut self,
        operator: BinaryOperator,
        left: &'a Expression,
        right: &'a Expression,
        context: &Context<'a>,
    ) -> Formula {
        use BinaryOperator::*;
        if matches!(operator, Add | Subtract) {
            return self.added(operator == Add, left, right, context);
        }
        let (left, right) = (self.expression(left, context), self.expression(right, context));
        match operator {
            Or => Formula::Or(joined(left, right, |part| match part {
                Formula::Or(parts) => Ok(parts),
                part => Err(part),
            })),
            And => Formula::And(joined(left, right, |part| match part {
                Formula::And(parts) => Ok(parts),
                part => Err(part),
            })),
            Equal => self.compare(Comparison::Equal, left, right, context),
            Unequal => self.compare(Comparison::Unequal, left, right, context),
            Less => self.compare(Comparison::Less, left, right, context),
            LessOrEqual => self.compare(Comparison::LessOrEqual, left, right, context),
            Greater => self.compare(Comparison::Greater, left, right, context),
            GreaterOrEqual => self.compare(Comparison::GreaterOrEqual, left, right, context),
            Add | Subtract => unreachable!("sums are written above"),
            Multiply => Formula::binary(Arithmetic::Multiply, left, right),
            Divide => Formula::binary(Arithmetic::Divide, left, right),
            Power => self.power(left, right, context),
        }
    }

    /// Sides that would be written several times are set apart if they are long.
    pub(crate) fn compare(
        &mut self,
        comparison: Comparison,
        left: Formula,
        right: Formula,
        context: &Context<'a>,
    ) -> Formula {
        let exact = matches!(comparison, Comparison::Equal | Comparison::Unequal);
        let whole = exact || is_zero(&left) || is_zero(&right) || (self.is_whole(&left) && self.is_whole(&right));
        let (left, right) = match whole {
            true => (left, right),
            false => (self.light(left, context), self.light(right, context)),
        };
        Formula::Compare(comparison, Box::new(left), Box::new(right), whole)
    }

    /// Whether it is a whole number whatever the data.
    fn is_whole(&self, formula: &Formula) -> bool {
        match formula {
            Formula::Number(_) | Formula::Position(_) | Formula::Count(_) => true,
            Formula::Axis(_) | Formula::Member(..) => true,
            Formula::Negative(part) => self.is_whole(part),
            Formula::Binary(Arithmetic::Add | Arithmetic::Subtract, left, right) => {
                self.is_whole(left) && self.is_whole(right)
            }
            _ => false,
        }
    }

    /// Spreadsheets do not agree on 0^0, which is 1 here.
    fn power(&mut self, base: Formula, exponent: Formula, context: &Context<'a>) -> Formula {
        if matches!(exponent, Formula::Number(power) if power != 0.0) {
            return Formula::binary(Arithmetic::Power, base, exponent);
        }
        let arguments = vec![self.light(base, context), self.light(exponent, context)];
        let kernel = |x: &[f64]| if x[0].is_nan() { f64::NAN } else { sg3_calc::guard::finite(libm::pow(x[0], x[1])) };
        Formula::Call(Call { text: "IF({1}=0,1+0*{0},{0}^{1})", kernel, arguments, is_distribution: false })
    }

    fn call(&mut self, function: &'static Function, arguments: &'a [Expression], context: &Context<'a>) -> Formula {
        let arguments: Vec<Formula> = arguments.iter().map(|argument| self.argument(argument, context)).collect();
        match function.sheet {
            SheetForm::Formula(text) => {
                let row = SheetRow { label: "", formula: text, kernel: function.kernel };
                self.row(row, arguments, context)
            }
            SheetForm::Rows { start, step, numbers, result } => {
                let arguments: Vec<Formula> =
                    arguments.into_iter().map(|argument| self.light(argument, context)).collect();
                let first = self.row(start, arguments.clone(), context);
                let mut last = self.labelled(first, start.label, context);
                for (count, number) in numbers.iter().enumerate() {
                    let number = self.number_cell_or(*number, context);
                    let all = arguments.iter().cloned().chain([last, number]).collect();
                    let next = self.row(step, all, context);
                    last = self.labelled(next, &format!("{} ({})", step.label, count + 1), context);
                }
                let all = arguments.into_iter().chain([last]).collect();
                self.row(result, all, context)
            }
        }
    }

    fn number_cell_or(&mut self, number: f64, context: &Context<'a>) -> Formula {
        match [0.0, 1.0, 2.0].contains(&number) {
            true => Formula::Number(number),
            false => Formula::read(self.number_cell(number, Kind::Number(Unit::pure()), "Step", context), Vec::new()),
        }
    }

    fn labelled(&mut self, formula: Formula, title: &str, context: &Context<'a>) -> Formula {
        let reading = self.part(context, &[], super::part::Across::Natural, title, |_, _| formula.clone());
        Formula::Read(reading)
    }

    /// A member is counted from 0 by functions.
    fn argument(&mut self, argument: &'a Expression, context: &Context<'a>) -> Formula {
        let formula = self.expression(argument, context);
        match &argument.of {
            Type::Of(Kind::Member(_)) => Formula::binary(Arithmetic::Subtract, formula, Formula::Number(1.0)),
            _ => formula,
        }
    }

    /// A formula of an entry; what it writes several times is set apart if it is long.
    fn row(&mut self, row: SheetRow, arguments: Vec<Formula>, context: &Context<'a>) -> Formula {
        let mut light = Vec::new();
        for (number, argument) in arguments.into_iter().enumerate() {
            let written = row.formula.matches(&format!("{{{number}}}")).count();
            light.push(if written > 1 { self.light(argument, context) } else { argument });
        }
        let is_distribution = row.formula.contains(".DIST");
        Formula::Call(Call { text: row.formula, kernel: row.kernel, arguments: light, is_distribution })
    }
}

pub(crate) fn is_zero(formula: &Formula) -> bool {
    matches!(formula, Formula::Number(number) if *number == 0.0)
}

/// The parts of two sides, which may themselves be joined in the same way.
fn joined(left: Formula, right: Formula, parts: impl Fn(Formula) -> Result<Vec<Formula>, Formula>) -> Vec<Formula> {
    let side = |side: Formula| parts(side).unwrap_or_else(|part| vec![part]);
    side(left).into_iter().chain(side(right)).collect()
}
