//! Rows whose status says that there is a value where there is none.

use crate::read::index::KnownColumn;
use crate::read::reading::Reading;
use crate::read::value_evidence::Annotation;
use crate::tables::grid::{Page, PageRow};
use sg3_calc::settle;

/// Tells of a status that is about nothing: where none of the values that it is about is there.
pub fn check_status(reading: &mut Reading, page: &Page, row: &PageRow, values: &[KnownColumn], said: &[Annotation]) {
    let mut about: Vec<(u32, bool)> = Vec::new();
    for (value, said) in values.iter().zip(said) {
        let (Some(position), Some(evidence)) = (said.status, &said.evidence) else { continue };
        let is_there = row.cell(value.position).is_some_and(|cell| !cell.is_blank());
        let agrees = is_there || settle(None, evidence.status).is_ok();
        match about.iter_mut().find(|(other, _)| *other == position) {
            Some((_, agreed)) => *agreed |= agrees,
            None => about.push((position, agrees)),
        }
    }
    for (position, _) in about.into_iter().filter(|(_, agrees)| !agrees) {
        let cell = reading.cell(page, row.row, position);
        let words = row.words(position).unwrap_or_default();
        let message = format!("the status is \"{words}\", but there is no figure");
        reading.messages.add(cell.warning("wrong-status", message, "give the figure, or choose \"not available\""));
    }
}
