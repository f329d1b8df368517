//! One page on how to fill the form: cells by their looks, what blank, 0 and n/a mean, a worked row.

use crate::layout::{key, own_sheets};
use crate::write::book::RequestBook;
use crate::write::{form_cells, print};
use rust_xlsxwriter::{Format, Worksheet, XlsxError};
use sg3_calc::Status;
use sg3_workbook::write::cells;
use sg3_workbook::write::text;

/// How to fill, as an operator asks it.
const HOW: [(&str, &str); 10] = [
    (
        "Order",
        "Complete the cover first: year-end, currency and scale of amounts. Then the sheets, in any order. Sign last.",
    ),
    (
        "Blank",
        "No information is given. Results that depend on the figure cannot be computed, unless the note states the meaning of a blank.",
    ),
    ("0", "The figure is known to be zero. Choosing the status \"nil\" has the same meaning."),
    (
        "n/a",
        "There is no figure. Enter n/a, or choose the status: \"not available\" if the figure exists but cannot be given, \"not applicable\" if the question does not apply. Do not enter a dash or a word.",
    ),
    (
        "Units",
        "Every figure is in the unit beside or above it. Only amounts of money may be in thousands or millions, as stated on the cover for each sheet. A share of 12.5 % is entered as 12.5%.",
    ),
    (
        "Status and source",
        "State once above a column what applies to the whole column. State beside a row what differs for that row. \"Concerns only\" names the figure of the row that is meant, or several separated by semicolons; blank means all of them.",
    ),
    (
        "Confidential",
        "Claim confidentiality figure by figure: yes, with the reason. A claim without a reason will be queried.",
    ),
    (
        "Formulas",
        "Enter or paste values. A formula is read as the value that it had when the workbook was last saved, and is reported.",
    ),
    (
        "Rows and sheets",
        "You may add rows where a table permits it, insert rows and columns, move or rename sheets, and add remarks. Keep the hidden first column together with its row.",
    ),
    (
        "Check",
        "The last column shows ok, or what to review, as you type. The sheet Status counts both for the whole form.",
    ),
];

/// Draws how to fill, what cells look like, and a worked row.
pub(crate) fn draw_instructions(book: &RequestBook, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let styles = &book.first().styles;
    let form = book.first();
    form_cells::begin_sheet(form, sheet, own_sheets::INSTRUCTIONS)?;
    for (column, width) in [(1, 26.0), (2, 18.0), (3, 16.0), (4, 20.0), (5, 26.0), (6, 14.0), (7, 26.0), (8, 10.0)] {
        sheet.set_column_width(column, width)?;
    }
    cells::write_text(sheet, 0, 0, "@sheet Instructions", &styles.key)?;
    cells::write_text(sheet, 0, 1, &form.translate("How to fill this form"), &styles.title)?;
    sheet.set_row_height(0, 28)?;
    for (row, (label, words)) in (2..).zip(HOW) {
        let words = form.translate_sentences(words);
        cells::write_text(sheet, row, 1, &form.translate(label), &styles.label)?;
        sheet.merge_range(row, 2, row, 8, &words, &styles.label)?;
        sheet.set_row_height(row, text::row_height(text::count_lines(&words, 126.0)))?;
    }
    let next = draw_legend(book, sheet, 3 + HOW.len() as u32)?;
    draw_worked_row(book, sheet, next + 1)?;
    mark_rows(book, sheet, next + 6)?;
    print::finish_sheet(sheet)
}

fn draw_legend(book: &RequestBook, sheet: &mut Worksheet, top: u32) -> Result<u32, XlsxError> {
    let styles = &book.first().styles;
    cells::write_text(sheet, top, 1, &book.first().translate("Appearance of cells, also on paper"), &styles.subtitle)?;
    let (asked, proposed) = (styles.sample(), styles.sample_of_proposal());
    let rows: [(&str, &Format, &str); 5] = [
        ("1 234", &asked, "To be filled: blue on yellow"),
        ("1 234", &proposed, "Proposed by the model: in italics; keep it or enter your own figure"),
        ("1 234", styles.sample_of_last_year(), "Last year: grey, for comparison; not read"),
        ("ok", &styles.check, "Live checks and totals: dark, bold; updated as you type"),
        ("Minutes", &styles.label, "Text of the form: black on white; do not change it"),
    ];
    for (row, (sample, format, words)) in (top + 1..).zip(rows) {
        cells::write_text(sheet, row, 1, &book.first().translate_briefly(sample), format)?;
        sheet.merge_range(row, 2, row, 8, &book.first().translate_sentences(words), &styles.label)?;
    }
    Ok(top + 1 + rows.len() as u32)
}

/// A row as it should come back; the figures are nobody's.
fn draw_worked_row(book: &RequestBook, sheet: &mut Worksheet, top: u32) -> Result<(), XlsxError> {
    let styles = &book.first().styles;
    cells::write_text(sheet, top, 1, &book.first().translate("Example of a completed row"), &styles.subtitle)?;
    let asked = styles.sample();
    let cells: [(&str, &str, &Format); 8] = [
        ("Item", "International leased lines", &styles.label),
        ("Unit", "money/year", &styles.label),
        ("Value", "41 250", &asked),
        ("Status", Status::Estimated.label(), &asked),
        ("Range: at least / at most", "38 000 / 44 000", &asked),
        ("Confidential", "yes", &asked),
        ("Reason", "contract with a supplier", &asked),
        ("Check", "ok", &styles.check),
    ];
    for (column, (heading, words, format)) in (1..).zip(cells) {
        cells::write_text(sheet, top + 1, column, &book.first().translate(heading), &styles.heading)?;
        cells::write_text(sheet, top + 2, column, &book.first().translate_briefly(words), format)?;
    }
    sheet.set_row_height(top + 1, text::row_height(2))?;
    let words = "The cover states that this sheet is in thousands, so 41 250 is read as 41 250 000. Source and comment are further to the right.";
    form_cells::draw_sentences(book.first(), sheet, top + 3, words, (8, 156.0))
}

/// Every row is marked as no data.
fn mark_rows(book: &RequestBook, sheet: &mut Worksheet, last: u32) -> Result<(), XlsxError> {
    (1..last).try_for_each(|row| cells::write_text(sheet, row, 0, key::TITLE, &book.first().styles.key))
}
