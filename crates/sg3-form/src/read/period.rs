//! Whether costs and volumes cover the same year, as the cover says.

use crate::layout::key;
use crate::read::reading::Reading;
use crate::tables::block::Block;
use crate::tables::grid::{Page, PageCell};
use sg3_lang::day;
use sg3_workbook::Content;

/// Accounts and traffic closed within the same month are of one year.
const DAYS: f64 = 31.0;
const HELP: &str =
    "align both to the same twelve months, or explain in the answer to this finding how they were aligned";
const ENTER: &str = "enter year, month and day, such as 2025-06-30";

/// Asks where the year-end date is not that of the volumes, or not within the period.
pub(crate) fn question_period(reading: &mut Reading, blocks: &[(&Page, Block)]) {
    for (page, block) in blocks.iter().filter(|(_, block)| block.key == key::COVER) {
        question_days(reading, page, block);
        let end = find_fact(page, block, key::YEAR_END).and_then(|(_, cell)| read_date(cell));
        let (Some(end), Some(column)) = (end, block.position(key::VALUE)) else { continue };
        let volumes = find_fact(page, block, key::VOLUMES_END)
            .and_then(|(row, cell)| Some((row, question_volumes_end(end, read_date(cell)?)?)));
        let period = find_fact(page, block, key::PERIOD)
            .and_then(|(row, cell)| Some((row, question_year(end, &cell.text_or_code()?)?)));
        for (fact, found) in [(key::VOLUMES_END, volumes), (key::PERIOD, period)] {
            let Some((row, (message, expected))) = found else { continue };
            let question = reading.cell(page, row, column).warning("implausible", message, HELP).label(expected);
            reading.messages.add(question.about(format!("cover[{fact}]")));
        }
    }
}

/// Asks about days of the cover that are years or 0 as numbers of days.
fn question_days(reading: &mut Reading, page: &Page, block: &Block) {
    let facts =
        [key::YEAR_END, key::VOLUMES_END].into_iter().filter_map(|fact| Some((fact, find_fact(page, block, fact)?)));
    for (fact, (row, cell)) in facts {
        let Content::Date(serial) = cell.content else { continue };
        let Some(oddity) = day::find_oddity(serial) else { continue };
        let message = format!("the day is {}, the day of the number {serial}{oddity}", day::write(serial));
        let question = reading.cell(page, row, cell.column).warning("hardly-a-date", message, ENTER);
        reading.messages.add(question.about(format!("cover[{fact}]")));
    }
}

/// What the cover gives for a fact, with its row; nothing if it is blank.
fn find_fact<'a>(page: &'a Page, block: &Block, fact: &str) -> Option<(u32, &'a PageCell)> {
    let row = block.rows(page).iter().find(|row| row.has_text(block.column, |key| key == fact))?;
    Some((row.row, row.filled_cell(block.position(key::VALUE)?)?))
}

fn read_date(cell: &PageCell) -> Option<f64> {
    match &cell.content {
        Content::Date(serial) => Some(*serial),
        Content::Text(text) => match day::read(text) {
            day::Reading::Day(serial) => Some(serial),
            _ => None,
        },
        _ => None,
    }
}

/// What is asked, and what was expected.
type Question = (String, String);

fn question_volumes_end(end: f64, volumes: f64) -> Option<Question> {
    let (year_end, until) = (day::write(end), day::write(volumes));
    let message =
        format!("costs cover the year to {year_end}, volumes the year to {until}: unit costs would mix two years");
    ((end - volumes).abs() > DAYS).then(|| (message, format!("expected {year_end}, the year-end date")))
}

/// A period that names years, none of which is that of the year-end: `2023` or `2023/24` with 30 June 2024 is right for
/// the second only.
fn question_year(end: f64, words: &str) -> Option<Question> {
    let written = day::write(end);
    let year = &written[..4];
    let numbers: Vec<&str> = words.split(|letter: char| !letter.is_ascii_digit()).collect();
    let names_a_year = numbers.iter().any(|number| number.len() == 4);
    let names_this = numbers.iter().any(|number| *number == year || (number.len() == 2 && *number == &year[2..]));
    let message = format!("the period is `{words}`, but the financial year ends on {written}");
    (names_a_year && !names_this).then(|| (message, format!("expected a period that ends in {year}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn end(text: &str) -> f64 {
        match day::read(text) {
            day::Reading::Day(serial) => serial,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn half_a_year_apart_is_asked_about() {
        assert!(question_volumes_end(end("2024-06-30"), end("2024-12-31")).unwrap().0.contains("2024-12-31"));
        assert!(question_volumes_end(end("2024-12-31"), end("2024-12-31")).is_none());
        assert!(question_volumes_end(end("2024-12-31"), end("2024-12-28")).is_none());
    }

    #[test]
    fn a_period_of_another_year_is_asked_about() {
        assert!(question_year(end("2024-06-30"), "financial year 2023").is_some());
        for words in ["financial year 2024", "2023/24", "July 2023 to June 2024", "the last year", "twelve months"] {
            assert!(question_year(end("2024-06-30"), words).is_none(), "{words}");
        }
    }
}
