//! Figures of a layer, summed from the rules that fill them.

use super::complaint;
use super::input::find_input;
use super::selection::Selection;
use crate::rules::figure::Figure;
use crate::rules::rule::MappingRule;
use crate::source::file::SourceFile;
use sg3_calc::{Datum, Evidence, Layer, MemberEntry, Origin, Value, settle};
use sg3_lang::model::QuantityId;
use sg3_lang::{Diagnostic, Diagnostics, Model, Severity};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Values in the making; several rules of a figure are added.
pub(crate) struct FigureSums<'a> {
    model: &'a Model,
    layer: Layer,
    values: BTreeMap<Figure, SummedFigure>,
    order: Vec<Figure>,
}

/// A figure in the making.
struct SummedFigure {
    quantity: QuantityId,
    /// The sum; the text of a part that cannot be read.
    value: Result<f64, String>,
    origin: Origin,
    evidence: Evidence,
}

impl<'a> FigureSums<'a> {
    pub(crate) fn named(model: &'a Model, name: &str) -> FigureSums<'a> {
        let layer = Layer { name: name.to_owned(), ..Layer::default() };
        FigureSums { model, layer, values: BTreeMap::new(), order: Vec::new() }
    }

    pub(crate) fn add(
        &mut self,
        quantity: QuantityId,
        rule: &MappingRule,
        selection: &Selection,
        files: &[SourceFile],
    ) {
        let first = selection.cells[0];
        let origin = files[selection.file].origin(selection.sheet, first.row, first.column);
        self.members(quantity, rule, &origin);
        let value = selection.unreadable.clone().map_or_else(|| Ok(selection.value(rule)), Err);
        self.add_part(quantity, rule, value, origin);
    }

    /// A rule whose cells are not there: of its figure a part is missing, and so the whole cannot be read.
    pub(crate) fn refuse(&mut self, quantity: QuantityId, rule: &MappingRule) {
        self.members(quantity, rule, &rule.origin);
        let words = [rule.first_label(), &rule.file].into_iter().find(|words| !words.is_empty()).unwrap_or("?");
        self.add_part(quantity, rule, Err(words.to_owned()), rule.origin.clone());
    }

    fn add_part(&mut self, quantity: QuantityId, rule: &MappingRule, value: Result<f64, String>, origin: Origin) {
        let evidence = rule.evidence().unwrap_or_default();
        if let Some(figured) = self.values.get_mut(&rule.figure) {
            if value.is_err() && figured.value.is_ok() {
                figured.origin = origin;
            }
            figured.value = std::mem::replace(&mut figured.value, Ok(0.0)).and_then(|sum| value.map(|part| sum + part));
            figured.evidence = combine_evidence(&figured.evidence, &evidence);
        } else {
            self.order.push(rule.figure.clone());
            self.values.insert(rule.figure.clone(), SummedFigure { quantity, value, origin, evidence });
        }
    }

    /// A figure without cells of which somebody says that there is none, or that it cannot be given.
    pub(crate) fn nothing(&mut self, rule: &MappingRule, diagnostics: &mut Diagnostics) {
        let Some(quantity) = find_input(self.model, rule, diagnostics) else { return };
        match settle(None, rule.status) {
            Ok(Some(value)) => self.layer.values.push(Datum {
                quantity,
                place: Some(rule.figure.place.clone().into()),
                value,
                origin: rule.origin.clone(),
                evidence: rule.evidence().map(Arc::new),
            }),
            Ok(None) => {}
            Err(disagreement) => {
                let message = format!("`{}`: {disagreement}", rule.figure);
                let help = "name its cells, or choose \"not available\"";
                let place = complaint::rule_place(&rule.origin);
                diagnostics.add(Diagnostic::new("wrong-status", Severity::Warning, place, message).help(help));
            }
        }
    }

    /// Members that rows of the source make.
    fn members(&mut self, quantity: QuantityId, rule: &MappingRule, origin: &Origin) {
        for (axis, key) in self.model.quantity(quantity).axes.iter().zip(&rule.figure.place) {
            let is_known =
                self.layer.members.iter().any(|member| member.dimension == axis.dimension && member.key == *key);
            if self.model.dimension(axis.dimension).is_from_data() && !is_known {
                let is_time = self.model.dimension(axis.dimension).step.is_some();
                let label = [&rule.member_label, &rule.label].into_iter().find(|label| !label.is_empty() && !is_time);
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

    pub(crate) fn finish(mut self) -> Layer {
        for figure in self.order {
            let SummedFigure { quantity, value, origin, evidence } =
                self.values.remove(&figure).expect("added with its order");
            self.layer.values.push(Datum {
                quantity,
                place: Some(figure.place.into()),
                value: value.map_or_else(Value::Unreadable, Value::Number),
                origin,
                evidence: (!evidence.is_empty()).then(|| Arc::new(evidence)),
            });
        }
        self.layer
    }
}

/// What is known of a sum: as sure as the least sure of its parts, confidential if one of them is.
fn combine_evidence(one: &Evidence, other: &Evidence) -> Evidence {
    Evidence {
        status: one.status.max(other.status),
        range: None,
        source: join_texts(&one.source, &other.source),
        confidential: join_texts(&one.confidential, &other.confidential),
        comment: join_texts(&one.comment, &other.comment),
    }
}

fn join_texts(one: &Option<String>, other: &Option<String>) -> Option<String> {
    match (one, other) {
        (Some(one), Some(other)) if one != other => Some(format!("{one}; {other}")),
        (one, other) => one.clone().or_else(|| other.clone()),
    }
}
