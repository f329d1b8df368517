//! Values on their way into the layer: each place once, formulas and doubts reported.

use crate::layout::table::InputPlace;
use crate::read::leftovers::UnmatchedCell;
use crate::read::reading::Reading;
use crate::read::source_cell::SourceCell;
use crate::read::tally::{ColumnIssue, ColumnTally};
use crate::read::value_evidence::Annotation;
use crate::tables::grid::{Page, PageCell, PageRow};
use crate::values::scale::Scale;
use crate::values::shown;
use crate::values::value;
use crate::values::value::Outcome;
use sg3_calc::{Before, Blank, Datum, Evidence, Origin, Remark, Value, settle};
use sg3_lang::model::QuantityId;
use sg3_lang::{Diagnostic, Severity};
use sg3_workbook::Content;
use std::sync::Arc;

impl Reading<'_> {
    /// Makes room for so many values at once: a long table would move them again and again.
    pub(crate) fn reserve(&mut self, values: usize) {
        self.layer.values.reserve(values);
        self.filled.reserve(values);
    }

    /// Takes what the cell that asks for an input at a place says, and what is said beside it.
    pub(crate) fn read_cell(
        &mut self,
        (page, row): (&Page, &PageRow),
        column: u32,
        asked: InputPlace,
        annotation: &Annotation,
        tally: &mut ColumnTally,
    ) {
        match row.filled_cell(column) {
            Some(cell) => self.enter_cell((page, row.row), cell, asked, annotation, tally),
            None => self.enter_blank((page, row.row), column, asked, annotation),
        }
    }

    /// Keeps what the form shows of last year beside a value, to be held against it.
    pub(crate) fn keep_last_year(
        &mut self,
        (page, row): (&Page, &PageRow),
        position: Option<u32>,
        (quantity, place): &InputPlace,
    ) {
        let Some(position) = position else { return };
        let Some(Content::Number(number)) = row.cell(position).map(|cell| &cell.content) else { return };
        self.mark_read(page, row.row, position);
        let scaled = self.scale_amount(page, *quantity, *number);
        let origin = self.cell(page, row.row, position).origin();
        let (quantity, place) = (*quantity, place.clone());
        self.layer.last_year.push(Before { quantity, place, readings: [*number, scaled], origin });
    }

    /// Takes a cell that could not be understood as what it is: something that is no value, and not nothing.
    fn enter_unreadable(&mut self, cell: SourceCell, asked: InputPlace, words: String, annotation: &Annotation) {
        self.keep_refused(cell.clone(), asked.clone(), words.clone(), annotation);
        self.push_value(cell, asked, Value::Unreadable(words), annotation);
    }

    /// Keeps the words of a cell that could not be understood.
    fn keep_refused(
        &mut self,
        cell: SourceCell,
        (quantity, place): InputPlace,
        words: String,
        annotation: &Annotation,
    ) {
        let (value, origin, evidence) = (Value::Text(words), cell.origin(), annotation.evidence.clone());
        self.leftovers.refused.push(Datum { quantity, place: Some(place), value, origin, evidence });
    }

    fn enter_cell(
        &mut self,
        (page, row): (&Page, u32),
        found: &PageCell,
        (quantity, place): InputPlace,
        annotation: &Annotation,
        tally: &mut ColumnTally,
    ) {
        let cell = self.cell(page, row, found.column);
        self.mark_read(page, row, found.column);
        let asked = self.model.quantity(quantity);
        if let Some(files) = found.formula.as_ref().filter(|_| found.content != Content::Empty) {
            tally.add(ColumnIssue::Formula(files.to_vec()), found.column, || {
                report_formula(&cell, files).about(name_place(&asked.name, &place))
            });
        }
        let scale = if self.is_scaled(quantity) { self.sheet_scale(page) } else { Scale::Units };
        let question = shown::question_format(asked, scale, &found.content, found.shown);
        if let Some(question) = question.filter(|_| !annotation.has_comment()) {
            tally.add(ColumnIssue::Shown, found.column, || {
                cell.report(Severity::Warning, question).about(name_place(&asked.name, &place))
            });
        }
        let content = value::parse_decimal_text(asked, page.is_pointed, &found.content);
        match value::read_value(asked, &self.matchers, &content) {
            Outcome::Clear(value) => self.enter_value(cell, page, (quantity, place), value, annotation),
            Outcome::Taken(value, complaint) => {
                tally.add(ColumnIssue::Text, found.column, || cell.report(Severity::Note, complaint));
                self.enter_value(cell, page, (quantity, place), value, annotation);
            }
            Outcome::Refused(complaint) => {
                self.messages.add(cell.report(Severity::Error, complaint).about(name_place(&asked.name, &place)));
                self.enter_unreadable(cell, (quantity, place), found.text(), annotation);
            }
        }
    }

    /// Takes what the status says of a place without a value: zero, or that there is none; else only where it is asked.
    fn enter_blank(
        &mut self,
        (page, row): (&Page, u32),
        column: u32,
        (quantity, place): InputPlace,
        annotation: &Annotation,
    ) {
        let status = annotation
            .evidence
            .as_ref()
            .filter(|_| annotation.status_cell.is_some())
            .and_then(|evidence| evidence.status);
        if let (Ok(Some(value)), Some(position)) = (settle(None, status), annotation.status_cell) {
            let cell = self.cell(page, row, position);
            self.push_value(cell, (quantity, place), value, annotation);
        } else {
            let cell = self.cell(page, row, column);
            if let Some(evidence) = &annotation.evidence {
                self.keep_remark(&cell, (quantity, &place), evidence);
                self.keep_refused(cell.clone(), (quantity, place.clone()), String::new(), annotation);
            }
            self.layer.blanks.push(Blank { quantity, place, origin: cell.origin() });
        }
    }

    /// Keeps a comment beside a blank cell: it may be about the value of an earlier submission.
    fn keep_remark(&mut self, cell: &SourceCell, (quantity, place): (QuantityId, &[Arc<str>]), evidence: &Evidence) {
        if evidence.comment.is_some() {
            let (place, evidence) = (place.iter().cloned().map(Some).collect(), evidence.clone());
            self.layer.remarks.push(Remark { quantity, place, evidence, origin: cell.origin() });
        }
    }

    /// Takes a value, unless its status says otherwise.
    fn enter_value(&mut self, cell: SourceCell, page: &Page, asked: InputPlace, value: Value, annotation: &Annotation) {
        let annotation = &annotation.for_value(&value);
        let status = annotation.evidence.as_ref().and_then(|evidence| evidence.status);
        let typed = value.clone();
        let value = match value {
            Value::Number(number) => Value::Number(self.scale_amount(page, asked.0, number)),
            value => value,
        };
        match settle(Some(value), status) {
            Ok(Some(value)) => self.push_value(cell, asked, value, annotation),
            Ok(None) => {}
            Err(disagreement) => {
                let help = "correct the status or the figure; the figure was not read";
                self.messages.add(cell.error("wrong-status", disagreement.to_string(), help));
                self.enter_unreadable(cell, asked, typed.to_string(), annotation);
            }
        }
    }

    fn push_value(&mut self, cell: SourceCell, (quantity, place): InputPlace, value: Value, annotation: &Annotation) {
        if let Some(first) = self.filled.claim(&self.layer.values, quantity, &place) {
            let what = describe_place(&self.model.quantity(quantity).label, &place);
            let diagnostic = report_duplicate(&cell, &what, &first.origin);
            self.messages.add(diagnostic);
            let (at, text) = (cell.at(), value.to_string());
            self.leftovers.unmatched.push(UnmatchedCell { at, text, is_foreign: true, is_of_unread_row: false });
        } else {
            let (origin, evidence) = (cell.origin(), annotation.evidence.clone());
            self.layer.values.push(Datum { quantity, place: Some(place), value, origin, evidence });
        }
    }
}

