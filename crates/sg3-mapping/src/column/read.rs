//! What cells of a mapping say, read.

use crate::entry::{Entry, Figure};
use crate::rule::Rule;
use crate::share::Share;
use sg3_calc::Status;
use sg3_form::read::number::{Reading, number};
use sg3_workbook::{Area, parse_address};

/// `C7:C9, C12`.
pub fn areas(areas: &[Area]) -> String {
    areas.iter().map(Area::to_string).collect::<Vec<_>>().join(", ")
}

/// Cells and ranges, separated by anything that people put between them.
pub fn parse_areas(text: &str) -> Result<Vec<Area>, String> {
    let parts = text.split([',', ';', '+', ' ']).map(str::trim).filter(|part| !part.is_empty());
    let area = |part: &str| {
        Area::parse(part).ok_or_else(|| format!("`{part}` is neither a cell nor a range: enter C7, C7:C9 or C:C"))
    };
    parts.map(area).collect()
}

/// Whether an amount is deducted.
pub fn sign(text: &str) -> Result<bool, String> {
    match text {
        "" | "+" | "plus" => Ok(false),
        "-" | "−" | "–" | "minus" => Ok(true),
        _ => Err(format!("`{text}` is not a valid sign: leave the cell blank, or enter −")),
    }
}

/// A number above nought; one if nothing is said.
pub fn positive(text: &str) -> Result<f64, String> {
    match number(text) {
        _ if text.is_empty() => Ok(1.0),
        Reading::Number(value) | Reading::Percent(value) if value > 0.0 => Ok(value),
        Reading::Either(one, other) => Err(format!("`{text}` could be {one} or {other}: enter it unambiguously")),
        _ => Err(format!("`{text}` must be a number greater than zero")),
    }
}

/// How a figure was come by, in the words of forms in any of their languages.
pub fn status(text: &str) -> Result<Option<Status>, String> {
    let known = || Status::ALL.map(Status::words).join("`, `");
    match Status::of_words(&sg3_form::language::english(text)) {
        _ if text.is_empty() => Ok(None),
        Some(status) => Ok(Some(status)),
        None => Err(format!("`{text}` is not a valid status; allowed: `{}`", known())),
    }
}

/// Why a figure may not be published; nothing if it may.
pub fn confidential(text: &str) -> Result<String, String> {
    match &*sg3_form::language::english(text).to_lowercase() {
        "no" => Ok(String::new()),
        "yes" => {
            Err("state why the figure is confidential: the harm that publication would cause, and to whom".to_owned())
        }
        _ => Ok(text.to_owned()),
    }
}

/// Their name of the member.
pub fn member(entry: &mut Entry, text: &str) -> Result<(), String> {
    text.clone_into(&mut entry.member_label);
    Ok(())
}

/// The cell of the label.
pub fn place(entry: &mut Entry, text: &str) -> Result<(), String> {
    entry.label_at = parse_address(text);
    Ok(())
}

/// How sure a proposal was.
pub fn confidence(entry: &mut Entry, text: &str) -> Result<(), String> {
    entry.confidence = if text.is_empty() { None } else { Some(positive(text)?) };
    Ok(())
}

/// The part that goes to the figure.
pub fn share(entry: &mut Entry, text: &str) -> Result<(), String> {
    let wrong = || format!("`{text}` is not a valid share: enter 35 %, or cells such as Keys!D5/D12");
    Share::parse(text).map(|share| entry.share = share).ok_or_else(wrong)
}

/// Which rows count.
pub fn rows(entry: &mut Entry, text: &str) -> Result<(), String> {
    let wrong = |wrong| format!("{wrong}: enter `A: 62*, not 6281*`");
    Rule::parse(text).map(|rows| entry.rows = rows).map_err(wrong)
}

/// The figure of the model.
pub fn figure(entry: &mut Entry, text: &str) -> Result<(), String> {
    let wrong = || format!("`{text}` is not a figure of the model: enter `minutes[urban]`");
    Figure::parse(text).map(|figure| entry.figure = figure).ok_or_else(wrong)
}
