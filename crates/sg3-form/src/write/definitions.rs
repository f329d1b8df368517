//! What each item is: what is in, what is out, the usual mistake, as the notes of the model say it.

use crate::layout::{key, own_sheets};
use crate::write::book::RequestBook;
use crate::write::context::FormContext;
use crate::write::form_cells;
use crate::write::print;
use rust_xlsxwriter::{Worksheet, XlsxError};
use sg3_calc::present::shown::is_percent;
use sg3_calc::present::{hint, phrase, unit};
use sg3_lang::model::{Quantity, QuantityId};
use sg3_language::Language;
use sg3_workbook::write::cells;
use sg3_workbook::write::text;

const HEADINGS: [(&str, f64); 7] = [
    ("Item", 34.0),
    ("Sheet", 22.0),
    ("Unit", 15.0),
    ("Definition and scope", 52.0),
    ("Exclusions", 32.0),
    ("Usual mistake", 30.0),
    ("Range, blank, proposal, source", 32.0),
];

const FIRST: u32 = 3;
/// `Out:` is a head; a sentence that begins so and has a colon somewhere is none.
const LONGEST_HEAD: usize = 30;

/// A note, taken apart.
#[derive(Debug, Default, PartialEq)]
struct Definition {
    is: String,
    out: String,
    mistake: String,
}

/// Draws a row for every input that the forms ask for, each once.
pub(crate) fn draw_definitions(book: &RequestBook, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let styles = &book.first().styles;
    let form = book.first();
    form_cells::begin_sheet(form, sheet, own_sheets::DEFINITIONS)?;
    cells::write_text(sheet, 0, 0, "@sheet Definitions", &styles.key)?;
    cells::write_text(sheet, 0, 1, &form.translate(own_sheets::DEFINITIONS), &styles.title)?;
    sheet.set_row_height(0, 28)?;
    let headings = HEADINGS.map(|(heading, width)| (form.translate(heading), width));
    cells::fit_row_height(sheet, FIRST - 1, headings.iter().map(|(heading, width)| (&**heading, *width)))?;
    for (column, (heading, width)) in (1..).zip(headings) {
        sheet.set_column_width(column, width)?;
        cells::write_text(sheet, FIRST - 1, column, &heading, &styles.heading)?;
    }
    let items: Vec<_> = book.forms.iter().flat_map(list_items).collect();
    for (row, (form, name, input)) in (FIRST..).zip(&items) {
        draw_item(form, sheet, row, name, *input)?;
    }
    (1..FIRST + items.len() as u32).try_for_each(|row| cells::write_text(sheet, row, 0, key::TITLE, &styles.key))?;
    sheet.set_freeze_panes(FIRST, 2)?.set_repeat_rows(FIRST - 1, FIRST - 1)?;
    print::finish_sheet(sheet)
}

/// Every input that a form asks for, once, with its sheet.
fn list_items<'a>(form: &'a FormContext) -> Vec<(&'a FormContext<'a>, String, QuantityId)> {
    let mut items: Vec<(&FormContext, String, QuantityId)> = Vec::new();
    for (sheet, table) in form.layout.tables() {
        for input in table.inputs() {
            if !items.iter().any(|(.., other)| *other == input) {
                items.push((form, sheet.name.clone(), input));
            }
        }
    }
    items
}

fn draw_item(
    form: &FormContext,
    sheet: &mut Worksheet,
    row: u32,
    name: &str,
    input: QuantityId,
) -> Result<(), XlsxError> {
    let quantity = form.model.quantity(input);
    let definition = Definition::of(quantity.note.as_deref().unwrap_or_default(), form.language);
    let rest = form.translate_pieces(hint::without_note(form.model, quantity));
    let unit = display_unit(form, quantity);
    let cells = [&*quantity.label, name, &unit, &*definition.is, &*definition.out, &*definition.mistake, &*rest];
    for (column, words) in (1..).zip(cells) {
        cells::write_text(sheet, row, column, words, if column == 1 { &form.styles.label } else { &form.styles.note })?;
    }
    let lines = cells.iter().zip(HEADINGS).map(|(words, (_, width))| text::count_lines(words, width - 2.0)).max();
    sheet.set_row_height(row, text::row_height(lines.unwrap_or(1)))?;
    Ok(())
}

fn display_unit(form: &FormContext, quantity: &Quantity) -> String {
    form.translate_unit(&unit::anywhere(form.model, quantity), is_percent(quantity))
}

impl Definition {
    /// Sentences that begin with `Out:` and `Usual mistake:` are told apart; the rest says what is in.
    fn of(note: &str, language: &Language) -> Definition {
        let (out, mistake) = (language.translate_each("Out"), language.translate_each("Usual mistake"));
        let mut definition = Definition::default();
        for sentence in split_sentences(note) {
            let (part, words) = match sentence.split_once([':', '：']) {
                Some((head, rest)) if head.len() < LONGEST_HEAD && begins_with(head, &out) => {
                    (&mut definition.out, rest)
                }
                Some((head, rest)) if begins_with(head, &mistake) => (&mut definition.mistake, rest),
                _ => (&mut definition.is, &*sentence),
            };
            *part = format!("{part} {}", phrase::sentence(&capitalise(words.trim()))).trim().to_owned();
        }
        definition
    }
}

fn begins_with(head: &str, words: &[String]) -> bool {
    let head = head.trim().to_lowercase();
    words.iter().any(|words| head.starts_with(&words.to_lowercase()))
}

/// Sentences end with a point before a space and a letter that is not small; in Chinese wherever its point stands.
fn split_sentences(text: &str) -> Vec<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut sentences = vec![String::new()];
    let mut rest = text.chars();
    while let Some(letter) = rest.next() {
        sentences.last_mut().expect("there is one from the start").push(letter);
        let mut next = rest.clone();
        let begins =
            next.next() == Some(' ') && next.next().is_some_and(|next| next.is_alphabetic() && !next.is_lowercase());
        if letter == '。' || (matches!(letter, '.' | ';' | '؛') && begins) {
            sentences.push(String::new());
        }
    }
    sentences.iter().map(|sentence| sentence.trim().to_owned()).filter(|sentence| !sentence.is_empty()).collect()
}

fn capitalise(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_taken_apart() {
        let note = "Minutes of the year, each call once. Out: transit; tests. Usual mistakes: seconds, thousands.";
        let expected = Definition {
            is: "Minutes of the year, each call once.".to_owned(),
            out: "Transit; tests.".to_owned(),
            mistake: "Seconds, thousands.".to_owned(),
        };
        assert_eq!(Definition::of(note, &Language::default()), expected);
    }

    #[test]
    fn notes_of_scripts_without_capitals_are_taken_apart() {
        let language = |code: &str| Language::of(code, &[]).unwrap();
        let chinese = Definition::of("包含：全年的分钟数。不含：中转；测试。常见错误：以秒计。", &language("zh"));
        assert_eq!((&*chinese.out, &*chinese.mistake), ("中转；测试。", "以秒计。"));
        let arabic = Definition::of("يشمل: دقائق السنة. لا يشمل: العبور. الخطأ الشائع: ثوان.", &language("ar"));
        assert_eq!((&*arabic.out, &*arabic.mistake), ("العبور.", "ثوان."));
    }
}
