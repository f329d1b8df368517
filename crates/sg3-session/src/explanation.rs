//! The explanation of a figure as plain data, for other programs.

use serde::Serialize;
use sg3_calc::{CellState, Evidence, Explanation, Status};
use sg3_lang::Sources;
use sg3_report::formula_as_written;
use std::sync::Arc;

/// A figure with all that it comes from.
#[derive(Debug, Serialize)]
pub struct ExplainedFigure<'e> {
    /// Name by which formulas read the quantity.
    pub name: &'e str,
    /// Label of the quantity.
    pub label: &'e str,
    /// A key for each axis.
    pub members: &'e [Arc<str>],
    /// Nothing if it is missing or bad.
    pub value: Option<f64>,
    /// The key, where the value is a member.
    pub member: Option<&'e str>,
    /// The unit of the quantity.
    pub unit: String,
    /// As the author wrote it; nothing for an input or a constant.
    pub formula: Option<String>,
    /// The `with` of the counterfactual in which the figure is.
    #[serde(rename = "world")]
    pub counterfactual: Option<String>,
    /// Where an input comes from.
    pub origin: Option<String>,
    /// `given`, `blank`, `withheld` or `unreadable`, for an input.
    pub state: Option<&'static str>,
    /// The text of a cell that could not be read.
    pub unreadable: Option<&'e str>,
    /// What is known of an input beside its amount.
    pub evidence: Option<ExplainedEvidence<'e>>,
    /// The figures of the formula, explained in turn.
    pub operands: Vec<ExplainedFigure<'e>>,
    /// Terms of sums that are not shown.
    pub left_out: usize,
    /// Members that the formula leaves out of an order, because what they are ordered by is missing; not there if there are none.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub without_key: &'e [Vec<Arc<str>>],
}

/// What is known of a value beside its amount.
#[derive(Debug, Serialize)]
pub struct ExplainedEvidence<'e> {
    /// `audited`, `measured`, `estimated`, ...
    pub status: Option<&'static str>,
    /// The least that it may be.
    pub least: Option<f64>,
    /// The most that it may be.
    pub most: Option<f64>,
    /// Who or what says so.
    pub source: Option<&'e str>,
    /// Why it is confidential, if it is.
    pub confidential: Option<&'e str>,
    /// What whoever gave it adds.
    pub comment: Option<&'e str>,
}

impl<'e> ExplainedFigure<'e> {
    /// The figure and, below it, all that it was computed from.
    pub fn of(figure: &'e Explanation, sources: &Sources) -> ExplainedFigure<'e> {
        ExplainedFigure {
            name: &figure.name,
            label: &figure.label,
            members: &figure.place,
            value: Some(figure.value).filter(|value| value.is_finite()),
            member: figure.member.as_deref(),
            unit: figure.unit.to_string(),
            formula: figure.formula.filter(|_| !figure.leaf).map(|span| formula_as_written(sources, span)),
            counterfactual: figure.counterfactual.map(|span| formula_as_written(sources, span)),
            origin: figure.origin.as_ref().map(ToString::to_string),
            state: figure.state.map(CellState::label),
            unreadable: figure.unreadable.as_deref(),
            evidence: figure.evidence.as_ref().map(evidence),
            operands: figure.operands.iter().map(|operand| ExplainedFigure::of(operand, sources)).collect(),
            left_out: figure.left_out,
            without_key: &figure.without_key,
        }
    }
}

fn evidence(known: &Evidence) -> ExplainedEvidence<'_> {
    ExplainedEvidence {
        status: known.status.map(Status::label),
        least: known.range.map(|(least, _)| least),
        most: known.range.map(|(_, most)| most),
        source: known.source.as_deref(),
        confidential: known.confidential.as_deref(),
        comment: known.comment.as_deref(),
    }
}
