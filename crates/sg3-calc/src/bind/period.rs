//! A proposed period: who sets it, whether it has gaps, and what of the model and the data does not fit it.
//!
//! `dimension year "Year" from input in year default 2025..2034` proposes a period; the operator's data set it.
//! Statistics that reach further back, or decisions made for longer, do not make a period longer.

use super::layer::{Layer, MemberEntry};
use super::member_list::MemberList;
use super::origin::Origin;
use crate::present::labels::place_of;
use sg3_lang::diagnostic::{Diagnostic, Diagnostics, Severity};
use sg3_lang::model::{DimensionId, Model, Owner, QuantityId};
use std::collections::BTreeSet;

/// Longest period that is filled where members are missing between others: more is a slip of the pen such as 20250.
const LONGEST: i64 = 1000;

/// What may set a period, from the weakest: a later kind replaces an earlier one, layers of one kind add up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Claim {
    /// The regulator's data list members.
    ListedByRegulator,
    /// Figures of the operator name them.
    Named,
    /// The operator's data list them.
    Listed,
    /// A setting lists them.
    Set,
}

/// The members of a dimension whose period the model proposes.
pub(super) fn bind_period(
    model: &Model,
    id: DimensionId,
    layers: &[Layer],
    diagnostics: &mut Diagnostics,
) -> MemberList {
    let claims: Vec<(Claim, i64, &Origin)> =
        layers.iter().flat_map(|layer| claims(model, id, layer, diagnostics)).collect();
    let strongest = claims.iter().map(|(claim, ..)| *claim).max();
    let counted: Vec<(i64, &Origin)> =
        claims.iter().filter(|(claim, ..)| Some(*claim) == strongest).map(|(_, number, at)| (*number, *at)).collect();
    let numbers: BTreeSet<i64> = counted.iter().map(|(number, _)| *number).collect();
    let dimension = model.dimension(id);
    let ends = numbers.first().zip(numbers.last()).map(|(first, last)| (*first, *last));
    let gap = gap_between(&numbers);
    if let Some((from, upto)) = gap {
        let behind = counted.iter().find(|(number, _)| *number == upto + 1).map(|(_, at)| *at);
        diagnostics.add(gap_in(&dimension.name, (from, upto), behind.unwrap_or(&Origin::Default)));
    }
    let is_usable = ends.is_some_and(|(first, last)| last - first <= LONGEST);
    let (first, last) = ends.filter(|_| is_usable).or(dimension.numbers()).unwrap_or((0, -1));
    let mut list = MemberList::default();
    (first..=last).for_each(|number| list.add_key(&number.to_string().into(), dimension));
    list
}

/// What a layer says of the period.
fn claims<'l>(
    model: &Model,
    id: DimensionId,
    layer: &'l Layer,
    diagnostics: &mut Diagnostics,
) -> Vec<(Claim, i64, &'l Origin)> {
    let listed: Vec<&MemberEntry> = layer.members.iter().filter(|entry| entry.dimension == id).collect();
    let listed: Vec<(i64, &Origin)> =
        listed.into_iter().filter_map(|entry| number_of(model, entry, diagnostics)).collect();
    let claim = match owner_of(model, layer) {
        _ if listed.iter().any(|(_, origin)| matches!(origin, Origin::Setting(_))) => Some(Claim::Set),
        Owner::Operator => Some(Claim::Listed),
        Owner::Regulator => Some(Claim::ListedByRegulator),
        Owner::Public => None,
    };
    let listed = listed.into_iter().filter_map(|(number, origin)| Some((claim?, number, origin)));
    listed.chain(named(model, id, layer).into_iter().map(|(number, origin)| (Claim::Named, number, origin))).collect()
}

fn number_of<'l>(model: &Model, entry: &'l MemberEntry, diagnostics: &mut Diagnostics) -> Option<(i64, &'l Origin)> {
    let number = entry.key.trim().parse().ok();
    if number.is_none() {
        let name = &model.dimension(entry.dimension).name;
        let message = format!("`{}` is not a whole number, as the members of `{name}` are", entry.key);
        let help = format!("write `2025`, or the first and the last: `{name} = 2025..2034`");
        let diagnostic = Diagnostic::new("wrong-value", Severity::Error, place_of(&entry.origin), message);
        diagnostics.add(diagnostic.help(help));
    }
    Some((number?, &entry.origin))
}

/// Whose figures a layer has: the operator's if any are, or if it has none at all.
fn owner_of(model: &Model, layer: &Layer) -> Owner {
    let given = layer.values.iter().map(|datum| datum.quantity).chain(layer.blanks.iter().map(|blank| blank.quantity));
    given.filter_map(|id| owner(model, id)).min().unwrap_or(Owner::Operator)
}

fn owner(model: &Model, id: QuantityId) -> Option<Owner> {
    model.quantity(id).input().map(|input| input.owner)
}

/// Members at which figures of the operator stand.
fn named<'l>(model: &Model, id: DimensionId, layer: &'l Layer) -> Vec<(i64, &'l Origin)> {
    let of_operator = layer.values.iter().filter(|datum| owner(model, datum.quantity) == Some(Owner::Operator));
    let keys = of_operator.flat_map(|datum| {
        let axes = &model.quantity(datum.quantity).axes;
        let keys = axes.iter().zip(datum.place.iter().flat_map(|place| place.iter()));
        keys.filter(|(axis, _)| axis.dimension == id).map(|(_, key)| (key, &datum.origin))
    });
    keys.filter_map(|(key, origin)| Some((key.parse().ok()?, origin))).collect()
}

/// The first numbers between others that are missing.
fn gap_between(numbers: &BTreeSet<i64>) -> Option<(i64, i64)> {
    let pairs = numbers.iter().zip(numbers.iter().skip(1));
    pairs.filter(|(one, next)| **next - **one > 1).map(|(one, next)| (one + 1, next - 1)).next()
}

fn gap_in(name: &str, (from, upto): (i64, i64), behind: &Origin) -> Diagnostic {
    let missing = if from == upto { format!("`{from}` is") } else { format!("`{from}` to `{upto}` are") };
    let message = format!("the period of `{name}` has a gap: {missing} missing before `{}`", upto + 1);
    let help = format!("give every {name} from the first to the last, or correct the number that is out of line");
    Diagnostic::new("gap-in-period", Severity::Error, place_of(behind), message).help(help)
}
