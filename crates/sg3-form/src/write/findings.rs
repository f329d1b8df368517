//! The sheet of findings: what was found, what was expected, what to do, and room for an answer that the next reading
//! carries on.

use crate::layout::table::InputPlace;
use crate::layout::{key, own_sheets};
use crate::write::context::FormContext;
use crate::write::finding_marks::{FindingMarks, FindingRow, OtherCell};
use crate::write::labels_of_names::replace_names;
use crate::write::print;
use rust_xlsxwriter::{Url, Worksheet, XlsxError};
use sg3_workbook::format_address;
use sg3_workbook::write::cells;
use sg3_workbook::write::text;

/// Rows of title, words, keys and headings.
const TITLE: u32 = 0;
const WORDS: u32 = 1;
const KEYS: u32 = 3;
const HEADINGS: u32 = 4;
/// Further cells of which a finding tells each, and those that it names.
const MOST_LINES: usize = 20;
const MOST_PLACES: usize = 40;
/// What people see above columns, with their widths.
const COLUMNS: [(&str, f64); 8] = [
    ("Number", 10.0),
    ("Rank", 10.0),
    ("State", 10.0),
    ("Where", 30.0),
    ("Found", 44.0),
    ("Expected", 36.0),
    ("What to do", 36.0),
    ("Your answer", 40.0),
];

const HOW: &str = "Correct the cell to which a finding refers, or explain beside it why the figure is correct. Blocking: no result can be \
    computed, or no correct one. Explain: answer or correct. Note: for information, no action required. A finding keeps its number from one \
    submission to the next; please return this workbook.";

/// Draws the sheet, after all others: it links to their cells.
pub(crate) fn draw_findings(form: &FormContext, marks: &FindingMarks, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_screen_gridlines(false).set_right_to_left(form.language.is_right_to_left());
    let how = form.translate_sentences(HOW);
    cells::write_text(sheet, TITLE, 0, key::TITLE, &form.styles.key)?;
    cells::write_text(sheet, TITLE, 1, &form.translate(own_sheets::FINDINGS), &form.styles.title)?;
    sheet.set_row_height(TITLE, 26)?;
    cells::write_text(sheet, WORDS, 0, key::TITLE, &form.styles.key)?;
    sheet.merge_range(WORDS, 1, WORDS, COLUMNS.len() as u16, &how, &form.styles.hint)?;
    sheet.set_row_height(WORDS, text::row_height(text::count_lines(&how, 200.0)))?;
    draw_headings(form, sheet)?;
    for (row, entry) in (HEADINGS + 1..).zip(&marks.findings) {
        draw_finding(form, marks, sheet, row, entry)?;
    }
    sheet.set_column_hidden(0)?.set_freeze_panes(HEADINGS + 1, 2)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(HEADINGS, HEADINGS)?;
    sheet.set_footer("&L&8&A&R&8&P / &N");
    sheet.protect_with_options(&print::allow_formatting());
    Ok(())
}

fn draw_headings(form: &FormContext, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    cells::write_text(sheet, KEYS, 0, &format!("{}{}", sg3_workbook::csv::CORNER, key::FINDINGS), &form.styles.key)?;
    cells::write_text(sheet, HEADINGS, 0, key::HEADING, &form.styles.key)?;
    for (column, (key, (heading, width))) in (1..).zip(key::OF_FINDINGS.into_iter().zip(COLUMNS)) {
        cells::write_text(sheet, KEYS, column, key, &form.styles.key)?;
        cells::write_text(sheet, HEADINGS, column, &form.translate(heading), &form.styles.heading)?;
        sheet.set_column_width(column, width)?;
    }
    for (column, key) in (COLUMNS.len() as u16 + 1..).zip(&key::OF_FINDINGS[COLUMNS.len()..]) {
        cells::write_text(sheet, KEYS, column, key, &form.styles.key)?;
        sheet.set_column_hidden(column)?;
    }
    sheet.set_row_hidden(KEYS)?;
    Ok(())
}

