//! A confirmed mapping, applied: files of theirs become a layer, and every value knows their cell.

use crate::dictionary::Dictionary;
use crate::entry::{Entry, Figure, Mapping};
use crate::foreign::Foreign;
use crate::list::apply as apply_of_list;
use crate::reconcile::{Reconciliation, tell};
use crate::taken::Taken;
use crate::{hidden, list, reconcile, taken};
use sg3_calc::{Datum, Evidence, Layer, MemberEntry, Origin, Value, settle};
use sg3_lang::diagnostic::{DataPlace, near_miss};
use sg3_lang::model::QuantityId;
use sg3_lang::{Diagnostic, Diagnostics, Model, Place, Severity};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What files of theirs say by a mapping, and how it adds up.
#[derive(Debug, Clone)]
pub struct Applied {
    /// Values and members.
    pub layer: Layer,
    /// Totals, what is not used, audited figures.
    pub reconciliation: Reconciliation,
}

/// Reads files of theirs by a mapping. What is wrong is told where it stands, in their file or in the mapping.
///
/// `name` is the file of the mapping, for messages.
pub fn apply(
    mapping: &Mapping,
    files: &[Foreign],
    model: &Model,
    dictionary: &Dictionary,
    name: &str,
    diagnostics: &mut Diagnostics,
) -> Applied {
    confirmed(mapping, files, name, diagnostics);
    let mut sum = Sum {
        model,
        layer: Layer { name: name.to_owned(), ..Layer::default() },
        values: BTreeMap::new(),
        order: Vec::new(),
    };
    let mut lines: Vec<(usize, Taken)> = Vec::new();
    for (number, entry) in
        mapping.entries.iter().enumerate().filter(|(_, entry)| !entry.is_open() && !list::is_read_by_cell(entry, model))
    {
        let mut complaints = Vec::new();
        let taken = taken::take(entry, files, mapping.files.len() <= 1, &mut complaints);
        complaints.into_iter().for_each(|complaint| diagnostics.add(complaint));
        if let (Some(taken), Some(quantity)) = (taken, known(model, entry, diagnostics)) {
            sum.add(quantity, entry, &taken, files);
            lines.push((number, taken));
        }
    }
    for entry in mapping.entries.iter().filter(|entry| entry.is_open() && entry.status.is_some()) {
        sum.nothing(entry, diagnostics);
    }
    currencies(mapping, name, diagnostics);
    let mut layer = sum.finish();
    apply_of_list::apply(mapping, files, model, &mut layer, &mut lines, diagnostics);
    hidden::tell(&lines, files, diagnostics);
    let reconciliation = reconcile::reconcile(mapping, files, model, dictionary, &lines);
    tell::tell(&reconciliation, mapping, files, diagnostics);
    Applied { layer, reconciliation }
}

/// Values in the making; several lines of a figure are added.
struct Sum<'a> {
    model: &'a Model,
    layer: Layer,
    values: BTreeMap<Figure, Figured>,
    order: Vec<Figure>,
}

/// A figure in the making.
struct Figured {
    quantity: QuantityId,
    value: f64,
    origin: Origin,
    evidence: Evidence,
}

impl Sum<'_> {
    fn add(&mut self, quantity: QuantityId, entry: &Entry, taken: &Taken, files: &[Foreign]) {
        let first = taken.cells[0];
        let origin = files[taken.file].origin(taken.sheet, first.row, first.column);
        self.members(quantity, entry, &origin);
        let (value, evidence) = (taken.value(entry), entry.evidence().unwrap_or_default());
        match self.values.get_mut(&entry.figure) {
            Some(figured) => {
                figured.value += value;
                figured.evidence = together(&figured.evidence, &evidence);
            }
            None => {
                self.order.push(entry.figure.clone());
                self.values.insert(entry.figure.clone(), Figured { quantity, value, origin, evidence });
            }
        }
    }

    /// A figure without cells of which somebody says that there is none, or that it cannot be given.
    fn nothing(&mut self, entry: &Entry, diagnostics: &mut Diagnostics) {
        let Some(quantity) = known(self.model, entry, diagnostics) else { return };
        match settle(None, entry.status) {
            Ok(Some(value)) => self.layer.values.push(Datum {
                quantity,
                place: Some(entry.figure.place.clone().into()),
                value,
                origin: entry.origin.clone(),
                evidence: entry.evidence().map(Arc::new),
            }),
            Ok(None) => {}
            Err(disagreement) => {
                let message = format!("`{}`: {disagreement}", entry.figure);
                let help = "name its cells, or choose \"not available\"";
                let place = taken::place(&entry.origin);
                diagnostics.add(Diagnostic::new("wrong-status", Severity::Warning, place, message).help(help));
            }
        }
    }

    /// Members that their rows make.
    fn members(&mut self, quantity: QuantityId, entry: &Entry, origin: &Origin) {
        for (axis, key) in self.model.quantity(quantity).axes.iter().zip(&entry.figure.place) {
            let is_known =
                self.layer.members.iter().any(|member| member.dimension == axis.dimension && member.key == *key);
            if self.model.dimension(axis.dimension).is_from_data() && !is_known {
                let is_time = self.model.dimension(axis.dimension).step.is_some();
                let label = [&entry.member_label, &entry.label].into_iter().find(|label| !label.is_empty() && !is_time);
                let label = label.cloned().unwrap_or_else(|| key.to_string());
                let member = MemberEntry {
                    dimension: axis.dimension,
                    key: key.clone(),
                    label,
                    unit: None,
                    origin: origin.clone(),
                };
                self.layer.members.push(member);
            }
        }
    }

    fn finish(mut self) -> Layer {
        for figure in self.order {
            let Figured { quantity, value, origin, evidence } =
                self.values.remove(&figure).expect("added with its order");
            self.layer.values.push(Datum {
                quantity,
                place: Some(figure.place.into()),
                value: Value::Number(value),
                origin,
                evidence: (!evidence.is_empty()).then(|| Arc::new(evidence)),
            });
        }
        self.layer
    }
}

