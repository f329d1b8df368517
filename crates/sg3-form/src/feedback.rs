//! The form sent back to whoever filled it: his values and words, what was found beside them, and nothing of his lost.

mod former;

use crate::language::Language;
use crate::layout::Layout;
use crate::layout::column_content::Holds;
use crate::read::answers::Answer;
use crate::read::remains::{Remains, Stray};
use crate::write;
use crate::write::Part;
use crate::write::annotations::Asked;
use crate::write::finding_marks::{Finding, Mark, Marks};
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
pub fn returned(
    model: &Model,
    layout: &Layout,
    layer: &Layer,
    remains: &Remains,
    findings: &Diagnostics,
    language: &Language,
) -> Vec<u8> {
    let marks = |strays: Vec<Stray>| {
        let cells = Cells::of(layer, remains);
        Marks::new(
            cells.marks(layer, remains, findings, language),
            cells.rows(layer, remains, findings),
            remains,
            strays,
        )
    };
    // Words that could not be understood stand in their cells, and what was said beside them stays beside them.
    let values = layer.values.iter().chain(&remains.refused).cloned().collect();
    let filled = Layer { values, ..layer.clone() };
    let layout = &with_last_year(layout, layer, language);
    let last_year = of_last_year(layer);
    let part = Part { model, layout, values: &[filled], last_year: &[last_year] };
    let form = write::with_marks(&part, marks(Vec::new()), language);
    match foreign(form.clone(), &remains.strays) {
        strays if strays.is_empty() => form,
        strays => write::with_marks(&part, marks(strays), language),
    }
}

/// With last year's columns, if the form that was sent had them.
fn with_last_year(layout: &Layout, layer: &Layer, language: &Language) -> Layout {
    let mut layout = layout.clone();
    if layer.last_year.is_empty() {
        return layout;
    }
    layout = layout.with_last_year();
    let columns = layout.sheets.iter_mut().flat_map(|sheet| &mut sheet.tables).flat_map(|table| &mut table.columns);
    let of_last_year = columns.filter(|column| matches!(column.holds, Holds::Last(_)));
    of_last_year.for_each(|column| column.heading = language.say(&column.heading));
    layout
}

/// What those columns held, as it stood there.
fn of_last_year(layer: &Layer) -> Layer {
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
struct Cells {
    by_address: HashMap<String, Asked>,
}

impl Cells {
    fn of(layer: &Layer, remains: &Remains) -> Cells {
        let data = layer.values.iter().chain(&remains.refused);
        Cells { by_address: data.filter_map(|datum| Some((at(&datum.origin)?, asked(datum)?))).collect() }
    }

    /// The cell that a message is about.
    fn about(&self, message: &Diagnostic) -> Option<Asked> {
        let Place::Data(place) = &message.place else { return None };
        self.by_address.get(&place.at).cloned()
    }

    fn marks(
        &self,
        layer: &Layer,
        remains: &Remains,
        findings: &Diagnostics,
        language: &Language,
    ) -> HashMap<Asked, Mark> {
        let mut marks: HashMap<Asked, Mark> = HashMap::new();
        for datum in &remains.refused {
            if let (Some(asked), sg3_calc::Value::Text(words)) = (asked(datum), &datum.value) {
                marks.entry(asked).or_default().words = Some(words.clone());
            }
        }
        for (sheet, comment) in &remains.comments {
            let at = format!("{sheet}!{}", address(comment.row, comment.column));
            if let Some(asked) = self.by_address.get(&at) {
                marks.entry(asked.clone()).or_default().people = comment.text.clone();
            }
        }
        for message in findings.iter().filter(|message| is_of(message, layer)) {
            if let Some(asked) = self.about(message) {
                let mark = marks.entry(asked).or_default();
                mark.findings.push(note(message, language));
                mark.frame |= message.severity != Severity::Note;
            }
        }
        marks
    }

    /// The rows of the sheet: what was found now, the worst first, then what is no longer found.
    fn rows(&self, layer: &Layer, remains: &Remains, findings: &Diagnostics) -> Vec<Finding> {
        let answered: HashMap<&str, &Answer> = remains.answers.iter().map(|answer| (&*answer.number, answer)).collect();
        let of = |severity| findings.iter().filter(move |message| message.severity == severity);
        let now = Severity::ALL.into_iter().flat_map(of).filter(|message| is_of(message, layer));
        let mut rows: Vec<Finding> = Vec::new();
        let mut numbers: HashSet<String> = HashSet::new();
        for message in now.filter(|message| numbers.insert(message.number())) {
            let answer = answered.get(&*message.number()).map(|before| before.answer.clone()).unwrap_or_default();
            rows.push(open(message, answer, self.about(message)));
        }
        let before = remains.answers.iter().filter(|before| !numbers.contains(&before.number));
        rows.extend(before.map(|before| Finding { said: before.clone(), state: "closed", about: None }));
        rows
    }
}

fn open(message: &Diagnostic, answer: String, about: Option<Asked>) -> Finding {
    let place = if let Place::Data(place) = &message.place { place.at.clone() } else { String::new() };
    let state = if answer.is_empty() { "open" } else { "answered" };
    let said = Answer {
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
    Finding { said, state, about }
}

/// What is said on the cell itself.
fn note(message: &Diagnostic, language: &Language) -> String {
    let rank = language.brief(message.severity.rank());
    let head = format!("{} · {rank}: {}", message.number(), language.tell(&message.message));
    let rest = [Some(&message.label), message.help.as_ref()].into_iter().flatten().filter(|words| !words.is_empty());
    rest.fold(head, |said, words| format!("{said}\n{}", language.tell(words)))
}

fn is_of(message: &Diagnostic, layer: &Layer) -> bool {
    matches!(&message.place, Place::Data(place) if place.file == layer.name)
}

fn asked(datum: &Datum) -> Option<Asked> {
    Some((datum.quantity, datum.place.clone()?))
}

/// `Traffic!C4`
fn at(origin: &Origin) -> Option<String> {
    match origin {
        Origin::Cell { sheet, row, column, .. } => Some(format!("{sheet}!{}", address(*row, *column))),
        _ => None,
    }
}

/// Strays that are no words of the form itself; a row of which nothing was read is kept whole if any of it is not.
fn foreign(form: Vec<u8>, strays: &[Stray]) -> Vec<Stray> {
    let own = words(form);
    let is_own = |text: &str| own.contains(text) || former::is_of_form(text);
    let is_foreign = |stray: &Stray| stray.is_foreign || !is_own(stray.text.trim());
    let rows = strays.chunk_by(|one, next| row_of(one) == row_of(next));
    let kept = rows.flat_map(|row| {
        let is_whole = row.iter().any(is_foreign);
        row.iter().filter(move |stray| is_foreign(stray) || (is_whole && stray.is_of_unread_row))
    });
    kept.take(MOST_STRAYS).cloned().collect()
}

/// `Traffic!` and `4` of `Traffic!C4`.
fn row_of(stray: &Stray) -> (&str, &str) {
    let sheet = stray.at.rfind('!').map_or(0, |end| end + 1);
    let (sheet, cell) = stray.at.split_at(sheet);
    (sheet, cell.trim_start_matches(|letter: char| letter.is_ascii_alphabetic()))
}

/// All words of a form.
fn words(form: Vec<u8>) -> HashSet<String> {
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
