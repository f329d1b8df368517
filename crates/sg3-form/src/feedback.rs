//! The form sent back to the respondent: the respondent's values and texts, what was found beside them, and nothing of it lost.

mod former;
mod unmatched_cells;
mod wording;

use crate::feedback::unmatched_cells::select_unmatched;
use crate::feedback::wording::{build_finding, compose_note, lacks_data};
use crate::layout::column::ColumnContent;
use crate::layout::sheet::Layout;
use crate::layout::table::InputPlace;
use crate::read::answers::FindingAnswer;
use crate::read::leftovers::{Leftovers, UnmatchedCell};
use crate::write;
use crate::write::finding_marks::{CellMark, FindingMarks, FindingRow, OtherCell};
use crate::write::part::RequestPart;
use sg3_calc::{Blank, Datum, Layer, Origin, Value};
use sg3_lang::diagnostic::DataPlace;
use sg3_lang::{Diagnostic, Diagnostics, Model, Place, Severity};
use sg3_language::Language;
use sg3_workbook::format_address;
use std::collections::{HashMap, HashSet};

/// The form again, with the values of a submission, marks and notes on the cells that something was found about, and a
/// sheet of findings whose numbers and answers the next reading carries on.
///
/// `findings` are the messages of this reading; those about other files are left out.
///
/// # Panics
///
/// As [`write_form`](crate::write_form()) does.
pub fn write_feedback(
    model: &Model,
    layout: &Layout,
    layer: &Layer,
    leftovers: &Leftovers,
    findings: &Diagnostics,
    language: &Language,
) -> Vec<u8> {
    let submission = Submission::of(model, layer, leftovers, findings, language);
    // Words that could not be understood stand in their cells, and what was said beside them stays beside them.
    let read = layer.values.iter().filter(|datum| !matches!(datum.value, Value::Unreadable(_)));
    let values = read.chain(&leftovers.refused).cloned().collect();
    let filled = Layer { values, ..layer.clone() };
    let layout = &add_last_year_columns(layout, layer, language);
    let last_year = collect_last_year(layer);
    let part = RequestPart { model, layout, values: &[filled], last_year: &[last_year] };
    // What the form itself says is known once it is drawn, so with cells outside it the form is drawn a second time.
    let form = write::write_with_marks(&part, submission.build_marks(Vec::new()), language);
    match select_unmatched(form.clone(), &leftovers.unmatched) {
        unmatched if unmatched.is_empty() => form,
        unmatched => write::write_with_marks(&part, submission.build_marks(unmatched), language),
    }
}

/// With last year's columns, if the form that was sent had them.
fn add_last_year_columns(layout: &Layout, layer: &Layer, language: &Language) -> Layout {
    let mut layout = layout.clone();
    if layer.last_year.is_empty() {
        return layout;
    }
    layout = layout.with_last_year();
    let columns = layout.sheets.iter_mut().flat_map(|sheet| &mut sheet.tables).flat_map(|table| &mut table.columns);
    let of_last_year = columns.filter(|column| matches!(column.content, ColumnContent::LastYear(_)));
    of_last_year.for_each(|column| column.heading = language.translate(&column.heading));
    layout
}

/// What those columns held, as it stood there.
fn collect_last_year(layer: &Layer) -> Layer {
    let values = layer.last_year.iter().map(|before| Datum {
        quantity: before.quantity,
        place: Some(before.place.clone()),
        value: Value::Number(before.readings[0]),
        origin: before.origin.clone(),
        evidence: None,
    });
    Layer { values: values.collect(), ..Layer::default() }
}

/// What was read of the form that was sent, and what was found about it.
struct Submission<'a> {
    model: &'a Model,
    layer: &'a Layer,
    leftovers: &'a Leftovers,
    findings: &'a Diagnostics,
    language: &'a Language,
    /// Which cell of the form stood where: `Traffic!C4`.
    by_address: HashMap<String, InputPlace>,
}

