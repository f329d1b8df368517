//! The evidence of given values, as a form holds it: what a column has in common above it, the rest beside rows.

use super::{Asked, Form};
use crate::layout::{Holds, Row, Table};
use sg3_calc::Evidence;
use sg3_lang::model::QuantityId;
use std::sync::Arc;

/// What the values of each input have in common, by the first column that holds them.
#[derive(Default)]
pub struct Told {
    lines: Vec<(QuantityId, Evidence)>,
}

impl Told {
    /// Of the values given for a table.
    pub fn of(form: &Form, table: &Table) -> Told {
        let mut told = Told::default();
        if form.given.is_empty() || !table.has_evidence_of_columns() {
            return told;
        }
        for quantity in table.inputs() {
            let known: Vec<&Evidence> = form.given.evidence_of(quantity).collect();
            told.lines.push((quantity, common(&known)));
        }
        told
    }

    /// What is said above the columns of an input.
    pub fn line(&self, quantity: QuantityId) -> Option<&Evidence> {
        self.lines.iter().find(|(other, _)| *other == quantity).map(|(_, evidence)| evidence)
    }

    /// What a row says beside its values, and the one column that this is about, if it is about one.
    pub fn row(
        &self,
        form: &Form,
        table: &Table,
        row: Option<&Row>,
        members: &[Arc<str>],
    ) -> (Evidence, Option<usize>) {
        let asked = |(position, column)| Some((position, table.asked(column, row, members)?));
        let values: Vec<(usize, Asked)> = table.value_columns().filter_map(asked).collect();
        let rest: Vec<(usize, Evidence)> = values
            .into_iter()
            .filter_map(|(position, (quantity, place))| {
                let known = form.given.evidence(quantity, place)?;
                Some((position, self.line(quantity).map_or_else(|| known.clone(), |line| without(known, line))))
            })
            .collect();
        let Some((first, evidence)) = rest.iter().find(|(_, evidence)| !evidence.is_empty()) else {
            return (Evidence::default(), None);
        };
        let all = rest.iter().all(|(_, other)| other == evidence) && evidence.range.is_none_or(|_| rest.len() == 1);
        (evidence.clone(), Some(*first).filter(|_| !all))
    }
}

/// What is said most often, where every value says something.
fn common(known: &[&Evidence]) -> Evidence {
    Evidence {
        status: most(known, |evidence| evidence.status),
        source: most(known, |evidence| evidence.source.clone()),
        confidential: most(known, |evidence| evidence.confidential.clone()),
        ..Evidence::default()
    }
}

fn most<T: PartialEq>(known: &[&Evidence], part: impl Fn(&Evidence) -> Option<T>) -> Option<T> {
    let mut counts: Vec<(T, usize)> = Vec::new();
    for evidence in known {
        let said = part(evidence)?;
        match counts.iter_mut().find(|(other, _)| *other == said) {
            Some((_, count)) => *count += 1,
            None => counts.push((said, 1)),
        }
    }
    // of equals the first
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map(|(said, _)| said)
}

/// What is said beyond the line.
fn without(known: &Evidence, line: &Evidence) -> Evidence {
    Evidence {
        status: known.status.filter(|status| Some(*status) != line.status),
        range: known.range,
        source: known.source.clone().filter(|source| Some(source) != line.source.as_ref()),
        confidential: known.confidential.clone().filter(|reason| Some(reason) != line.confidential.as_ref()),
        comment: known.comment.clone(),
    }
}

impl Table {
    /// The first column of each input, with the last of its columns.
    pub(super) fn spans(&self) -> Vec<(QuantityId, u16, u16)> {
        let mut spans: Vec<(QuantityId, u16, u16)> = Vec::new();
        for (position, column) in self.columns() {
            let Holds::Values(ask) = &column.holds else { continue };
            match spans.last_mut().filter(|(quantity, ..)| *quantity == ask.quantity) {
                Some((.., last)) => *last = position,
                None => spans.push((ask.quantity, position, position)),
            }
        }
        spans
    }
}