fn report_duplicate(cell: &SourceCell, what: &str, first: &Origin) -> Diagnostic {
    let first = SourceCell::of(first).expect("every value of a form comes from a cell");
    let message = format!("{what} is given twice: here and in `{}`", first.at());
    let diagnostic = cell.error("duplicate-value", message, "keep one of them; the first was read");
    diagnostic.note_at(first.place(), "first given here")
}

fn describe_place(label: &str, place: &[Arc<str>]) -> String {
    if place.is_empty() { label.to_owned() } else { format!("{label} of `{}`", place.join(", ")) }
}

/// `minutes[urban, 2025]`; the name alone where there are no axes.
fn name_place(input: &str, place: &[Arc<str>]) -> String {
    if place.is_empty() { input.to_owned() } else { format!("{input}[{}]", place.join(", ")) }
}

/// A formula is worth knowing; one that takes its value from elsewhere is to be explained.
fn report_formula(cell: &SourceCell, files: &[String]) -> Diagnostic {
    const SAVED: &str = "the value it had when the workbook was last saved was read";
    let Some(file) = files.first() else {
        let help = "enter the value itself, or make sure that the workbook was recalculated and saved";
        let message = format!("the cell contains a formula; {SAVED}");
        return cell.warning("formula-in-input", message, help).with(Severity::Note);
    };
    let kind = if is_forecast(file) { ", whose name suggests a budget rather than accounts" } else { "" };
    let message = format!("the cell contains a formula that takes values from `{file}`{kind}; {SAVED}");
    let help = "the file was not supplied: enter the value itself, and state its source";
    cell.warning("formula-in-input", message, help)
}

/// Whether a file is by its name about what is planned rather than about what was.
fn is_forecast(file: &str) -> bool {
    const WORDS: [&str; 9] =
        ["budget", "forecast", "plan", "prévision", "prevision", "presupuesto", "orçamento", "бюджет", "预算"];
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file).to_lowercase();
    WORDS.iter().any(|word| name.contains(word))
}
