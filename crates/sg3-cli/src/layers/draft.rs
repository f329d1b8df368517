//! A layer in the making: names are looked up, members and values placed, whatever cannot be placed is said.

mod evidence;

use sg3_calc::{Datum, Evidence, Layer, MemberEntry, Origin, Value};
use sg3_lang::diagnostic::{DataPlace, near_miss};
use sg3_lang::model::{DimensionId, Kind, Members, QuantityId, Role};
use sg3_lang::{Diagnostic, Diagnostics, Model, Place, Severity};
use std::sync::Arc;

/// A member for each axis of an input, where it is known.
pub type Slots = Vec<Option<Arc<str>>>;

/// What is known of the values at some places, and where that is said.
pub struct Known {
    /// Of which input.
    pub input: QuantityId,
    /// At which places: all that the filled slots leave open.
    pub slots: Slots,
    /// What is known.
    pub evidence: Evidence,
    /// Where it is said.
    pub origin: Origin,
}

/// A layer in the making.
pub struct Draft<'a> {
    /// The model whose inputs are meant.
    pub model: &'a Model,
    file: Arc<str>,
    layer: Layer,
    evidence: Vec<Known>,
    diagnostics: &'a mut Diagnostics,
}

impl<'a> Draft<'a> {
    /// Nothing yet.
    pub fn new(model: &'a Model, file: &str, diagnostics: &'a mut Diagnostics) -> Draft<'a> {
        let layer = Layer { name: file.to_owned(), ..Layer::default() };
        Draft { model, file: file.into(), layer, evidence: Vec::new(), diagnostics }
    }

    /// What was read.
    pub fn finish(mut self) -> Layer {
        evidence::attach(&mut self);
        self.layer
    }

    /// What is known of values that are given here.
    pub fn evidence(&mut self, known: Known) {
        self.evidence.push(known);
    }

    /// A line of the file, from one.
    pub fn line(&self, line: u32) -> Origin {
        Origin::Line { file: self.file.clone(), line }
    }

    /// The input of a name, if there is one.
    pub fn input(&self, name: &str) -> Option<QuantityId> {
        self.model.find_quantity(name).filter(|id| self.model.quantity(*id).input().is_some())
    }

    /// The slots of an input, all empty.
    pub fn slots(&self, input: QuantityId) -> Slots {
        vec![None; self.model.quantity(input).axes.len()]
    }

    /// The slots of an input with the member of one dimension filled in; nothing if the input does not vary with it.
    pub fn slots_at(&self, input: QuantityId, dimension: DimensionId, key: &Arc<str>) -> Option<Slots> {
        let mut slots = self.slots(input);
        let axis = self.model.quantity(input).axes.iter().position(|axis| axis.dimension == dimension)?;
        slots[axis] = Some(key.clone());
        Some(slots)
    }

    /// What the values of an input are.
    pub fn kind(&self, input: QuantityId) -> &'a Kind {
        &self.model.quantity(input).kind
    }

    /// A member that the data list.
    pub fn member(
        &mut self,
        dimension: DimensionId,
        key: Arc<str>,
        label: String,
        unit: Option<String>,
        origin: Origin,
    ) {
        let label = if label.is_empty() { key.to_string() } else { label };
        self.layer.members.push(MemberEntry { dimension, key, label, unit, origin });
    }

    /// A value at its place; where members are left open, at all of them.
    pub fn value(&mut self, input: QuantityId, slots: Slots, value: Value, origin: Origin) {
        if slots.iter().all(Option::is_none) && !slots.is_empty() {
            return self.layer.values.push(Datum { quantity: input, place: None, value, origin, evidence: None });
        }
        let Some(places) = self.places(input, &slots) else { return self.too_few(input, &origin) };
        let datum = |place: Vec<Arc<str>>| Datum {
            quantity: input,
            place: Some(place.into()),
            value: value.clone(),
            origin: origin.clone(),
            evidence: None,
        };
        self.layer.values.extend(places.into_iter().map(datum));
    }

    /// Every full place that the slots stand for; nothing if only the data know the members of an open one.
    fn places(&self, input: QuantityId, slots: &Slots) -> Option<Vec<Vec<Arc<str>>>> {
        let axes = &self.model.quantity(input).axes;
        slots.iter().zip(axes).try_fold(vec![Vec::new()], |places, (slot, axis)| {
            let keys = slot.clone().map(|key| vec![key]).or_else(|| known_keys(self.model, axis.dimension))?;
            let longer = |place: &Vec<Arc<str>>| {
                keys.iter().map(|key| place.iter().chain([key]).cloned().collect()).collect::<Vec<_>>()
            };
            Some(places.iter().flat_map(longer).collect())
        })
    }

    fn too_few(&mut self, input: QuantityId, origin: &Origin) {
        let name = self.head(input);
        self.complain(
            "wrong-place",
            origin,
            format!("the place in `{name}` does not name a member for each axis"),
            None,
        );
    }

    /// A name that is no input.
    pub fn unknown(&mut self, name: &str, origin: &Origin) {
        let found = self.model.find_quantity(name).map(|id| &self.model.quantity(id).role);
        let (message, help) = match found {
            Some(Role::Constant(_)) => (format!("`{name}` is a constant of the model; data cannot give it"), None),
            Some(_) => (format!("`{name}` is computed by the model; data cannot give it"), None),
            None => {
                let inputs = self.model.inputs().map(|(_, quantity, _)| &*quantity.name);
                (format!("the model has no input `{name}`"), near_miss(name, inputs))
            }
        };
        self.complain("unknown-input", origin, message, help);
    }

    /// More members than the input has axes.
    pub fn too_many(&mut self, input: QuantityId, origin: &Origin) {
        let message = format!("the place does not fit `{}`", self.head(input));
        self.complain("wrong-place", origin, message, None);
    }

    /// A message at a place of the data.
    pub fn complain(&mut self, slug: &'static str, origin: &Origin, message: String, help: Option<String>) {
        let message = Diagnostic::new(slug, Severity::Error, place(origin), message);
        self.diagnostics.add(message.maybe_help(help));
    }

    /// A message that is already complete.
    pub fn add(&mut self, message: Diagnostic) {
        self.diagnostics.add(message);
    }

    /// The file, as the user named it.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// `minutes[service, year]`
    pub fn head(&self, input: QuantityId) -> String {
        crate::show::head(self.model.quantity(input))
    }
}

/// An origin as the place of a message.
pub fn place(origin: &Origin) -> Place {
    let data = |file: &str, at: String| Place::Data(DataPlace { file: file.to_owned(), at });
    match origin {
        Origin::Line { file, line } => data(file, format!("line {line}")),
        Origin::Cell { file, sheet, row, column } => {
            data(file, format!("{sheet}!{}{}", sg3_calc::column_letters(*column), row + 1))
        }
        Origin::Setting(text) => data("--set", text.to_string()),
        Origin::Default | Origin::Blank | Origin::Case => Place::Nowhere,
    }
}

/// Keys of a dimension that the model itself lists.
fn known_keys(model: &Model, dimension: DimensionId) -> Option<Vec<Arc<str>>> {
    match &model.dimension(dimension).members {
        Members::Listed(members) => Some(members.iter().map(|member| member.key.clone()).collect()),
        Members::Numbers(first, last) => Some((*first..=*last).map(|number| number.to_string().into()).collect()),
        Members::FromInput | Members::FromRows | Members::Subsets(_) => None,
    }
}
