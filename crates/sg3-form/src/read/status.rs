//! Rows whose status says that there is a value where there is none.

use crate::read::index::KnownColumn;
use crate::read::reading::Reading;
use crate::read::value_evidence::Annotation;
use crate::tables::grid::{Page, PageRow};
use sg3_calc::settle;

/// Tells of a status that is about nothing: where none of the values that it is about is there.
pub(crate) fn check_status(
    reading: &mut Reading,
    page: &Page,
    row: &PageRow,
    values: &[KnownColumn],
    annotations: &[Annotation],
) {
    let mut about: Vec<(u32, bool)> = Vec::new();
    for (value, annotation) in values.iter().zip(annotations) {
        let (Some(position), Some(evidence)) = (annotation.status_cell, &annotation.evidence) else { continue };
        let is_there = row.is_filled(value.position);
        let agrees = is_there || settle(None, evidence.status).is_ok();
        match about.iter_mut().find(|(other, _)| *other == position) {
            Some((_, agreed)) => *agreed |= agrees,
            None => about.push((position, agrees)),
        }
    }
    for (position, _) in about.into_iter().filter(|(_, agrees)| !agrees) {
        let cell = reading.cell(page, row.row, position);
        let words = row.text_or_code(position).unwrap_or_default();
        let message = format!("the status is \"{words}\", but there is no figure");
        reading.messages.add(cell.warning("wrong-status", message, "give the figure, or choose \"not available\""));
    }
}
