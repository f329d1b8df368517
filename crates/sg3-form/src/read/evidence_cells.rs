//! What single cells beside a value say: a status, the bounds of a range, a claim of confidentiality.

use crate::language::choice;
use crate::layout::evidence::EvidenceField;
use crate::read::reading::Reading;
use crate::read::source_cell::SourceCell;
use crate::read::value_evidence::Annotation;
use crate::tables::grid::{Page, PageCell, PageRow};
use crate::values::number;
use crate::values::number::ParsedNumber;
use crate::values::text::fold_case;
use sg3_calc::{Evidence, Status};
use sg3_lang::diagnostic::near_miss;
use sg3_workbook::Content;
use std::sync::Arc;

/// The pieces that stand in some cells of a row.
pub(crate) fn read_annotation(
    reading: &mut Reading,
    page: &Page,
    row: &PageRow,
    at: &[(u32, EvidenceField)],
    is_scaled: bool,
) -> Annotation {
    let mut evidence = Evidence::default();
    let mut status_cell = None;
    let (mut least, mut most) = (None, None);
    let reason = at
        .iter()
        .find(|(_, field)| *field == EvidenceField::Reason)
        .and_then(|(position, _)| row.text_or_code(*position));
    for (position, field) in at {
        let Some(found) = row.filled_cell(*position) else { continue };
        let cell = reading.cell(page, row.row, *position);
        match field {
            EvidenceField::Status => {
                evidence.status = read_status(reading, &cell, found);
                status_cell = evidence.status.map(|_| *position);
            }
            EvidenceField::Least => least = read_bound(reading, page, &cell, found, is_scaled),
            EvidenceField::Most => most = read_bound(reading, page, &cell, found, is_scaled),
            EvidenceField::Source => evidence.source = found.text_or_code(),
            EvidenceField::Confidential => {
                evidence.confidential = read_confidentiality(reading, &cell, found, reason.clone());
            }
            EvidenceField::Comment => evidence.comment = found.text_or_code(),
            EvidenceField::Concerns | EvidenceField::Reason => {}
        }
    }
    evidence.range = read_range(reading, page, row, at, (least, most));
    Annotation { evidence: Some(evidence).filter(|known| !known.is_empty()).map(Arc::new), status_cell }
}

/// The status that a cell names.
pub(crate) fn read_status(reading: &mut Reading, cell: &SourceCell, found: &PageCell) -> Option<Status> {
    let words = found.text_or_code().unwrap_or_default();
    let status = Status::of_label(&choice::to_english(&words));
    if status.is_none() {
        let known = Status::ALL.map(Status::label);
        let help = near_miss(&words, known).unwrap_or_else(|| "choose from the list in the cell".to_owned());
        let message = format!("`{words}` is not a valid status; it was not read");
        reading.messages.add(cell.warning("wrong-status", message, help));
    }
    status
}

/// Why a value may not be published: the reason beside a yes, or the reason itself.
pub(crate) fn read_confidentiality(
    reading: &mut Reading,
    cell: &SourceCell,
    found: &PageCell,
    reason: Option<String>,
) -> Option<String> {
    let words = match &found.content {
        Content::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        _ => found.text_or_code()?,
    };
    match (&*fold_case(&choice::to_english(&words)), reason) {
        ("no", _) => None,
        ("yes", Some(reason)) => Some(reason),
        ("yes", None) => {
            let message = "the figure is marked confidential without a reason";
            let help = "state the reason: the harm that publication would cause, and to whom";
            reading.messages.add(cell.warning("wrong-status", message, help));
            Some("no reason given".to_owned())
        }
        _ => Some(words),
    }
}

fn read_bound(reading: &mut Reading, page: &Page, cell: &SourceCell, found: &PageCell, is_scaled: bool) -> Option<f64> {
    let number = match &found.content {
        Content::Number(number) => Some(*number),
        Content::Text(text) => match number::parse_number(text) {
            ParsedNumber::Number(number) => Some(number),
            _ => None,
        },
        _ => None,
    };
    if number.is_none() {
        let words = found.text_or_code().unwrap_or_default();
        let message = format!("`{words}` is given where a bound of the range is expected; it was not read");
        reading.messages.add(cell.warning("wrong-status", message, "enter a number in the unit of the figure"));
    }
    number.map(|number| if is_scaled { reading.sheet_scale(page).apply(number) } else { number })
}

fn read_range(
    reading: &mut Reading,
    page: &Page,
    row: &PageRow,
    at: &[(u32, EvidenceField)],
    bounds: (Option<f64>, Option<f64>),
) -> Option<(f64, f64)> {
    let message = match bounds {
        (Some(least), Some(most)) if least <= most => {
            let bounds = at.iter().filter(|(_, field)| matches!(field, EvidenceField::Least | EvidenceField::Most));
            bounds.for_each(|(position, _)| reading.mark_read(page, row.row, *position));
            return Some((least, most));
        }
        (None, None) => return None,
        (Some(_), Some(_)) => "the lower bound of the range exceeds the upper bound; the range was not read",
        _ => "the range has only one bound; it was not read",
    };
    let (position, _) = at.iter().find(|(_, field)| *field == EvidenceField::Least)?;
    let cell = reading.cell(page, row.row, *position);
    reading.messages.add(cell.warning("wrong-status", message, "enter the lower bound before the upper bound"));
    None
}