/// What is known of a sum: as sure as the least sure of its parts, confidential if one of them is.
fn together(one: &Evidence, other: &Evidence) -> Evidence {
    let both = |one: &Option<String>, other: &Option<String>| match (one, other) {
        (Some(one), Some(other)) if one != other => Some(format!("{one}; {other}")),
        (one, other) => one.clone().or_else(|| other.clone()),
    };
    Evidence {
        status: one.status.max(other.status),
        range: None,
        source: both(&one.source, &other.source),
        confidential: both(&one.confidential, &other.confidential),
        comment: both(&one.comment, &other.comment),
    }
}

/// The input of a line, with a member for each of its axes.
pub fn known(model: &Model, entry: &Entry, diagnostics: &mut Diagnostics) -> Option<QuantityId> {
    let name = &entry.figure.input;
    let found = model.find_quantity(name).filter(|id| model.quantity(*id).input().is_some());
    let Some(id) = found else {
        let near = near_miss(name, model.inputs().map(|(_, quantity, _)| &*quantity.name));
        let message = format!("the model has no input `{name}`");
        diagnostics.add(
            Diagnostic::new("unknown-input", Severity::Error, taken::place(&entry.origin), message).maybe_help(near),
        );
        return None;
    };
    let quantity = model.quantity(id);
    if quantity.axes.len() == entry.figure.place.len() {
        return Some(id);
    }
    let axes: Vec<&str> = quantity.axes.iter().map(|axis| &*axis.name).collect();
    let help = format!("name a member for each of: {}", axes.join(", "));
    let message = format!("`{}` does not fit the input `{name}`", entry.figure);
    diagnostics.add(taken::wrong(entry, message, &help));
    None
}

/// Whether somebody has confirmed the lines, for just these files.
fn confirmed(mapping: &Mapping, files: &[Foreign], name: &str, diagnostics: &mut Diagnostics) {
    let place = |at: &str| Place::Data(DataPlace { file: name.to_owned(), at: at.to_owned() });
    let used = mapping.entries.iter().filter(|entry| !entry.is_open());
    let (all, open) =
        used.fold((0, 0), |(all, open), entry| (all + 1, open + usize::from(entry.confirmed.trim().is_empty())));
    if open > 0 {
        let message = format!("{open} of {all} lines of the mapping are unconfirmed proposals");
        let help = "review each line, and enter the name of the person confirming it in the column `Confirmed by`";
        diagnostics.add(Diagnostic::new("not-confirmed", Severity::Warning, place("Mapping"), message).help(help));
    }
    for known in mapping.files.iter().filter(|known| !known.fingerprint.is_empty()) {
        let given = taken::file(&known.name, files, mapping.files.len() <= 1).map(|number| &files[number]);
        if let Some(given) = given.filter(|given| given.fingerprint != known.fingerprint) {
            let message =
                format!("`{}` is not the file that the mapping was confirmed for: some cells differ", given.name());
            let help = "update the mapping with `sg3 map ... --map`; labels were checked, amounts cannot be checked";
            diagnostics.add(Diagnostic::new("not-confirmed", Severity::Warning, place("About"), message).help(help));
        }
    }
}

/// Amounts of several currencies are not added as they are.
fn currencies(mapping: &Mapping, name: &str, diagnostics: &mut Diagnostics) {
    let as_they_are: BTreeSet<&str> = mapping
        .entries
        .iter()
        .filter(|entry| !entry.is_open() && entry.rate == 1.0 && !entry.currency.is_empty())
        .map(|entry| &*entry.currency)
        .collect();
    if as_they_are.len() > 1 {
        let all: Vec<&str> = as_they_are.into_iter().collect();
        let message = format!("amounts in {} are taken at a rate of 1", all.join(" and "));
        let place = Place::Data(DataPlace { file: name.to_owned(), at: "Mapping".to_owned() });
        let help = "enter the exchange rate beside every line that is not in the currency of the model: annual average for flows, year-end rate for stocks";
        diagnostics.add(Diagnostic::new("wrong-mapping", Severity::Error, place, message).help(help));
    }
}
