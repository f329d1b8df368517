//! Whose figures a form holds, for which year and in what currency; and whether what the cover says of it can be so.

use crate::layout::key;
use crate::read::reading::Reading;
use crate::tables::block::Block;
use crate::tables::grid::{Page, PageCell, PageRow};
use crate::values::currency::find_code;
use crate::values::text::fold_case;
use sg3_lang::day;
use sg3_workbook::Content;

/// What tells one submission from another: forms that agree in all of it are corrections of each other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Submission {
    /// The operator, as the cover names it.
    pub operator: Option<String>,
    /// The year-end date if there is one, else the period in words.
    pub period: Option<String>,
    /// The code of the currency, else the words of the cover.
    pub currency: Option<String>,
}

impl Submission {
    /// What is stated in both and differs: `the operator: Alpha and Beta`.
    ///
    /// ```
    /// use sg3_form::Submission;
    /// let of = |operator: &str| Submission { operator: Some(operator.to_owned()), ..Submission::default() };
    /// assert_eq!(of("Alpha").difference(&of(" alpha")), None);
    /// assert_eq!(of("Alpha").difference(&of("Beta")), Some("operator (Alpha, Beta)".to_owned()));
    /// assert_eq!(of("Alpha").difference(&Submission::default()), None);
    /// ```
    pub fn difference(&self, other: &Submission) -> Option<String> {
        let facts = [
            ("operator", &self.operator, &other.operator),
            ("period", &self.period, &other.period),
            ("currency", &self.currency, &other.currency),
        ];
        let differing = facts.into_iter().filter_map(|(what, one, other)| {
            let (one, other) = (one.as_ref()?, other.as_ref()?);
            (fold_case(one) != fold_case(other)).then(|| format!("{what} ({one}, {other})"))
        });
        let differing: Vec<String> = differing.collect();
        (!differing.is_empty()).then(|| differing.join(" and "))
    }

    /// The code of the currency, if the cover names a currency that has one.
    pub(crate) fn currency_code(&self) -> Option<&'static str> {
        find_code(self.currency.as_ref()?)
    }

    /// Whether the cover says whose figures these are.
    pub fn is_stated(&self) -> bool {
        self.operator.is_some()
    }
}

/// Reads what tells this submission from others, and asks about facts that cannot be so.
pub(crate) fn read_submission_facts(reading: &mut Reading, blocks: &[(&Page, Block)]) -> Submission {
    let mut submission = Submission::default();
    let mut year_end = None;
    for (page, block) in blocks.iter().filter(|(_, block)| block.key == key::COVER) {
        let Some(column) = block.position(key::VALUE) else { continue };
        for row in block.rows(page) {
            let (Some(fact), Some(cell)) = (row.text_or_code(block.column), row.filled_cell(column)) else { continue };
            match &*fact {
                "operator" => submission.operator = cell.text_or_code(),
                key::PERIOD => submission.period = cell.text_or_code(),
                "currency" => submission.currency = read_currency(reading, page, row, cell),
                "submission" => check_number(reading, page, row, cell),
                key::YEAR_END => year_end = read_day(reading, page, row, cell),
                key::VOLUMES_END | "received" => drop(read_day(reading, page, row, cell)),
                _ => {}
            }
        }
    }
    Submission { period: year_end.or(submission.period), ..submission }
}

fn read_currency(reading: &mut Reading, page: &Page, row: &PageRow, cell: &PageCell) -> Option<String> {
    let words = cell.text_or_code()?;
    if let Some(code) = find_code(&words) {
        return Some(code.to_owned());
    }
    let message = format!("`{words}` is not the code of a currency");
    ask(reading, page, row, cell, message, "enter the three letters of ISO 4217, such as XOF");
    Some(words)
}

fn check_number(reading: &mut Reading, page: &Page, row: &PageRow, cell: &PageCell) {
    let number = match &cell.content {
        Content::Number(number) => Some(*number),
        _ => cell.text_or_code().and_then(|words| words.parse().ok()),
    };
    if !number.is_some_and(|number: f64| number >= 1.0 && number.fract() == 0.0) {
        let message = format!("`{}` is not the number of a submission", cell.text());
        ask(reading, page, row, cell, message, "enter 1 for the first submission, then 2, 3, ...");
    }
}

fn read_day(reading: &mut Reading, page: &Page, row: &PageRow, cell: &PageCell) -> Option<String> {
    let day = match &cell.content {
        Content::Date(serial) => Some(*serial),
        Content::Text(text) => match day::read(text.trim()) {
            day::Reading::Day(serial) => Some(serial),
            _ => None,
        },
        _ => None,
    };
    if day.is_none() {
        let message = format!("`{}` is not a date", cell.text());
        ask(reading, page, row, cell, message, "enter the date as year-month-day, such as 2025-06-30");
    }
    day.map(day::write)
}

fn ask(reading: &mut Reading, page: &Page, row: &PageRow, cell: &PageCell, message: String, help: &str) {
    let place = reading.cell(page, row.row, cell.column);
    reading.messages.add(place.warning("wrong-value", message, help));
}
