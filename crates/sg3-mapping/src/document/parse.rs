//! What cells of a mapping say, read.

use crate::rules::figure::Figure;
use crate::rules::row_filter::RowFilter;
use crate::rules::rule::MappingRule;
use crate::rules::share::Share;
use sg3_calc::Status;
use sg3_form::values::number::{ParsedNumber, parse_number};
use sg3_workbook::{CellRange, parse_address};

/// `C7:C9, C12`.
pub(crate) fn write_areas(areas: &[CellRange]) -> String {
    areas.iter().map(CellRange::to_string).collect::<Vec<_>>().join(", ")
}

/// Cells and ranges, separated by anything that people put between them.
pub(crate) fn parse_areas(text: &str) -> Result<Vec<CellRange>, String> {
    let parts = text.split([',', ';', '+', ' ']).map(str::trim).filter(|part| !part.is_empty());
    parts.map(parse_area).collect()
}

fn parse_area(text: &str) -> Result<CellRange, String> {
    CellRange::parse(text).ok_or_else(|| format!("`{text}` is neither a cell nor a range: enter C7, C7:C9 or C:C"))
}

/// Whether an amount is deducted.
pub(crate) fn parse_sign(text: &str) -> Result<bool, String> {
    match text {
        "" | "+" | "plus" => Ok(false),
        "-" | "−" | "–" | "minus" => Ok(true),
        _ => Err(format!("`{text}` is not a valid sign: leave the cell blank, or enter −")),
    }
}

/// A number above zero; one if nothing is said.
pub(crate) fn parse_positive(text: &str) -> Result<f64, String> {
    match parse_number(text) {
        _ if text.is_empty() => Ok(1.0),
        ParsedNumber::Number(value) | ParsedNumber::Percent(value) if value > 0.0 => Ok(value),
        ParsedNumber::Either(one, other) => Err(format!("`{text}` could be {one} or {other}: enter it unambiguously")),
        _ => Err(format!("`{text}` must be a number greater than zero")),
    }
}

/// How a figure was come by, in the words of forms in any of their languages.
pub(crate) fn parse_status(text: &str) -> Result<Option<Status>, String> {
    match Status::of_label(&sg3_form::language::to_english(text)) {
        _ if text.is_empty() => Ok(None),
        Some(status) => Ok(Some(status)),
        None => {
            let known = Status::ALL.map(Status::label).join("`, `");
            Err(format!("`{text}` is not a valid status; allowed: `{known}`"))
        }
    }
}

/// Why a figure may not be published; nothing if it may.
pub(crate) fn parse_confidential(text: &str) -> Result<String, String> {
    match &*sg3_form::language::to_english(text).to_lowercase() {
        "no" => Ok(String::new()),
        "yes" => {
            Err("state why the figure is confidential: the harm that publication would cause, and to whom".to_owned())
        }
        _ => Ok(text.to_owned()),
    }
}

/// What the source calls the member.
pub(crate) fn read_member_label(rule: &mut MappingRule, text: &str) -> Result<(), String> {
    text.clone_into(&mut rule.member_label);
    Ok(())
}

/// The cell of the label.
pub(crate) fn read_label_cell(rule: &mut MappingRule, text: &str) -> Result<(), String> {
    rule.label_at = parse_address(text);
    Ok(())
}

/// How sure a proposal was.
pub(crate) fn read_confidence(rule: &mut MappingRule, text: &str) -> Result<(), String> {
    rule.confidence = if text.is_empty() { None } else { Some(parse_positive(text)?) };
    Ok(())
}

/// The part that goes to the figure.
pub(crate) fn read_share(rule: &mut MappingRule, text: &str) -> Result<(), String> {
    rule.share = Share::parse(text)
        .ok_or_else(|| format!("`{text}` is not a valid share: enter 35 %, or cells such as Keys!D5/D12"))?;
    Ok(())
}

/// Which rows count.
pub(crate) fn read_rows(rule: &mut MappingRule, text: &str) -> Result<(), String> {
    rule.rows = RowFilter::parse(text).map_err(|wrong| format!("{wrong}: enter `A: 62*, not 6281*`"))?;
    Ok(())
}

/// The figure of the model.
pub(crate) fn read_figure(rule: &mut MappingRule, text: &str) -> Result<(), String> {
    rule.figure =
        Figure::parse(text).ok_or_else(|| format!("`{text}` is not a figure of the model: enter `minutes[urban]`"))?;
    Ok(())
}
