//! The first sheet: what this is, who fills it for which year, in what currency and scale.

use crate::layout::sheet::FormSheet;
use crate::layout::table::FormTable;
use crate::layout::{key, own_sheets};
use crate::values::scale::Scale;
use crate::write::book::RequestBook;
use crate::write::context::FormContext;
use crate::write::{form_cells, print};
use rust_xlsxwriter::{DataValidation, Worksheet, XlsxError};
use sg3_calc::present::unit;
use sg3_language::Language;
use sg3_workbook::write::cells;

/// Keys of the columns of its tables.
const COLUMNS: [&str; 2] = [key::LABEL, key::VALUE];
const FIRST_FACT: u32 = 9;
/// The rows of the years asked for and of the libraries are the last, so that every fact stays in the cell that it has in forms sent out before.
const YEARS: u32 = FIRST_FACT + FACTS.len() as u32;
const LIBRARIES: u32 = YEARS + 1;
const FIRST_SCALES: u32 = LIBRARIES + 2;
/// What whoever fills the form says of the operator and of the year: key, label, hint.
pub(crate) const FACTS: [(&str, &str, &str); 10] = [
    ("operator", "Operator", "Name of the company whose figures these are"),
    ("regulator", "Regulator", "Authority requesting the data"),
    ("legal_basis", "Legal basis", "Law, licence or decision on which the request rests"),
    (key::PERIOD, "Period", "Such as: financial year 2024"),
    (
        key::YEAR_END,
        "Year-end date",
        "Last day of the financial year; costs and volumes cover the year that ends on it",
    ),
    (
        key::VOLUMES_END,
        "Volumes counted until",
        "Last day of the twelve months that traffic and other volumes cover, if it is not the year-end date",
    ),
    ("currency", "Currency", "Three letters, such as XOF; one for the whole form"),
    ("contact", "Contact", "Name, telephone and e-mail of the contact person"),
    ("submission", "Submission number", "1 for the first, then 2, 3, ..."),
    ("received", "Date of submission", "Day on which this workbook is sent"),
];

/// Draws what the form is, facts to be filled, scales, and what is asked once for several models.
pub(crate) fn draw_cover(book: &RequestBook, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let form = book.first();
    form_cells::begin_sheet(form, sheet, own_sheets::COVER)?;
    sheet.set_column_width(1, 34)?.set_column_width(2, 44)?.set_column_width(3, 62)?;
    cells::write_text(sheet, 0, 0, "@sheet Cover", &form.styles.key)?;
    cells::write_text(sheet, 0, 1, &book.title(), &form.styles.title)?;
    sheet.set_row_height(0, 28)?;
    cells::write_text(sheet, 1, 1, &form.translate(&form.layout.owner.heading()), &form.styles.subtitle)?;
    if !form.language.is_reviewed() {
        cells::write_text(sheet, 2, 1, &form.translate_sentences(Language::NOT_REVIEWED), &form.styles.quiet)?;
    }
    draw_identity(book, sheet)?;
    draw_facts(book, sheet)?;
    draw_periods(book, sheet)?;
    draw_libraries(book, sheet)?;
    let next = draw_scales(book, sheet, FIRST_SCALES)?;
    draw_shared(book, sheet, next + 1)?;
    print::finish_sheet(sheet)
}

/// What the form is, for people and for reading.
fn draw_identity(book: &RequestBook, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    form_cells::draw_key_row(book.first(), sheet, 3, key::COVER, &COLUMNS)?;
    let (models, fingerprints) = book.identity();
    let rows = [
        ("model", "Model", &*models),
        ("owner", "To be filled by", &*book.first().translate_briefly(book.first().layout.owner.label())),
        ("form", "Version of the form", key::VERSION),
        ("layout", "Id of the form", &*fingerprints),
    ];
    let codes = book.first().language.codes();
    let language = codes.iter().map(|codes| ("language", "Language", &**codes));
    let mut rows = (4..).zip(rows.into_iter().chain(language));
    rows.try_for_each(|(row, words)| draw_identity_row(book, sheet, row, words))
}

/// Title and version of the libraries that the models are made of.
fn draw_libraries(book: &RequestBook, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let Some(libraries) = book.libraries() else { return Ok(()) };
    cells::fit_row_height(sheet, LIBRARIES, [(&*libraries, 44.0)])?;
    draw_identity_row(book, sheet, LIBRARIES, ("library", "Library of models", &libraries))
}

fn draw_identity_row(
    book: &RequestBook,
    sheet: &mut Worksheet,
    row: u32,
    (key, label, value): (&str, &str, &str),
) -> Result<(), XlsxError> {
    let styles = &book.first().styles;
    cells::write_text(sheet, row, 0, key, &styles.key)?;
    cells::write_text(sheet, row, 1, &book.first().translate(label), &styles.label)?;
    cells::write_text(sheet, row, 2, value, &styles.label)
}

