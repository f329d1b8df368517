//! The form sent back to the respondent: the respondent's values and texts, what was found beside them, and nothing of it lost.

mod former;

use crate::layout::column::ColumnContent;
use crate::layout::sheet::Layout;
use crate::layout::table::InputPlace;
use crate::read::answers::FindingAnswer;
use crate::read::leftovers::{Leftovers, UnmatchedCell};
use crate::write;
use crate::write::finding_marks::{CellMark, FindingMarks, FindingRow};
use crate::write::part::RequestPart;
use sg3_calc::{Datum, Layer, Origin, Value};
use sg3_lang::diagnostic::DataPlace;
use sg3_lang::{Diagnostic, Diagnostics, Model, Place, Severity};
use sg3_language::Language;
use sg3_workbook::{Content, Workbook, format_address};
use std::collections::{HashMap, HashSet};

/// Most cells outside the form that are kept.
const MOST_UNMATCHED: usize = 20_000;

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
    let submission = Submission::of(layer, leftovers, findings, language);
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
    layer: &'a Layer,
    leftovers: &'a Leftovers,
    findings: &'a Diagnostics,
    language: &'a Language,
    /// Which cell of the form stood where: `Traffic!C4`.
    by_address: HashMap<String, InputPlace>,
}

impl<'a> Submission<'a> {
    fn of(
        layer: &'a Layer,
        leftovers: &'a Leftovers,
        findings: &'a Diagnostics,
        language: &'a Language,
    ) -> Submission<'a> {
        let data = layer.values.iter().chain(&leftovers.refused);
        let by_address = data.filter_map(|datum| Some((locate_origin(&datum.origin)?, input_place(datum)?))).collect();
        Submission { layer, leftovers, findings, language, by_address }
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
            if let Some(asked) = self.find_place(message) {
                let mark = marks.entry(asked).or_default();
                mark.findings.push(compose_note(message, self.language));
                mark.frame |= message.severity != Severity::Note;
            }
        }
        marks
    }

    /// The rows of the sheet: what was found now, the worst first, then what is no longer found.
    fn list_findings(&self) -> Vec<FindingRow> {
        let answers = &self.leftovers.answers;
        let answered: HashMap<&str, &FindingAnswer> = answers.iter().map(|answer| (&*answer.number, answer)).collect();
        let mut rows: Vec<FindingRow> = Vec::new();
        let mut numbers: HashSet<String> = HashSet::new();
        for message in self.rank_findings().into_iter().filter(|message| numbers.insert(message.number())) {
            let answer = answered.get(&*message.number()).map(|before| before.answer.clone()).unwrap_or_default();
            let place = self.find_cell(message).map_or_else(String::new, |place| place.at.clone());
            rows.push(build_finding(message, answer, place, self.find_place(message)));
        }
        let before = answers.iter().filter(|before| !numbers.contains(&before.number));
        rows.extend(before.map(|before| FindingRow { finding: before.clone(), state: "closed", about: None }));
        rows
    }

    /// The messages about this workbook, the worst first.
    fn rank_findings(&self) -> Vec<&'a Diagnostic> {
        let ranked = Severity::ALL
            .into_iter()
            .flat_map(|severity| self.findings.iter().filter(move |message| message.severity == severity));
        ranked.filter(|message| self.is_about(message)).collect()
    }

    fn is_about(&self, message: &Diagnostic) -> bool {
        self.find_cell(message).is_some()
    }

    /// The cell that a message is about.
    fn find_place(&self, message: &Diagnostic) -> Option<InputPlace> {
        self.find_cell(message).and_then(|place| self.by_address.get(&place.at).cloned())
    }

    /// Where in this workbook a message points to: its own place, or of a result that lacks data the first cell in which they are lacking.
    fn find_cell<'m>(&self, message: &'m Diagnostic) -> Option<&'m DataPlace> {
        let lacks_data = matches!(message.slug, "missing-value" | "bad-value");
        let notes = message.notes.iter().map(|(place, _)| place).filter(|_| lacks_data);
        std::iter::once(&message.place).chain(notes).find_map(|place| match place {
            Place::Data(place) if place.file == self.layer.name => Some(place),
            _ => None,
        })
    }
}

fn build_finding(message: &Diagnostic, answer: String, place: String, about: Option<InputPlace>) -> FindingRow {
    let state = if answer.is_empty() { "open" } else { "answered" };
    let finding = FindingAnswer {
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
    FindingRow { finding, state, about }
}

/// What is said on the cell itself.
fn compose_note(message: &Diagnostic, language: &Language) -> String {
    let rank = language.translate_briefly(message.severity.rank());
    let head = format!("{} · {rank}: {}", message.number(), language.translate_sentences(&message.message));
    let rest = [Some(&message.label), message.help.as_ref()].into_iter().flatten().filter(|words| !words.is_empty());
    rest.fold(head, |note, words| format!("{note}\n{}", language.translate_sentences(words)))
}

fn input_place(datum: &Datum) -> Option<InputPlace> {
    Some((datum.quantity, datum.place.clone()?))
}

/// `Traffic!C4`
fn locate_origin(origin: &Origin) -> Option<String> {
    match origin {
        Origin::Cell { sheet, row, column, .. } => Some(format!("{sheet}!{}", format_address(*row, *column))),
        _ => None,
    }
}

/// Unmatched cells that are no words of the form itself; a row of which nothing was read is kept whole if any of it is
/// not.
fn select_unmatched(form: Vec<u8>, cells: &[UnmatchedCell]) -> Vec<UnmatchedCell> {
    let own = collect_texts(form);
    let mut kept = Vec::new();
    for row in cells.chunk_by(|one, next| split_address(one) == split_address(next)) {
        let is_whole = row.iter().any(|cell| is_foreign(cell, &own));
        let of_row = row.iter().filter(|cell| is_foreign(cell, &own) || (is_whole && cell.is_of_unread_row));
        kept.extend(of_row.cloned());
    }
    kept.truncate(MOST_UNMATCHED);
    kept
}

fn is_foreign(cell: &UnmatchedCell, own: &HashSet<String>) -> bool {
    let text = cell.text.trim();
    cell.is_foreign || !(own.contains(text) || former::is_of_form(text))
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
