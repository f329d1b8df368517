//! Figures that are said to be audited and are all whole millions.
//!
//! Audited books have every unit of money. Whole millions were copied from a summary, or estimated; a source that says it is stated in
//! millions is reason enough.

use super::data::{Data, Doubt};
use super::units::is_money;
use super::vocabulary;
use crate::bind::evidence::Status;
use crate::present::display::display_number;
use sg3_lang::model::QuantityId;

/// Figures of which it is no accident that all are round.
const LEAST: usize = 5;
/// What they are whole multiples of.
const MILLION: f64 = 1e6;

/// Asks about every input whose audited figures are all whole millions.
pub(super) fn ask(data: &Data) -> Vec<Doubt> {
    data.numbers().filter(|(_, _, unit)| is_money(unit)).filter_map(|(id, ..)| ask_quantity(data, id)).collect()
}

fn ask_quantity(data: &Data, id: QuantityId) -> Option<Doubt> {
    let given = data.given(id).into_iter().enumerate();
    let audited = given.filter_map(|(cell, value)| Some((cell, value.filter(|_| is_audited(data, id, cell))?)));
    let audited: Vec<(usize, f64)> = audited.filter(|(_, value)| *value != 0.0).collect();
    let are_round = audited.len() >= LEAST && audited.iter().all(|(_, value)| value % MILLION == 0.0);
    let (cell, value) = *audited.first().filter(|_| are_round)?;
    Some(Doubt {
        slug: "rounded-figures",
        cell: (id, cell),
        subject: Some(data.model.quantity(id).name.to_string()),
        message: format!(
            "{}: all {} audited figures are whole millions, as `{}` is {}",
            data.model.quantity(id).label,
            audited.len(),
            data.name((id, cell)),
            display_number(value)
        ),
        expected: "expected the figures of the audited accounts, to the unit".to_owned(),
        help: "rounded, or estimated? correct them or their status, or explain in the comment why they are round"
            .to_owned(),
        others: Vec::new(),
    })
}

/// Whether a figure is said to be audited, from a source that does not say it is stated in millions.
fn is_audited(data: &Data, id: QuantityId, cell: usize) -> bool {
    data.inputs.evidence(id, cell).is_some_and(|evidence| {
        let is_stated_in_millions = evidence.source.as_deref().is_some_and(vocabulary::is_in_millions);
        evidence.status == Some(Status::Audited) && !is_stated_in_millions
    })
}