fn draw_finding(
    form: &FormContext,
    marks: &FindingMarks,
    sheet: &mut Worksheet,
    row: u32,
    entry: &FindingRow,
) -> Result<(), XlsxError> {
    let finding = &entry.finding;
    let words = &form.styles.paragraph();
    cells::write_text(sheet, row, 0, &finding.number, &form.styles.key)?;
    let [found, expected, help] = [&finding.found, &finding.expected, &finding.help]
        .map(|text| replace_names(form.model, &form.translate_sentences(text)));
    let found = [vec![found], describe_others(form, marks, &entry.others)].concat().join("\n");
    let (rank, state) = (form.translate_briefly(&finding.rank), form.translate_briefly(entry.state));
    for (column, text) in (1..).zip([&*finding.number, &rank, &state, "", &found, &expected, &help]) {
        cells::write_text(sheet, row, column, text, words)?;
    }
    // Hidden words that wrap do not run over into the cells beside them.
    let hidden = form.styles.key.clone().set_text_wrap();
    for (column, text) in (COLUMNS.len() as u16 + 1..).zip([&finding.kind, &finding.about]) {
        cells::write_text(sheet, row, column, text, &hidden)?;
    }
    let at = draw_place(form, marks, sheet, row, entry)?;
    cells::write_text(sheet, row, COLUMNS.len() as u16, &finding.answer, &form.styles.answer())?;
    let lines = [(3, &at), (4, &found), (5, &expected), (6, &help), (7, &finding.answer)];
    let lines = lines.map(|(column, text)| text::count_lines(text, COLUMNS[column].1 - 1.0)).into_iter().max();
    sheet.set_row_height(row, text::row_height(lines.unwrap_or(1)))?;
    Ok(())
}

/// A line for each further cell that something of its own is said of, and one with the places of all others.
fn describe_others(form: &FormContext, marks: &FindingMarks, others: &[OtherCell]) -> Vec<String> {
    let (told, named): (Vec<&OtherCell>, Vec<&OtherCell>) = others.iter().partition(|other| !other.words.is_empty());
    let place = |other: &OtherCell| find_place(marks, other.about.as_ref(), &other.place);
    let told = told.into_iter().map(|other| {
        let words = replace_names(form.model, &form.translate_sentences(&other.words));
        format!("{}: {words}", place(other))
    });
    let mut lines = cut_list(form, told.collect(), MOST_LINES);
    let named = cut_list(form, named.into_iter().map(place).collect(), MOST_PLACES);
    lines.extend((!named.is_empty()).then(|| named.join(", ")));
    lines
}

/// The first of some words, and how many follow.
fn cut_list(form: &FormContext, mut words: Vec<String>, most: usize) -> Vec<String> {
    let more = words.len().saturating_sub(most);
    words.truncate(most);
    words.extend((more > 0).then(|| form.translate_sentences(&format!("and {more} more"))));
    words
}

/// Where a cell of this form stands now; where it stood, if it is no cell of this form.
fn find_place(marks: &FindingMarks, about: Option<&InputPlace>, before: &str) -> String {
    let drawn = about.and_then(|asked| marks.find_drawn(asked));
    drawn.map_or(before.to_owned(), |(sheet, row, column)| format!("{sheet}!{}", format_address(row, column.into())))
}

/// A link to the cell of this form; for what is in no cell of it, the place in the workbook that was sent. What the
/// cell says.
fn draw_place(
    form: &FormContext,
    marks: &FindingMarks,
    sheet: &mut Worksheet,
    row: u32,
    entry: &FindingRow,
) -> Result<String, XlsxError> {
    const COLUMN: u16 = 4;
    let Some((name, at, column)) = entry.about.as_ref().and_then(|asked| marks.find_drawn(asked)) else {
        cells::write_text(sheet, row, COLUMN, &entry.finding.place, &form.styles.paragraph())?;
        return Ok(entry.finding.place.clone());
    };
    let cell = format_address(at, u32::from(column));
    let (target, words) = (format!("internal:'{}'!{cell}", name.replace('\'', "''")), format!("{name}!{cell}"));
    sheet.write_url_with_format(row, COLUMN, Url::new(target).set_text(&words), &form.styles.link())?;
    Ok(words)
}
