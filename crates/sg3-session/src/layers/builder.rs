//! A layer in the making: names are looked up, members and values placed, and what cannot be placed is a message.

mod evidence;
mod members;
mod message;
mod slots;

pub(crate) use slots::{KnownEvidence, Slots};

use super::period::parse_period;
use sg3_calc::{Datum, Layer, MemberEntry, Origin, Value};
use sg3_lang::diagnostic::near_miss;
use sg3_lang::model::{DimensionId, Kind, Members, QuantityId, Role};
use sg3_lang::{Diagnostic, Diagnostics, Model};
use sg3_report::signature;
use std::sync::Arc;

/// Gathers members and values of one file; what cannot be placed becomes a message.
pub(crate) struct LayerBuilder<'a> {
    /// The model whose inputs are meant.
    pub(crate) model: &'a Model,
    file: Arc<str>,
    layer: Layer,
    evidence: Vec<KnownEvidence>,
    /// Dimensions of which a member was refused: one message is enough.
    refused: Vec<DimensionId>,
    /// Values for every member of a period.
    waiting: Vec<(QuantityId, Slots, Value, Origin)>,
    diagnostics: &'a mut Diagnostics,
}

impl<'a> LayerBuilder<'a> {
    /// Starts a layer that is named after a file.
    pub(crate) fn new(model: &'a Model, file: &str, diagnostics: &'a mut Diagnostics) -> LayerBuilder<'a> {
        let layer = Layer { name: file.to_owned(), ..Layer::default() };
        LayerBuilder {
            model,
            file: file.into(),
            layer,
            evidence: Vec::new(),
            refused: Vec::new(),
            waiting: Vec::new(),
            diagnostics,
        }
    }

    /// The layer, its values with the evidence that was given on them.
    pub(crate) fn finish(mut self) -> Layer {
        let model = sg3_calc::with_periods(self.model, std::slice::from_ref(&self.layer));
        let named = slots::named_in_periods(&model, &self.layer);
        for (input, slots, value, origin) in std::mem::take(&mut self.waiting) {
            let first = self.layer.values.len();
            self.add_at_all_places(&model, input, &slots, &value, &origin);
            let new = self.layer.values.split_off(first);
            self.layer.values.extend(new.into_iter().filter(|datum| slots::is_named(&model, &named, datum)));
        }
        members::prefer_members(self.model, &mut self.layer);
        evidence::attach(&model, &mut self.layer, &self.evidence, self.diagnostics);
        self.layer
    }

    /// What is known of values that are given here.
    pub(crate) fn add_evidence(&mut self, known: KnownEvidence) {
        self.evidence.push(known);
    }

    /// A line of the file, from one.
    pub(crate) fn line(&self, line: u32) -> Origin {
        Origin::Line { file: self.file.clone(), line }
    }

    /// The input of a name, if there is one.
    pub(crate) fn input(&self, name: &str) -> Option<QuantityId> {
        self.model.find_quantity(name).filter(|id| self.model.quantity(*id).input().is_some())
    }

    /// The slots of an input, all empty.
    pub(crate) fn slots(&self, input: QuantityId) -> Slots {
        vec![None; self.model.quantity(input).axes.len()]
    }

    /// The slots of an input with the member of one dimension filled in; nothing if the input does not vary with it.
    pub(crate) fn slots_at(&self, input: QuantityId, dimension: DimensionId, key: &Arc<str>) -> Option<Slots> {
        let mut slots = self.slots(input);
        let axis = self.model.quantity(input).axes.iter().position(|axis| axis.dimension == dimension)?;
        slots[axis] = Some(key.clone());
        Some(slots)
    }

    /// What the values of an input are.
    pub(crate) fn kind(&self, input: QuantityId) -> &'a Kind {
        &self.model.quantity(input).kind
    }

    /// A member that the data list.
    pub(crate) fn add_member(
        &mut self,
        dimension: DimensionId,
        key: Arc<str>,
        label: String,
        unit: Option<String>,
        origin: Origin,
    ) {
        let written = parse_period(&key).filter(|(first, last)| first < last);
        if let Some((first, last)) = written.filter(|_| self.model.dimension(dimension).is_proposed()) {
            let numbers = (first..=last).map(|number| Arc::from(number.to_string()));
            return numbers.for_each(|key| self.add_member(dimension, key, String::new(), None, origin.clone()));
        }
        let label = if label.is_empty() { key.to_string() } else { label };
        self.layer.members.push(MemberEntry { dimension, key, label, unit, origin });
    }

    /// Refuses what data list as a member where the model itself says who the members are.
    pub(crate) fn refuse_unknown_member(&mut self, dimension: DimensionId, key: &str, origin: &Origin) {
        let own = self.model.dimension(dimension);
        if self.refused.contains(&dimension)
            || own.is_from_data()
            || own.place(key).is_some()
            || matches!(own.members, Members::Subsets(_))
        {
            return;
        }
        self.refused.push(dimension);
        let message = format!("`{key}` is not a member of `{}`, whose members the model fixes", own.name);
        let help = match own.numbers() {
            Some((first, last)) => Some(format!("they are `{first}..{last}`")),
            None => near_miss(key, own.listed().iter().map(|member| &*member.key)),
        };
        self.reject("unknown-member", origin, message, help);
    }

    /// A value at its place; where members are left open, at all of them.
    pub(crate) fn add_value(&mut self, input: QuantityId, slots: Slots, value: Value, origin: Origin) {
        if slots.iter().all(Option::is_none) && !slots.is_empty() {
            return self.layer.values.push(Datum { quantity: input, place: None, value, origin, evidence: None });
        }
        if slots::await_period(self.model, input, &slots) {
            return self.waiting.push((input, slots, value, origin));
        }
        self.add_at_all_places(self.model, input, &slots, &value, &origin);
    }

    fn add_at_all_places(&mut self, model: &Model, input: QuantityId, slots: &Slots, value: &Value, origin: &Origin) {
        let Some(places) = slots::places(model, input, slots) else {
            return self.reject_open_place(input, origin);
        };
        self.layer.values.extend(places.into_iter().map(|place| Datum {
            quantity: input,
            place: Some(place.into()),
            value: value.clone(),
            origin: origin.clone(),
            evidence: None,
        }));
    }

    fn reject_open_place(&mut self, input: QuantityId, origin: &Origin) {
        let name = self.signature(input);
        self.reject("wrong-place", origin, format!("the place in `{name}` does not name a member for each axis"), None);
    }

    /// A name that is no input.
    pub(crate) fn reject_name(&mut self, name: &str, origin: &Origin) {
        let found = self.model.find_quantity(name).map(|id| &self.model.quantity(id).role);
        let (message, help) = match found {
            Some(Role::Constant(_)) => (format!("`{name}` is a constant of the model; data cannot give it"), None),
            Some(_) => (format!("`{name}` is computed by the model; data cannot give it"), None),
            None => {
                let inputs = self.model.inputs().map(|(_, quantity, _)| &*quantity.name);
                (format!("the model has no input `{name}`"), near_miss(name, inputs))
            }
        };
        self.reject("unknown-input", origin, message, help);
    }

    /// More members than the input has axes.
    pub(crate) fn reject_place(&mut self, input: QuantityId, origin: &Origin) {
        let message = format!("the place does not fit `{}`", self.signature(input));
        self.reject("wrong-place", origin, message, None);
    }

    /// A message at a place of the data.
    pub(crate) fn reject(&mut self, slug: &'static str, origin: &Origin, message: String, help: Option<String>) {
        self.diagnostics.add(message::error_at(slug, origin, message, help));
    }

    /// A message that is already complete.
    pub(crate) fn add_diagnostic(&mut self, message: Diagnostic) {
        self.diagnostics.add(message);
    }

    /// The file, as the user named it.
    pub(crate) fn file(&self) -> &str {
        &self.file
    }

    /// `minutes[service, year]`
    pub(crate) fn signature(&self, input: QuantityId) -> String {
        signature(self.model.quantity(input))
    }
}