fn draw_facts(book: &RequestBook, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let styles = &book.first().styles;
    for (row, (fact, label, hint)) in (FIRST_FACT..).zip(FACTS) {
        cells::write_text(sheet, row, 0, fact, &styles.key)?;
        let (label, hint) = (book.first().translate(label), book.first().translate(hint));
        cells::fit_row_height(sheet, row, [(&*label, 34.0), (&*hint, 62.0)])?;
        cells::write_text(sheet, row, 1, &label, &styles.label)?;
        let is_day = matches!(fact, key::YEAR_END | key::VOLUMES_END | "received");
        let format = if is_day { styles.day() } else { &styles.words };
        form_cells::draw_fact(book.first(), sheet, (row, 2), [key::COVER, fact, key::VALUE], format)?;
        cells::write_text(sheet, row, 3, &hint, &styles.note)?;
    }
    Ok(())
}

/// For which years the form asks, in the row between the facts and the scales: of the rows above, language may take the last.
fn draw_periods(book: &RequestBook, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let Some(periods) = book.periods() else { return Ok(()) };
    draw_identity_row(book, sheet, YEARS, (key::YEARS, "Years asked for", &periods))
}

/// In what amounts of money are given, sheet by sheet.
fn draw_scales(book: &RequestBook, sheet: &mut Worksheet, top: u32) -> Result<u32, XlsxError> {
    let sheets: Vec<&str> = book.find_sheets_with_amounts();
    if sheets.is_empty() {
        return Ok(top);
    }
    let styles = &book.first().styles;
    cells::write_text(sheet, top, 0, key::TITLE, &styles.key)?;
    cells::write_text(sheet, top, 1, &book.first().translate("Scale of amounts of money"), &styles.subtitle)?;
    cells::write_text(sheet, top + 1, 0, key::TITLE, &styles.key)?;
    let words =
        "Amounts (money, money/year) only. Prices, traffic, lives and shares are always in the unit shown beside them.";
    form_cells::draw_sentences(book.first(), sheet, top + 1, words, (3, 140.0))?;
    form_cells::draw_key_row(book.first(), sheet, top + 2, key::SCALES, &COLUMNS)?;
    let words = Scale::ALL.map(|scale| book.first().translate_briefly(scale.label()));
    for (row, name) in (top + 3..).zip(&sheets) {
        cells::write_text(sheet, row, 0, name, &styles.key)?;
        cells::write_text(sheet, row, 1, name, &styles.label)?;
        let scale = book.first().translate_briefly(book.first().scale(name).label());
        cells::write_text(sheet, row, 2, &scale, &styles.words)?;
        let rule = DataValidation::new()
            .allow_list_strings(&words)?
            .set_error_message(book.first().translate_briefly("Choose from the list."))?;
        sheet.add_data_validation(row, 2, row, 2, &rule)?;
    }
    Ok(top + 3 + sheets.len() as u32)
}

/// What is asked for once although several of the models need it.
fn draw_shared(book: &RequestBook, sheet: &mut Worksheet, top: u32) -> Result<(), XlsxError> {
    let mut once: Vec<(&str, Vec<&str>)> = Vec::new();
    for shared in book.common.iter().filter(|shared| shared.differs.is_none()) {
        match once.iter_mut().find(|(name, models)| *name == shared.name && models[0] == shared.first) {
            Some((_, models)) => models.push(&shared.second),
            None => once.push((&shared.name, vec![&shared.first, &shared.second])),
        }
    }
    if once.is_empty() {
        return Ok(());
    }
    let styles = &book.first().styles;
    cells::write_text(sheet, top, 0, key::TITLE, &styles.key)?;
    cells::write_text(sheet, top, 1, &book.first().translate("Asked once for several models"), &styles.subtitle)?;
    form_cells::draw_key_row(book.first(), sheet, top + 1, key::SHARED, &COLUMNS)?;
    for (row, (name, models)) in (top + 2..).zip(&once) {
        cells::write_text(sheet, row, 0, name, &styles.key)?;
        cells::write_text(sheet, row, 1, name, &styles.label)?;
        cells::write_text(sheet, row, 2, &models.join(key::BETWEEN_MODELS), &styles.label)?;
    }
    Ok(())
}

impl RequestBook<'_> {
    /// Sheets with amounts of money, in order.
    fn find_sheets_with_amounts(&self) -> Vec<&str> {
        let mut names = Vec::new();
        for form in &self.forms {
            let sheets = form.layout.sheets.iter().filter(|sheet| has_amounts(form, sheet));
            names.extend(sheets.map(|sheet| &*sheet.name));
        }
        names
    }

    /// The cell with the scale of a sheet, for formulas; none if it has no amounts.
    pub(crate) fn scale_cell(&self, sheet: &str) -> Option<String> {
        let position = self.find_sheets_with_amounts().iter().position(|name| *name == sheet)?;
        let first = FIRST_SCALES + 3;
        Some(self.cover_cell(first + position as u32))
    }

    /// The cell with the currency, for formulas.
    pub(crate) fn currency_cell(&self) -> String {
        let position = FACTS.iter().position(|(fact, ..)| *fact == "currency").expect("the cover asks for it");
        self.cover_cell(FIRST_FACT + position as u32)
    }

    fn cover_cell(&self, row: u32) -> String {
        format!("'{}'!$C${}", self.first().translate_briefly(own_sheets::COVER).replace('\'', "''"), row + 1)
    }
}

fn has_amounts(form: &FormContext, sheet: &FormSheet) -> bool {
    let mut inputs = sheet.tables.iter().flat_map(FormTable::inputs);
    inputs.any(|input| unit::is_amount(form.model.quantity(input)))
}
