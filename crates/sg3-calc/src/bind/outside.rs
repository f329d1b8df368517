//! What does not fit a period that the data set: constants of the model that end before it, and figures outside it.

use super::member_list::MemberList;
use sg3_lang::diagnostic::{DataPlace, Diagnostic, Diagnostics, Place, Severity};
use sg3_lang::model::{Body, DimensionId, MemberRef, Model, Quantity, Role};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Members outside the period at which one layer has figures.
pub(super) type Outside = BTreeMap<DimensionId, BTreeSet<i64>>;

/// Refuses what the model says for members of its own proposal alone, naming those that it lacks.
pub(super) fn refuse_uncovered(model: &Model, members: &[MemberList], diagnostics: &mut Diagnostics) {
    for quantity in &model.quantities {
        for (axis, of) in quantity.axes.iter().enumerate() {
            let (dimension, list) = (model.dimension(of.dimension), &members[of.dimension.0 as usize]);
            let lacking = if dimension.is_proposed() { lacking(quantity, axis, list) } else { Vec::new() };
            if !lacking.is_empty() {
                let message = format!("`{}` has no value for `{}`", quantity.name, lacking.join("`, `"));
                let help =
                    format!("add rows to the table, or let the period of `{}` be one that it covers", dimension.name);
                let period = format!("the period is {}", describe_period(list));
                let diagnostic = Diagnostic::error("period-not-covered", quantity.span, message);
                diagnostics.add(diagnostic.label(period).help(help));
            }
        }
    }
}

/// Keys of the period for which a table of the model has neither a row nor `else`.
fn lacking<'l>(quantity: &Quantity, axis: usize, list: &'l MemberList) -> Vec<&'l str> {
    let body = match &quantity.role {
        Role::Constant(definition) | Role::Computed(definition) | Role::Simultaneous(definition, _) => &definition.body,
        Role::Input(_) => return Vec::new(),
    };
    let Body::Table(table) = body else { return Vec::new() };
    let has = |key: &Arc<str>| {
        table.entries.iter().any(|entry| match &entry.place[axis] {
            Some(MemberRef::Key(own)) => own == key,
            Some(MemberRef::Position(_)) => false,
            None => true,
        })
    };
    list.keys.iter().filter(|key| !has(key)).map(|key| &**key).collect()
}

/// Names what a layer has outside the period; it is not used.
pub(super) fn note_outside(
    model: &Model,
    members: &[MemberList],
    (file, outside): (&str, &Outside),
    diagnostics: &mut Diagnostics,
) {
    for (id, numbers) in outside {
        let (name, list) = (&model.dimension(*id).name, &members[id.0 as usize]);
        let named: Vec<String> = numbers.iter().map(ToString::to_string).collect();
        let message = format!(
            "figures for `{}` are outside the period {} of `{name}` and not used",
            named.join("`, `"),
            describe_period(list)
        );
        let place = Place::Data(DataPlace { file: file.to_owned(), at: String::new() });
        diagnostics.add(Diagnostic::new("outside-period", Severity::Note, place, message));
    }
}

/// `2025..2034`, or the one year that there is.
fn describe_period(list: &MemberList) -> String {
    match &list.keys[..] {
        [] => "empty".to_owned(),
        [only] => format!("`{only}`"),
        [first, .., last] => format!("`{first}..{last}`"),
    }
}