impl<'a> Submission<'a> {
    fn of(
        model: &'a Model,
        layer: &'a Layer,
        leftovers: &'a Leftovers,
        findings: &'a Diagnostics,
        language: &'a Language,
    ) -> Submission<'a> {
        let data = layer.values.iter().chain(&leftovers.refused);
        let filled = data.filter_map(|datum| Some((locate_origin(&datum.origin)?, input_place(datum)?)));
        let blanks = layer.blanks.iter().filter_map(|blank| Some((locate_origin(&blank.origin)?, blank_place(blank))));
        let by_address = blanks.chain(filled).collect();
        Submission { model, layer, leftovers, findings, language, by_address }
    }

    fn build_marks(&self, unmatched: Vec<UnmatchedCell>) -> FindingMarks {
        FindingMarks::new(self.mark_cells(), self.list_findings(), self.leftovers, unmatched)
    }

    fn mark_cells(&self) -> HashMap<InputPlace, CellMark> {
        let mut marks: HashMap<InputPlace, CellMark> = HashMap::new();
        for datum in &self.leftovers.refused {
            if let (Some(asked), Value::Text(words)) = (input_place(datum), &datum.value) {
                marks.entry(asked).or_default().words = Some(words.clone());
            }
        }
        for (sheet, comment) in &self.leftovers.comments {
            let at = format!("{sheet}!{}", format_address(comment.row, comment.column));
            if let Some(asked) = self.by_address.get(&at) {
                marks.entry(asked.clone()).or_default().people = comment.text.clone();
            }
        }
        for message in self.findings.iter().filter(|message| self.is_about(message)) {
            for (asked, words) in self.find_places(message) {
                let mark = marks.entry(asked).or_default();
                mark.findings.push(compose_note(self.model, message, words, self.language));
                mark.frame |= message.severity != Severity::Note;
            }
        }
        marks
    }

    /// All cells that a message is about, each once, with what is said of it in words of its own.
    fn find_places<'m>(&self, message: &'m Diagnostic) -> Vec<(InputPlace, Option<&'m str>)> {
        let first = self.find_cell(message).map(|place| (place, None));
        let others = self.list_cells(message).into_iter().map(|(place, _)| (place, None));
        let likewise = message.likewise.iter().filter_map(|(place, words)| {
            Some((self.own_cell(place)?, Some(&**words).filter(|_| !lacks_data(message))))
        });
        let mut seen = HashSet::new();
        let cells = first.into_iter().chain(others).chain(likewise).filter(|(place, _)| seen.insert(&*place.at));
        cells.filter_map(|(place, words)| Some((self.by_address.get(&place.at)?.clone(), words))).collect()
    }

    /// The cells that a message names beside its place, if these are what it is about, with what is said of each.
    fn list_cells<'m>(&self, message: &'m Diagnostic) -> Vec<(&'m DataPlace, &'m str)> {
        let notes = message.notes.iter().filter(|_| lacks_data(message));
        notes.filter_map(|(place, words)| Some((self.own_cell(place)?, &**words))).collect()
    }

    /// A place if it is in this workbook.
    fn own_cell<'m>(&self, place: &'m Place) -> Option<&'m DataPlace> {
        match place {
            Place::Data(place) if place.file == self.layer.name => Some(place),
            _ => None,
        }
    }

    /// The rows of the sheet: what was found now, the worst first, then what is no longer found.
    fn list_findings(&self) -> Vec<FindingRow> {
        let answers = &self.leftovers.answers;
        let answered: HashMap<&str, &FindingAnswer> = answers.iter().map(|answer| (&*answer.number, answer)).collect();
        let mut rows: Vec<FindingRow> = Vec::new();
        let mut numbers: HashSet<String> = HashSet::new();
        for message in self.rank_findings().into_iter().filter(|message| numbers.insert(message.number())) {
            let answer = answered.get(&*message.number()).map(|before| before.answer.clone()).unwrap_or_default();
            let place = self.find_cell(message).or_else(|| self.find_first_note(message));
            let about = place.and_then(|place| self.by_address.get(&place.at).cloned());
            let place = place.map_or_else(String::new, |place| place.at.clone());
            let others = self.list_others(message);
            rows.push(FindingRow { others, ..build_finding(message, answer, place, about) });
        }
        let before = answers.iter().filter(|before| !numbers.contains(&before.number));
        rows.extend(before.map(|before| FindingRow {
            finding: before.clone(),
            state: "closed",
            about: None,
            others: Vec::new(),
        }));
        rows
    }

    /// The messages about this workbook, the worst first.
    fn rank_findings(&self) -> Vec<&'a Diagnostic> {
        let ranked = Severity::ALL
            .into_iter()
            .flat_map(|severity| self.findings.iter().filter(move |message| message.severity == severity));
        ranked.filter(|message| self.is_about(message)).collect()
    }

    /// What the message says of further cells, with where each stands in the workbook that was sent and which input it answers.
    fn list_others(&self, message: &Diagnostic) -> Vec<OtherCell> {
        let first = self.find_cell(message).map(|place| &place.at);
        let likewise = message.likewise.iter();
        let likewise = likewise.filter_map(|(place, words)| Some((self.own_cell(place)?, &**words)));
        let cells = self.list_cells(message).into_iter().chain(likewise).filter(|(place, _)| Some(&place.at) != first);
        let describe = |(place, words): (&DataPlace, &str)| OtherCell {
            place: place.at.clone(),
            about: self.by_address.get(&place.at).cloned(),
            words: if lacks_data(message) { String::new() } else { words.to_owned() },
        };
        cells.map(describe).collect()
    }

    /// Whether a message is for the respondent of this workbook: about one of its cells, or an error of the data as a whole. What other
    /// submissions lack is for their respondents, and why something cannot be read is reported at its own cell.
    fn is_about(&self, message: &Diagnostic) -> bool {
        if message.slug == "missing-value" && message.severity == Severity::Note {
            return false;
        }
        let is_elsewhere = matches!(message.place, Place::Data(_)) || message.slug == "missing-value";
        self.find_cell(message).is_some() || (message.severity == Severity::Error && !is_elsewhere)
    }

    /// Where to begin with a message about the data as a whole: the first cell of this workbook that it mentions.
    fn find_first_note<'m>(&self, message: &'m Diagnostic) -> Option<&'m DataPlace> {
        message.notes.iter().find_map(|(place, _)| self.own_cell(place))
    }

    /// Where in this workbook a message points to: its own place, or of a result that lacks data the first cell in which they are lacking.
    fn find_cell<'m>(&self, message: &'m Diagnostic) -> Option<&'m DataPlace> {
        let notes = message.notes.iter().map(|(place, _)| place).filter(|_| lacks_data(message));
        std::iter::once(&message.place).chain(notes).find_map(|place| self.own_cell(place))
    }
}

fn input_place(datum: &Datum) -> Option<InputPlace> {
    Some((datum.quantity, datum.place.clone()?))
}

fn blank_place(blank: &Blank) -> InputPlace {
    (blank.quantity, blank.place.clone())
}

/// `Traffic!C4`
fn locate_origin(origin: &Origin) -> Option<String> {
    match origin {
        Origin::Cell { sheet, row, column, .. } => Some(format!("{sheet}!{}", format_address(*row, *column))),
        _ => None,
    }
}
