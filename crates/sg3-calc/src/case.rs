//! Cases: the worked examples of a model, each evaluated and compared.

mod checks;
mod start;

pub use start::inputs_of_case;

use crate::bind::inputs::Inputs;
use crate::evaluate::evaluate;
use crate::plan::{Plan, plan_for};
use crate::present::labels::{name_cell, write_figure, write_word};
use crate::results::Results;
use crate::tolerance::agrees_with_print;
use sg3_lang::Span;
use sg3_lang::diagnostic::Diagnostic;
use sg3_lang::model::{Case, Expect, ExpectedValue, Given, Kind, Model, QuantityId};

/// What came of one case.
#[derive(Debug, Clone)]
pub struct CaseResult {
    /// Position in [`Model::cases`].
    pub case: usize,
    /// One for each figure.
    pub figures: Vec<Figure>,
    /// Checks that fail although the case does not say so, and those that should fail and do not.
    pub checks: Vec<Diagnostic>,
}

/// What came of one figure.
#[derive(Debug, Clone)]
pub struct Figure {
    /// The quantity whose figure it is.
    pub quantity: QuantityId,
    /// `total_cost[2025]`.
    pub name: String,
    /// What the model gives; `NaN` if it is missing or bad.
    pub found: f64,
    /// What the case says; nothing if the figure must be missing.
    pub expected: Option<f64>,
    /// How far apart they may be.
    pub margin: f64,
    /// Whether model and case agree within the margin.
    pub passed: bool,
    /// Where the figure is.
    pub span: Span,
    /// `case-failed`, if they do not.
    pub diagnostic: Option<Diagnostic>,
}

impl CaseResult {
    /// Whether every figure agrees, and every check is answered as the case says.
    pub fn passed(&self) -> bool {
        self.figures.iter().all(|figure| figure.passed) && self.checks.is_empty()
    }
}

/// Evaluates every case of the model.
pub fn run_cases(model: &Model) -> Vec<CaseResult> {
    let cases = model.cases.iter().enumerate();
    cases
        .map(|(number, case)| CaseResult {
            case: number,
            figures: figures(model, case),
            checks: checks::judge_checks(model, case),
        })
        .collect()
}

/// Figures without `where` share one evaluation, the others have one each.
fn figures(model: &Model, case: &Case) -> Vec<Figure> {
    let wanted: Vec<&Expect> = case.expects.iter().filter(|expect| expect.givens.is_empty()).collect();
    let shared = (!wanted.is_empty()).then(|| run(model, case, &[], &wanted));
    let mut figures = Vec::new();
    for expect in &case.expects {
        figures.push(match &shared {
            Some(shared) if expect.givens.is_empty() => judge(model, case, expect, shared),
            _ => judge(model, case, expect, &run(model, case, &expect.givens, &[expect])),
        });
    }
    figures
}

fn run(model: &Model, case: &Case, further: &[Given], wanted: &[&Expect]) -> (Inputs, Results) {
    let inputs = inputs_of_case(model, case, further);
    let plan: Plan = plan_for(model, wanted.iter().map(|expect| expect.quantity));
    let results = evaluate(model, &plan, &inputs);
    (inputs, results)
}

fn judge(model: &Model, case: &Case, expect: &Expect, (inputs, results): &(Inputs, Results)) -> Figure {
    let quantity = model.quantity(expect.quantity);
    let places = quantity.axes.iter().zip(&expect.place);
    let place: Option<Vec<usize>> =
        places.map(|(axis, member)| inputs.members_of(axis.dimension).locate(member)).collect();
    let array = results.array(expect.quantity);
    let found = place.as_ref().zip(array).map_or(f64::NAN, |(place, array)| array.at(place));
    let name = place
        .map_or(quantity.name.to_string(), |place| name_cell(&quantity.name, &quantity.axes, &inputs.members, &place));
    let (expected, margin) = expected_number(expect, |member| {
        let Kind::Member(dimension) = quantity.kind else { return None };
        inputs.members_of(dimension).locate(member).map(|position| position as f64)
    });
    let passed = match expected {
        Some(expected) => agrees_with_print(found, expected, margin),
        None => found.is_nan(),
    };
    let mut figure = Figure {
        quantity: expect.quantity,
        name,
        found,
        expected,
        margin,
        passed,
        span: expect.span,
        diagnostic: None,
    };
    let write = |value: f64| write_word(&quantity.kind, &inputs.members, value).unwrap_or_else(|| write_figure(value));
    figure.diagnostic = (!passed).then(|| failed(case, &figure, &write));
    figure
}

fn expected_number(
    expect: &Expect,
    position: impl Fn(&sg3_lang::model::MemberRef) -> Option<f64>,
) -> (Option<f64>, f64) {
    match &expect.value {
        None => (None, 0.0),
        Some(ExpectedValue::Number(number, margin)) => (Some(*number), *margin),
        Some(ExpectedValue::Member(member)) => (Some(position(member).unwrap_or(f64::INFINITY)), 0.0),
    }
}

fn failed(case: &Case, figure: &Figure, write: &dyn Fn(f64) -> String) -> Diagnostic {
    let Figure { name, found, margin, .. } = figure;
    let shown = write(*found);
    let message = match figure.expected {
        None => format!("`{name}` is {shown}, but should be missing"),
        Some(expected) if found.is_nan() => format!("`{name}` is missing, but should be {}", write(expected)),
        Some(expected) if *margin == 0.0 => format!("`{name}` is {shown}, but should be {}", write(expected)),
        Some(expected) => {
            let (off, expected, margin) = (write_figure(found - expected), write(expected), write_figure(*margin));
            format!("`{name}` is {shown}, but should be {expected}: difference {off}, tolerance {margin}")
        }
    };
    Diagnostic::error("case-failed", figure.span, message).label(format!("in the case \"{}\"", case.label))
}
