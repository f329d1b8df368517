//! The form sent back to whoever filled it: his values and words, what was found beside them, and nothing of his lost.

mod former;

use crate::language::Language;
use crate::layout::column::ColumnContent;
use crate::layout::sheet::Layout;
use crate::layout::table::InputPlace;
use crate::read::answers::FindingAnswer;
use crate::read::leftovers::{Leftovers, UnmatchedCell};
use crate::write;
use crate::write::finding_marks::{CellMark, FindingMarks, FindingRow};
use crate::write::part::RequestPart;
use sg3_calc::{Before, Datum, Layer, Origin, Value};
use sg3_lang::{Diagnostic, Diagnostics, Model, Place, Severity};
use sg3_workbook::{Content, Workbook, address};
use std::collections::{HashMap, HashSet};

/// Most cells outside the form that are kept.
const MOST_STRAYS: usize = 20_000;

/// The form again, with the values of a submission, marks and notes on the cells that something was found about, and a sheet of
/// findings whose numbers and answers the next reading carries on.
///
/// `findings` are the messages of this reading; those about other files are left out.
///
/// # Panics
///
/// As [`template`](crate::template()) does.
pub fn write_feedback(
    model: &Model,
    layout: &Layout,
    layer: &Layer,
    leftovers: &Leftovers,
    findings: &Diagnostics,
    language: &Language,
) -> Vec<u8> {
    let marks = |unmatched: Vec<UnmatchedCell>| {
        let cells = SubmittedCells::of(layer, leftovers);
        FindingMarks::new(
            cells.mark_cells(layer, leftovers, findings, language),
            cells.list_findings(layer, leftovers, findings),
            leftovers,
            unmatched,
        )
    };
    // Words that could not be understood stand in their cells, and what was said beside them stays beside them.
    let values = layer.values.iter().chain(&leftovers.refused).cloned().collect();
    let filled = Layer { values, ..layer.clone() };
    let layout = &add_last_year_columns(layout, layer, language);
    let last_year = collect_last_year(layer);
    let part = RequestPart { model, layout, values: &[filled], last_year: &[last_year] };
    let form = write::write_with_marks(&part, marks(Vec::new()), language);
    match select_unmatched(form.clone(), &leftovers.unmatched) {
        unmatched if unmatched.is_empty() => form,
        unmatched => write::write_with_marks(&part, marks(unmatched), language),
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
    let datum = |before: &Before| Datum {
        quantity: before.quantity,
        place: Some(before.place.clone()),
        value: Value::Number(before.readings[0]),
        origin: before.origin.clone(),
        evidence: None,
    };
    Layer { values: layer.last_year.iter().map(datum).collect(), ..Layer::default() }
}

/// Which cell of the form stood where in the workbook that was sent.
struct SubmittedCells {
    by_address: HashMap<String, InputPlace>,
}

impl SubmittedCells {
    fn of(layer: &Layer, leftovers: &Leftovers) -> SubmittedCells {
        let data = layer.values.iter().chain(&leftovers.refused);
        SubmittedCells {
            by_address: data.filter_map(|datum| Some((locate_origin(&datum.origin)?, input_place(datum)?))).collect(),
        }
    }

    /// The cell that a message is about.
    fn find_place(&self, message: &Diagnostic) -> Option<InputPlace> {
        let Place::Data(place) = &message.place else { return None };
        self.by_address.get(&place.at).cloned()
    }

    fn mark_cells(
        &self,
        layer: &Layer,
        leftovers: &Leftovers,
        findings: &Diagnostics,
        language: &Language,
    ) -> HashMap<InputPlace, CellMark> {
        let mut marks: HashMap<InputPlace, CellMark> = HashMap::new();
        for datum in &leftovers.refused {
            if let (Some(asked), sg3_calc::Value::Text(words)) = (input_place(datum), &datum.value) {
                marks.entry(asked).or_default().words = Some(words.clone());
            }
        }
        for (sheet, comment) in &leftovers.comments {
            let at = format!("{sheet}!{}", address(comment.row, comment.column));
            if let Some(asked) = self.by_address.get(&at) {
                marks.entry(asked.clone()).or_default().people = comment.text.clone();
            }
        }
        for message in findings.iter().filter(|message| concerns_layer(message, layer)) {
            if let Some(asked) = self.find_place(message) {
                let mark = marks.entry(asked).or_default();
                mark.findings.push(compose_note(message, language));
                mark.frame |= message.severity != Severity::Note;
            }
        }
        marks
    }

    /// The rows of the sheet: what was found now, the worst first, then what is no longer found.
    fn list_findings(&self, layer: &Layer, leftovers: &Leftovers, findings: &Diagnostics) -> Vec<FindingRow> {
        let answered: HashMap<&str, &FindingAnswer> =
            leftovers.answers.iter().map(|answer| (&*answer.number, answer)).collect();
        let of = |severity| findings.iter().filter(move |message| message.severity == severity);
        let now = Severity::ALL.into_iter().flat_map(of).filter(|message| concerns_layer(message, layer));
        let mut rows: Vec<FindingRow> = Vec::new();
        let mut numbers: HashSet<String> = HashSet::new();
        for message in now.filter(|message| numbers.insert(message.number())) {
            let answer = answered.get(&*message.number()).map(|before| before.answer.clone()).unwrap_or_default();
            rows.push(build_finding(message, answer, self.find_place(message)));
        }
        let before = leftovers.answers.iter().filter(|before| !numbers.contains(&before.number));
        rows.extend(before.map(|before| FindingRow { said: before.clone(), state: "closed", about: None }));
        rows
    }
}

fn build_finding(message: &Diagnostic, answer: String, about: Option<InputPlace>) -> FindingRow {
    let place = if let Place::Data(place) = &message.place { place.at.clone() } else { String::new() };
    let state = if answer.is_empty() { "open" } else { "answered" };
    let said = FindingAnswer {
        number: message.number(),
        rank: message.severity.rank().to_owned(),
        place,
        found: message.message.clone(),
        expected: message.label.strip_prefix("expected ").unwrap_or(&message.label).to_owned(),
        help: message.help.clone().unwrap_or_default(),
        answer,
        kind: message.slug.to_owned(),
        about: message.identity().to_owned(),
    };
    FindingRow { said, state, about }
}

/// What is said on the cell itself.
fn compose_note(message: &Diagnostic, language: &Language) -> String {
    let rank = language.translate_briefly(message.severity.rank());
    let head = format!("{} · {rank}: {}", message.number(), language.translate_sentences(&message.message));
    let rest = [Some(&message.label), message.help.as_ref()].into_iter().flatten().filter(|words| !words.is_empty());
    rest.fold(head, |said, words| format!("{said}\n{}", language.translate_sentences(words)))
}

fn concerns_layer(message: &Diagnostic, layer: &Layer) -> bool {
    matches!(&message.place, Place::Data(place) if place.file == layer.name)
}

fn input_place(datum: &Datum) -> Option<InputPlace> {
    Some((datum.quantity, datum.place.clone()?))
}

/// `Traffic!C4`
fn locate_origin(origin: &Origin) -> Option<String> {
    match origin {
        Origin::Cell { sheet, row, column, .. } => Some(format!("{sheet}!{}", address(*row, *column))),
        _ => None,
    }
}

/// Strays that are no words of the form itself; a row of which nothing was read is kept whole if any of it is not.
fn select_unmatched(form: Vec<u8>, unmatched: &[UnmatchedCell]) -> Vec<UnmatchedCell> {
    let own = collect_texts(form);
    let is_own = |text: &str| own.contains(text) || former::is_of_form(text);
    let is_foreign = |cell: &UnmatchedCell| cell.is_foreign || !is_own(cell.text.trim());
    let rows = unmatched.chunk_by(|one, next| split_address(one) == split_address(next));
    let kept = rows.flat_map(|row| {
        let is_whole = row.iter().any(is_foreign);
        row.iter().filter(move |cell| is_foreign(cell) || (is_whole && cell.is_of_unread_row))
    });
    kept.take(MOST_STRAYS).cloned().collect()
}

/// `Traffic!` and `4` of `Traffic!C4`.
fn split_address(cell: &UnmatchedCell) -> (&str, &str) {
    let sheet = cell.at.rfind('!').map_or(0, |end| end + 1);
    let (sheet, cell) = cell.at.split_at(sheet);
    (sheet, cell.trim_start_matches(|letter: char| letter.is_ascii_alphabetic()))
}

/// All words of a form.
fn collect_texts(form: Vec<u8>) -> HashSet<String> {
    let mut workbook = Workbook::open(form, "").expect("the form was drawn here");
    let mut words = HashSet::new();
    for sheet in 0..workbook.sheets().len() {
        let read = workbook.read(sheet, |cell| {
            if let Content::Text(text) = cell.content {
                words.insert(text.trim().to_owned());
            }
        });
        read.expect("the form was drawn here");
    }
    words
}
