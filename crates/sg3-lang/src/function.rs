//! What a built-in function is: its signature, unit rule, kernel and documentation, in one entry.
//!
//! This crate only says what an entry looks like and checks calls against it; the entries themselves, one file each,
//! live in `sg3-calc/src/functions`. A function exists only where the language cannot say the same thing.

use crate::unit::Unit;

/// One built-in function: everything the toolkit knows of it.
///
/// Kernels work on one cell; a bad cell is `NaN`, and a kernel returns `NaN` for arguments outside its domain
/// (never an infinity, which a later division would launder into a zero).
#[derive(Debug, Clone, Copy)]
pub struct Function {
    /// The word that calls it.
    pub name: &'static str,
    /// Names of the parameters in order, with their meaning; the last one repeats if `variadic`.
    pub parameters: &'static [(&'static str, &'static str)],
    /// Whether the last parameter may be given many times.
    pub variadic: bool,
    /// One sentence: what it computes.
    pub meaning: &'static str,
    /// The formula as an economist would write it.
    pub formula: &'static str,
    /// Document and clause that it comes from.
    pub source: &'static str,
    /// Units of the arguments to the unit of the result.
    pub unit_rule: UnitRule,
    /// Computes one cell from the cells of the arguments.
    pub kernel: fn(&[f64]) -> f64,
    /// The same in a spreadsheet.
    pub sheet: SheetForm,
    /// Arguments, result, relative tolerance: published or recomputed vectors, checked by the tests.
    pub vectors: &'static [(&'static [f64], f64, f64)],
}

/// How a function is written in a spreadsheet, in functions that every spreadsheet program knows.
///
/// In a formula `{0}`, `{1}` are the arguments, `{*}` all of them, `{guard}` the guard of comparisons. A member is
/// counted from 0, as for the kernel. What has no value must be an error.
#[derive(Debug, Clone, Copy)]
pub enum SheetForm {
    /// One formula in one cell.
    Formula(&'static str),
    /// Rows of cells, each from the one before, and the result from the last.
    Rows {
        /// The first row, from the arguments alone.
        start: SheetRow,
        /// Every further row; the arguments are followed by the row before and the number of the step.
        step: SheetRow,
        /// The number that each further row shows beside it and uses.
        numbers: &'static [f64],
        /// The result; the arguments are followed by the last row.
        result: SheetRow,
        /// The further rows of workbooks that were written before they became what they are, with their numbers.
        former: Option<(SheetRow, &'static [f64])>,
    },
}

/// A formula and what it computes: the rows of an export are checked against it.
#[derive(Debug, Clone, Copy)]
pub struct SheetRow {
    /// What the row is, in words.
    pub label: &'static str,
    /// As in [`SheetForm::Formula`].
    pub formula: &'static str,
    /// Computes the cell, for the tests of an export.
    pub kernel: fn(&[f64]) -> f64,
}

/// How the units of arguments give the unit of a result.
#[derive(Debug, Clone, Copy)]
pub enum UnitRule {
    /// All arguments have one unit, which is the result's (`min`, `max`, `abs`, `ceil`).
    Same,
    /// All arguments are pure numbers, and so is the result (`exp`, `ln`).
    Pure,
    /// The first argument's unit is the result's, the others are pure (`round`).
    FirstThenPure,
    /// Every exponent is halved (`sqrt`).
    SquareRoot,
    /// Anything else: the entry decides; the message says what was expected.
    Special(fn(&[Unit]) -> Result<Unit, String>),
    /// Whole numbers year, month, day to a date.
    MakeDate,
    /// A date to the number of its year, in `year`.
    YearOfDate,
    /// Two dates to the days between them, in `day`.
    DaysBetween,
}
