//! Calls of functions: the formula, or the rows of formulas, of the function's entry.

use super::context::Context;
use super::lowering::Lowering;
use crate::book::formula::{Arithmetic, Call, Formula};
use crate::book::stored_layout::WorkbookVersion;
use sg3_lang::model::{Expression, Kind, Type};
use sg3_lang::{Function, SheetForm, SheetRow, Unit};

impl<'a> Lowering<'a> {
    pub(super) fn call(
        &mut self,
        function: &'static Function,
        arguments: &'a [Expression],
        context: &Context<'a>,
    ) -> Formula {
        let arguments: Vec<Formula> = arguments.iter().map(|argument| self.argument(argument, context)).collect();
        match function.sheet {
            SheetForm::Formula(text) => {
                let row = SheetRow { label: "", formula: text, kernel: function.kernel };
                self.row(row, arguments, context)
            }
            SheetForm::Rows { start, step, numbers, result, former } => {
                let is_former = self.material.version < WorkbookVersion::Fourth;
                let (step, numbers) = former.filter(|_| is_former).unwrap_or((step, numbers));
                self.rows([start, step, result], numbers, arguments, context)
            }
        }
    }

    /// A function that takes several steps, each from the one before and a number of its own: Erlang's formula adds one line
    /// after the other.
    fn rows(
        &mut self,
        [start, step, result]: [SheetRow; 3],
        numbers: &[f64],
        arguments: Vec<Formula>,
        context: &Context<'a>,
    ) -> Formula {
        let arguments: Vec<Formula> = arguments.into_iter().map(|argument| self.short(argument, context)).collect();
        let first = self.row(start, arguments.clone(), context);
        let mut last = self.titled_part(first, start.label, context);
        for (count, number) in numbers.iter().enumerate() {
            let number = self.step_number(*number, context);
            let all = arguments.iter().cloned().chain([last, number]).collect();
            let next = self.row(step, all, context);
            last = self.titled_part(next, &format!("{} ({})", step.label, count + 1), context);
        }
        let all = arguments.into_iter().chain([last]).collect();
        self.row(result, all, context)
    }

    fn step_number(&mut self, number: f64, context: &Context<'a>) -> Formula {
        if [0.0, 1.0, 2.0].contains(&number) {
            return Formula::Number(number);
        }
        Formula::reference(self.constant_block(number, Kind::Number(Unit::pure()), "Step", context), Vec::new())
    }

    /// A member is counted from 0 by functions.
    fn argument(&mut self, argument: &'a Expression, context: &Context<'a>) -> Formula {
        let formula = self.expression(argument, context);
        match &argument.of {
            Type::Of(Kind::Member(_)) => Formula::binary(Arithmetic::Subtract, formula, Formula::Number(1.0)),
            _ => formula,
        }
    }

    /// A formula of an entry; arguments that it writes several times are set apart if they are long.
    fn row(&mut self, row: SheetRow, arguments: Vec<Formula>, context: &Context<'a>) -> Formula {
        let mut short = Vec::new();
        for (number, argument) in arguments.into_iter().enumerate() {
            let times = row.formula.matches(&format!("{{{number}}}")).count();
            short.push(if times > 1 { self.short(argument, context) } else { argument });
        }
        Formula::Call(Call { text: row.formula, kernel: row.kernel, arguments: short })
    }
}
